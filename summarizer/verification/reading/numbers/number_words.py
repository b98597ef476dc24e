"""Numbers written in words by value: "three hundred and five", "zweiundzwanzig", "quatre-vingt-dix", "三百二十".

    number_words(lexemes("treinta y una personas"), 0, "es")  ->  (Decimal(31), 3)

What cannot be read whole has no value; those of a language without number words in its record are compared as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from summarizer.languages.registry import cached_by_records, language_of
from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.numbers import english
from summarizer.verification.reading.numbers.chinese import NUMBER_CHARACTERS, chinese_number
from summarizer.verification.reading.numbers.phrase import is_part
from summarizer.verification.reading.numbers.phrase_numbers import phrase_number


def number_words(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    """The number that starts at `found[at]` in words, and the place behind it.

    Where two numbers may be meant ("between two hundred and five thousand") they are kept apart.

    Args:
        found: The lexemes of the whole text, folded.
        at: Where to look.
        language: ISO 639-1 code; "" is read as English.

    Returns:
        None where no number starts, where what starts there cannot be read whole, and in languages whose record has
        no number words.
    """
    if language in ("en", ""):
        return english.english_number(found, at)
    if language == "zh":
        return chinese_number(found, at)
    return phrase_number(found, at, language)


def ordinal_words(found: Sequence[Lexeme], at: int, language: str) -> tuple[int, int] | None:
    """The ordinal that starts at `found[at]` in words, and the place behind it.

    English alone: other languages inflect their ordinals, and they are compared as written.
    """
    return english.english_ordinal(found, at) if language in ("en", "") else None


def number_starts(language: str) -> frozenset[str]:
    """The words that a number or ordinal may begin with, where they can be counted; none where `number_test` tells."""
    if language in ("en", ""):
        return english.STARTS
    return NUMBER_CHARACTERS if language == "zh" else frozenset()


@cached_by_records
def number_test(language: str) -> Callable[[str], bool]:
    """Whether a number or ordinal may begin with a folded word: `number_test("de")("zweiundzwanzig")`."""
    starts = number_starts(language)
    if starts:
        return starts.__contains__
    table = language_of(language).numbers
    half = re.compile(table.half).fullmatch
    return lambda word: (
        (word[:2] in table.begins and (is_part(word, language) or word in table.alone)) or half(word) is not None
    )


def scale_of(word: str, language: str) -> int:
    """The power of ten that a scale word stands for, 0 for any other word: `scale_of("bn", "en") == 9`."""
    return _scales(language or "en").get(word, 0)


@cached_by_records
def _scales(language: str) -> Mapping[str, int]:
    if language == "en":
        return english.SCALES
    table = language_of(language).numbers
    return {table.thousand: 3, **table.scales, **table.scales_behind_figures}
