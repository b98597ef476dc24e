"""Cents behind a sum, a half behind a measure."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.hundredths import with_hundredths
from summarizer.verification.reading.numbers.quantities import Measured
from summarizer.verification.reading.values import Number


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "four dollars and ninety cents", "$4.90"),
        ("en", "$4 and 90 cents", "$4.90"),
        ("en", "£4 and 50 pence", "£4.50"),
        ("en", "two hours and a half", "2.5 hours"),
        ("de", "vier Euro und neunzig Cent", "4,90 Euro"),
        ("fr", "quatre euros et quatre-vingt-dix centimes", "4,90 euros"),
        ("fr", "trois heures et demie", "3,5 heures"),
        ("es", "cuatro euros y noventa céntimos", "4,90 euros"),
        ("es", "dos años y medio", "2,5 años"),
        ("it", "due anni e mezzo", "2,5 anni"),
        ("pt", "dois anos e meio", "2,5 anos"),
    ],
)
def test_belongs_to_what_stands_before(language: str, one: str, other: str) -> None:
    """Sum and cents are one value, measure and half another."""
    assert canonicalize(one, language=language).keys == canonicalize(other, language=language).keys


@pytest.mark.parametrize("text", ["$4 and 90 ships", "$4.50 and 90 cents", "$4 and 150 cents", "two hours and a break"])
def test_what_does_not_belong(text: str) -> None:
    """Other things, sums with decimals already, more than a hundred cents."""
    first = canonicalize(text, language="en").tokens[0]
    assert first.number is not None
    assert first.number in (2, 4) or text.startswith("$4.50")


def test_a_bare_number_stays() -> None:
    """It has neither currency nor unit."""
    measured = Measured(Number.whole(4), 1)
    assert with_hundredths(lexemes("4 and 90 cents"), measured, "en") == measured
