"""Quantities by value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.quantities import quantity_at


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("$3.2m", "dollar:3200000", "money"),
        ("us$5", "USD:5", "money"),
        ("-£5", "pound:-5", "money"),
        ("5 euros", "EUR:5", "money"),
        ("5%", "%:5", "percent"),
        ("5 percentage points", "pp:5", "points"),
        ("3.2 million", "#3200000", "number"),
        ("5", "#5", "number"),
        ("-5", "#-5", "number"),
        ("21st", "o21", "ordinal"),
        ("3 pm", "t900", "time"),
        ("10:30", "t10:30", "time"),
        ("22:30", "t1350", "time"),
        ("1990s", "1990s", "word"),
        ("two-thirds", "#" + str(Decimal(2) / 3), "number"),
    ],
)
def test_key(text: str, key: str, kind: str) -> None:
    """A quantity is read whole and by value."""
    found = lexemes(text)
    quantity = quantity_at(found, 0, "en", pounds="weight", cased=lambda lexeme: lexeme.text)
    assert quantity is not None
    assert (quantity.value.key, quantity.value.kind, quantity.end) == (key, kind, len(found))


@pytest.mark.parametrize(
    ("text", "measure"), [("5 km", "km"), ("5 miles per hour", "mph"), ("5m", "m?"), ("5 hours", "hour")]
)
def test_measure(text: str, measure: str) -> None:
    """A unit behind a number is named; a single letter stays what is written."""
    quantity = quantity_at(lexemes(text), 0, "en", pounds="weight", cased=lambda lexeme: lexeme.text)
    assert quantity is not None
    assert quantity.unit is not None
    assert quantity.unit.key == f"u:{measure}"


@pytest.mark.parametrize("text", ["house", "- 5", "$ x", "1.2.3", "million"])
def test_no_quantity(text: str) -> None:
    """Words, marks and codes are none."""
    assert quantity_at(lexemes(text), 0, "en", pounds="weight", cased=lambda lexeme: lexeme.text) is None


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("moins 5", "fr", "#-5"),
        ("au moins 5", "fr", "#5"),
        ("plus ou moins 5", "fr", "#5"),
        ("menos cinco", "es", "#-5"),
        ("al menos cinco", "es", "#5"),
        ("por lo menos 5", "es", "#5"),
        ("pelo menos 5", "pt", "#5"),
        ("più o meno 5", "it", "#5"),
        ("minus 5", "de", "#-5"),
    ],
)
def test_at_least_is_no_minus(text: str, language: str, key: str) -> None:
    """A word for minus is a sign unless it ends a phrase such as "al menos"."""
    keys = canonicalize(text, language=language).keys
    assert keys[-1] == key
