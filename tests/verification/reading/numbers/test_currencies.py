"""Currencies beside a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.verification.reading.lexemes import Lexeme, lexemes
from summarizer.verification.reading.numbers.currencies import currency_before, currency_behind
from summarizer.verification.reading.numbers.units import Pounds


def upper(lexeme: Lexeme) -> str:
    """As if all were written in capitals."""
    return lexeme.text.upper()


def lower(lexeme: Lexeme) -> str:
    """As if nothing was."""
    return lexeme.text


@pytest.mark.parametrize(
    ("text", "currency", "place"),
    [
        ("$5", "dollar", 1),
        ("us$5", "USD", 2),
        ("eur 5", "EUR", 1),
        ("rmb 5", "CNY", 1),
        ("rs 5", "rupee", 1),
        ("rs. 5", "rupee", 2),
        ("rs. x", "", 0),
        ("us 5", "", 0),
        ("5", "", 0),
        ("$", "dollar", 1),
    ],
)
def test_before(text: str, currency: str, place: int) -> None:
    """A symbol, its letters, a code in capitals, or rupees."""
    assert currency_before(lexemes(text), 0, upper) == (currency, place)


def test_a_code_in_small_letters_is_a_word() -> None:
    """As in "try 5"."""
    assert currency_before(lexemes("eur 5"), 0, lower) == ("", 0)
    assert currency_behind(lexemes("5 eur"), 1, Decimal(5), pounds="weight", cased=lower) is None


@pytest.mark.parametrize(
    ("text", "pounds", "found"),
    [
        ("5 €", "weight", ("EUR", 2)),
        ("5 $6", "weight", None),
        ("5 pounds", "weight", None),
        ("5 pounds", "large", None),
        ("5 pounds", "money", ("pound", 2)),
        ("5 pounds sterling", "money", ("pound", 3)),
        ("5 pounds of flour", "money", None),
        ("5 eur", "weight", ("EUR", 2)),
    ],
)
def test_behind(text: str, pounds: Pounds, found: tuple[str, int] | None) -> None:
    """A symbol, a code, and pounds where the document says what its pounds are."""
    assert currency_behind(lexemes(text), 1, Decimal(5), pounds=pounds, cased=upper) == found


def test_many_pounds_are_money() -> None:
    """From a thousand on, in a document that speaks of sterling."""
    assert currency_behind(lexemes("x pounds"), 1, Decimal(5000), pounds="large", cased=upper) == ("pound", 2)
