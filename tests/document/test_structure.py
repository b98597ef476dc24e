"""Tests of the blocks of plain text and Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.structure import parts


def kinds(text: str, *, markdown: bool = False) -> list[tuple[str, int, str]]:
    """The parts as kind, level and body text."""
    return [(part.kind, part.level, part.body.of(text)) for part in parts(text, markdown=markdown)]


PROSE = "The council met on Monday. It said that the bridge would open in March, after years of work."


def test_wrapped_lines_are_one_paragraph() -> None:
    """Text wrapped by hand gives a paragraph, not a block a line."""
    text = "The council met on Monday\nand said that the bridge\nwould open in March.\n\nNobody was\nsurprised.\n"
    assert [kind for kind, _, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_long_lines_are_paragraphs() -> None:
    """Lines too long to be wrapped by hand are a paragraph each, without blank lines between them."""
    assert len(kinds(f"{PROSE} {PROSE}\n{PROSE} {PROSE}\nA short end.\n")) == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_every_line_ending(end: str) -> None:
    """Blocks are the same with any line ending."""
    text = end.join(["A Bridge Opens", "", PROSE[:40], PROSE[41:], "", "- one", "- two"])
    assert [(kind, level) for kind, level, _ in kinds(text)] == [
        ("heading", 1),
        ("paragraph", 0),
        ("item", 1),
        ("item", 1),
    ]


def test_page_break_ends_a_block() -> None:
    """A form feed or paragraph separator parts two paragraphs."""
    assert len(kinds("One is here.\fTwo is there.\u2029Three.")) == 3


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Costs and delays", 2),
        ("CHAPTER I. Down the Road", 2),
        ("CHAPTER XI. Who Opened the Bridge?", 2),
        ("Kapitel 3", 2),
        ("III.", 2),
        ("1. Introduction", 2),
        ("1.2 Method of counting", 3),
        ("THE END OF THE LINE", 2),
    ],
)
def test_plain_heading(line: str, level: int) -> None:
    """A short line set apart before prose, without final punctuation, or numbered, is a heading."""
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    assert kinds(text)[1] == ("heading", level, line)


@pytest.mark.parametrize(
    "line",
    [
        "“Come in,” she said",
        "- Bonjour, dit-il",
        "He went home.",
        "and then nothing",
        "I am here, and began:--",
        "I love you.",
        "Civil war came!",
        "Author: A. Writer",
        "By Anna Writer",
        "12 March 2026",
        "March 12, 2026",
        "A line of words that simply goes on for much longer than any heading of an article would ever go on",
    ],
)
def test_plain_line_that_is_no_heading(line: str) -> None:
    """Dialogue, sentences, fields, bylines and datelines set apart are no headings."""
    text = f"{PROSE}\n\n{line}\n\n{PROSE}"
    assert kinds(text)[1][0] != "heading"


def test_verse_is_no_heading() -> None:
    """Short lines that follow one another, set apart, are not headings of one another."""
    text = f"{PROSE}\n\nRoses are red\n\nViolets are blue\n\nSugar is sweet\n\nAnd so on"
    assert [kind for kind, _, _ in kinds(text)] == ["paragraph"] * 5


def test_underlined_heading() -> None:
    """A line over === or --- is a heading in plain text and Markdown; the underline is no part of its body."""
    text = "Overview\n========\n\nSome text.\n\nDetails\n-------\nMore text."
    expected = [
        ("heading", 1, "Overview"),
        ("paragraph", 0, "Some text."),
        ("heading", 2, "Details"),
        ("paragraph", 0, "More text."),
    ]
    assert kinds(text) == kinds(text, markdown=True) == expected


def test_markdown_blocks() -> None:
    """Headings, items with depth, quotations, rules and fences are found, their marks outside the body."""
    text = (
        "# Title #\nText at once.\n\n## Part\n- one\n  goes on\n  - deep\n* two\n\n1. a\n2. b\n\n> said\n> he\n\n"
        "***\n\n```py\nx = 1\n\n# no heading\n```\nAfter."
    )
    assert kinds(text, markdown=True) == [
        ("heading", 1, "Title"),
        ("paragraph", 0, "Text at once."),
        ("heading", 2, "Part"),
        ("item", 1, "one\n  goes on"),
        ("item", 2, "deep"),
        ("item", 1, "two"),
        ("item", 1, "a"),
        ("item", 1, "b"),
        ("quote", 1, "said\n> he"),
        ("paragraph", 0, "***"),
        ("code", 0, "x = 1\n\n# no heading"),
        ("paragraph", 0, "After."),
    ]


def test_unclosed_fence_runs_to_the_end() -> None:
    """A fence without an end is code to the end of the text."""
    assert [kind for kind, _, _ in kinds("Text.\n\n```\nx = 1\n\ny = 2", markdown=True)] == ["paragraph", "code"]


def test_ordinal_is_no_list() -> None:
    """A number with a full stop that has no neighbor in a list is a word of its paragraph."""
    assert kinds("3. Oktober ist ein Feiertag.") == [("paragraph", 0, "3. Oktober ist ein Feiertag.")]
    assert len(kinds("Er kam am Abend des\n5. März an und blieb.", markdown=True)) == 1


def test_plain_list_after_a_short_line() -> None:
    """A label above bullets is no part of the first item, and a dash inside a wrapped sentence makes no list."""
    found = parts("Highlights of the day\n- The bridge opened to traffic again.\n- It rained.", markdown=False)
    assert [part.kind for part in found] == ["paragraph", "item", "item"]
    found = parts("The bridge over the canal\n- the old one - opened again.", markdown=False)
    assert [part.kind for part in found] == ["paragraph"]


def test_plain_list_after_a_colon() -> None:
    """A numbered list may follow its introduction without a blank line."""
    assert kinds("Steps:\n1. Open it.\n2. Close it.") == [
        ("paragraph", 0, "Steps:"),
        ("item", 1, "Open it."),
        ("item", 1, "Close it."),
    ]


def rows(text: str, *, markdown: bool = False) -> list[str]:
    """The bodies of the rows of the one table in the text."""
    (table,) = [part for part in parts(text, markdown=markdown) if part.kind == "table"]
    return [body.of(text) for _, body in table.rows]


def test_markdown_table() -> None:
    """Each row is a sentence; the delimiter row belongs to the header."""
    text = "Before:\n\n| Year | Cost |\n|------|-----:|\n| 2024 | 5 |\n| 2025 | 17 |\n\nAfter."
    assert rows(text, markdown=True) == ["| Year | Cost |", "| 2024 | 5 |", "| 2025 | 17 |"]
    assert kinds(text, markdown=True)[-1] == ("paragraph", 0, "After.")


def test_aligned_table() -> None:
    """Columns aligned with spaces or tabs in plain text are a table."""
    text = "Year    Cost   Share\n-----   ----   -----\n2024       5     1.2\n2025      17    10.4"
    assert rows(text) == ["Year    Cost   Share", "2024       5     1.2", "2025      17    10.4"]
    assert rows("Year\tCost\n2024\t5\n2025\t17") == ["Year\tCost", "2024\t5", "2025\t17"]


def test_double_space_after_a_stop_is_no_table() -> None:
    """The typist's two spaces after a sentence are no column."""
    assert [
        k for k, _, _ in kinds("He came home.  Then he left\nat noon.  She stayed there\nall day.  It rained.")
    ] == ["paragraph"]


