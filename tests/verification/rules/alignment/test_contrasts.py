"""Words that stand in each other's place and mean another thing."""

from __future__ import annotations

import pytest

from summarizer.languages.registry import languages
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.contrasts import (
    contrast_between,
    is_backshift,
    is_reversal,
    is_role_word,
    lone_turn,
)


def _keys(words: str, language: str) -> tuple[str, ...]:
    return canonicalize(words, language=language).keys


@pytest.mark.parametrize(
    ("language", "one", "other", "kind"),
    [
        ("en", "may", "will", "modality"),
        ("en", "may", "might", None),
        ("en", "months", "years", "unit"),
        ("en", "is", "was", "tense"),
        ("en", "cats", "dogs", None),
        ("de", "soll", "wird", "modality"),
        ("de", "Monate", "Jahre", "unit"),
        ("de", "frühestens", "spätestens", "bound"),
        ("fr", "peut", "va", "modality"),
        ("fr", "mois", "ans", "unit"),
        ("fr", "toujours", "parfois", "quantifier"),
        ("es", "puede", "debe", "modality"),
        ("es", "meses", "años", "unit"),
        ("es", "todos", "algunos", "quantifier"),
        ("it", "mesi", "anni", "unit"),
        ("pt", "meses", "anos", "unit"),
        ("nl", "maanden", "jaar", "unit"),
        ("zh", "可能", "必将", "modality"),
        ("zh", "月", "年", "unit"),
        ("zh", "上升", "下降", "direction"),
    ],
)
def test_a_contrast_has_a_kind_either_way_round(language: str, one: str, other: str, kind: str | None) -> None:
    """Words of two classes make a contrast, words of one class, and words of none, make none."""
    mine, theirs = _keys(one, language), _keys(other, language)
    assert contrast_between(mine, theirs, language) == kind
    assert contrast_between(theirs, mine, language) == kind
    assert contrast_between(mine, mine, language) is None


def test_a_unit_is_the_same_behind_a_number() -> None:
    """Where a unit is a token of its own, its contrasts are the word's."""
    (_, years), (_, months) = _keys("3 years", "en"), _keys("3 months", "en")
    assert contrast_between((years,), (months,), "en") == "unit"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("former", "qualifier"),
        ("reportedly", "modality"),
        ("only", "quantifier"),
        ("the former", "qualifier"),
        ("x", None),
    ],
)
def test_a_lone_word_turns_a_statement(words: str, kind: str | None) -> None:
    """Articles before it change nothing."""
    assert lone_turn(_keys(words, "en"), "en") == kind


def test_a_reversal_opens_a_sentence_against_another() -> None:
    """With its comma or without, in the language of the text."""
    assert is_reversal(_keys("On the contrary,", "en"), "en")
    assert is_reversal(_keys("与此相反，", "zh"), "zh")
    assert not is_reversal(_keys("However,", "en"), "en")


def test_backshift_and_role_words() -> None:
    """What reported speech does to a verb, and which words tell a role, is the language's."""
    assert is_backshift(("will",), ("would",), "en")
    assert not is_backshift(("will",), ("may",), "en")
    assert is_role_word("from", "en")
    assert is_role_word("dem", "de")
    assert not is_role_word("the", "en")


def test_every_known_language_says_what_turns_a_statement() -> None:
    """A record with cues has contrasts, hedges, qualifiers, limits and conditions."""
    for language in languages():
        if language.known:
            turns = language.turns
            assert all((turns.contrasts, turns.hedges, turns.qualifiers, turns.limits, turns.conditions)), language.code
