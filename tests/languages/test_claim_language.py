"""Tests of the language that a claim is read in."""

from __future__ import annotations

import pytest
from translations import TRANSLATIONS

from summarizer.languages.claim_language import claim_language


@pytest.mark.parametrize("source", TRANSLATIONS)
@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_sentence_tells_its_language_beside_any_source(language: str, source: str) -> None:
    """A claim of a few words is read in its own language, and one in the source's in that."""
    for sentence in TRANSLATIONS[language].sentences:
        assert claim_language(sentence, source=source) == language


@pytest.mark.parametrize(
    ("claim", "source", "told", "read_in"),
    [
        ("32.000 Mitarbeiter", "en", "", "en"),
        ("32.000 Mitarbeiter", "en", "de", "de"),
        ("42", "en", "", "en"),
        ("", "en", "", "en"),
        ("The board met.", "en", "de", "en"),
        ("Norda AG", "zh", "", ""),
        ("Norda AG", "zh", "de", "de"),
        ("市议会", "ja", "", "ja"),
        ("Carlos de Silva resigned.", "en", "", "en"),
    ],
)
def test_what_tells_nothing_is_read_as_its_text_or_its_source(claim: str, source: str, told: str, read_in: str) -> None:
    """Values and names are of any language; a word of several languages tells none."""
    assert claim_language(claim, source=source, told=told) == read_in


def test_one_word_of_another_language_is_little_beside_a_word_of_the_source() -> None:
    """The German article is an English verb too."""
    assert claim_language("Players die young.", source="en") == "de"
    assert claim_language("Players die young.", source="en", in_source={"young"}.__contains__) == "en"
