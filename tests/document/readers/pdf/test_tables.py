"""Rows of a table are told from lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from made_files import At, lines, pdf

from summarizer.document.readers.pdf.lines import lines_of
from summarizer.document.readers.pdf.page_words import pages_here
from summarizer.document.readers.pdf.tables import table_at


def cells(rows: Sequence[tuple[str, ...]], *, step: float = 14) -> list[list[str]] | None:
    """The cells of the table that begins with the first row, set in columns."""
    page = [At(60 + 150 * n, 80 + step * y, cell) for y, row in enumerate(rows) for n, cell in enumerate(row) if cell]
    table = table_at(lines_of(pages_here(pdf([page])).pages[0].words, page=1), 0)
    return [[" ".join(word.text for word in cell) for cell in row] for row in table.rows] if table else None


def test_short_cells_in_columns_are_a_table() -> None:
    """Some may be empty."""
    rows = [("Year", "Ships", "Cost"), ("2016", "18", ""), ("2017", "22 of them", "2.6")]
    assert cells(rows) == [list(row) for row in rows]


def test_fewer_rows_lists_and_labels_are_none() -> None:
    """Two rows may stand beside each other by accident; numbers of items and labels of prose are no columns."""
    assert cells([("Year", "Ships"), ("2016", "18")]) is None
    assert cells([("1.", "One"), ("2.", "Two"), ("3.", "Three")]) is None
    prose = "a long text that goes on and on beside its label, as in a list"
    assert cells([("Label", prose), ("Other", prose), ("Third", prose)]) is None
    assert cells([("Year", "Ships"), ("2016", "18"), ("2017", "22")], step=60) is None
    assert table_at(lines_of(pages_here(pdf([lines(["It rained."] * 4)])).pages[0].words, page=1), 0) is None
