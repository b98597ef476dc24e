"""What stands around an article on a page: each language with a record has the words, in the form that lines have."""

from __future__ import annotations

import dataclasses

import pytest

from summarizer.document.surroundings.line_words import begins, holds, is_one, key
from summarizer.languages.page_words import PageWords, lines
from summarizer.languages.record import Language
from summarizer.languages.registry import languages

PAGED = [language for language in languages() if language.page_words != PageWords()]
RECORDS = pytest.mark.parametrize("language", PAGED, ids=lambda language: language.code)
WHOLE = ("advertisement", "navigation", "legal_links", "related", "comments", "buttons", "cookie_buttons")


def test_entries_are_set_apart_by_bars() -> None:
    """In small letters, without the blanks around them."""
    assert lines("Read more| read also") == {"read more", "read also"}


def test_every_language_with_a_record_has_them() -> None:
    """All that a page may write around an article, in each of the eight."""
    assert {language.code for language in PAGED} == {"en", "de", "fr", "es", "it", "pt", "nl", "zh"}
    once = {"made", "makers"}  # asked of one language alone
    for language in PAGED:
        for field in dataclasses.fields(PageWords):
            assert field.name in once or getattr(language.page_words, field.name), (language.code, field.name)


@RECORDS
def test_entries_are_written_as_lines_are_compared(language: Language) -> None:
    """Each whole line is its own key, and is found; so is what a line begins with or holds."""
    for field in WHOLE:
        for entry in getattr(language.page_words, field):
            assert key(entry) == entry
            assert is_one(entry.capitalize(), field)
    for entry in language.page_words.newsletter:
        assert begins(f"{entry} aba", "newsletter")
    for entry in language.page_words.legal:
        assert holds(f"© 2024 {entry}.", "legal")
