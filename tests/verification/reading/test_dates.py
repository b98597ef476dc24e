"""Dates by value."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.dates import date_at, month_alone, month_number, weekday_at
from summarizer.verification.reading.lexemes import lexemes


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "12 march 2026", "2026-03-12"),
        ("en", "march 12th, 2026", "2026-03-12"),
        ("en", "the 12th of march", "--03-12"),
        ("en", "march 2026", "2026-03"),
        ("en", "sept. 5", "--09-05"),
        ("en", "2026-03-12", "2026-03-12"),
        ("de", "12. märz 2026", "2026-03-12"),
        ("de", "12.03.2026", "2026-03-12"),
        ("fr", "1er mars 2026", "2026-03-01"),
        ("es", "12 de marzo de 2026", "2026-03-12"),
        ("zh", "2026年3月12日", "2026-03-12"),
        ("zh", "三月十二日", "--03-12"),
    ],
)
def test_date(language: str, text: str, key: str) -> None:
    """Every order and language gives one key, and the whole of it is read."""
    found = lexemes(text)
    dated = date_at(found, 0, language)
    assert dated is not None
    assert (dated.date.key, dated.end) == (key, len(found))


@pytest.mark.parametrize("text", ["march of time", "12 men", "2026-13-12", "40 march", "12/03/2026", "may come"])
def test_no_date(text: str) -> None:
    """A month's name alone, impossible days and orders that nobody can tell are no dates."""
    assert date_at(lexemes(text), 0, "en") is None


def test_abbreviated_weekday_needs_its_surroundings() -> None:
    """The words "Sat" is a day after "on", "Sun" is not: it may be the newspaper."""
    assert weekday_at(lexemes("on sat"), 1, "en") == "saturday"
    assert weekday_at(lexemes("he sat"), 1, "en") is None
    assert weekday_at(lexemes("on sun"), 1, "en") is None
    assert weekday_at(lexemes("sun, 12 march"), 0, "en") == "sunday"


def test_abbreviated_month_needs_its_surroundings() -> None:
    """The words "Jan" is a month after "in" and a name elsewhere."""
    assert month_alone(lexemes("in jan"), 1, "en") == "january"
    assert month_alone(lexemes("by jan"), 1, "en") is None


def test_month_numbers() -> None:
    """Full names alone count, and not those that are common words."""
    assert month_number("november", "en") == 11
    assert month_number("nov", "en") == month_number("may", "en") == month_number("house", "en") == 0
