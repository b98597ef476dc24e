"""Units, currencies, percent."""

from __future__ import annotations

import pytest

from summarizer.text.fold import folded
from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.units import may_be_one, pounds_in, same_code, unit_at


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("km", "unit", "km"),
        ("kilometres per hour", "unit", "kmh"),
        ("kilometres", "unit", "km"),
        ("%", "percent", "percent"),
        ("per cent", "percent", "percent"),
        ("percentage points", "points", "points"),
        ("us dollars", "money", "USD"),
        ("dollars", "money", "dollar"),
        ("美元", "money", "USD"),
        ("个百分点", "points", "points"),
        ("pour cent", "percent", "percent"),
    ],
)
def test_unit(text: str, kind: str, name: str) -> None:
    """The longest phrase is read, and read whole."""
    found = lexemes(text)
    assert unit_at(found, 0, "") == (kind, name, len(found))


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [("evrov", "sl", "EUR"), ("ruských rubľov", "sk", "RUB"), ("американских долларов", "ru", ""), ("evrov", "en", "")],
)
def test_names_of_cldr_are_read_in_their_own_language(text: str, language: str, name: str) -> None:
    """They may be other words elsewhere."""
    unit = unit_at(lexemes(folded(text)), 0, language)
    assert (unit[1] if unit else "") == name


def test_no_unit() -> None:
    """Other words are none, and neither is the end of the text."""
    assert unit_at(lexemes("house"), 0, "") is None
    assert unit_at(lexemes("house"), 1, "") is None


def test_a_bare_sign_may_be_several_currencies() -> None:
    """A "$" may be the dollar of any country, not the real; two countries' dollars are not one."""
    assert may_be_one("dollar", "USD")
    assert may_be_one("AUD", "dollar")
    assert may_be_one("¥", "JPY")
    assert may_be_one("EUR", "EUR")
    assert not may_be_one("AUD", "USD")
    assert not may_be_one("dollar", "BRL")
    assert not may_be_one("JPY", "CNY")


def test_codes_and_pounds() -> None:
    """Codes have one name each; surroundings tell what pounds are."""
    assert (same_code("rmb"), same_code("gbp"), same_code("usd")) == ("CNY", "pound", "USD")
    assert pounds_in("It weighed 5 pounds.") == "weight"
    assert pounds_in("She lost 5 pounds.") == "large"
    assert pounds_in("It cost 5 pounds.") == "money"
