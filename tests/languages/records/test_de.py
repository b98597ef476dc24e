"""The record of German, by sentences that a reader of German would read so."""

from __future__ import annotations

import pytest
from cue_kinds import cues_in

from summarizer.document.document import Document
from summarizer.document.sentences import split
from summarizer.extractive.self_containedness import needs_context
from summarizer.text.anaphora import anaphor
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.statements.discourse_markers import discourse_marker
from summarizer.verification.rules.unasserted.taken_back import supposed_sentences, taken_back_sentences


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Er kam nach wie vor zu spät.", {}),
        ("Vor allem die Kinder kamen.", {}),
        ("Sie sprach unter anderem mit ihm.", {}),
        (
            "Nach eigenen Angaben kamen bis zu 5 Kinder.",
            {"nach eigenen angaben": "attribution", "bis zu": "bound"},
        ),
        ("Es sei denn, er kommt.", {"es sei denn": "condition"}),
        ("Nicht mehr als fünf kamen.", {"nicht mehr als": "bound negation"}),
        ("Keinerlei Zweifel blieben.", {"keinerlei": "negation"}),
        ("Er könne kommen.", {"könne": "modality"}),
        ("Es regnet, und sie ging zu ihm.", {}),
        ("Außer ihm kam sie.", {"außer": "condition"}),
    ],
)
def test_cues(text: str, cues: dict[str, str]) -> None:
    """Phrases are one cue, and what only holds the words of one is none."""
    assert cues_in(text, "de") == cues


@pytest.mark.parametrize(
    "text",
    [
        "Frl. Meier kam.",
        "Die Fa. Meier zahlte.",
        "Der ehem. Minister kam.",
        "Der Preis stieg um 5 Prozent inkl. Steuern.",
        "Dipl.-Ing. Max Kern baute es.",
        "Der 1. FC Köln gewann.",
        "Siehe Abb. 3 im Anhang.",
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    """Nor do ordinals."""
    assert len(split(text, language="de")) == 1


@pytest.mark.parametrize("text", ["Ihres Erachtens stimmt das.", "Deren Chef kam.", "Jenem Haus fehlte ein Dach."])
def test_pronouns_point_back(text: str) -> None:
    """In every case that they stand in."""
    assert anaphor(text, "de")


def test_seasons_behind_a_demonstrative_point_at_the_date() -> None:
    """As "dieses Jahr" does."""
    assert not anaphor("Diesen Sommer regnet es.", "de")
    assert anaphor("Dieser Mann kam.", "de")


def test_a_sharp_s_is_found_as_it_is_folded() -> None:
    """In words that need the sentence before, and in the opening that leads to a statement."""
    assert needs_context("Außerdem kam der Rat am Montag zusammen.", "de")
    assert needs_context("Schließlich kam der Rat am Montag zusammen.", "de")


def test_a_conjunction_before_a_sentence_says_nothing() -> None:
    """As English "And" and "But"; before "nicht" it may."""
    assert discourse_marker(canonicalize("Aber die Stadt zahlte die Summe.", language="de").keys, "de") == 1
    assert discourse_marker(canonicalize("Aber nicht die Stadt zahlte die Summe.", language="de").keys, "de") == 0


@pytest.mark.parametrize(
    "denial",
    [
        "Das stimmt nicht.",
        "Das ist falsch.",
        "Das ist frei erfunden.",
        "Nichts davon ist wahr.",
        "Das ist nicht der Fall.",
    ],
)
def test_a_sentence_is_taken_back(denial: str) -> None:
    """By the one behind it."""
    document = Document.of(f"Es regnete. Der Bürgermeister trat zurück. {denial} Er blieb.", language="de")
    assert max(dict(taken_back_sentences(document))) == 1


@pytest.mark.parametrize("text", ["Das ist wahr.", "Das ist falsch, dass er ging.", "Das Haus ist falsch gebaut."])
def test_others_are_not(text: str) -> None:
    """What confirms, and what denies something of its own."""
    document = Document.of(f"Der Bürgermeister trat zurück. {text}", language="de")
    assert list(taken_back_sentences(document)) == []


def test_a_thought_is_none_of_the_facts() -> None:
    """Behind "Angenommen"."""
    document = Document.of("Angenommen, die Firma scheitert. Alle verlieren ihre Arbeit.", language="de")
    assert list(dict(supposed_sentences(document))) == [1]
