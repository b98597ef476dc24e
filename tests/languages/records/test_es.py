"""The record of Spanish, by sentences that a reader of Spanish would read so."""

from __future__ import annotations

import pytest
from cue_kinds import cues_in

from summarizer.document.document import Document
from summarizer.document.sentences import split
from summarizer.text.anaphora import anaphor
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.statements.discourse_markers import discourse_marker
from summarizer.verification.rules.unasserted.taken_back import supposed_sentences, taken_back_sentences


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Sin embargo, llovió.", {}),
        ("No obstante, llovió.", {}),
        ("Sin duda llovió.", {}),
        ("Vino sin dinero.", {"sin": "negation"}),
        ("Tal vez venga.", {"tal vez": "modality"}),
        ("El hombre que vino.", {}),
        ("Va siempre que llueve.", {"va": "modality", "siempre que": "condition"}),
        ("Al menos cien casas.", {"al menos": "bound"}),
        ("De acuerdo con Ana, llovió.", {"de acuerdo con": "attribution"}),
    ],
)
def test_cues(text: str, cues: dict[str, str]) -> None:
    """Phrases are one cue, and what only holds the words of one is none."""
    assert cues_in(text, "es") == cues


@pytest.mark.parametrize("text", ["Dña. María vino.", "D. Juan vino.", "Cuesta aprox. 5 euros.", "El núm. 5 ganó."])
def test_abbreviations_end_no_sentence(text: str) -> None:
    """Before a name or a number."""
    assert len(split(text, language="es")) == 1


@pytest.mark.parametrize("text", ["Ese hombre vino.", "Eso basta.", "Aquella casa cayó."])
def test_pronouns_point_back(text: str) -> None:
    """Demonstratives of all three distances."""
    assert anaphor(text, "es")


def test_dates_have_their_value() -> None:
    """With the month's short form, too."""
    one, other = (canonicalize(text, language="es").keys for text in ("12 sep 2024", "12 de septiembre de 2024"))
    assert one == other == ("2024-09-12",)


def test_a_conjunction_before_a_sentence_says_nothing() -> None:
    """Unless "sin" stands behind it."""
    assert discourse_marker(canonicalize("Pero la ciudad paga la suma.", language="es").keys, "es") == 1
    assert discourse_marker(canonicalize("Pero sin la ciudad nadie paga la suma.", language="es").keys, "es") == 0


@pytest.mark.parametrize("denial", ["Eso no es cierto.", "Es falso.", "Todo es mentira.", "Nada de eso es verdad."])
def test_a_sentence_is_taken_back(denial: str) -> None:
    """By the one behind it."""
    document = Document.of(f"Llueve. El alcalde renuncia. {denial} Se queda.", language="es")
    assert max(dict(taken_back_sentences(document))) == 1


@pytest.mark.parametrize("text", ["Es falso que Ana salga.", "Es cierto.", "Es un hecho."])
def test_others_are_not(text: str) -> None:
    """What denies something of its own, and what confirms."""
    assert list(taken_back_sentences(Document.of(f"El alcalde renuncia. {text}", language="es"))) == []


def test_a_thought_is_none_of_the_facts() -> None:
    """Behind "Supongamos"."""
    document = Document.of("Supongamos que falla. Todos pierden su trabajo.", language="es")
    assert list(dict(supposed_sentences(document))) == [1]
