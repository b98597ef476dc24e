"""The kind of a difference, and how much it weighs."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.alignment import align
from summarizer.verification.rules.alignment.difference import Difference


def _differences(claim: str, source: str, language: str = "en") -> list[Difference]:
    one, other = canonicalize(claim, language=language), canonicalize(source, language=language)
    return list(align(one, other, language=language).differences)


@pytest.mark.parametrize(
    ("claim", "source", "kind", "weight"),
    [
        ("four", "three", "number", "hard"),
        ("$5 million", "US$5 million", "number", "open"),
        ("A$5 million", "$5 million", "number", "turns"),
        ("5m", "$6", "number", "open"),
        ("about 210", "about 214", "number", "open"),
        ("210", "214", "number", "hard"),
        ("3%", "3.1%", "number", "open"),
        ("80", "79", "number", "hard"),
        ("2:1", "2:0", "number", "hard"),
        ("C919", "C119", "number", "hard"),
        ("12 March 2026", "13 March 2026", "date", "hard"),
        ("March 2026", "13 March 2026", "date", "open"),
        ("9 p.m.", "9 a.m.", "date", "hard"),
        ("months", "years", "unit", "hard"),
        ("kilometres", "miles", "unit", "hard"),
        ("will", "may", "modality", "hard"),
        ("might", "may", None, "open"),
        ("was", "is", "tense", "hard"),
        ("she", "he", "person", "hard"),
        ("all", "most", "quantifier", "hard"),
        ("at most 5", "at least 5", "direction", "hard"),
        ("before", "after", "direction", "hard"),
        ("not", "", "negation", "hard"),
        ("did not", "", "negation", "hard"),
        ("never quickly", "", "negation", "open"),
        ("rose", "fell", "direction", "hard"),
        ("Ortega", "Kessel", "name", "hard"),
        ("Zürich", "Zurich", "name", "open"),
        ("LAX", "Los Angeles International Airport", "name", "open"),
        ("", "reportedly", "modality", "turns"),
        ("reportedly", "", "modality", "open"),
        ("", "former", "qualifier", "turns"),
        ("5 million", "£5 million", "number", "turns"),
        ("", "only", "quantifier", "turns"),
        ("said", "", "attribution", "open"),
        ("unless", "", "modality", "open"),
        ("quickly", "soon", None, "open"),
    ],
)
def test_kinds(claim: str, source: str, kind: str | None, weight: str) -> None:
    """Values, dates, contrasts, negations, opposites, names are told apart; else a lone word or cue names the kind."""
    found = _differences(f"The x came {claim} there", f"The x came {source} there")
    assert [(d.kind, d.weight) for d in found] == [(kind, weight)]


@pytest.mark.parametrize(
    ("claim", "source", "kind"),
    [
        ("about 5 ships", "5 ships", "bound"),
        ("5 ships", "up to 5 ships", "bound"),
        ("20 hours", "19 to 20 hours", "number"),
    ],
)
def test_what_bounds_a_value_belongs_to_it(claim: str, source: str, kind: str) -> None:
    """A bound or an end of a range that only one side has turns the statement."""
    assert [(d.kind, d.weight) for d in _differences(f"He saw {claim}.", f"He saw {source}.")] == [(kind, "turns")]


def test_a_question_states_nothing() -> None:
    """Nor does a sentence that is asked state what a claim makes of it."""
    assert [(d.kind, d.weight) for d in _differences("It sank?", "It sank.")] == [("question", "turns")]


def test_reported_speech_may_put_a_verb_into_the_past() -> None:
    """Behind "said", "will" is "would"; elsewhere they are two."""
    (reported,) = _differences("He said it would close.", "He said it will close.")
    (told,) = _differences("It would close on Monday.", "It will close on Monday.")
    assert (reported.weight, told.weight) == ("open", "hard")


def test_a_capital_tells_nothing_at_the_start_or_in_one_case() -> None:
    """Where a text begins, or is in capitals throughout, no name is told from a word."""
    assert [d.kind for d in _differences("Ortega came.", "Kessel came.")] == [None]
    assert [d.kind for d in _differences("THE ORTEGA CAME.", "THE KESSEL CAME.")] == [None]
