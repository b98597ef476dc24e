"""Tests of values compared across languages."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.translated.comparison import Held, rival


def held(text: str, language: str) -> Held:
    """What a text holds."""
    return Held.read([(canonicalize(text, language=language), language)], published=dt.date(2026, 3, 20))


@pytest.mark.parametrize(
    ("claim", "language", "source", "source_language"),
    [
        ("32.000", "de", "32,000", "en"),
        ("32 000", "fr", "三万两千", "zh"),
        ("15. März", "de", "15 March", "en"),
        ("im März", "de", "15 March 2026", "en"),
        ("3月", "zh", "en mars", "fr"),
        ("Sonntag", "de", "15 March 2026", "en"),
        ("am 15. des Monats", "de", "15 March", "en"),
        ("4,2 Mrd. Euro", "de", "€4.2 billion", "en"),
        ("4,2 Mrd. Euro", "de", "4,213 milliards d'euros", "fr"),
        ("640 millions de dollars", "fr", "US$640 million", "en"),
        ("10 Prozent", "de", "10 %", "fr"),
        ("um 15 Uhr", "de", "at 3 pm", "en"),
        ("三次", "zh", "the third time", "en"),
        ("5 Steine", "de", "5 kilometres", "en"),
        ("von 1,1 auf 1,3 Millionen", "de", "1.1 million and 1.3 million", "en"),
    ],
)
def test_a_value_is_held_in_whatever_form(claim: str, language: str, source: str, source_language: str) -> None:
    """Separators, scales, names of months and days, currencies and the way to write a share differ by language."""
    facts = held(claim, language).facts
    assert facts
    assert all(map(held(source, source_language).has, facts))


@pytest.mark.parametrize(
    ("claim", "source", "instead"),
    [
        ("35.000 Gäste", "32,000 guests", "32,000"),
        ("am 15. April", "on 15 March", "15 March"),
        ("im April", "closes in March", "March"),
        ("am Dienstag", "on Monday", "Monday"),
        ("640 Dollar", "640 euros", "640 euros"),
        ("12 Prozent", "10 percent", "10 percent"),
        ("vier Boote", "three boats", "three"),
        ("5 Meilen", "5 km", "5 km"),
        ("etwa 9.000 Gäste", "10,000 guests", "10,000"),
        ("12.000 Gäste", "11,200 guests", "11,200"),
        ("120.000 wurden gezahlt", "130,000 euros were paid", "130,000 euros"),
        ("zwölf im Jahr 2025", "eleven in 2025", "eleven"),
        ("6,4 Steine", "2.4 kilometres", "2.4 kilometres"),
        ("um 15:30 Uhr", "at 15:45", "15:45"),
    ],
)
def test_what_is_left_over_on_both_sides_is_one_place(claim: str, source: str, instead: str) -> None:
    """Of one kind and unit, and neither has the other's."""
    mine, theirs = held(claim, "de"), held(source, "en")
    fact = next(fact for fact in mine.facts if not theirs.has(fact))
    found = rival(fact, claim=mine, evidence=theirs)
    assert found is not None
    assert found.item == instead


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("35.000 Gäste", "on Monday"),  # nothing of its kind
        ("mehr als 400 Gäste", "423 guests"),  # bounded
        ("4 Mrd. Euro", "4.2 billion euros"),  # rounded
        ("8 Kilometer", "5 miles"),  # worked out
        ("5 Mio. Dollar", "4.6 million euros"),
        ("etwa 9.600 Gäste", "10,000 guests"),  # hedged
        ("von 1,1 auf 1,3 Millionen", "from 1.2 to 1.3 million"),  # perhaps 1.1 million
        ("1998", "24 boats"),  # a year
        ("3 Punkte", "24 boats"),  # counted
        ("am 15. März", "in March"),  # says more, and nothing else
        ("vier Boote und zwei Leute", "three boats"),  # which of the two?
    ],
)
def test_what_may_be_said_otherwise_is_a_question(claim: str, source: str) -> None:
    """No value of the source is in its place for sure."""
    mine, theirs = held(claim, "de"), held(source, "en")
    assert [rival(fact, claim=mine, evidence=theirs) for fact in mine.facts] == [None] * len(mine.facts)


def test_a_value_that_the_claim_has_too_is_in_no_other_place() -> None:
    """Both have 12, so nothing of the source is left over for 15."""
    mine, theirs = held("12 Boote und 15 Wagen", "de"), held("12 boats", "en")
    assert rival(mine.facts[1], claim=mine, evidence=theirs) is None
