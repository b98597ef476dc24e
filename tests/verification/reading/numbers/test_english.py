"""English numbers and ordinals in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.english import english_number, english_ordinal


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("a hundred and five people", 105, 4),
        ("a hundred thousand", 100_000, 3),
        ("a hundred two-year-olds", 100, 2),
        ("a quarter of a million", 250_000, 5),
        ("one and a half million", 1_500_000, 5),
        ("three point two million", 3_200_000, 4),
        ("one hundred point five", 100.5, 4),
        ("one thousand, two hundred and five men", 1205, 7),
        ("one thousand, five hundred and two hundred", 1000, 2),
        ("one thousand, two of them", 1000, 2),
        ("two million, three hundred thousand, four hundred", 2_300_400, 9),
        ("two hundred first-time voters", 200, 2),
    ],
)
def test_value_and_length(words: str, value: float, used: int) -> None:
    """Articles, halves, decimals and commas inside a number, and where it ends."""
    assert english_number(lexemes(words), 0) == (Decimal(str(value)), used)


def test_after_between_a_third_number_tells_which_and_joins() -> None:
    """In "between one hundred and fifty and two hundred" it does; two numbers alone are kept apart."""
    assert english_number(lexemes("between one hundred and fifty and two hundred"), 1) == (Decimal(150), 5)
    assert english_number(lexemes("between one hundred and fifty"), 1) == (Decimal(100), 3)


@pytest.mark.parametrize(
    "words",
    ["one hundred and first", "one hundred twenty-first", "two hundredths", "a hundred and a half", "half past"],
)
def test_part_of_another_number(words: str) -> None:
    """What goes on as an ordinal or a fraction has no value."""
    assert english_number(lexemes(words), 0) is None


@given(st.integers(1, 99))
def test_ordinals_are_read_back(number: int) -> None:
    """Every ordinal below a hundred is read from its words, and none behind "hundred", where it ends another."""
    words = num2words(number, to="ordinal")
    found = lexemes(words)
    behind = lexemes(f"one hundred and {words}")
    if words != "twenty-second" and not words.endswith("ty-second"):  # "a twenty-second delay"
        assert english_ordinal(found, 0) == (number, len(found))
    assert not any(english_ordinal(behind, at) for at in range(len(behind)) if behind[at].text != "second")
