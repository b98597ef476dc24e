"""The words of a paragraph of a DOCX: its runs as they are read, without what was deleted, hidden or computed.

words_of(paragraph)  ->  [Piece("It rained"), Piece(note=("footnote", "2")), Piece(" on Monday.")]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from summarizer.document.markup import small_digits
from summarizer.document.readers.zipped.xml_tree import Node

# What is not read: what was deleted or moved away, instructions of fields, properties, what Word offers in place of
# something that it can show, ruby readings.
_SKIPPED: Final = frozenset(
    "w:del w:moveFrom w:instrText w:delText w:pPr w:rPr w:sdtPr w:tblPr mc:Fallback w:rt w:annotationRef "
    "w:txbxContent w:fldData".split()
)
_BREAKS: Final = {"w:tab": " ", "w:br": " ", "w:cr": " ", "w:noBreakHyphen": "-", "w:ptab": " "}
_NOTES: Final = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}


class Piece(NamedTuple):
    """Words, or a reference to a note by its kind and id."""

    words: str = ""
    note: tuple[str, str] | None = None


def words_of(paragraph: Node) -> Iterator[Piece]:
    """The pieces of a paragraph, in order.

    Args:
        paragraph: A `w:p`, or anything that holds runs.
    """
    for child in paragraph.elements():
        if child.name in _SKIPPED:
            continue
        if child.name == "w:r":
            yield from _run(child)
        elif child.name == "m:oMath":
            yield Piece("".join(one.words for one in child.all("m:t")))
        else:
            yield from words_of(child)


def _run(run: Node) -> Iterator[Piece]:
    properties = run.find("w:rPr")
    if properties is not None and any(one.get("val") not in {"0", "false"} for one in properties.elements("w:vanish")):
        return
    level = _level(properties) if properties is not None else ""
    for child in run.elements():
        if child.name in _NOTES:
            yield Piece(note=(_NOTES[child.name], child.get("id")))
        elif child.name in _BREAKS:
            yield Piece("" if child.get("type") == "page" else _BREAKS[child.name])
        elif child.name == "w:t":
            yield Piece(_small(child.words, level))
        elif child.name not in _SKIPPED:
            yield from words_of(child)


def _level(properties: Node) -> str:
    """Whether a run is set "superscript" or "subscript", by name or by how far it is moved."""
    align, moved = properties.find("w:vertAlign"), properties.find("w:position")
    if align is not None:
        return align.get("val")
    by = moved.get("val") if moved is not None else ""
    return "" if by.strip("-0") == "" else "subscript" if by.startswith("-") else "superscript"


def _small(words: str, level: str) -> str:
    """Raised and low digits as small characters."""
    if any(map(str.isdigit, words)) and level in {"superscript", "subscript"}:
        return small_digits(words, level="sup" if level == "superscript" else "sub")
    return words
