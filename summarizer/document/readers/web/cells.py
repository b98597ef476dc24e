r"""The cells of the tables in a Markdown text, each with its table, row and column.

cell_origins("| Year |\n|---|\n| 2024 |")[1].path  ->  "table 1, row 2, column 1"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summarizer.document.sources.origin import Origin

_LINE: Final = re.compile(r"[^\n]*\n?")
_DRAWN: Final = re.compile(r"\|?[\s:|-]*-[\s:|-]*\|?\s*$")
_CELL: Final = re.compile(r"\|((?:\\.|[^|\\\n])*)")


def cell_origins(text: str) -> tuple[Origin, ...]:
    """Where each cell with words stands: the row of heads is row 1, and the line below it is none.

    Args:
        text: Markdown whose rows begin with a bar.
    """
    return tuple(_cells(text))


def _cells(text: str) -> Iterator[Origin]:
    table = row = 0
    for line in _LINE.finditer(text):
        words = line[0]
        if not words.startswith("|"):
            row = 0
            continue
        if row and _DRAWN.match(words):
            continue
        table, row = table + (row == 0), row + 1
        for column, cell in enumerate(_CELL.finditer(words.rstrip()), start=1):
            inner = cell[1].strip()
            if inner:
                start = line.start() + cell.start(1) + len(cell[1]) - len(cell[1].lstrip())
                path = f"table {table}, row {row}, column {column}"
                yield Origin(start=start, end=start + len(inner), path=path)
