"""Numerals by value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification.reading.numbers.numerals import plain_text, value_of, written


@pytest.mark.parametrize(
    ("numeral", "language", "value"),
    [
        ("1,200.50", "en", "1200.50"),
        ("1.200,50", "de", "1200.50"),
        ("1.200", "de", "1200"),
        ("1.200", "en", "1.200"),
        ("3 200 000", "fr", "3200000"),
        ("1'200", "de", "1200"),
        ("12,34,567", "en", "1234567"),
        ("3/4", "en", "0.75"),
        ("0.5", "en", "0.5"),
        (".5", "en", "0.5"),
        ("1.000.000", "en", "1000000"),
        ("1,000,000", "de", "1000000"),
        ("1.000.000,50", "en", "1000000.50"),
    ],
)
def test_value(numeral: str, language: str, value: str) -> None:
    """Separators are read as the language uses them."""
    assert value_of(numeral, language=language) == Decimal(value)


@pytest.mark.parametrize(
    "numeral", ["1.2.3", "10:30", "12/03/2026", "007", "1,20", "12,3456", "5'10", "192.168.100.200", "007.000.000"]
)
def test_no_plain_number(numeral: str) -> None:
    """Versions, times, dates and odd groupings have no value; they are compared as written."""
    assert value_of(numeral, language="en") is None


@given(st.integers(min_value=0, max_value=10**15))
def test_grouping_keeps_the_value(number: int) -> None:
    """A number with and without separators is one value, in every language's own way."""
    grouped = f"{number:,}"
    assert value_of(grouped, language="en") == number
    assert value_of(grouped.replace(",", "."), language="de") == number
    assert value_of(grouped.replace(",", " "), language="fr") == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_plain_text_keeps_the_value(value: Decimal) -> None:
    """The comparable text is worth what the value is."""
    assert Decimal(plain_text(value)) == value


def test_written_for_people() -> None:
    """Large numbers come with a scale word, others with separators."""
    assert written(Decimal(4_200_000_000)) == "4.2 billion"
    assert written(Decimal(12345)) == "12,345"
    assert written(Decimal(2026)) == "2026"
