"""Numbers written in words by value: "three hundred and five", "zweiundzwanzig", "quatre-vingt-dix", "三百二十".

    number_words(lexemes("treinta y una personas"), 0, "es")  ->  (Decimal(31), 3)

What cannot be read whole has no value; a language without a table has none and is compared as written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.spelled_numbers import english
from summarizer.verification.reading.spelled_numbers.chinese import NUMBER_CHARACTERS, chinese_number
from summarizer.verification.reading.spelled_numbers.phrase import is_part
from summarizer.verification.reading.spelled_numbers.phrase_numbers import phrase_number
from summarizer.verification.reading.spelled_numbers.tables import NUMBER_WORDS

# What stands behind figures alone: "3,2 Mio.", "20 mila".
_BEHIND_FIGURES: Final[Mapping[str, Mapping[str, int]]] = {
    "de": {"tsd": 3, "mio": 6, "mrd": 9},
    "it": {"mila": 3, "mln": 6, "mld": 9},
    "nl": {"mln": 6, "mld": 9},
}


def number_words(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    """The number that starts at `found[at]` in words, and the place behind it.

    Where two numbers may be meant ("between two hundred and five thousand") they are kept apart.

    Args:
        found: The lexemes of the whole text, folded.
        at: Where to look.
        language: ISO 639-1 code; "" is read as English.

    Returns:
        None where no number starts, where what starts there cannot be read whole, and in languages without a table.
    """
    if language in ("en", ""):
        return english.english_number(found, at)
    if language == "zh":
        return chinese_number(found, at)
    return phrase_number(found, at, language) if language in NUMBER_WORDS else None


def ordinal_words(found: Sequence[Lexeme], at: int, language: str) -> tuple[int, int] | None:
    """The ordinal that starts at `found[at]` in words, and the place behind it.

    English alone: other languages inflect their ordinals, and they are compared as written.
    """
    return english.english_ordinal(found, at) if language in ("en", "") else None


def number_starts(language: str) -> frozenset[str]:
    """The words that a number or ordinal may begin with, where they can be counted; none where they are compounds."""
    if language in ("en", ""):
        return english.STARTS
    return NUMBER_CHARACTERS if language == "zh" else frozenset()


def may_start_number(word: str, language: str) -> bool:
    """Whether a number or ordinal may begin with a folded word: `may_start_number("zweiundzwanzig", "de")`."""
    table = NUMBER_WORDS.get(language)
    if table is None:
        return word in number_starts(language)
    return word[:2] in table.begins and (is_part(word, language) or word in table.alone)


def scale_of(word: str, language: str) -> int:
    """The power of ten that a scale word stands for, 0 for any other word: `scale_of("bn", "en") == 9`."""
    return _scales(language or "en").get(word, 0)


@cache
def _scales(language: str) -> Mapping[str, int]:
    if language == "en":
        return english.SCALES
    if language not in NUMBER_WORDS:
        return {}
    table = NUMBER_WORDS[language]
    return {**table.scales, table.thousand: 3, **_BEHIND_FIGURES.get(language, {})}
