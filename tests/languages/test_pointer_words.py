"""Every phrase that points back can be met in a text, in each language, whatever fills its slots."""

from __future__ import annotations

import pytest

from summarizer.languages.pointer_words import Pointers
from summarizer.languages.record import Language, Phrase
from summarizer.languages.registry import languages
from summarizer.languages.scripts import is_unspaced
from summarizer.text.pointers import pointers_of

POINTING = [language for language in languages() if language.pointers != Pointers()]
RECORDS = pytest.mark.parametrize("language", POINTING, ids=lambda language: language.code)
FRONT = ("pronouns", "times", "later", "parts", "clauses", "references", "definites")


def filled(phrase: Phrase, pointers: Pointers) -> str:
    """A phrase as a text has it, with the first word of each slot."""
    written = ""
    for part in phrase:
        word = part
        if "<" in part:
            prefix, _, rest = part.partition("<")
            slot, _, suffix = rest.partition(">")
            found = {"any": "aba", "end": ""}.get(slot) if slot in ("any", "end") else min(pointers.slot(slot))
            word = f"{prefix}{found}{suffix}"
        unspaced = bool(written and word) and is_unspaced(written[-1]) and is_unspaced(word[0])
        written += word if unspaced or not written or not word else f" {word}"
    return written


def test_every_language_with_a_record_points_back() -> None:
    """Each has words for a time, for some of what was named, and for what was said."""
    assert {language.code for language in POINTING} == {"en", "de", "fr", "es", "it", "pt", "nl", "zh", "ja"}
    for language in POINTING:
        assert language.pointers.times
        assert language.pointers.parts
        assert language.pointers.clauses


@RECORDS
def test_openings_are_found(language: Language) -> None:
    """Each at the front of a sentence, from its first word on."""
    for name in FRONT:
        for phrase in getattr(language.pointers, name):
            text = filled(phrase, language.pointers)
            found = [pointer.words.casefold() for pointer in pointers_of(text.capitalize(), language.code)]
            assert any(text.startswith(words) for words in found), (name, phrase)


@RECORDS
def test_ellipses_are_found(language: Language) -> None:
    """Behind a subject, as the end of the sentence."""
    for phrase in language.pointers.ellipses:
        text = filled(phrase, language.pointers)
        subject = "北京" if is_unspaced(text[0]) else "Aba "
        assert any(pointer.kind == "clause" for pointer in pointers_of(f"{subject}{text}.", language.code)), phrase


@RECORDS
def test_what_stands_alone_is_not_taken_for_what_it_holds(language: Language) -> None:
    """Such as “As a result of”, which holds "as a result", and opens a sentence that stands alone."""
    for phrase in language.pointers.standing:
        text = filled(phrase, language.pointers)
        found = pointers_of(text.capitalize(), language.code)
        assert not any(pointer.kind == "time" and text.startswith(pointer.words.casefold()) for pointer in found), (
            phrase
        )
