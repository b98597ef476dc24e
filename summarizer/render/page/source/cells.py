"""The cells of a table's row: what stands between bars, or between the gaps of a plain table's columns.

cells_of("| Year | Ships |", Span(0, 16))  ->  [Span(2, 6), Span(9, 14)]
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.text.span import Span

_BAR: Final = re.compile(r"(?<!\\)\|")
_GAP: Final = re.compile(r"\t+| {2,}")
_NUMBER: Final = re.compile(r"[-+−–±~≈$€£¥]{0,3}\s?\d[\d\s.,:/%–-]*\s?[%€$£¥]?\s*")


def cells_of(text: str, row: Span) -> list[Span]:
    """The cells of a row, in order, without the spaces around their words; at least one.

    Args:
        text: what the row is a span of.
        row: the words of the row, without a line that is drawn below it.
    """
    written = row.of(text)
    parting = _BAR if _BAR.search(written) else _GAP
    edges: list[tuple[int, int]] = [match.span() for match in parting.finditer(written)]
    cells, here = [], 0
    for start, end in [*edges, (len(written), len(written))]:
        cells.append(_trimmed(text, Span(row.start + here, row.start + start)))
        here = end
    if parting is _BAR:  # the bars at both ends part nothing
        cells = cells[_is_blank(cells[0]) :]
        cells = cells[: len(cells) - _is_blank(cells[-1])] if len(cells) > 1 else cells
    return cells


def is_number(cell: str) -> bool:
    """Whether a cell holds a figure, which is set flush with those above and below it."""
    return _NUMBER.fullmatch(cell.strip("*_ ")) is not None


def _is_blank(span: Span) -> bool:
    return span.start >= span.end


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
