"""Lexemes cover the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification.reading.lexemes import lexemes


@given(st.text(max_size=80))
def test_every_visible_character_is_in_one(text: str) -> None:
    """Lexemes are ordered and disjoint, and what lies between them is white space."""
    at = 0
    for lexeme in lexemes(text):
        assert lexeme.start >= at
        assert not text[at : lexeme.start].strip()
        assert lexeme.end > lexeme.start
        at = lexeme.end
    assert not text[at:].strip()


def test_kinds() -> None:
    """Numerals keep their separators, words their apostrophes, abbreviations lose their dots."""
    found = lexemes("the u.s. won $3.2m, covid-19 don't 5km 3 200 000 at 5 p.m")
    assert [lexeme.text for lexeme in found if lexeme.kind == "n"] == ["3.2", "19", "5", "3 200 000", "5"]
    assert [lexeme.text for lexeme in found if lexeme.kind == "w"] == (
        ["the", "us", "won", "m", "covid", "don't", "km", "at", "pm"]
    )
    assert [lexeme.glued for lexeme in lexemes("a b-c")] == [False, False, True, True]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("he does n't go", "he doesn't go"),
        ("he ca n't go", "he can't go"),
        ("john 's ships", "john's ships"),
        ("they 're here", "they're here"),
        ("235, 000 ships", "235,000 ships"),
        ("1,235, 000 ships", "1,235,000 ships"),
        ("he said ' ' yes ''", "he said '' yes ''"),
    ],
)
def test_what_a_program_has_cut_is_whole(cut: str, whole: str) -> None:
    """Tokenized text has the lexemes of what it was."""
    assert [one.text for one in lexemes(cut)] == [one.text for one in lexemes(whole)]


@pytest.mark.parametrize(("text", "count"), [("in 2019, 100 came", 5), ("5, 100 and 200", 5), ("the boys ' ships", 4)])
def test_what_nobody_has_cut_stays(text: str, count: int) -> None:
    """Numbers of a list, and an apostrophe that ends a word."""
    assert len(lexemes(text)) == count
