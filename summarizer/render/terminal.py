"""A result, or checked claims, is written as plain text for a terminal.

Key Facts
─────────
✓ The port of Lund closes on 3 May.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from summarizer.document.sources.origin import Origin
from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.notices.notice import Notice
from summarizer.render.disagreements import DISAGREE, Side, sides_of
from summarizer.render.lines.sheet import Sheet
from summarizer.render.renderer import OnScreen, RenderedResult, RenderedSource, Renderer, RenderOptions
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
from summarizer.summary.summary import Section, Summary, SummarySentence
from summarizer.text.span import Evidence
from summarizer.verification.judging.word_edits import marked_edit
from summarizer.verification.verdict import CheckedClaim

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
    origins: Sequence[Origin] = (),
    disagreements: Sequence[tuple[Side, Side]] = (),
    shown: OnScreen | None = None,
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
        origins: where stretches of the text stand in the file that was read; each fact names its page or time.
        disagreements: the two sides of each, shown below the key facts.
        shown: colors, numbers, and how much of what was not ticked; None for none of it.

    Raises:
        ConfigError: `width` is less than 40.
    """
    shown = shown or OnScreen()
    sheet = Sheet(width=width, colored=shown.colored)
    above, below = _notice_blocks(notices, sheet=sheet)
    named = Sources(sources, origins)
    listed = rejected if shown.rejected else [fact for fact in rejected if fact.outcome == "refused"]
    numbers = {fact.id: place for place, fact in enumerate((*facts, *rejected), start=1)} if shown.numbered else {}
    blocks = [
        *above,
        _facts_block(facts, sheet=sheet, sources=named, numbers=numbers),
        *_disagreements_block(disagreements, sheet=sheet),
        *_summary_blocks(summary, facts, sheet=sheet),
    ]
    if listed:
        blocks.append(_refused_block(listed, sheet=sheet, numbers=numbers))
    if names := named.listed():
        blocks.append([*sheet.heading("Sources"), *sheet.items("-", names)])
    return "\n\n".join("\n".join(block) for block in [*blocks, *below])


def claims_text_of(
    claims: Sequence[CheckedClaim],
    *,
    width: int,
    notices: Sequence[Notice] = (),
    colored: bool = False,
    place_of: Callable[[Evidence], str] = lambda place: f"{place.start}–{place.end}",
) -> str:
    """Checked claims as text: mark, claim, verdict with reason, evidence with its place; a last line counts them.

    Args:
        claims: the claims in the order to show.
        width: columns to wrap at, at least 40.
        notices: what a reader has to know, with a leading `!` above the claims; the quiet ones below them.
        colored: the terminal has colors.
        place_of: how a place is named; by default by its characters.

    Raises:
        ConfigError: `width` is less than 40.
    """
    sheet = Sheet(width=width, colored=colored)
    above, below = ("\n".join(chain.from_iterable(part)) for part in _notice_blocks(notices, sheet=sheet))
    blocks = [above] if above else []
    for claim in claims:
        lines = sheet.item(VERDICT_MARKS[claim.verdict], claim.statement)
        lines += sheet.wrap(reasoned(claim.verdict, claim.reason), indent="  ")
        for place in claim.evidence:
            lines += sheet.wrap(f"“{one_line(place.text)}” ({place_of(place)})", indent="  > ", tone="faint")
        blocks.append("\n".join(lines))
    counts = Counter(claim.verdict for claim in claims)
    total = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    tally = f"{total}: " + ", ".join(f"{counts[verdict]} {word}" for verdict, word in VERDICT_WORDS.items())
    return "\n\n".join([*blocks, *filter(None, [below]), "\n".join(sheet.wrap(tally))])


def _notice_blocks(notices: Sequence[Notice], *, sheet: Sheet) -> tuple[list[list[str]], list[list[str]]]:
    """One block of the notices that stand above the rest, and one of the quiet ones; none where there are none."""
    loud = sheet.items("!", (notice.line for notice in notices if not notice.quiet))
    wrapped = (sheet.wrap(notice.line, tone="faint") for notice in notices if notice.quiet)
    quiet = list(chain.from_iterable(wrapped))
    return [loud] if loud else [], [quiet] if quiet else []


def _facts_block(
    facts: Sequence[CheckedFact], *, sheet: Sheet, sources: Sources, numbers: Mapping[str, int]
) -> list[str]:
    if not facts:
        return sheet.wrap(NOTHING_TICKED)
    lines = sheet.heading("Key Facts")
    for fact in facts:
        lines += _key_fact(fact, sheet=sheet, sources=sources, number=numbers.get(fact.id))
    return lines


def _disagreements_block(disagreements: Sequence[tuple[Side, Side]], *, sheet: Sheet) -> list[list[str]]:
    """One block of what the two sides of each disagreement say, one below the other; none where there is none."""
    lines = sheet.heading(DISAGREE)
    for first, second in disagreements:
        lines += sheet.item("≠", f"“{first.sentence}” ({first.source})")
        lines += sheet.wrap(f"“{second.sentence}” ({second.source})", indent="  ")
    return [lines] if disagreements else []


def _refused_block(refused: Sequence[CheckedFact], *, sheet: Sheet, numbers: Mapping[str, int]) -> list[str]:
    lines = sheet.heading("Not ticked")
    for fact in refused:
        mark = VERDICT_MARKS[fact.verdict] if fact.outcome == "refused" else "-"  # a tick is for key facts alone
        lines += sheet.item(mark, fact.statement, number=numbers.get(fact.id))
        lines += sheet.wrap(outcome_of(fact), indent="  " if not numbers else "     ", tone="faint")
    return lines


def _summary_blocks(summary: Summary, facts: Sequence[CheckedFact], *, sheet: Sheet) -> Iterator[list[str]]:
    instead = instead_of_summary(facts, summary)
    if instead:
        yield sheet.wrap(instead)
        return
    opening = sheet.heading("Quick Summary")
    if summary.headline.strip():
        opening += sheet.wrap(summary.headline, tone="heading")
    yield opening
    for paragraph in summary.lead:
        if paragraph:
            yield sheet.wrap(_joined(paragraph))
    for section, apart in shown_sections(summary):
        if apart:
            yield [_BREAK]
        yield from _section_blocks(section, sheet=sheet)


def _section_blocks(section: Section, *, sheet: Sheet) -> list[list[str]]:
    """The blocks of a section, its title above the first."""
    blocks = [sheet.wrap(_joined(paragraph)) for paragraph in section.paragraphs if paragraph]
    if section.bullets:
        blocks.append(sheet.items("-", (bullet.text for bullet in section.bullets)))
    if section.title.strip():
        blocks[0] = sheet.wrap(section.title, tone="heading") + blocks[0]
    return blocks


def _key_fact(fact: CheckedFact, *, sheet: Sheet, sources: Sources, number: int | None) -> list[str]:
    """A ticked fact, and below it the edit that made it hold, where one was needed."""
    lines = sheet.item("✓", fact.statement + sources.after(fact.evidence), number=number)
    if fact.drafted != fact.statement:
        edit = f"repaired: {one_line(marked_edit(fact.drafted, fact.statement))}"
        lines += sheet.wrap(edit, indent="  " if number is None else "     ", tone="faint")
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
        origins=result.document.origins,
        disagreements=sides_of(result),
        shown=options.shown,
    )


TERMINAL: Final = Renderer(name="text", writes="text for a terminal", render=_render)
