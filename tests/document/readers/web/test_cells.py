"""The way from a place in a table to its cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.readers.web.cells import cell_origins


def test_cells_have_table_row_and_column() -> None:
    """Rows count from the heads; drawn lines and blank cells have no place; the next table begins anew."""
    text = "It rained.\n\n| Year | Cost \\| |\n|---|---:|\n| 2024 |  |\n\n| a |\n"
    found = [(origin.path, text[origin.start : origin.end]) for origin in cell_origins(text)]
    assert found == [
        ("table 1, row 1, column 1", "Year"),
        ("table 1, row 1, column 2", "Cost \\|"),
        ("table 1, row 2, column 1", "2024"),
        ("table 2, row 1, column 1", "a"),
    ]


@given(st.text("|-\\ a\n", max_size=80))
def test_origins_are_in_order_and_disjoint(text: str) -> None:
    """Whatever the text is."""
    here = 0
    for origin in cell_origins(text):
        assert here <= origin.start < origin.end <= len(text)
        here = origin.end
