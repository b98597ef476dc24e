"""The cells of a row."""

from __future__ import annotations

import pytest

from summarizer.render.page.source.cells import cells_of, is_number
from summarizer.text.span import Span


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| Year | Ships |", ["Year", "Ships"]),
        ("Year | Ships", ["Year", "Ships"]),
        ("| | 40 | |", ["", "40", ""]),
        (r"| a \| b | c |", [r"a \| b", "c"]),
        ("|", [""]),
        ("Year    Ships  at sea", ["Year", "Ships", "at sea"]),
        ("2024\t40\t", ["2024", "40", ""]),
        ("one cell", ["one cell"]),
    ],
)
def test_cells_stand_between_bars_or_gaps(row: str, cells: list[str]) -> None:
    """Each at its place, without the spaces around it."""
    text = f"above\n{row}\nbelow"
    assert [span.of(text) for span in cells_of(text, Span(6, 6 + len(row)))] == cells


def test_figures_are_told_from_words() -> None:
    """With sign, unit of money or share; dates and names are words."""
    assert all(map(is_number, ["40", "1,200.50", "-3 %", "€ 4", "**12**", "2021–2025"]))
    assert not any(map(is_number, ["", "40 ships", "May 3", "n/a", "–"]))
