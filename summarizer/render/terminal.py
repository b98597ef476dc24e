"""A result, or checked claims, as plain text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.errors import ConfigError
from summarizer.facts.fact import CheckedFact
from summarizer.render.wording import (
    NO_SUMMARY,
    NOTHING_TICKED,
    STANDS_IN,
    VERDICT_MARKS,
    VERDICT_WORDS,
    gap_after,
    one_line,
    outcome_of,
)
from summarizer.render.wrapping import columns, wrap
from summarizer.summary.summary import Summary, SummarySentence
from summarizer.verification.judging.corrections import marked_edit
from summarizer.verification.verdict import CheckedClaim

MIN_WIDTH = 40


def text_of(
    *,
    facts: Sequence[CheckedFact],
    rejected: Sequence[CheckedFact],
    summary: Summary,
    failures: tuple[str, ...],
    width: int,
) -> str:
    """Key facts, quick summary, what was refused and what failed, as text: `columns(line) <= width` for each line.

    Control characters of the source are shown as U+FFFD, so that no text can drive the terminal. There is no line
    break at the end.

    Args:
        facts: the ticked facts, in the order to show.
        rejected: the other drafted facts; those that were refused are listed with the reason.
        summary: the summary that stands on the facts.
        failures: what failed, a line each; shown with a leading `!`.
        width: columns to wrap at, at least 40.

    Raises:
        ConfigError: `width` is less than 40.
    """
    _check_width(width)
    blocks: list[list[str]] = []
    if facts:
        blocks.append([*_heading("Key Facts"), *(line for fact in facts for line in _key_fact(fact, width=width))])
    else:
        blocks.append(wrap(NOTHING_TICKED, width=width))
    blocks.extend(_summary_blocks(summary, width=width))
    refused = [fact for fact in rejected if fact.outcome == "refused"]
    if refused:
        lines = _heading("Not ticked")
        for fact in refused:
            lines += _item(VERDICT_MARKS[fact.verdict], fact.statement, width=width)
            lines += wrap(outcome_of(fact), width=width, indent="  ")
        blocks.append(lines)
    if failures:
        blocks.append([line for failure in failures for line in _item("!", failure, width=width)])
    return "\n\n".join("\n".join(block) for block in blocks)


def claims_text_of(claims: Sequence[CheckedClaim], *, width: int) -> str:
    """Checked claims as text: mark, claim, verdict with reason, evidence with its offsets; a last line counts them.

    Args:
        claims: the claims in the order to show.
        width: columns to wrap at, at least 40.

    Raises:
        ConfigError: `width` is less than 40.
    """
    _check_width(width)
    blocks: list[str] = []
    for claim in claims:
        lines = _item(VERDICT_MARKS[claim.verdict], claim.statement, width=width)
        reason = f": {claim.reason}" if claim.reason.strip() else ""
        lines += wrap(VERDICT_WORDS[claim.verdict] + reason, width=width, indent="  ")
        for place in claim.evidence:
            lines += wrap(f"“{one_line(place.text)}” ({place.start}–{place.end})", width=width, indent="  > ")
        blocks.append("\n".join(lines))
    counts = Counter(claim.verdict for claim in claims)
    total = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    tally = f"{total}: " + ", ".join(f"{counts[verdict]} {word}" for verdict, word in VERDICT_WORDS.items())
    return "\n\n".join([*blocks, "\n".join(wrap(tally, width=width))])


def _check_width(width: int) -> None:
    if width < MIN_WIDTH:
        raise ConfigError(f"width is {width} columns; give at least {MIN_WIDTH}")


def _heading(title: str) -> list[str]:
    return [title, "─" * columns(title)]


def _item(mark: str, text: str, *, width: int) -> list[str]:
    return wrap(text, width=width, first=f"{mark} ", indent="  ")


def _summary_blocks(summary: Summary, *, width: int) -> Iterator[list[str]]:
    if next(summary.sentences(), None) is None:
        yield wrap(NO_SUMMARY, width=width)
        return
    opening = _heading("Quick Summary")
    if summary.written_by == "evidence":
        opening += wrap(f"({STANDS_IN})", width=width)
    if summary.headline.strip():
        opening += wrap(summary.headline, width=width)
    yield opening
    for paragraph in summary.lead:
        if paragraph:
            yield wrap(_joined(paragraph), width=width)
    for section in summary.sections:
        title = wrap(section.title, width=width) if section.title.strip() else []
        blocks = [wrap(_joined(paragraph), width=width) for paragraph in section.paragraphs if paragraph]
        if section.bullets:
            blocks.append([line for bullet in section.bullets for line in _item("-", bullet.text, width=width)])
        if blocks:
            blocks[0] = title + blocks[0]
        yield from blocks


def _key_fact(fact: CheckedFact, *, width: int) -> list[str]:
    """A ticked fact, and below it the edit that made it hold, where one was needed."""
    lines = _item("✓", fact.statement, width=width)
    if fact.drafted != fact.statement:
        lines += wrap(f"repaired: {one_line(marked_edit(fact.drafted, fact.statement))}", width=width, indent="  ")
    return lines


def _joined(paragraph: Sequence[SummarySentence]) -> str:
    return "".join(sentence.text + gap_after(sentence.text) for sentence in paragraph)
