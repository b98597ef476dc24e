"""What CLDR says of a language fills what its record leaves empty."""

from __future__ import annotations

import json

import pack_cldr
import pytest

from summarizer.languages.cldr import cldr_codes, completed
from summarizer.languages.record import Calendar, Language
from summarizer.languages.registry import language_of
from summarizer.verification.reading.canonical import canonicalize


def test_empty_fields_are_filled() -> None:
    """Months, weekdays, money and the decimal sign; cues stay unknown."""
    swedish = completed(Language(code="sv"))
    assert swedish.calendar.months[0] == ("januari", "jan")
    assert swedish.calendar.weekdays[0] == ("måndag",)
    assert swedish.quantities.decimal_comma
    assert ("euro",) in swedish.quantities.money["EUR"]
    assert not swedish.known


def test_what_a_record_says_stays() -> None:
    """A hand-written calendar is kept."""
    months = tuple((f"m{number}",) for number in range(12))
    own = completed(Language(code="sv", calendar=Calendar(months=months)))
    assert own.calendar.months == months


def test_a_language_that_cldr_does_not_know_is_left_as_it_is() -> None:
    """Nothing is made up."""
    assert completed(Language(code="qt")) == Language(code="qt")


@pytest.mark.parametrize(
    ("date", "language"),
    [
        ("12 mars 2024", "sv"),
        ("12 marca 2024", "pl"),
        ("12 марта 2024", "ru"),
        ("12 marzo 2024", "it"),
        ("12 maaliskuuta 2024", "fi"),
    ],
)
def test_dates_in_further_languages_have_their_value(date: str, language: str) -> None:
    """In the form that stands inside a date, which may be another than the month's name alone."""
    assert canonicalize(date, language=language).keys == canonicalize("2024-03-12", language=language).keys


def test_numerals_follow_the_language() -> None:
    """1.200,5 in Swedish is 1,200.5 in English."""
    assert canonicalize("1.200,5", language="pl").keys == canonicalize("1,200.5", language="en").keys


def test_at_least_forty_five_languages_are_packed() -> None:
    """The languages of most newspapers."""
    assert len(cldr_codes()) >= 45
    assert all(language_of(code).calendar for code in cldr_codes())


def test_the_data_are_what_the_script_makes() -> None:
    """Nobody edits the table by hand: the script gives it again."""
    assert json.loads(pack_cldr.TARGET.read_text("utf-8")) == pack_cldr.packed()
