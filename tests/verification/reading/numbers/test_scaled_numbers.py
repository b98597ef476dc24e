"""Numbers with their scale words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.scaled_numbers import Figure, beside_unit, figure_at


@pytest.mark.parametrize(
    ("language", "text", "value", "compared", "used"),
    [
        ("en", "3.2 million people", "3200000", "3200000", 2),
        ("en", "3.0", "3.0", "3.0", 1),
        ("en", "3.0 percent", "3.0", "3", 1),
        ("en", "2 and a half", "2.5", "2.5", 4),
        ("en", "3½ hours", "3.5", "3.5", 2),
        ("en", "three quarters of the", "0.75", "0.75", 2),
        ("en", "three quarters of a million people", "750000", "750000", 5),
        ("en", "a million and a half people", "1500000", "1500000", 5),
        ("en", "3 1/2 miles", "3.5", "3.5", 2),
        ("en", "3-1/2 miles", "3.5", "3.5", 3),
        ("en", "2,470.30 points", "2470.30", "2470.3", 1),
        ("en", "3.2m people", "3200000", "3200000", 2),
        ("en", "5m long", "5", "5", 1),
        ("de", "3,2 mio. euro", "3200000", "3200000", 3),
        ("de", "1.200", "1200", "1200", 1),
        ("zh", "3万", "30000", "30000", 2),
        ("es", "5 mil 400 soldados", "5400", "5400", 3),
        ("es", "1 millón 200 mil pesos", "1200000", "1200000", 4),
        ("es", "5 millones dos semanas", "5000000", "5000000", 2),
        ("fr", "3 millions cinq cent mille", "3500000", "3500000", 5),
        ("fr", "3 milliards 200 millions", "3200000000", "3200000000", 4),
        ("en", "$3 million two weeks", "3000000", "3000000", 3),
    ],
)
def test_figures(language: str, text: str, value: str, compared: str, used: int) -> None:
    """Value, the text that is compared, and where the number ends."""
    start = 1 if text[0] == "$" else 0
    figure = figure_at(lexemes(text), start, language, money=False)
    assert figure is not None
    assert figure[:3] == (Decimal(value), compared, used)


def test_money_makes_letters_millions() -> None:
    """The m of "$3m" is a million, that of "3m" alone is not."""
    assert figure_at(lexemes("3m"), 0, "en", money=True) == Figure(Decimal(3_000_000), "3000000", 2)
    assert figure_at(lexemes("3m"), 0, "en", money=False) == Figure(Decimal(3), "3", 1)


def test_beside_a_unit_a_number_is_compared_by_value() -> None:
    """But as written where its separator may be of either kind."""
    assert beside_unit(Figure(Decimal("3.0"), "3.0", 1)) == "3"
    assert beside_unit(Figure(Decimal("1.2"), "1.200", 1)) == "1.200"


def test_negative() -> None:
    """The same number below nought."""
    assert Figure(Decimal(5), "5", 1).negative() == Figure(Decimal(-5), "-5", 1)


@pytest.mark.parametrize("text", ["house", "1.2.3", "million"])
def test_none(text: str) -> None:
    """What is no plain number."""
    assert figure_at(lexemes(text), 0, "en", money=False) is None
