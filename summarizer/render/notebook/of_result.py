"""A notebook shows a result as its key facts beside its summary, each with its places, and what was refused below.

cell_of_result(result)  ->  <div class="summarizer-1f0c… …"><style>…</style><div class="summarizer-head">…
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from summarizer.facts.fact import CheckedFact
from summarizer.fragments.brief import counted
from summarizer.fragments.cell import cell
from summarizer.fragments.elements import Html, tag, together
from summarizer.fragments.places import shortened
from summarizer.fragments.shown import Shown
from summarizer.fragments.statements import TONES, Said, in_list, paragraph_html, statement_html
from summarizer.render.disagreements import DISAGREE, Side, sides_of
from summarizer.render.markdown import MARKDOWN
from summarizer.render.notebook.parts import Places, banner, folded, foot, head, part, places_in, quiet_notes
from summarizer.render.renderer import RenderedResult, RenderOptions
from summarizer.render.sources import Sources
from summarizer.render.wording import (
    NOTHING_TICKED,
    VERDICT_MARKS,
    gap_after,
    instead_of_summary,
    outcome_of,
    reasoned,
    shown_sections,
)
from summarizer.summary.summary import DroppedSentence, Paragraph, Summary
from summarizer.text.span import Evidence

# Characters of HTML for each part. A result of ten facts takes 15,000 in all; a notebook of twenty results of a
# thousand facts stays below 5 MB, which JupyterLab opens in a second.
_FACTS_ROOM: Final = 60_000
_SUMMARY_ROOM: Final = 80_000
_FOLDED_ROOM: Final = 25_000
_SIDES: Final = 10
_SENTENCES: Final = 40
_LINE: Final = 300


def shown_result(result: RenderedResult) -> Shown:
    """How a notebook shows a result."""
    return Shown(
        markdown=lambda: MARKDOWN.render(result, RenderOptions(notebook=True)),
        html=lambda: cell_of_result(result),
        all_of_it="print(result.to_markdown())",
    )


def cell_of_result(result: RenderedResult) -> Html:
    """The result as a cell: at most about 250,000 characters, however long it is.

    Every fact and sentence shows its places while a mouse is over it or it has the focus; a click keeps a fact's open.
    What was refused is folded away with its reasons, and what was left out is counted.

    Args:
        result: any, with its text or without.
    """
    places, notices = places_in(result.document), result.notices
    sources = Sources(result.document.sources)
    facts = tag("div", *_facts(result, places=places, sources=sources), class_="summarizer-column")
    summary = tag("div", *_summary(result, places), class_="summarizer-column summarizer-text")
    return cell(
        head(result.document.title or result.summary.headline or "Key facts and quick summary", _known(result)),
        *banner(notices),
        tag("div", facts, summary, class_="summarizer-columns"),
        *_refused(result, places),
        *_listed_sources(sources),
        *quiet_notes(notices),
        foot("Everything, beside the article: ", 'result.to_html("page.html")', ""),
    )


def _known(result: RenderedResult) -> Iterator[str]:
    yield f"{counted(len(result.facts), 'fact')} ticked"
    if refused := sum(fact.outcome == "refused" for fact in result.rejected):
        yield f"{refused:,} refused"
    yield result.trace.model or "no model"
    if result.usage.calls:
        yield counted(result.usage.calls, "call")
    if result.usage.cost:
        yield f"${result.usage.cost:.4f}"


def _facts(result: RenderedResult, *, places: Places, sources: Sources) -> Iterator[Html]:
    yield part("Key facts")
    if not result.facts:
        yield tag("p", NOTHING_TICKED)
    items = (statement_html(_ticked(fact, places=places, sources=sources)) for fact in result.facts)
    yield tag("ul", *in_list(items, count=len(result.facts), room=_FACTS_ROOM, all_of_it="result.facts"))
    sides = sides_of(result)
    if sides:
        yield part(DISAGREE)
        yield tag("ul", *(_sides(pair, places) for pair in sides[:_SIDES]))
    if len(sides) > _SIDES:
        yield tag("p", f"and {len(sides) - _SIDES} more: ", tag("code", "result.disagreements"))


def _ticked(fact: CheckedFact, *, places: Places, sources: Sources) -> Said:
    why = f"repaired; first written: {fact.drafted}" if fact.drafted != fact.statement else ""
    return Said(
        text=fact.statement,
        sign="✓",
        tone="held",
        why=why,
        source=", ".join(sources.names(fact.evidence)),
        places=places(fact.evidence),
    )


def _sides(pair: tuple[Side, Side], places: Places) -> Html:
    said = [(f"“{side.sentence}” ({side.source}) ", places([side.evidence])) for side in pair]
    return tag("li", paragraph_html(said))


def _summary(result: RenderedResult, places: Places) -> Iterator[Html]:
    yield part("Quick summary")
    if instead := instead_of_summary(result.facts, result.summary):
        yield tag("p", instead)
        return
    blocks, room = list(_blocks(result.summary)), _SUMMARY_ROOM
    for number, block in enumerate(blocks):
        shown = _block_html(block, places)
        room -= len(shown)
        if room < 0 and number:
            more = f"and {counted(len(blocks) - number, 'part')} more: "
            yield tag("p", more, tag("code", "result.summary"), class_="summarizer-more")
            return
        yield shown


class _Block(NamedTuple):
    """A paragraph, title or list of a summary: its sentences, each with where it stands."""

    kind: Literal["headline", "section", "", "bullets"]
    sentences: Sequence[tuple[str, Sequence[Evidence]]]


def _blocks(summary: Summary) -> Iterator[_Block]:
    if summary.headline.strip():
        yield _Block("headline", [(summary.headline, summary.headline_evidence)])
    yield from (_Block("", _told(paragraph)) for paragraph in summary.lead if paragraph)
    for section, _ in shown_sections(summary):
        if section.title.strip():
            yield _Block("section", [(section.title, section.title_evidence)])
        yield from (_Block("", _told(paragraph)) for paragraph in section.paragraphs if paragraph)
        if section.bullets:
            yield _Block("bullets", _told(section.bullets))


def _told(sentences: Paragraph) -> list[tuple[str, Sequence[Evidence]]]:
    return [(sentence.text, sentence.evidence) for sentence in sentences]


def _block_html(block: _Block, places: Places) -> Html:
    said = [(text + gap_after(text), places(evidence)) for text, evidence in block.sentences[:_SENTENCES]]
    left = len(block.sentences) - len(said)
    more = tag("p", f"and {counted(left, 'sentence')} more", class_="summarizer-more") if left else None
    if block.kind == "bullets":
        return together([tag("ul", *(tag("li", paragraph_html([one])) for one in said)), more])
    return together([paragraph_html(said, kind=block.kind), more])


def _refused(result: RenderedResult, places: Places) -> Iterator[Html]:
    kept = [fact for fact in result.rejected if fact.outcome != "refused"]
    refused = [fact for fact in result.rejected if fact.outcome == "refused"]
    for title, facts in (("Supported, and not among the key facts", kept), ("Drafted and refused", refused)):
        items = (statement_html(_judged(fact, places)) for fact in facts)
        yield from folded(title, items, count=len(facts), room=_FOLDED_ROOM, all_of_it="result.rejected")
    dropped = result.summary.dropped
    yield from folded(
        "Written for the summary and not kept",
        (_dropped(one, places) for one in dropped),
        count=len(dropped),
        room=_FOLDED_ROOM,
        all_of_it="result.summary.dropped",
    )


def _judged(fact: CheckedFact, places: Places) -> Said:
    return Said(
        text=fact.statement,
        sign=VERDICT_MARKS[fact.verdict],
        tone=TONES.get(fact.verdict, "open"),
        why=outcome_of(fact),
        places=places(fact.evidence),
    )


def _dropped(item: DroppedSentence, places: Places) -> Html:
    said = Said(
        text=item.text,
        sign=VERDICT_MARKS[item.verdict],
        tone=TONES.get(item.verdict, "open"),
        why=reasoned(item.verdict, item.reason),
        places=places(item.evidence),
    )
    return statement_html(said)


def _listed_sources(sources: Sources) -> list[Html]:
    listed = sources.listed()
    items = (tag("li", shortened(line, most=_LINE), dir="auto") for line in listed)
    return folded("Sources", items, count=len(listed), room=_FOLDED_ROOM, all_of_it="result.document.sources")
