"""Reads the short texts in which a language's record is written into the values that it holds.

words("he she")              ->  frozenset({"he", "she"})
phrases("up to|at least")    ->  (("up", "to"), ("at", "least"))
spellings("june jun|july")   ->  (("june", "jun"), ("july",))
pairs("rise:fall win:lose")  ->  (("rise", "fall"), ("win", "lose"))
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from summarizer.languages.scripts import is_unspaced

Phrase: TypeAlias = tuple[str, ...]
"""The words of a phrase in order; in scripts without blanks its characters."""


def words(text: str) -> frozenset[str]:
    """The words of a text that blanks set apart."""
    return frozenset(_as_compared(text).split())


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of a text that bars set apart, each as its words."""
    return tuple(words_of(phrase) for phrase in text.split("|"))


def cues(single: str, several: str = "") -> tuple[Phrase, ...]:
    """Cues of one word, set apart by blanks, and cues of several, set apart by bars."""
    ones = tuple(words_of(word) for word in single.split())
    return ones + (phrases(several) if several else ())


def spellings(text: str) -> tuple[tuple[str, ...], ...]:
    """Groups that bars set apart, each of words that are spellings of one thing."""
    return tuple(tuple(group.split()) for group in _as_compared(text).split("|"))


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs that blanks set apart, their halves by a colon."""
    split = (pair.split(":") for pair in _as_compared(text).split())
    return tuple((one, other) for one, other in split)


def groups(text: str) -> Mapping[str, tuple[str, ...]]:
    """Words that blanks set apart, each with those that it may stand for behind a colon, between commas."""
    split = (group.split(":") for group in _as_compared(text).split())
    return {word: tuple(others.split(",")) for word, others in split}


def words_of(phrase: str) -> Phrase:
    """The words of one phrase; a word of a script without blanks as its characters, since those are its tokens."""
    found: list[str] = []
    for word in _as_compared(phrase).split():
        if is_unspaced(word[0]):
            found.extend(word)
        else:
            found.append(word)
    return tuple(found)


def _as_compared(text: str) -> str:
    """A text with its "ß" as "ss", which is how folded words are compared."""
    return text.replace("ß", "ss")
