"""Wrapping: how many columns characters take, where lines may end, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.fragments.harmless import one_line
from summarizer.render.wrapping import columns, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", 3),
        ("港口", 4),
        ("e\u0301", 1),
        ("한국", 4),
        ("ｶﾞ", 2),
        ("👍", 2),
        ("a\u200db", 2),
        ("مرحبا", 5),
        ("👨‍👩‍👧‍👦", 2),
        ("🇩🇪", 2),
        ("\u2764\ufe0f", 2),
        ("e\u0301\u0323", 1),
        ("👍🏽", 2),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, expected: int) -> None:
    """Wide characters take two columns, halfwidth ones one, combining and joining ones none."""
    assert columns(text) == expected


def test_ideographs_break_anywhere_but_not_before_a_full_stop() -> None:
    """Chinese wraps without spaces, and no line starts with closing or ends with opening punctuation."""
    lines = wrap("港口将于五月三日关闭。" * 3 + "市长说：「我们别无选择。」", width=20)
    assert all(columns(line) <= 20 for line in lines)
    assert all(columns(line) >= 16 for line in lines[:-1])
    assert not any(line[0] in "。：」" or line[-1] == "「" for line in lines)


def test_korean_breaks_at_its_spaces() -> None:
    """A Korean word that fits a line is not cut."""
    text = "항구는 오월 삼일에 문을 닫는다고 시장이 말했다"
    assert " ".join(wrap(text, width=14)) == text


FAMILY = "👨\u200d👩\u200d👧\u200d👦"


def test_a_family_of_emoji_is_never_cut() -> None:
    """A grapheme takes the columns that are drawn, counts so for the room of a line, and stays in one line."""
    lines = wrap(FAMILY * 30, width=20)
    assert lines == [FAMILY * 10] * 3


def test_a_letter_keeps_its_marks() -> None:
    """An overlong word is cut before a letter and never between a letter and its accents."""
    assert wrap("e\u0301\u0323" * 12, width=10) == ["e\u0301\u0323" * 10, "e\u0301\u0323" * 2]


TEXTS = st.text(max_size=120) | st.text(
    alphabet=st.sampled_from("ab港口。「」 \u0301\u200d한👍\u0600क\u094d🇩\ufe0f\n"), max_size=120
)


@example("\u0600" * 100, 40)
@given(TEXTS, st.integers(min_value=40, max_value=60))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    """No line is wider than asked, and the lines hold the text's characters in order."""
    lines = wrap(text, width=width, first="✓ ", indent="  ")
    assert all(columns(line) <= width for line in lines)
    assert lines[0].startswith("✓ ")
    assert "".join("".join(lines)[2:].split()) == "".join(one_line(text).split())
