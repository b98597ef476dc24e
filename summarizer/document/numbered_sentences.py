"""A stretch of a document is written as numbered lines, the form in which a model reads it.

[title] Harbour to close
[date] 2026-05-03
[1] The port of Lund closes on 3 May.
[2] It handled 40 ships a year.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.document.sources.source_part import SourcePart
from summarizer.document.surroundings.asides import aside_line
from summarizer.document.surroundings.surrounding import Surrounding
from summarizer.text.span import Span

_LEFT_OUT: Final = "[...]"
_NUMBERED_LINE: Final = re.compile(r"\[(\d+)\] (.*)")


def numbered(document: Document, units: Sequence[Unit], *, titled: bool = True, cut: bool = False) -> str:
    """The units as lines `[number] words`, after the document's title and date.

    One line is one unit: white space inside it is folded, so that no text can begin a numbered line of its own.
    Units that do not follow each other in the document have a line `[...]` between them; of several sources each has a
    line `[source id] title (date, url)` where it begins.

    Args:
        document: the document that the units are of.
        units: what to show, in order; each keeps its own number.
        titled: False for units that follow others on the same page.
        cut: say too where the document begins before the first of them, or goes on behind the last.
    """
    lines = _title_and_date(document) if titled else []
    body = _numbered_lines(document, units)
    if cut and units and document.text[: units[0].span.start].strip():
        body.insert(0, _LEFT_OUT)
    if cut and units and document.text[units[-1].span.end :].strip():
        body.append(_LEFT_OUT)
    return "\n".join([*lines, *body])


def numbered_chunk(document: Document, chunk: Chunk) -> str:
    """A chunk as numbered lines, after what a reader must know: title, date, section, the sentences before.

    What the chunk leaves out has a line `[aside]` in its place, without a number, so that nothing can cite it.
    """
    opening = _part_at(document, chunk.units[0].span)
    lines = _title_and_date(document) + ([_source_line(opening)] if opening else [])
    if chunk.heading:
        lines.append(f"[section] {_in_one_line(chunk.heading)}")
    lines += [f"[before] {document.prose(document.sentences[index].body)}" for index in chunk.lead]
    return "\n".join([*lines, *_numbered_lines(document, chunk.units, within=opening, asides=chunk.asides)])


def read_numbered(text: str) -> dict[int, str]:
    """The words of each numbered line by its number; lines without a number are passed over."""
    lines = (_NUMBERED_LINE.fullmatch(line) for line in text.split("\n"))
    return {int(line[1]): line[2] for line in lines if line is not None}


def _title_and_date(document: Document) -> list[str]:
    lines = [f"[title] {_in_one_line(document.title)}"] if document.title else []
    return [*lines, f"[date] {document.date.isoformat()}"] if document.date else lines


def _part_at(document: Document, span: Span) -> SourcePart | None:
    """The source that a place is in; None where the document has no other, so that nobody needs to know."""
    return document.part_at(span.start) if len(document.parts) > 1 else None


def _source_line(part: SourcePart) -> str:
    """What a reader must know where a source begins: `[source b] Harbour to close (2026-05-03, https://example.org)`."""
    about = ", ".join(_in_one_line(one) for one in (part.date.isoformat() if part.date else "", part.url or "") if one)
    words = [f"[source {_in_one_line(part.id)}]", _in_one_line(part.title or ""), f"({about})" if about else ""]
    return " ".join(word for word in words if word)


def _numbered_lines(
    document: Document,
    units: Sequence[Unit],
    *,
    within: SourcePart | None = None,
    asides: Sequence[Surrounding] = (),
) -> list[str]:
    """The lines of the units; where a source begins a line names it, but for the one that the reader is within."""
    lines: list[str] = []
    here: int | None = None
    shown: Iterator[Unit | Surrounding] = heapq.merge(units, asides, key=lambda one: one.span.start)
    for one in shown:
        part = _part_at(document, one.span)
        if part is not None and part != within:
            lines.append(_source_line(part))
            within, here = part, None
        if here is not None and document.text[here : one.span.start].strip():
            lines.append(_LEFT_OUT)
        lines.append(_line(document, one))
        here = one.span.end
    return lines


def _line(document: Document, one: Unit | Surrounding) -> str:
    if isinstance(one, Surrounding):
        return aside_line(one, prose=document.prose)
    return f"[{one.number}] {document.prose(one.span)}"


def renumbered(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The same units numbered from 1 in order: `[u.number for u in result] == list(range(1, len(units) + 1))`."""
    return tuple(Unit(number=number, sentence=u.sentence, span=u.span) for number, u in enumerate(units, start=1))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
