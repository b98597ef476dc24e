"""Tokens at their place, and the text that they come from."""

from __future__ import annotations

from decimal import Decimal

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.values import RANK_SIGN, Number, Quantity, mark_value, word_value

FIVE = Decimal(5)


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
    assert (number.kind, number.number, number.unit) == ("number", Decimal(5), "km")
    assert (unit.kind, unit.key) == ("unit", "u:km")


def test_words_and_marks() -> None:
    """A token of a word says the word, one of another value none."""
    assert Token.of_word("house", 0, 5, "lower") == Token.of(word_value("house"), 0, 5, "lower")
    assert Token.of(RANK_SIGN, 0, 1, "none").word == "№"
    assert Token.of(mark_value(","), 0, 1, "none").word == ","
    assert Token.of(Number.whole(5), 0, 1, "none").word == ""


def test_another_meaning_at_the_same_place() -> None:
    """The place stays, key and kind follow the value."""
    token = Token.of(Quantity(text="5", value=FIVE, unit="dollar"), 3, 5, "none")
    other = token.meaning(Quantity(text="5", value=FIVE, unit="USD"))
    assert (other.start, other.end, other.key) == (3, 5, "USD:5")
    form = CanonicalText.of("It $5", [token], uniform=False, closed=False)
    assert form.with_tokens([other]).keys == ("USD:5",)


def test_capitalized_words() -> None:
    """Words with a capital and words in capitals, no number or mark."""
    tokens = canonicalize("Nato, NATO and 5G", language="en").tokens
    assert [token.key for token in tokens if token.capitalized] == ["nato", "nato"]
