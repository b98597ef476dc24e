"""Words that say something, and forms of one word."""

from __future__ import annotations

import pytest

from summarizer.verification.judging.content_words import content_stems, is_content, is_number, stem_of


@pytest.mark.parametrize(
    ("word", "says"), [("ferry", True), ("the", False), ("7", True), ("a1", True), ("桥", True), ("", False)]
)
def test_short_words_say_nothing_but_numbers_and_characters_do(word: str, *, says: bool) -> None:
    """Four letters, a digit, or a script without spaces."""
    assert is_content(word) is says


def test_forms_of_a_word_are_one_and_numbers_are_themselves() -> None:
    """Endings are cut off; a number is never shortened."""
    assert stem_of("repairs") == stem_of("repaired")
    assert stem_of("1234567") == "1234567"
    assert is_number("4.2")
    assert not is_number("four")


def test_each_stem_comes_once_in_order() -> None:
    """Of a text the words that say something, whatever their case."""
    assert content_stems("Repairs cost 9 million: REPAIRED for 9!") == ("repai", "cost", "9", "milli")
