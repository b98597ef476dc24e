"""Who did what to whom."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.word_order import exchanged

SWAPS = [
    ("en", "On Monday Ann beat Bob twice.", "On Monday Bob beat Ann twice."),
    ("en", "Berg beat Lund in the final on Sunday.", "Lund beat Berg in the final on Sunday."),
    ("en", "The train runs from Rome to Oslo.", "The train runs from Oslo to Rome."),
    ("en", "Sales were 3 million in May and 5 million in June.", "Sales were 5 million in May and 3 million in June."),
    (
        "de",
        "Kein Mitglied des Halls von Rates stimmte für den Plan.",
        "Kein Mitglied des Rates von Halls stimmte für den Plan.",
    ),
    ("fr", "Anne a battu Luc en finale à Lyon.", "Luc a battu Anne en finale à Lyon."),
    ("es", "Ana venció a Luis en la final.", "Luis venció a Ana en la final."),
]
SAME = [
    ("en", "A man met Bob in Paris at dawn.", "A man in Paris met Bob at dawn."),
    ("en", "On Monday Ann beat Bob twice.", "On Monday Ann beat Bob often."),
    (
        "en",
        "In 2011 the two pandas arrived in Scotland from China.",
        "The two pandas arrived in Scotland from China in 2011.",
    ),
    ("en", "The deal between Bolt and Acme was signed.", "The deal between Acme and Bolt was signed."),
    ("en", "The film was made by Ann, Bob and Cy.", "The film was made by Bob, Ann and Cy."),
    ("en", "The horse was sold to Bolt by Acme.", "The horse was sold by Acme to Bolt."),
    (
        "de",
        "Am Freitag nahm die Polizei in Leipzig drei Männer fest.",
        "Die Polizei nahm am Freitag in Leipzig drei Männer fest.",
    ),
    ("de", "Den Mann biss der Hund am Montag.", "Der Hund biss am Montag den Mann."),
]


@pytest.mark.parametrize(("language", "claim", "source"), SWAPS)
def test_names_and_values_in_each_others_place_are_exchanged(language: str, claim: str, source: str) -> None:
    """The same words with two of them exchanged say another thing, and both are named."""
    one, other = canonicalize(claim, language=language), canonicalize(source, language=language)
    found = exchanged(one, other, language=language)
    assert found is not None
    assert all(word in claim for word in found)


@pytest.mark.parametrize(("language", "claim", "source"), SAME)
def test_what_only_moved_is_not(language: str, claim: str, source: str) -> None:
    """A phrase that moved with the word that leads it, a list in another order, and other words are no exchange."""
    one, other = canonicalize(claim, language=language), canonicalize(source, language=language)
    assert exchanged(one, other, language=language) is None
    assert exchanged(one, one, language=language) is None
