"""Words: what is one token, and where it lies."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.fold import folded
from summarizer.text.words import Word, words

MIXED = st.text(
    st.sampled_from("aBé’'-_ \n12,.%€½²م中かกिकﬁß\u0301\u00ad\u200b\ud800😀") | st.characters(), max_size=16
)


@given(MIXED)
def test_words_are_ordered_places_of_the_text(text: str) -> None:
    """Spans are disjoint, ordered, not empty, and each holds the folded word."""
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) for w in found)
    # Two words may come from one character: "½" never does, a ligature of a letter and a full stop would.
    assert all(a.end <= b.start or (a.start, a.end) == (b.start, b.end) for a, b in pairwise(found))
    assert all(w.text and w.text in folded(text[w.start : w.end]) for w in found)


@given(MIXED)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    """Every letter and digit of the folded text lies in a word."""
    kept = "".join(w.text for w in words(text))
    for char in folded(text):
        if unicodedata.category(char) in {"Lu", "Ll", "Lo", "Nd"}:
            assert char in kept


@given(MIXED)
def test_folding_first_changes_no_word(text: str) -> None:
    """A text and its folded copy have the same words."""
    assert [w.text for w in words(text)] == [w.text for w in words(folded(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t, O'Neill!", ["don't", "o'neill"]),
        ("1,200.5 and 26 000", ["1,200.5", "and", "26", "000"]),
        ("1'250'000 Franken", ["1'250'000", "franken"]),
        ("a well-known fact", ["a", "well", "known", "fact"]),
        ("5% of €3.2bn", ["5", "%", "of", "€", "3.2", "bn"]),
        ("covid19, F-16", ["covid19", "f", "16"]),
        ("10km, 10 km", ["10", "km", "10", "km"]),
        ("12 m² at ½ price", ["12", "m²", "at", "½", "price"]),
        ("snake_case 'quoted'", ["snake", "case", "quoted"]),
        ("手机iPhone15。", ["手", "机", "iphone15"]),
        ("データ", ["デ", "ー", "タ"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("대한민국 정부", ["대한민국", "정부"]),
        ("हिन्दी की", ["हिन्दी", "की"]),
        ("١٢٣٫٥ في المئة", ["١٢٣٫٥", "في", "المئة"]),
        ("... — !?", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    """Numbers, apostrophes, compounds, signs and scripts are cut as the docstring says."""
    assert [w.text for w in words(text)] == expected


def test_offsets_are_those_of_the_text_given() -> None:
    """A word's place is in the source, not in the folded copy."""
    text = "“The  ﬁrst”\u00a0cof\u00adfee"
    assert words(text) == (Word("the", 1, 4), Word("first", 6, 10), Word("coffee", 12, 19))


def test_marks_and_currency_signs_lie_in_the_planes_that_are_searched() -> None:
    """The character classes miss nothing that this Python's Unicode has, but for variation selectors."""
    beyond = [chr(code) for code in range(0x20000, sys.maxunicode + 1) if not 0xE0100 <= code <= 0xE01EF]
    assert not {unicodedata.category(char) for char in beyond} & {"Mn", "Mc", "Me", "Sc"}
