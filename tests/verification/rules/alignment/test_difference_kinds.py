"""The kind of a difference, and whether it is hard."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.rules.alignment.difference import Stretch
from summarizer.verification.rules.alignment.difference_kinds import difference_kind


def _stretch(words: str, *, opens: bool = False, uniform: bool = False) -> Stretch:
    """The words as they stand inside a sentence of mixed case."""
    text = canonicalize(f"The x {words}" if words else "The x", language="en")
    cues = cues_at(text.keys, "en")
    return Stretch(tokens=text.tokens[2:], cues=cues[2:], words=words, opens=opens, uniform=uniform)


@pytest.mark.parametrize(
    ("claim", "source", "kind", "hard"),
    [
        ("four", "three", "number", True),
        ("$5 million", "US$5 million", "number", False),
        ("5m", "6m", "number", False),
        ("12 March 2026", "13 March 2026", "date", True),
        ("at 9 a.m.", "at 9 a.m. on", None, False),
        ("not", "", "negation", True),
        ("did not", "", "negation", True),
        ("never quickly", "", "negation", False),
        ("rose", "fell", "direction", True),
        ("Ortega", "Kessel", "name", True),
        ("Zürich", "Zurich", "name", False),
        ("reportedly", "", "modality", False),
        ("said", "", "attribution", False),
        ("if", "", "modality", False),
        ("about", "", "quantifier", False),
        ("quickly", "soon", None, False),
    ],
)
def test_kinds(claim: str, source: str, kind: str | None, *, hard: bool) -> None:
    """Values, dates, negations, opposites and names are told apart; of other words a cue on one side names the kind."""
    assert difference_kind(_stretch(claim), _stretch(source)) == (kind, hard)


def test_a_capital_tells_nothing_at_the_start_or_in_one_case() -> None:
    """Where a text begins, or is in capitals throughout, no name is told from a word."""
    source = _stretch("Kessel")
    assert difference_kind(_stretch("Ortega", opens=True), source).kind is None
    assert difference_kind(_stretch("Ortega", uniform=True), source).kind is None
