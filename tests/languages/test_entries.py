"""Every entry of every record can be met in a text: none is written in a form that no token has."""

from __future__ import annotations

import pytest

from summarizer.languages.cldr import cldr_codes
from summarizer.languages.record import Language, Phrase
from summarizer.languages.registry import language_of, languages
from summarizer.languages.scripts import is_unspaced
from summarizer.text.anaphora import anaphor
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.cues import cue_spans, opposite
from summarizer.verification.rules.statements.discourse_markers import discourse_marker

RECORDS = pytest.mark.parametrize("language", languages(), ids=lambda language: language.code)
ALL = pytest.mark.parametrize("code", sorted({language.code for language in languages()} | cldr_codes()))


def written(phrase: Phrase) -> str:
    """A phrase as a text has it."""
    return ("" if is_unspaced(phrase[0][0]) else " ").join(phrase)


@RECORDS
def test_cues_are_found_whole(language: Language) -> None:
    """Each by itself is one cue of its kind, from its first token to its last."""
    for kind, phrases in language.cues.by_kind().items():
        for phrase in phrases:
            text = written(phrase) + ("x" if phrase[-1].endswith("'") else "")
            keys = canonicalize(text, language=language.code).keys
            (span,) = cue_spans(keys, language.code)
            assert (span.start, span.end) == (0, len(keys)), phrase
            assert kind in span.kinds, phrase


@RECORDS
def test_what_is_no_cue_is_none(language: Language) -> None:
    """Though it holds the words or characters of one."""
    for phrase in language.cues.no_cues:
        keys = canonicalize(written(phrase), language=language.code).keys
        assert cue_spans(keys, language.code) == (), phrase


@RECORDS
def test_antonyms_are_told(language: Language) -> None:
    """By the keys that their words have."""
    for pair in language.antonyms:
        one, other = (canonicalize(word, language=language.code).keys[0] for word in pair)
        assert opposite(one, other), pair


@RECORDS
def test_markers_are_skipped(language: Language) -> None:
    """With the comma behind them."""
    for marker in language.discourse.markers:
        keys = canonicalize(written(marker) + ", aba aba aba", language=language.code).keys
        assert discourse_marker(keys, language.code) == keys.index(",") + 1, marker


@RECORDS
def test_pronouns_point_back(language: Language) -> None:
    """At the start of a sentence, unless what follows is a time."""
    pronouns = language.anaphora.persons | language.anaphora.demonstratives | language.anaphora.first_pronouns
    for pronoun in pronouns:
        assert bool(anaphor(f"{pronoun.capitalize()} aba.", language.code)) == bool(language.anaphora.persons), pronoun


@ALL
def test_units_and_money_have_their_name(code: str) -> None:
    """Behind a number, by the name that they are compared under."""
    quantities = language_of(code).quantities
    for name, phrases in (*quantities.units.items(), *quantities.money.items()):
        for phrase in phrases:
            text = "5" + ("" if is_unspaced(phrase[0][0]) else " ") + written(phrase)
            form = canonicalize(text, language=code)
            assert form.tokens[0].unit == name, phrase
            assert len(form.keys) == 1 + (name in quantities.units), phrase


@ALL
def test_percent_and_points_are_part_of_their_number(code: str) -> None:
    """As "%" is."""
    quantities = language_of(code).quantities
    for phrase in (*quantities.percent, *quantities.percentage_points):
        text = "5" + ("" if is_unspaced(phrase[0][0]) else " ") + written(phrase)
        assert len(canonicalize(text, language=code).keys) == 1, phrase


@ALL
def test_months_make_dates(code: str) -> None:
    """In each of their spellings."""
    calendar = language_of(code).calendar
    dot = "." if calendar.day_dot else ""
    for number, names in enumerate(calendar.months, start=1):
        for name in names:
            assert canonicalize(f"12{dot} {name} 2024", language=code).keys == (f"2024-{number:02}-12",), name


@ALL
def test_full_names_of_weekdays_stand_alone(code: str) -> None:
    """Abbreviations need a date or a word such as "on"."""
    for names in language_of(code).calendar.weekdays:
        assert canonicalize(f"aba {names[0].capitalize()} aba", language=code).tokens[1].kind == "weekday"
