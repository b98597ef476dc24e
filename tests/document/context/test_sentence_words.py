"""The words of a sentence, as names are read from them."""

from __future__ import annotations

import pytest

from summarizer.document.context.sentence_words import no_names, sentence_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O'Neill's ship", ["O'Neill", "s", "ship"]),
        ("l'Assemblée de Le Goff", ["l", "Assemblée", "de", "Le", "Goff"]),
        ("Alison Vane-Maddox, 49", ["Alison", "Vane-Maddox"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Compounds and names with an apostrophe are one word, numbers are none; each stands where it says."""
    found = sentence_words(text)
    assert [word.text for word in found] == words
    assert [text[word.start : word.end] for word in found] == words


def test_a_capital_may_be_from_the_place() -> None:
    """Behind a quotation mark, a colon or nothing every word has a capital; behind a comma none has."""
    assert [word.text for word in sentence_words("He said: “Come, Roe”") if word.may_open] == ["He", "Come"]


def test_function_words_and_times_are_no_names() -> None:
    """Of the language itself, for the Dutch "van" is the English surname Vane by its stem; months of all languages."""
    assert {"the", "monday", "march"} <= no_names("en")
    assert "vane" not in no_names("en")
