"""A chunk is split in two for a model whose context turns out to be smaller than the chunk.

split_chunk(chunk of sentences 0 to 5, document=document)  ->  (chunk of 0 to 2, chunk of 3 to 5)
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import renumbered
from summarizer.document.surroundings.surrounding import Surrounding

# Sentences shown before the second half: enough for its first pronouns, and few, as room is what is lacking.
_LEAD = 2


def split_chunk(chunk: Chunk, *, document: Document) -> tuple[Chunk, Chunk] | None:
    """Two chunks with the units of this one, in order, cut where the halves are most alike; None for a single unit.

    `[u.span for half in halves for u in half.units] == [u.span for u in c.units]`, and their ids are the chunk's with
    "a" and "b". Their `tokens` are shares of the chunk's, by length.

    Args:
        chunk: what to cut.
        document: what it is a chunk of.
    """
    if len(chunk.units) < 2:
        return None
    middle = (chunk.start + chunk.end) / 2
    cut = min(range(1, len(chunk.units)), key=lambda at: abs(chunk.units[at].span.start - middle))
    first, second = chunk.units[:cut], chunk.units[cut:]
    lead, heading = _shown_before(second[0].sentence, first, document)
    before = tuple(one for one in chunk.asides if one.span.start < second[0].span.start)
    return (
        _half(chunk, "a", first, lead=chunk.lead, heading=chunk.heading, asides=before),
        _half(chunk, "b", second, lead=lead, heading=heading, asides=chunk.asides[len(before) :]),
    )


def _shown_before(sentence: int, first: Sequence[Unit], document: Document) -> tuple[tuple[int, ...], str]:
    """The sentences of the first half that are shown before the second, back to the heading, and that heading."""
    own = document.block_of(sentence)
    if own.kind == "heading":
        return (), document.prose(own.span)
    lead = dict.fromkeys(unit.sentence for unit in first[-_LEAD:])
    lead.pop(sentence, None)
    heading = document.heading_above(sentence)
    if heading is None:
        return tuple(lead), ""
    return tuple(index for index in lead if index >= heading.last), document.prose(heading.span)


def _half(
    chunk: Chunk,
    letter: str,
    units: tuple[Unit, ...],
    *,
    lead: tuple[int, ...],
    heading: str,
    asides: tuple[Surrounding, ...],
) -> Chunk:
    start, end = units[0].span.start, units[-1].span.end
    return Chunk(
        id=f"{chunk.id}{letter}",
        start=start,
        end=end,
        units=renumbered(units),
        lead=lead,
        heading=heading,
        tokens=round(chunk.tokens * (end - start) / (chunk.end - chunk.start)),
        asides=asides,
    )
