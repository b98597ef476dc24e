"""Claims that join the beginning of one sentence to the end of another."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.splices import spliced

SENTENCES = [
    canonicalize(text, language="en")
    for text in (
        "The mayor opened a new bridge on Monday.",
        "A storm destroyed the old harbour in 1987.",
        "She moved to Rome with her sister in 1970.",
    )
]


@pytest.mark.parametrize(
    ("claim", "goes_on"),
    [
        ("The mayor opened the old harbour in 1987.", "a new bridge"),
        ("The mayor opened a new bridge on Monday.", ""),
        ("The mayor moved to Rome with her sister in 1970.", ""),
        ("A ferry carries walkers.", ""),
        ("", ""),
    ],
)
def test_a_splice_is_told_by_its_two_parts(claim: str, goes_on: str) -> None:
    """A whole sentence, a name in the place of "she", and words of its own are no splice."""
    assert spliced(canonicalize(claim, language="en"), SENTENCES) == goes_on
    assert spliced(canonicalize(claim, language="en"), []) == ""
