"""What may be left out at the start of a sentence."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.statements.discourse_markers import discourse_marker


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("However, the firm paid.", 2),
        ("In addition, the firm paid.", 3),
        ("But the firm paid twice.", 1),
        ("LONDON (Reuters) - The firm paid twice.", 5),
        ("(CNN) The firm paid twice.", 3),
        ("Allegedly, the firm paid.", 0),
        ("If so, the firm paid.", 0),
        ("But for the rain the firm paid.", 0),
        ("But if it rains the firm pays.", 1),
        ("But not all firms paid their debts.", 0),
        ("However the firm paid it was late.", 0),
        ("Sometimes, the firm paid.", 0),
        ("The firm (CNN) paid its debt.", 0),
    ],
)
def test_opener(sentence: str, length: int) -> None:
    """Only words that bear on nothing are openers."""
    assert discourse_marker(canonicalize(sentence, language="en").keys, "en") == length


@pytest.mark.parametrize(
    ("sentence", "language", "length"),
    [
        ("But no one paid the sum.", "en", 1),
        ("But no one paid the sum.", "", 1),
        ("Mais la ville paie la somme.", "fr", 1),
        ("Mais kostet im Laden viel Geld.", "de", 0),
        ("Y Combinator paid the whole sum.", "en", 0),
        ("But the firm paid the sum.", "sv", 0),
    ],
)
def test_a_marker_without_comma_is_of_the_language(sentence: str, language: str, length: int) -> None:
    """In another it is another word."""
    assert discourse_marker(canonicalize(sentence, language=language).keys, language) == length
