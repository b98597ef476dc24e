"""Tells which words of a statement say something, and takes the forms of a word for one, in any language.

is_content("ferry"), is_content("7"), is_content("桥")  ->  True; is_content("the")  ->  False
stem_of("repairs") == stem_of("repair"); stem_of("2026")  ->  "2026"
"""

from __future__ import annotations

from typing import Final

from summarizer.text.words import words

_LONG_WORD: Final = 4
_STEM: Final = 5
_FIRST_CJK: Final = "\u2e80"


def is_content(word: str) -> bool:
    """True for a folded word that says something: a number, four letters or more, or one of a script without spaces."""
    return len(word) >= _LONG_WORD or is_number(word) or word >= _FIRST_CJK


def is_number(word: str) -> bool:
    """True for a word with a digit in it."""
    return any(character.isdigit() for character in word)


def stem_of(word: str) -> str:
    """The first letters of a folded word, by which its forms are taken for one; a number is its own stem."""
    return word if is_number(word) else word[:_STEM]


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that say something, in order, each once."""
    return tuple(dict.fromkeys(stem_of(word.text) for word in words(text) if is_content(word.text)))
