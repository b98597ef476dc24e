"""A language is one record: registered once, every part of the library works with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from toy_language import TOYISH

import summarizer
from summarizer.document.sentences import split
from summarizer.document.title_and_date import stated_date
from summarizer.errors import ConfigError
from summarizer.languages import registry
from summarizer.languages.detect import guess_language
from summarizer.languages.registry import (
    alternatives,
    code_of,
    language_of,
    language_or_english,
    languages,
    name_of,
    phrases_together,
    register,
    together,
)
from summarizer.text.anaphora import anaphor
from summarizer.text.terms import is_function
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.cues import cues_at, opposite
from summarizer.verification.rules.statements.discourse_markers import discourse_marker

SOURCE = (
    "Zu urbo zal vem ple dro mik. Ko ponto zal tas uzo 5 kilozo, zi ple dro. Zu granda ponto vem kresko 12. duar 2024. "
    "Zi homoj zal vem ple nenu ko mik tas."
)

ABBREVIATED = ("Zu urbo zal vem paghz. 12 ple dro.", "Zu urbo vidis Dokz. Marno ple dro.")


@pytest.fixture
def toyish() -> Iterator[str]:
    """The toy language, known for one test."""
    register(TOYISH)
    yield TOYISH.code
    registry._RECORDS.pop(TOYISH.code)
    register(language_of("en"))  # so that everything read is forgotten


def test_records_are_found_by_their_code() -> None:
    """An unknown code has an empty record; "" is read as English only where a part says so."""
    assert language_of("de").calendar.months[2][0] == "märz"
    assert not language_of("xx").known
    assert not language_of("").known
    assert language_or_english("").code == "en"
    assert language_or_english("xx").code == "xx"
    assert len({language.code for language in languages()}) == len(languages())


def test_what_all_languages_say_of_a_thing() -> None:
    """Words and phrases of one field, joined."""
    assert {"to", "bis", "à"} <= together("quantities.range_words")
    assert ("sin", "embargo") in phrases_together("discourse.markers")


def test_alternatives_are_longest_first() -> None:
    """So that a regular expression takes the whole phrase."""
    assert (
        alternatives([("a",), ("a", "b"), ("abc",)]) == r"a\s+b|abc|a"
        or alternatives([("a",), ("a", "b"), ("abc",)]) == r"abc|a\s+b|a"
    )


@pytest.mark.parametrize("given", [None, "de", language_of("de").cues])
def test_only_records_are_registered(given: object) -> None:
    """Anything else is an error that says what is wanted."""
    with pytest.raises(ConfigError, match="register takes a Language"):
        register(given)  # type: ignore[arg-type]


def test_before_it_is_registered_nothing_is_known() -> None:
    """The other side of the tests below: without the record they would not hold."""
    assert guess_language(SOURCE) != "qt"
    assert not anaphor("Shili zal vem.", "qt")
    assert not opposite("kresko", "falo")
    assert all(len(split(text, language="qt")) == 2 for text in ABBREVIATED)
    assert canonicalize("kinzo", language="qt").keys != canonicalize("5", language="qt").keys


def test_a_registered_language_is_told(toyish: str) -> None:
    """By its frequent words."""
    assert guess_language(SOURCE) == toyish
    assert summarizer.Document.of(SOURCE).language == toyish


@pytest.mark.parametrize("text", ABBREVIATED)
def test_its_abbreviations_end_no_sentence(text: str, toyish: str) -> None:
    """Before a number, and before a name."""
    assert len(split(text, language=toyish)) == 1


def test_its_dates_are_compared_by_value(toyish: str) -> None:
    """In a sentence, and in the line that dates an article."""
    one, other = (canonicalize(text, language=toyish).keys for text in ("12. duar 2024", "2024-02-12"))
    assert one == other
    assert str(stated_date(["Skribita: 12 duar 2024"])) == "2024-02-12"


def test_its_units_are_read(toyish: str) -> None:
    """By the name that they are compared under."""
    assert canonicalize("5 kilozo", language=toyish).keys == canonicalize("5 km", language=toyish).keys
    assert canonicalize("5 procozo", language=toyish).keys == canonicalize("5 %", language=toyish).keys


def test_its_number_words_have_a_value(toyish: str) -> None:
    """Those that it names, beside figures and units."""
    assert canonicalize("kinzo kilozo", language=toyish).keys == canonicalize("5 km", language=toyish).keys
    assert canonicalize("sepzo", language=toyish).keys == canonicalize("7", language=toyish).keys


def test_its_quotations_are_checked(toyish: str) -> None:
    """Marks of quotation are read by form, whichever of them a language uses."""
    source = f"{SOURCE} Zu urbo diris: »Zi ponto vem ple dro.«"
    true, false = "Zu urbo diris: »Zi ponto vem ple dro.«", "Zu urbo diris: »Zi homoj vem ple dro.«"
    found = summarizer.verify([true, false], source, model=None)
    assert [one.verdict for one in found] == ["supported", "not_stated"]


def test_its_cues_are_seen(toyish: str) -> None:
    """Words and phrases."""
    keys = canonicalize("zu urbo ne plu vem almenau 5", language=toyish).keys
    kinds = cues_at(keys, toyish)
    assert "negation" in kinds[keys.index("ne")]
    assert "bound" in kinds[keys.index("almenau")]


def test_its_pronouns_point_back(toyish: str) -> None:
    """At the start of a sentence."""
    assert anaphor("Shili zal vem ple.", toyish)


def test_its_markers_are_skipped_and_its_small_words_weigh_nothing(toyish: str) -> None:
    """As in "However, sales fell."."""
    assert discourse_marker(canonicalize("Tiel do, zu urbo zal vem ple.", language=toyish).keys, toyish) == 3
    assert is_function("zi")
    assert opposite("kresko", "falo")


def test_a_negation_in_it_is_contradicted(toyish: str) -> None:
    """Through the public door: a claim that differs in a negation, and one that is the sentence."""
    true = "Zu urbo zal vem ple dro mik."
    false = "Zu urbo zal vem nenu ple dro mik."
    found = summarizer.verify([true, false], SOURCE, model=None)
    assert [one.verdict for one in found] == ["supported", "contradicted"]


def test_a_result_says_that_a_language_has_no_record() -> None:
    """Swedish is told by its words, and more is not known of it."""
    text = "Och det är en stor stad som har många hus. Den har en bro som är lång och det finns en båt till staden."
    document = summarizer.Document.of(text)
    assert document.language == "sv"
    assert not language_of(document.language).known


def test_a_language_is_found_by_its_name_or_code() -> None:
    """In English and its own words."""
    assert {code_of(name) for name in ("German", "deutsch", "DE")} == {"de"}
    assert (code_of("Klingon"), name_of("de"), name_of("xx")) == ("", "German", "")
