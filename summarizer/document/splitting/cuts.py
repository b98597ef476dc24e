"""Before which units a document may be cut into chunks, by what begins there: section, heading, block or sentence.

cut_places(document, units)  ->  CutPlaces(units=[1, 3, …], sentences=[1, 3, …], blocks=[3, …], headings=[], …)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from summarizer.document.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class CutPlaces:
    """Numbers of units, ascending; none stands behind a heading, and the first unit is none of them.

    A source begins with a heading and a top section of its own, whatever its first words are; the other `top_sections`
    are headings of the highest level that has several (a lone one is the title).
    """

    units: Sequence[int]
    sentences: Sequence[int]
    blocks: Sequence[int]
    headings: Sequence[int]
    top_sections: Sequence[int]


def cut_places(document: Document, units: Sequence[int], *, openings: Container[int]) -> CutPlaces:
    """The places of a document whose units are given.

    Args:
        document: What is to be cut.
        units: The sentence that each unit is, or is a piece of.
        openings: The sentences that open a source.
    """
    blocks = [document.block_of(sentence) for sentence in units]
    heads = {unit for unit, block in enumerate(blocks) if block.kind == "heading"}
    places = [unit for unit in range(1, len(units)) if unit - 1 not in heads]
    sentences = _where_changed(units, places)
    sources = {unit for unit in sentences if units[unit] in openings}
    level = _top_level(document, {blocks[unit].index for unit in heads})
    top = {unit for unit in heads if blocks[unit].level == level}
    return CutPlaces(
        units=places,
        sentences=sentences,
        blocks=_where_changed([block.index for block in blocks], sentences),
        headings=_those_in(heads | sources, places),
        top_sections=_those_in(top | sources, places),
    )


def _those_in(chosen: Container[int], places: Sequence[int]) -> list[int]:
    return [place for place in places if place in chosen]


def _where_changed(values: Sequence[int], places: Sequence[int]) -> list[int]:
    return [place for place in places if values[place] != values[place - 1]]


def _top_level(document: Document, headings: set[int]) -> int:
    """The highest level that several headings have; 0 if none has."""
    levels = Counter(document.blocks[index].level for index in headings)
    return min((level for level, count in levels.items() if count > 1), default=0)
