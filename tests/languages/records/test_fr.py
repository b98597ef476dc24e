"""The record of French, by sentences that a reader of French would read so."""

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
        ("Deux personnes sont là, et une personne arrive.", {}),
        ("Il est là sans doute.", {"sans doute": "modality"}),
        ("Il vient sans argent.", {"sans": "negation"}),
        ("Il n'est pas là.", {"n'est": "negation", "pas": "negation"}),
        ("Peut-être vient-il.", {"peut-être": "modality"}),
        ("Au-delà de cent hommes.", {"au-delà": "bound"}),
        ("Tous les deux arrivent.", {"tous les deux": "quantifier"}),
        ("S'il pleut, on annule.", {"s'il": "condition"}),
        ("De plus en plus de gens partent.", {}),
        ("Il travaille sans cesse.", {}),
    ],
)
def test_cues(text: str, cues: dict[str, str]) -> None:
    """Phrases are one cue, and what only holds the words of one is none."""
    assert cues_in(text, "fr") == cues


@pytest.mark.parametrize(
    "text",
    [
        "Voir l'art. 5 de la loi.",
        "Il est né en 50 av. J.-C. à Rome.",
        "Le prix est d'env. 5 euros.",
        "Il habite bd. Victor Hugo ici.",
        "St. Martin est fêté.",
        "MM. Dupont et Martin sont venus.",
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    """Before a name or a number."""
    assert len(split(text, language="fr")) == 1


@pytest.mark.parametrize("text", ["Cela suffit.", "Celui-ci gagne.", "Celles qui viennent gagnent."])
def test_pronouns_point_back(text: str) -> None:
    """Demonstrative pronouns, too."""
    assert anaphor(text, "fr")


def test_seasons_behind_a_demonstrative_point_at_the_date() -> None:
    """As "cette année" does."""
    assert not anaphor("Cet hiver sera froid.", "fr")


def test_a_conjunction_before_a_sentence_says_nothing() -> None:
    """Unless "pas" stands behind it."""
    assert discourse_marker(canonicalize("Mais la ville paie la somme.", language="fr").keys, "fr") == 1
    assert discourse_marker(canonicalize("Et pas la ville paie la somme.", language="fr").keys, "fr") == 0


@pytest.mark.parametrize("denial", ["C'est faux.", "Ce n'est pas vrai.", "C'est un mensonge.", "Rien n'est vrai."])
def test_a_sentence_is_taken_back(denial: str) -> None:
    """By the one behind it."""
    document = Document.of(f"Il pleut. Le maire démissionne. {denial} Il reste.", language="fr")
    assert max(dict(taken_back_sentences(document))) == 1


def test_others_are_not() -> None:
    """What denies something of its own."""
    document = Document.of("Le maire démissionne. C'est faux que Paul parte.", language="fr")
    assert list(taken_back_sentences(document)) == []


def test_a_thought_is_none_of_the_facts() -> None:
    """Behind "Supposons"."""
    document = Document.of("Supposons que la ville échoue. Tous perdent leur travail.", language="fr")
    assert list(dict(supposed_sentences(document))) == [1]
