"""A stretch of a document as numbered lines, the form in which a model reads it."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.chunk import Unit
from summarizer.text.document import Document
from summarizer.text.span import Span


def numbered(document: Document, units: Sequence[Unit], *, lead: Sequence[int] = (), section: str = "") -> str:
    """The units as lines `[number] words`, after what a reader must know: title, date, section, sentences before.

    One line is one unit: white space inside it is folded, so that no text can begin a numbered line of its own.
    Units that do not follow each other in the document have a line `[...]` between them.

    Args:
        document: the document that the units are of.
        units: what to show, in order; each keeps its own number.
        lead: indexes of sentences shown before, without a number.
        section: the title of the section, "" if there is none.
    """
    lines = []
    if document.title:
        lines.append(f"[title] {_line(document.title)}")
    if document.date:
        lines.append(f"[date] {document.date.isoformat()}")
    if section:
        lines.append(f"[section] {_line(section)}")
    for index in lead:
        lines.append(f"[before] {document.prose(document.sentences[index].body)}")
    previous: Unit | None = None
    for unit in units:
        if previous is not None and document.text[previous.span.end : unit.span.start].strip():
            lines.append("[...]")
        lines.append(f"[{unit.number}] {document.prose(unit.span)}")
        previous = unit
    return "\n".join(lines)


def renumbered(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The same units numbered from 1 in order: `[u.number for u in result] == list(range(1, len(units) + 1))`."""
    return tuple(Unit(number=number, sentence=u.sentence, span=u.span) for number, u in enumerate(units, start=1))


def _line(text: str) -> str:
    return " ".join(text.split())