LINES = st.sampled_from(
    [
        "",
        " ",
        "# T",
        "## ",
        "T\n===",
        "---",
        "- a",
        "  - b",
        "1. a",
        "2. b",
        "> q",
        ">",
        "| a | b |",
        "|--|--|",
        "a  b",
        "1  22",
        "```",
        "~~~",
        "Word here",
        "A sentence.",
        "\x0c",
        "\x0b",
        "***",
        "A: b",
        "    x",
        "\u2029",
        "日本。",
        "\ufeff",
        "\x1c",
        "* ",
        "-",
        "=",
        "#",
    ]
)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r", "\u2028"])), max_size=25).map(
    lambda pairs: "".join(line + end for line, end in pairs)
)


@settings(max_examples=500, deadline=None)
@given(text=TEXTS, markdown=st.booleans())
def test_law(text: str, markdown: bool) -> None:  # noqa: FBT001
    """Parts are ordered, disjoint and trimmed, and every non-space character lies in exactly one."""
    here = 0
    for part in parts(text, markdown=markdown):
        assert here <= part.start <= part.body.start <= part.body.end <= part.end
        assert not text[here : part.start].strip()
        assert text[part.start : part.end] == text[part.start : part.end].strip() != ""
        here = part.end
    assert not text[here:].strip()
