"""A result, or checked claims, is written as plain text for a terminal.

Key Facts
─────────
✓ The port of Lund closes on 3 May.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from summarizer.errors import ConfigError
from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.notices.notice import Notice
from summarizer.render.disagreements import DISAGREE, Side, sides_of
from summarizer.render.renderer import RenderedResult, RenderedSource, Renderer, RenderOptions
from summarizer.render.sources import Sources
from summarizer.render.wording import (
    NOTHING_TICKED,
    VERDICT_MARKS,
    VERDICT_WORDS,
    gap_after,
    instead_of_summary,
    outcome_of,
    reasoned,
    shown_sections,
)
from summarizer.render.wrapping import columns, wrap
from summarizer.summary.summary import Section, Summary, SummarySentence
from summarizer.verification.judging.word_edits import marked_edit
from summarizer.verification.verdict import CheckedClaim

MIN_WIDTH = 40
# Sets a section without a title apart from the titled one before it.
_BREAK: Final = "* * *"


def text_of(
    *,
    facts: Sequence[CheckedFact],
    rejected: Sequence[CheckedFact],
    summary: Summary,
    width: int,
    notices: Sequence[Notice] = (),
    sources: Sequence[RenderedSource] = (),
    disagreements: Sequence[tuple[Side, Side]] = (),
) -> str:
    """What to know, key facts, quick summary and what was refused, as text: `columns(line) <= width` for each line.

    Control characters of the source are shown as U+FFFD, so that no text can drive the terminal. There is no line
    break at the end.

    Args:
        facts: the ticked facts, in the order to show.
        rejected: the other drafted facts; those that were refused are listed with the reason.
        summary: the summary that stands on the facts.
        width: columns to wrap at, at least 40.
        notices: what a reader has to know, with a leading `!` above the facts; the quiet ones at the end.
        sources: the texts that the document is joined of; where there are several, each fact names its own.
        disagreements: the two sides of each, shown below the key facts.

    Raises:
        ConfigError: `width` is less than 40.
    """
    _check_width(width)
    above, below = _notice_blocks(notices, width=width)
    named = Sources(sources)
    blocks = [
        *above,
        _facts_block(facts, width=width, sources=named),
        *_disagreements_block(disagreements, width=width),
        *_summary_blocks(summary, facts, width=width),
    ]
    refused = [fact for fact in rejected if fact.outcome == "refused"]
    if refused:
        blocks.append(_refused_block(refused, width=width))
    if listed := named.listed():
        blocks.append([*_heading("Sources"), *_items("-", listed, width=width)])
    return "\n\n".join("\n".join(block) for block in [*blocks, *below])


def claims_text_of(claims: Sequence[CheckedClaim], *, width: int, notices: Sequence[Notice] = ()) -> str:
    """Checked claims as text: mark, claim, verdict with reason, evidence with its offsets; a last line counts them.

    Args:
        claims: the claims in the order to show.
        width: columns to wrap at, at least 40.
        notices: what a reader has to know, with a leading `!` above the claims; the quiet ones below them.

    Raises:
        ConfigError: `width` is less than 40.
    """
    _check_width(width)
    above, below = ("\n".join(chain.from_iterable(part)) for part in _notice_blocks(notices, width=width))
    blocks = [above] if above else []
    for claim in claims:
        lines = _item(VERDICT_MARKS[claim.verdict], claim.statement, width=width)
        lines += wrap(reasoned(claim.verdict, claim.reason), width=width, indent="  ")
        for place in claim.evidence:
            lines += wrap(f"“{one_line(place.text)}” ({place.start}–{place.end})", width=width, indent="  > ")
        blocks.append("\n".join(lines))
    counts = Counter(claim.verdict for claim in claims)
    total = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    tally = f"{total}: " + ", ".join(f"{counts[verdict]} {word}" for verdict, word in VERDICT_WORDS.items())
    return "\n\n".join([*blocks, *filter(None, [below]), "\n".join(wrap(tally, width=width))])


def _check_width(width: int) -> None:
    if width < MIN_WIDTH:
        raise ConfigError(f"width is {width} columns; give at least {MIN_WIDTH}")


def _notice_blocks(notices: Sequence[Notice], *, width: int) -> tuple[list[list[str]], list[list[str]]]:
    """One block of the notices that stand above the rest, and one of the quiet ones; none where there are none."""
    loud = _items("!", (notice.line for notice in notices if not notice.quiet), width=width)
    quiet = list(chain.from_iterable(wrap(notice.line, width=width) for notice in notices if notice.quiet))
    return [loud] if loud else [], [quiet] if quiet else []


def _heading(title: str) -> list[str]:
    return [title, "─" * columns(title)]


def _facts_block(facts: Sequence[CheckedFact], *, width: int, sources: Sources) -> list[str]:
    if not facts:
        return wrap(NOTHING_TICKED, width=width)
    lines = _heading("Key Facts")
    for fact in facts:
        lines += _key_fact(fact, width=width, sources=sources)
    return lines


def _disagreements_block(disagreements: Sequence[tuple[Side, Side]], *, width: int) -> list[list[str]]:
    """One block of what the two sides of each disagreement say, one below the other; none where there is none."""
    lines = _heading(DISAGREE)
    for first, second in disagreements:
        lines += wrap(f"“{first.sentence}” ({first.source})", width=width, first="≠ ", indent="  ")
        lines += wrap(f"“{second.sentence}” ({second.source})", width=width, indent="  ")
    return [lines] if disagreements else []


def _refused_block(refused: Sequence[CheckedFact], *, width: int) -> list[str]:
    lines = _heading("Not ticked")
    for fact in refused:
        lines += _item(VERDICT_MARKS[fact.verdict], fact.statement, width=width)
        lines += wrap(outcome_of(fact), width=width, indent="  ")
    return lines


def _items(mark: str, texts: Iterable[str], *, width: int) -> list[str]:
    lines: list[str] = []
    for text in texts:
        lines += _item(mark, text, width=width)
    return lines


def _item(mark: str, text: str, *, width: int) -> list[str]:
    return wrap(text, width=width, first=f"{mark} ", indent="  ")


def _summary_blocks(summary: Summary, facts: Sequence[CheckedFact], *, width: int) -> Iterator[list[str]]:
    instead = instead_of_summary(facts, summary)
    if instead:
        yield wrap(instead, width=width)
        return
    opening = _heading("Quick Summary")
    if summary.headline.strip():
        opening += wrap(summary.headline, width=width)
    yield opening
    for paragraph in summary.lead:
        if paragraph:
            yield wrap(_joined(paragraph), width=width)
    for section, apart in shown_sections(summary):
        if apart:
            yield [_BREAK]
        yield from _section_blocks(section, width=width)


def _section_blocks(section: Section, *, width: int) -> list[list[str]]:
    """The blocks of a section, its title above the first."""
    blocks = [wrap(_joined(paragraph), width=width) for paragraph in section.paragraphs if paragraph]
    if section.bullets:
        blocks.append(_items("-", (bullet.text for bullet in section.bullets), width=width))
    if section.title.strip():
        blocks[0] = wrap(section.title, width=width) + blocks[0]
    return blocks


def _key_fact(fact: CheckedFact, *, width: int, sources: Sources) -> list[str]:
    """A ticked fact, and below it the edit that made it hold, where one was needed."""
    lines = _item("✓", fact.statement + sources.after(fact.evidence), width=width)
    if fact.drafted != fact.statement:
        lines += wrap(f"repaired: {one_line(marked_edit(fact.drafted, fact.statement))}", width=width, indent="  ")
    return lines


def _joined(paragraph: Sequence[SummarySentence]) -> str:
    return "".join(sentence.text + gap_after(sentence.text) for sentence in paragraph)


def _render(result: RenderedResult, options: RenderOptions) -> str:
    return text_of(
        facts=result.facts,
        rejected=result.rejected,
        summary=result.summary,
        width=options.width,
        notices=result.notices,
        sources=result.document.sources,
        disagreements=sides_of(result),
    )


TERMINAL: Final = Renderer(name="text", writes="text for a terminal", render=_render)
