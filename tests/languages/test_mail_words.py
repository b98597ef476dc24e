"""What stands around the words of a mail: each language with a record has the words, in the form that lines have."""

from __future__ import annotations

import dataclasses

from summarizer.languages.mail_words import MailWords
from summarizer.languages.registry import languages


def test_every_language_with_a_record_has_them() -> None:
    """In small letters, without marks at their ends, in each of the eight."""
    written = [language for language in languages() if language.mail_words != MailWords()]
    assert {language.code for language in written} == {"en", "de", "fr", "es", "it", "pt", "nl", "zh"}
    for language in written:
        for field in dataclasses.fields(MailWords):
            entries = getattr(language.mail_words, field.name)
            assert entries, (language.code, field.name)
            assert all(entry == entry.casefold().strip(" :") for entry in entries), (language.code, field.name)
