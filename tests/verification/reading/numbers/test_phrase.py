"""The phrase of number words around a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.phrase import Phrase, goes_on, is_listed, is_part, phrase_around

_WORDS = {
    "fr": "deux et cent mille un - , euros",
    "pt": "dois e cem mil um - , euros",
    "de": "zwei und hundert ein - ,",
}


def around(text: str, language: str, at: int = 0) -> Phrase:
    """The phrase around a lexeme of a text."""
    return phrase_around(lexemes(text), at, language)


@pytest.mark.parametrize("language", _WORDS)
@given(data=st.data())
def test_every_place_of_a_phrase_has_the_same_phrase(language: str, data: st.DataObject) -> None:
    """Wherever a phrase is entered, its start and end are the same, and so is what stands between."""
    drawn = data.draw(st.lists(st.sampled_from(_WORDS[language].split()), min_size=1, max_size=9))
    found = lexemes(" ".join(drawn).replace(" - ", "-"))
    for at in range(len(found)):
        if is_part(found[at].text, language):
            phrase = phrase_around(found, at, language)
            assert at in phrase.places
            assert {phrase_around(found, place, language) for place in phrase.places} == {phrase}


def test_links() -> None:
    """Hyphens around a conjunction, a comma behind a thousand; elsewhere a comma ends the phrase."""
    assert around("vingt-et-une pages", "fr") == Phrase((0, 4), ("vingt", "une"), ("et",))
    assert around("mil, cento e um", "pt").links == (",", "e")
    assert around("cem, dois", "pt").links == ()
    assert around("mille, cent", "fr").links == ()
    assert around("vingt-et-une pages", "fr").part(0, 2) == ("vingt", "et", "une")


def test_parts_of_numbers() -> None:
    """Compounds are looked at whole."""
    assert is_part("zweiundzwanzig", "de")
    assert is_part("millions", "fr")
    assert not is_part("achtung", "de")
    assert not is_part("undzwanzig", "de")
    assert not is_part("deux", "xx")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "trois quarts"),
        ("fr", "vingt-deuxième"),
        ("fr", "vingt-et-unième"),
        ("fr", "deux et demi"),
        ("fr", "deux virgule cinq"),
        ("de", "zwei- und dreihundert"),
        ("de", "drei Dutzend"),
        ("es", "cinco mil 400"),
    ],
)
def test_what_makes_another_number(language: str, text: str) -> None:
    """Fractions, ordinals, dozens, decimals and what is left out behind a hyphen."""
    found = lexemes(text.casefold())
    assert goes_on(found, phrase_around(found, 0, language), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "deux demi-finales"),
        ("fr", "deux semaines"),
        ("es", "dos medios"),
        ("de", "zwei beste"),
        ("fr", "deux, cinq"),
    ],
)
def test_what_does_not(language: str, text: str) -> None:
    """Things that are counted, though their words look alike."""
    found = lexemes(text)
    assert not goes_on(found, phrase_around(found, 0, language), language)


def test_listed() -> None:
    """A number that follows behind a comma or an "or"."""
    for text, listed in (("mil, cem ou dois", True), ("mil, cem, dois", True), ("mil, cem pessoas", False)):
        found = lexemes(text)
        assert is_listed(found, phrase_around(found, 0, "pt"), "pt") is listed
