"""What a near copy says otherwise than its sentence."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.alignment import align
from summarizer.verification.rules.alignment.findings import Finding, findings


def _found(claim: str, source: str, language: str = "en") -> tuple[Finding, ...]:
    one, other = canonicalize(claim, language=language), canonicalize(source, language=language)
    return findings([align(one, other, language=language)])


@pytest.mark.parametrize(
    ("language", "claim", "source", "kind", "weight"),
    [
        ("en", "The plant was unsafe.", "Voss said the plant was unsafe.", "attribution", "turns"),
        ("en", "The plant was unsafe.", "The plant was unsafe, Voss said.", "attribution", "turns"),
        ("en", "The staff will be laid off.", "The staff will be laid off if the sale fails.", "condition", "turns"),
        ("en", "The plant is safe.", "Voss denied that the plant is safe.", "condition", "turns"),
        ("en", "The board will sell the plant.", "The board may sell the plant.", "modality", "hard"),
        (
            "en",
            "Profit was 2.5 million euros in 2025.",
            "Profit was 2.5 million euros in 2024 and 3.1 million euros in 2025.",
            "splice",
            "turns",
        ),
        ("en", "Lund beat Berg.", "Berg beat Lund.", "order", "hard"),
        ("en", "The ships came back to us.", "The ships came back to US.", "case", "hard"),
        ("en", "It was a third way for us.", 'It was a "third way" for us.', "quotation", "turns"),
        ("de", "Das Werk war unsicher.", "Das Werk war unsicher, sagte Voss.", "attribution", "turns"),
        ("de", "Der Bau beginnt im Mai.", "Der Bau beginnt im Mai, falls der Rat zustimmt.", "condition", "turns"),
        (
            "fr",
            "Le pont sera fermé lundi matin.",
            "Le pont sera fermé lundi matin si le vent souffle.",
            "condition",
            "turns",
        ),
        (
            "es",
            "El puente se cierra hoy mismo.",
            "El puente se cierra hoy mismo si llueve mucho.",
            "condition",
            "turns",
        ),
    ],
)
def test_an_aligned_difference_is_found(language: str, claim: str, source: str, kind: str, weight: str) -> None:
    """Each kind has a name and a weight."""
    assert (kind, weight) in [(one.kind, one.weight) for one in _found(claim, source, language)]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The council plans to close two schools in June.", "The council plans the closure of two schools in June."),
        ("He said that he had not taken it.", "He denied that he had taken it."),
        ("They have found no evidence of poison.", "They have not found evidence of poison."),
        ("He was unable to make much headway against the wind.", "He could make little headway against the wind."),
        ("He said it was a third way for us.", 'He said it was a "third way" for us.'),
        ("The bridge was closed on Monday.", "The bridge, built in 1902, was closed on Monday after a storm."),
        ("The mayor praised a ship from Oslo.", "Two of the ten clubs may never come back to the old town."),
    ],
)
def test_other_wording_is_no_conflict(claim: str, source: str) -> None:
    """Paraphrase, a negation that moved, and what is only left out weigh nothing."""
    assert all(one.weight == "open" for one in _found(claim, source))


def test_a_value_among_other_wording_turns_but_does_not_contradict() -> None:
    """Where the claim has words of its own too, a name may be another, and a number is held back."""
    source = "On Monday Norland beat Sudland by three goals and about 40% of the fans left early."
    (finding,) = _found(source.replace("three", "four").replace("early", "in anger"), source)
    assert (finding.kind, finding.weight) == ("number", "turns")
