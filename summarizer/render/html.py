"""A result is written as one HTML page, in which every fact and sentence leads to its place in the article.

<li><span class="sign">✓</span> <span><a href="#e18-51">The port closes.</a></span></li>
…
<mark id="e18-51">The port of Lund closes on 3 May.</mark>
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import chain
from typing import Final

from summarizer.errors import MismatchError
from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.notices.notice import Notice
from summarizer.render.disagreements import DISAGREE, Side, sides_of
from summarizer.render.highlights import Highlighted, anchor, highlighted
from summarizer.render.renderer import RenderedResult, RenderedSource, Renderer, RenderOptions
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
from summarizer.summary.summary import DroppedSentence, Section, Summary, SummarySentence
from summarizer.text.span import Evidence, Span


def html_of(
    *,
    text: str,
    title: str | None,
    language: str,
    facts: Sequence[CheckedFact],
    rejected: Sequence[CheckedFact],
    summary: Summary,
    notices: Sequence[Notice] = (),
    sources: Sequence[RenderedSource] = (),
    disagreements: Sequence[tuple[Side, Side]] = (),
) -> str:
    """One self-contained page: no script, nothing loaded; facts and sentences link to marked places in the article.

    Every link `#e<start>-<end>` of the page has exactly one element with that id, and the text content of the article
    in the page is the document's text, each character that cannot stand in HTML shown as U+FFFD.

    Args:
        text: the document's text, which the evidence refers to.
        title: the article's title; without one the headline of the summary names the page.
        language: ISO 639-1 code of the article, empty if unknown.
        facts: the ticked facts, in the order to show.
        rejected: every other drafted fact, shown folded away with the reason.
        summary: the summary that stands on the facts.
        notices: what a reader has to know, as a banner above the facts; the quiet ones below the summary.
        sources: the texts that the document is joined of; where there are several, each fact names its own.
        disagreements: the two sides of each, shown below the key facts.

    Raises:
        MismatchError: an evidence does not stand in this text.
    """
    support = _places(text, chain(_supporting(facts, summary), (side.evidence for side in chain(*disagreements))))
    doubted = _places(text, chain.from_iterable(fact.evidence for fact in rejected)) - support
    article = highlighted(text, support | doubted, quiet=doubted)
    name = one_line(title or "") or one_line(summary.headline) or "Key facts and quick summary"
    named = Sources(sources)
    body = "\n".join(
        (
            f'<h1 dir="auto">{escape(name)}</h1>',
            "<main>",
            '<section id="result" tabindex="0" aria-label="Key facts and quick summary">',
            *_banner([notice.line for notice in notices if not notice.quiet]),
            *_facts_part(facts, sources=named),
            *_disagreements_part(disagreements),
            *_summary_part(summary, facts),
            *(_note(notice.line) for notice in notices if notice.quiet),
            *_sources_part(named),
            *_refused_part(rejected, summary.dropped),
            "</section>",
            '<section id="article" tabindex="0" aria-label="Article">',
            '<h2 lang="en">Article</h2>',
            f'<div class="text" dir="auto">{article.html}</div>',
            '<a class="back" href="#result" lang="en">↑ Key facts</a>',
            "</section>",
            "</main>",
        )
    )
    return f"{_head(name, language, article)}<body>\n{body}\n</body>\n</html>\n"


def _supporting(facts: Sequence[CheckedFact], summary: Summary) -> Iterator[Evidence]:
    for fact in facts:
        yield from fact.evidence
    yield from summary.headline_evidence
    for section, _ in shown_sections(summary):
        yield from section.title_evidence
    for sentence in summary.sentences():
        yield from sentence.evidence


def _places(text: str, evidence: Iterable[Evidence]) -> set[Span]:
    """The spans of the evidence; a place that says something else is never marked."""
    places: set[Span] = set()
    for place in evidence:
        if place.span.of(text) != place.text:
            raise MismatchError(f"the evidence at {place.start}..{place.end} does not stand there in the text")
        places.add(place.span)
    return places


def _head(name: str, language: str, article: Highlighted) -> str:
    style = files("summarizer.render").joinpath("page.css").read_text(encoding="utf-8")
    # A span in several elements: its other parts light up with the one that the link names.
    for part in map(anchor, article.split):
        style += (
            f"body:has(#{part}:target) :is([data-of={part}], [data-of={part}] mark) {{ background: var(--target); }}\n"
        )
    return f"""<!DOCTYPE html>
