"""Rows of tables: what makes a table, where it ends, and to which row a drawn line belongs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.lines.line_paragraphs import Line
from summarizer.document.tables import rows
from summarizer.text.span import Span

TABLES = st.lists(
    st.sampled_from(
        ["| a | b |", "|---|---|", "a | b", "a  b", "  aa   bb", "-----  --", "=====", "a\tb", "word", "|"]
    ),
    min_size=1,
    max_size=7,
).map("\n".join)


def table(text: str, *, markdown: bool = False) -> tuple[tuple[Span, Span], ...]:
    """The rows of the table that the text starts with."""
    lines, at = [], 0
    for line in text.split("\n"):
        words, indent = line.strip(), len(line) - len(line.lstrip())
        lines.append(Line(at + indent, at + indent + len(words), words, indent))
        at += len(line) + 1
    return rows(lines, markdown=markdown)


def read(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    """The words of each row, whole and body."""
    return [(whole.of(text), body.of(text)) for whole, body in table(text, markdown=markdown)]


@given(text=TABLES, markdown=st.booleans())
def test_rows_tile_the_table(text: str, markdown: bool) -> None:  # noqa: FBT001
    """Rows start at the first line, leave out nothing between them, and each body is one line of its whole."""
    found = table(text, markdown=markdown)
    assert not found or text[: found[0][0].start].strip() == ""
    for whole, body in found:
        assert whole.start <= body.start < body.end <= whole.end
        assert body.of(text) in [line.strip() for line in text.split("\n")]
    for (before, _), (after, _) in pairwise(found):
        assert text[before.end : after.start].strip() == ""
        assert "\n" in text[before.end : after.start]


def test_drawn_lines_belong_to_a_row() -> None:
    """A line that only draws goes to the row before it, at the very top to the first row, and is in no body."""
    assert read("-----  ---\na      1\n-----  ---\nb      2\n=====  ===") == [
        ("-----  ---\na      1\n-----  ---", "a      1"),
        ("b      2\n=====  ===", "b      2"),
    ]
    assert read("|---|---|\n| a | b |\n|---|---|", markdown=True) == [("|---|---|\n| a | b |\n|---|---|", "| a | b |")]


def test_an_empty_row_of_bars_is_a_row() -> None:
    """Bars without words draw nothing: the row has its place."""
    assert [body for _, body in read("|   |   |\n|---|---|\n| a | b |", markdown=True)] == ["|   |   |", "| a | b |"]


@pytest.mark.parametrize("text", ["| a | b |", "a | b\nc | d", "| a |\n| b", "|\n|", "a | b\n: | :\nc | d"])
def test_bars_alone_make_no_table(text: str) -> None:
    """One line, or lines neither framed in bars nor ruled under the first, are text."""
    assert read(text, markdown=True) == []


@pytest.mark.parametrize("text", ["| a |\n| b |", "a | b\n--|--", "a | b\n:-: | -:", "| a | b |\n|---|---|\nc | d"])
def test_a_frame_or_a_ruled_second_line_makes_one(text: str) -> None:
    """Every line framed, or a delimiter under the head, is a table, in Markdown and in plain text."""
    assert read(text, markdown=True) == read(text) != []


def test_a_table_of_bars_ends_at_a_line_without_bars() -> None:
    """What follows at once and has no bar is no row."""
    assert read("a | b\n--|--\nc | d\nprose", markdown=True)[-1] == ("c | d", "c | d")


@pytest.mark.parametrize(
    "text",
    [
        "Name   Cost\nx         5\nlong     17",
        "  Year  Cost\n  2024     5",
        "a       1\nlonger  2\nb       3",
        "    a  1\nbbbbb  longer words",
        "a\t1\nlonger words\t2",
        "Name  Cost\na     5\nb      6",
        "a  1\nb  2\nc  3\nd  4\nlonger words  5",
    ],
)
def test_columns_may_be_flush_left_or_right(text: str) -> None:
    """Cells that start or end together in most lines, up to a slack, are a table in plain text and not in Markdown."""
    assert [body for _, body in read(text)] == [line.strip() for line in text.split("\n")]
    assert read(text, markdown=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "a  1",
        "a  1\nno gap here\nb  2",
        "a  b\nxxxxxxxx  y",
        "a\t1\nb\t2\t3",
        "a,  b\nc,  d",
        "He left.”  She\nran off.”  They",
        "-----\n-----",
        "-----  --\na      1",
        "a 1\nb 2",
    ],
)
def test_ragged_lines_are_no_columns(text: str) -> None:
    """One line, a line without a gap, edges that do not meet, gaps behind punctuation and bare rules are text."""
    assert read(text) == []
