"""A record holds what a language needs, and may leave anything out."""

from __future__ import annotations

import dataclasses

import pytest

from summarizer.languages.record import Cues, Language
from summarizer.languages.registry import languages

KNOWN = [language for language in languages() if language.known]


def test_an_empty_record_is_legal() -> None:
    """Only its code and names have to be given."""
    empty = Language(code="xx")
    assert not empty.known
    assert all(not phrases for phrases in empty.cues.by_kind().values())


def test_records_are_frozen() -> None:
    """Nothing is filled in later."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        KNOWN[0].code = "yy"  # type: ignore[misc]


def test_the_kinds_of_cues_are_the_fields() -> None:
    """No list of cues is forgotten where they are asked for by kind."""
    fields = {field.name for field in dataclasses.fields(Cues)} - {"no_cues"}
    assert set(Cues().by_kind()) == fields


@pytest.mark.parametrize("language", KNOWN, ids=lambda language: language.code)
def test_a_known_language_has_its_cues(language: Language) -> None:
    """Each kind of cue is there, in the small letters that tokens have."""
    for kind, phrases in language.cues.by_kind().items():
        assert phrases, kind
        assert all(word == word.lower() for phrase in phrases for word in phrase), kind


@pytest.mark.parametrize("language", languages(), ids=lambda language: language.code)
def test_calendars_are_whole(language: Language) -> None:
    """Twelve months and seven days, or none."""
    assert len(language.calendar.months) in (0, 12)
    assert len(language.calendar.weekdays) in (0, 7)
    assert all(language.calendar.months)
