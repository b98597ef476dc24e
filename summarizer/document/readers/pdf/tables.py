"""Rows of a table are lines whose words stand in the same columns, with gaps between them.

table_at(lines, 4)  ->  Table(rows=((("Year",), ("Ships",)), …)), or None
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Final

from summarizer.document.readers.pdf.lines import Line
from summarizer.document.readers.pdf.page_words import Word

# In sizes of the type: as wide are the gaps between columns at least; three times a space.
_GAP: Final = 0.9
_LEAST_ROWS: Final = 3
_MOST_ROWS: Final = 300  # of a table on one page
_MOST_CELL: Final = 45  # characters of a cell on average; what is longer is prose beside a label
_FILLED: Final = 0.6  # of the cells, at least
_SPREAD: Final = 3.0  # sizes of the type that rows stand apart at most
_MARK: Final = re.compile(
    r"[•‣◦▪●○■□–—*·-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){0,3}|\[\d{1,3}\]"
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells each; a cell is the words in it."""

    rows: tuple[tuple[tuple[Word, ...], ...], ...]


def table_at(lines: Sequence[Line], at: int) -> Table | None:
    """The table that begins with a line; None where none does.

    Args:
        lines: Of one column, from the top down.
        at: Which line.
    """
    end = at
    while end < min(len(lines), at + _MOST_ROWS) and len(_cells(lines[end])) > 1 and _is_near(lines, end, at):
        end += 1
    if end - at < _LEAST_ROWS:
        return None
    rows = [_cells(line) for line in lines[at:end]]
    bounds = _columns(rows, size=lines[at].size)
    if len(bounds) < 2:
        return None
    table = Table(tuple(_in_columns(line, bounds) for line in lines[at:end]))
    return table if _is_table(table) else None


def _is_near(lines: Sequence[Line], here: int, first: int) -> bool:
    return here == first or lines[here].base - lines[here - 1].base <= _SPREAD * lines[here].size


def _cells(line: Line) -> list[list[Word]]:
    """The words of a line, parted at wide gaps."""
    cells: list[list[Word]] = [[line.words[0]]]
    for last, here in zip(line.words, line.words[1:], strict=False):
        if here.left - last.right >= _GAP * line.size:
            cells.append([])
        cells[-1].append(here)
    return cells


def _columns(rows: Sequence[Sequence[Sequence[Word]]], *, size: float) -> list[tuple[float, float]]:
    """From where to where each column goes: the stretches that cells of any row cover."""
    spans = sorted((cell[0].left, cell[-1].right) for row in rows for cell in row)
    bounds = [spans[0]]
    for left, right in spans[1:]:
        start, end = bounds[-1]
        if left - end < _GAP * size / 2:
            bounds[-1] = (start, max(end, right))
        else:
            bounds.append((left, right))
    return bounds


def _in_columns(line: Line, bounds: Sequence[tuple[float, float]]) -> tuple[tuple[Word, ...], ...]:
    return tuple(
        tuple(word for word in line.words if left - 1 <= (word.left + word.right) / 2 <= right + 1)
        for left, right in bounds
    )


def _is_table(table: Table) -> bool:
    """Whether cells are short, most are filled, and the first column is more than the marks of a list."""
    texts = [[" ".join(word.text for word in cell) for cell in row] for row in table.rows]
    columns = [list(filter(None, column)) for column in zip(*texts, strict=True)]
    if sum(map(len, columns)) < _FILLED * sum(map(len, texts)):
        return False
    if any(mean(map(len, cells)) > _MOST_CELL for cells in columns if cells):
        return False
    return not all(map(_MARK.fullmatch, columns[0]))