<html lang="{escape(one_line(language))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(name)}</title>
<style>
{style}</style>
</head>
"""


def _facts_part(facts: Sequence[CheckedFact], *, sources: Sources) -> Iterator[str]:
    if not facts:
        yield _note(NOTHING_TICKED)
        return
    yield '<h2 lang="en">Key Facts</h2>'
    yield '<ul class="facts">'
    for fact in facts:
        said = _cited(fact.statement, fact.evidence)
        if names := sources.after(fact.evidence):
            said += f'<span class="source">{escape(names)}</span>'
        yield f'<li dir="auto"><span class="sign">✓</span> <span>{said}</span></li>'
    yield "</ul>"


def _summary_part(summary: Summary, facts: Sequence[CheckedFact]) -> Iterator[str]:
    instead = instead_of_summary(facts, summary)
    if instead:
        yield _note(instead)
        return
    yield '<h2 lang="en">Quick Summary</h2>'
    if summary.headline.strip():
        yield f'<p class="headline" dir="auto">{_cited(summary.headline, summary.headline_evidence)}</p>'
    yield from map(_paragraph, filter(None, summary.lead))
    for section, apart in shown_sections(summary):
        if apart:
            yield "<hr>"
        yield from _section_part(section)


def _section_part(section: Section) -> Iterator[str]:
    if section.title.strip():
        yield f'<h3 dir="auto">{_cited(section.title, section.title_evidence)}</h3>'
    yield from map(_paragraph, filter(None, section.paragraphs))
    if section.bullets:
        yield "<ul>"
        for bullet in section.bullets:
            yield f'<li dir="auto">{_cited(bullet.text, bullet.evidence)}</li>'
        yield "</ul>"


def _note(sentence: str) -> str:
    return f'<p class="note" lang="en">{escape(one_line(sentence))}</p>'


def _disagreements_part(disagreements: Sequence[tuple[Side, Side]]) -> Iterator[str]:
    if disagreements:
        yield f'<h2 lang="en">{DISAGREE}</h2>'
        yield '<ul class="disagreements">'
        for sides in disagreements:
            yield f'<li dir="auto">{"".join(map(_side, sides))}</li>'
        yield "</ul>"


def _side(side: Side) -> str:
    said = _cited(f"“{side.sentence}”", [side.evidence])
    return f'<div>{said}<span class="source"> ({escape(side.source)})</span></div>'


def _sources_part(sources: Sources) -> Iterator[str]:
    if listed := sources.listed():
        yield '<h2 lang="en">Sources</h2>'
        yield "<ul>"
        for line in listed:
            yield f'<li dir="auto">{escape(line)}</li>'
        yield "</ul>"


def _banner(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield '<div class="banner" role="note" lang="en">'
        for line in lines:
            yield f"<p><strong>Note:</strong> {escape(one_line(line))}</p>"
        yield "</div>"


def _refused_part(rejected: Sequence[CheckedFact], dropped: Sequence[DroppedSentence]) -> Iterator[str]:
    supported = [fact for fact in rejected if fact.outcome != "refused"]
    refused = [fact for fact in rejected if fact.outcome == "refused"]
    yield from _folded("Supported, and not among the key facts", map(_fact_item, supported))
    yield from _folded("Drafted and refused", map(_fact_item, refused))
    yield from _folded("Written for the summary and not kept", map(_dropped_item, dropped))


def _folded(title: str, items: Iterable[str]) -> Iterator[str]:
    """A list that is folded away under its title and count; nothing where it is empty."""
    if listed := list(items):
        yield f'<details>\n<summary lang="en">{title} ({len(listed)})</summary>'
        yield '<ul class="facts refused">'
        yield from listed
        yield "</ul>\n</details>"


def _fact_item(fact: CheckedFact) -> str:
    return _refused_item(fact.statement, VERDICT_MARKS[fact.verdict], outcome_of(fact), fact.evidence)


def _dropped_item(item: DroppedSentence) -> str:
    return _refused_item(item.text, VERDICT_MARKS[item.verdict], reasoned(item.verdict, item.reason), ())


def _refused_item(text: str, sign: str, why: str, evidence: Sequence[Evidence]) -> str:
    said = f'<span>{_cited(text, evidence)}<span class="why" dir="ltr" lang="en">{escape(why)}</span></span>'
    return f'<li dir="auto"><span class="sign">{sign}</span> {said}</li>'


def _paragraph(sentences: Sequence[SummarySentence]) -> str:
    linked = "".join(_cited(s.text, s.evidence) + gap_after(s.text) for s in sentences)
    return f'<p dir="auto">{linked.rstrip()}</p>'


def _cited(text: str, evidence: Sequence[Evidence]) -> str:
    """The text as a link to its first evidence, and a small number for each further one."""
    said = escape(one_line(text))
    targets = list(dict.fromkeys(anchor(place.span) for place in evidence))
    if not targets:
        return said
    further = "".join(
        f'<a class="also" href="#{target}" aria-label="Evidence {number}">{number}</a>'
        for number, target in enumerate(targets[1:], start=2)
    )
    return f'<a href="#{targets[0]}">{said}</a>{further}'


def _render(result: RenderedResult, _options: RenderOptions) -> str:
    if result.document.text is None:
        raise MismatchError("the page shows the article, and this result holds no text; call result.attach(text) first")
    return html_of(
        text=result.document.text,
        title=result.document.title,
        language=result.document.language,
        facts=result.facts,
        rejected=result.rejected,
        summary=result.summary,
        notices=result.notices,
        sources=result.document.sources,
        disagreements=sides_of(result),
    )


HTML: Final = Renderer(name="html", writes="one HTML page", render=_render)
