"""Headings of plain text: what is one, of which level, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.headings import ends_with_mark, heading_level

PROSE = ["A ferry carries walkers until then."]
LONG = ["The council of the town met on Monday and voted", "to close the bridge."]


@pytest.mark.parametrize(
    ("words", "after", "level"),
    [
        ("Ways around", PROSE, 2),
        ("Ways around", LONG, 2),
        ("WAYS AROUND", ["Short"], 2),
        ("2 Methods", PROSE, 2),
        ("2.1 Methods", PROSE, 3),
        ("2.1.4 Methods", PROSE, 4),
        ("Chapter 3", PROSE, 2),
        ("Kapitel IV", PROSE, 2),
        ("Chapter IV", ["Down the hole"], 2),
        ("1. What is a bridge?", PROSE, 2),
    ],
)
def test_a_short_line_before_prose_is_a_heading(words: str, after: list[str], level: int) -> None:
    """Its level is that of its number, else 2."""
    assert heading_level(words, after=after, first=False) == level


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("Ways around", []),
        ("Ways around", ["Short"]),
        ("ways around", PROSE),
        ("“Ways around”", PROSE),
        ("– Ways around", PROSE),
        ("Ways around:", PROSE),
        ("She said “no.”", PROSE),
        ("Author: Ada Corvi", PROSE),
        ("By Ada Corvi", PROSE),
        ("3 May 2026", PROSE),
        ("2 boats", ["Short"]),
        ("Ways " * 19, PROSE),
        ("W" * 91, PROSE),
        ("1. " + "Is this a question that goes on for more than sixty letters?", PROSE),
        ("...", PROSE),
    ],
)
def test_what_only_looks_like_one_is_none(words: str, after: list[str]) -> None:
    """Dialogue, fields, dates, sentences, long lines, and a line that no prose follows."""
    assert heading_level(words.strip(), after=after, first=False) == 0


@pytest.mark.parametrize(("after", "level"), [(PROSE, 1), (["Short"], 1), (["Short", "Shorter"], 1), ([], 0)])
def test_the_first_line_is_the_title(after: list[str], level: int) -> None:
    """Before whatever follows it, and nothing is a title by itself."""
    assert heading_level("Old bridge closed", after=after, first=True) == level


@given(
    st.text(alphabet=st.sampled_from("aA1.?:”# "), min_size=1, max_size=30).map(str.strip).filter(bool),
    st.lists(st.sampled_from(["Prose.", "Short", "x" * 91]), max_size=3),
    st.booleans(),
)
def test_a_heading_begins_with_a_capital_or_a_digit(words: str, after: list[str], first: bool) -> None:  # noqa: FBT001
    """Whatever the line, a heading has a level of 1 to 6, something behind it, and no small letter at its start."""
    level = heading_level(words, after=after, first=first)
    assert 0 <= level <= 6
    if level:
        assert after
        assert words[0].isalnum()
        assert not words[0].islower()


def test_the_mark_at_a_lines_end() -> None:
    """Quotation marks and brackets behind it are passed over, in any script."""
    assert ends_with_mark("He said “no.”")
    assert ends_with_mark("“没有。”")
    assert ends_with_mark("and so (they say):")
    assert not ends_with_mark("He said “no”")
    assert not ends_with_mark("”")
