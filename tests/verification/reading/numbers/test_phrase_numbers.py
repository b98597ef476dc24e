"""Phrases of number words, cut into numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.phrase_numbers import phrase_number


def read(text: str, language: str) -> dict[int, tuple[int, int]]:
    """Every place at which a number starts, with its value and the place behind it."""
    found = lexemes(text)
    numbers = {at: phrase_number(found, at, language) for at in range(len(found))}
    return {at: (int(number[0]), number[1]) for at, number in numbers.items() if number is not None}


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("de", "zwischen zweihundert und fünftausend", {1: (200, 2), 3: (5000, 4)}),
        ("es", "treinta y dos y cuarenta", {0: (32, 3), 4: (40, 5)}),
        ("es", "entre treinta y dos y cuarenta", {1: (32, 4), 5: (40, 6)}),
        ("es", "entre treinta y dos personas", {1: (32, 4)}),
        ("fr", "cent et mille", {0: (100, 1), 2: (1000, 3)}),
        ("fr", "quatre-vingt-dix", {0: (90, 5)}),
        ("fr", "un trente", {1: (30, 2)}),
        ("pt", "mil, cento e um", {0: (1101, 5)}),
        ("pt", "mil, cento e um ou dois", {0: (1000, 1), 2: (101, 5), 6: (2, 7)}),
        ("it", "un milione e duecentomila", {0: (1_200_000, 4)}),
    ],
)
def test_a_phrase_falls_into_numbers(language: str, text: str, numbers: dict[int, tuple[int, int]]) -> None:
    """A number starts at its first word alone, and the words between two numbers belong to neither."""
    assert read(text, language) == numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "quarante et un deux"),  # 40 and 2, or 41 and 2
        ("fr", "vingt et deux"),  # 20 and 2, or 22 as it was once written
        ("es", "entre treinta y cinco mil"),  # between 30 and 5000, or among 35000
        ("de", "zwei-drei"),
        ("de", "drei zwanzig"),
        ("fr", "mille millions millions"),
    ],
)
def test_two_readings_are_none(language: str, text: str) -> None:
    """Where more than one number or pair of numbers may be meant, no place of the phrase has a value."""
    assert read(text, language) == {}


def test_groups_of_more_than_a_million_are_added_up() -> None:
    """text2num reads what stands before and behind each scale word."""
    found = lexemes("zwei milliarden dreihundert millionen fünf")
    assert phrase_number(found, 0, "de") == (Decimal(2_300_000_005), 5)
    assert read("dos billones quinientos mil millones", "es") == {0: (2_500_000_000_000, 5)}
