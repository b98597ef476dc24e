"""A chunk in two: for a model whose context turns out to be smaller than the chunk."""

from __future__ import annotations

from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.document.listing import renumbered

# Sentences shown before the second half: enough for its first pronouns, and few, as room is what is lacking.
_LEAD = 2


def halves(chunk: Chunk, *, document: Document) -> tuple[Chunk, Chunk] | None:
    """Two chunks with the units of this one, in order, cut where the halves are most alike; None for a single unit.

    `[u.span for half in halves(c) for u in half.units] == [u.span for u in c.units]`, and their ids are the chunk's
    with "a" and "b". Their `tokens` are shares of the chunk's, by length.

    Args:
        chunk: what to cut.
        document: what it is a chunk of.
    """
    if len(chunk.units) < 2:
        return None
    middle = (chunk.start + chunk.end) / 2
    cut = min(range(1, len(chunk.units)), key=lambda at: abs(chunk.units[at].span.start - middle))
    first, second = chunk.units[:cut], chunk.units[cut:]
    lead = [unit.sentence for unit in first[-_LEAD:] if unit.sentence != second[0].sentence]
    heading = document.heading_above(second[0].sentence)
    if heading is not None:
        lead = [index for index in lead if index >= heading.last]
    own = document.block_of(second[0].sentence)
    if own.kind == "heading":
        heading, lead = own, []
    return (
        _half(chunk, "a", first, lead=chunk.lead, heading=chunk.heading),
        _half(
            chunk,
            "b",
            second,
            lead=tuple(dict.fromkeys(lead)),
            heading=document.prose(heading.span) if heading else "",
        ),
    )


def _half(chunk: Chunk, letter: str, units: tuple[Unit, ...], *, lead: tuple[int, ...], heading: str) -> Chunk:
    start, end = units[0].span.start, units[-1].span.end
    return Chunk(
        id=f"{chunk.id}{letter}",
        start=start,
        end=end,
        units=renumbered(units),
        lead=lead,
        heading=heading,
        tokens=round(chunk.tokens * (end - start) / (chunk.end - chunk.start)),
    )
