"""What a stretch of text holds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.values import Date


def held(*sentences: str) -> FactIndex:
    """The holdings of English sentences."""
    return FactIndex.of([canonicalize(sentence, language="en") for sentence in sentences])


def test_values_dates_years() -> None:
    """Values come with their units, years out of dates and alone."""
    found = held("It cost $5 million on 12 March 2026.", "In 2019 it grew 7%.")
    assert found.values[Decimal(5_000_000)] == {"dollar"}
    assert found.values[Decimal(7)] == {"percent"}
    assert {date.key for date in found.dates} == {"2026-03-12"}
    assert found.years == {2026, 2019}
    assert not found.relative
    assert held("Last year it grew.").relative


def test_ranges_share_their_scale() -> None:
    """The words "5 to 10 million" holds five million."""
    assert Decimal(5_000_000) in held("It costs $5 to $10 million.").values


def test_words_hold_figures() -> None:
    """A dozen is 12 and half of them 50 percent; half an hour is none."""
    assert Decimal(12) in held("A dozen people came.").values
    assert Decimal(24) in held("Some two dozen people came.").values
    assert held("It fell by half. Half of them left.").values[Decimal(50)] == {"percent"}
    assert Decimal(50) not in held("It took half an hour.").values


@pytest.mark.parametrize(
    ("date", "known"),
    [
        (Date(year=2026, month=3, day=12), True),
        (Date(year=2026, month=3), True),
        (Date(month=3, day=12), True),
        (Date(month=3, day=13), False),
        (Date(year=2025, month=3, day=12), False),
        (Date(year=2026, month=4), False),
    ],
)
def test_dates_agree(date: Date, *, known: bool) -> None:
    """A date agrees with one that says as much or more."""
    assert held("It came on 12 March 2026.").has_date(date, years=()) is known


def test_missing_year_may_stand_elsewhere() -> None:
    """A day without year agrees if the year is known."""
    found = held("It came on 12 March.")
    assert found.has_date(Date(year=2026, month=3, day=12), years={2026})
    assert not found.has_date(Date(year=2026, month=3, day=12), years={2025})
