"""Tests of the values that a text states in any language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.translated.facts import Fact, facts_in


def read(text: str, language: str) -> list[Fact]:
    """The values of a text."""
    return facts_in(canonicalize(text, language=language), language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It closes in March.", "en"),
        ("Sie schließt im März.", "de"),
        ("Elle ferme en mars.", "fr"),
        ("Cierra en marzo.", "es"),
        ("Chiude a marzo.", "it"),
        ("Fecha em março.", "pt"),
        ("Zij sluit in maart.", "nl"),
        ("它于3月关闭。", "zh"),
    ],
)
def test_a_month_alone_is_a_value(text: str, language: str) -> None:
    """Other languages write it small, and compare it all the same."""
    assert [fact.value.key for fact in read(text, language)] == ["--03"]


def test_words_that_are_months_too_are_none_in_small_letters() -> None:
    """They may march."""
    assert read("They may march.", "en") == []
    assert read("March on.", "en") == []


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_one_is_an_article(language: str) -> None:
    """It states no number in words, and one in figures."""
    text = {"en": "One boat", "de": "Ein Boot", "fr": "Un bateau"}[language]
    assert read(text, language) == []
    assert [fact.item for fact in read("1 Boot", language)] == ["1"]


@pytest.mark.parametrize(
    ("text", "language", "bounded"),
    [
        ("more than 400 guests", "en", [True]),
        ("mehr als 400 Gäste", "de", [True]),
        ("plus de 400 invités", "fr", [True]),
        ("400 guests", "en", [False]),
        ("subió un 12 por ciento hasta 4.200 millones", "es", [False, True]),
    ],
)
def test_a_bound_belongs_to_the_value_beside_it(text: str, language: str, bounded: list[bool]) -> None:
    """What stands between two values bounds the second."""
    assert [fact.bounded for fact in read(text, language)] == bounded


@pytest.mark.parametrize(
    ("text", "language"), [("etwa 400 Gäste", "de"), ("nearly 400 guests", "en"), ("约400人", "zh")]
)
def test_a_hedged_value_is_near_the_exact_one(text: str, language: str) -> None:
    """On either side or below."""
    assert [fact.hedged for fact in read(text, language)] == [True]


def test_the_scale_of_a_range_stands_behind_its_second_number() -> None:
    """So the first may have it too; a share has none."""
    low, high = read("da 1,1 a 1,3 milioni", "it")
    assert (low.scaled, high.scaled) == ((Decimal(1_100_000),), ())
    assert [fact.scaled for fact in read("12 Prozent auf 4,2 Mrd. Euro", "de")] == [(), ()]


def test_a_value_is_named_with_its_unit() -> None:
    """As the text writes it."""
    assert [fact.item for fact in read("Er ist 12,5 Kilometer lang.", "de")] == ["12,5 Kilometer"]
