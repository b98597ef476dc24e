"""The words of a sentence as names are read from them: each with its place and with what stands before it.

sentence_words("O'Neill's ship")  ->  Word("O'Neill", 0, 7, gap=""), Word("s", 8, 9, gap="'"), Word("ship", …, gap=" ")
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from summarizer.languages.record import Language
from summarizer.languages.registry import cached_by_records, language_of, languages

WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APOSTROPHES: Final = frozenset(("'", "’"))
# What a sentence, a quotation or a label opens behind, so that a capital there tells nothing.
_OPENERS: Final = tuple('"“”„‚‘«»‹›「『([{—–:;.!?…*_>|-•')


class Word(NamedTuple):
    """A word, its place in the sentence, and the signs between it and the word before."""

    text: str
    start: int
    end: int
    gap: str

    @property
    def has_capital(self) -> bool:
        """It begins with a capital, and is more than a letter."""
        return len(self.text) > 1 and self.text[0].isupper()

    @property
    def is_beside(self) -> bool:
        """Nothing but blanks stands between it and the word before."""
        return self.gap.isspace()

    @property
    def may_open(self) -> bool:
        """It stands where any word has a capital: behind nothing, a full stop, a quotation mark."""
        gap = self.gap.rstrip()
        return self.start == 0 or gap.endswith(_OPENERS) or (not gap and not self.gap)


def sentence_words(text: str) -> tuple[Word, ...]:
    """The words of a sentence in order; "O'Neill" is one word, "l'Assemblée" is two."""
    found: list[Word] = []
    here = 0
    for match in WORD.finditer(text):
        word = Word(match.group(), match.start(), match.end(), text[here : match.start()])
        here = word.end
        if found and word.gap in _APOSTROPHES and word.text[0].isupper() and _is_capital_letter(found[-1].text):
            before = found.pop()
            word = Word(text[before.start : word.end], before.start, word.end, before.gap)
        found.append(word)
    return tuple(found)


def _is_capital_letter(word: str) -> bool:
    return len(word) == 1 and word.isupper()


@cached_by_records
def no_names(code: str) -> frozenset[str]:
    """Words of a language that are no part of a name at its ends: function words, months, weekdays.

    Args:
        code: ISO 639-1.
    """
    record = language_of(code)
    return _function_words(record) | _times()


def _function_words(record: Language) -> frozenset[str]:
    vocabulary, anaphora = record.vocabulary, record.anaphora
    pointing = anaphora.persons | anaphora.demonstratives | anaphora.articles | anaphora.leaning
    return vocabulary.function_words | vocabulary.own_function_words | vocabulary.light_words | pointing


@cached_by_records
def _times() -> frozenset[str]:
    """The names of months and weekdays, written out."""
    found: set[str] = set()
    for language in languages():
        for spellings in (*language.calendar.months, *language.calendar.weekdays):
            found.update(spellings[:1])
    return frozenset(found)
