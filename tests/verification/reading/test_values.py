"""Typed tokens and the text that they come from."""

from __future__ import annotations

from decimal import Decimal

from summarizer.verification.reading.canonical import canonicalize


def test_words_of_gives_the_source_text() -> None:
    """A stretch of tokens is shown as the source writes it, an empty one as nothing."""
    form = canonicalize("Sales rose to $3.2 million in May.", language="en")
    place = form.keys.index("dollar:3200000")
    assert form.words_of(place, place + 1) == "$3.2 million"
    assert form.words_of(place, place) == ""
    assert form.closed


def test_tokens_carry_value_unit_and_shape() -> None:
    """A number token has its value and unit, a word its case."""
    first, number, unit = canonicalize("Ran 5 km", language="en").tokens
    assert (first.kind, first.shape) == ("word", "title")
    assert (number.kind, number.value, number.unit) == ("number", Decimal(5), "km")
    assert (unit.kind, unit.key) == ("unit", "u:km")
