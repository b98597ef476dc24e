"""Lexemes cover the text."""

from __future__ import annotations

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
