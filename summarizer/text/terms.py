"""Terms are the words of a text without their inflection, as search compares them; some carry no content.

terms("The ports closed.")  ->  ("the", "port", "clos")
is_function("the")          ->  True
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from summarizer.languages.registry import cached_by_records, together
from summarizer.text.words import Word, words

# Endings that are taken off, and how long a word must be to have one: "red" and "bring" have none.
_ENDINGS: Final = (("ing", 6), ("edly", 7), ("ed", 5), ("ly", 6))


class Term(NamedTuple):
    """One search term and the half-open range of the text that it was read from."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word without English-like inflection.

    Promise: `stem("studies") == stem("studied") == stem("study")`.
    Light on purpose: it joins plural, possessive, -ed, -ing and -ly forms and leaves short words, numbers and
    non-Latin words alone, so that two different names rarely fall together. It serves search and overlap, where a
    wrong join costs rank; nothing is accepted because two stems agree.
    """
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < 4 or not word.isalpha():
        return word
    word = _without_ending(_without_plural(word))
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for suffix, least in _ENDINGS:
        bare = word.removesuffix(suffix)
        if bare != word and len(word) >= least and _has_vowel(bare):
            return _without_doubling(bare)
    return word


def _without_doubling(word: str) -> str:
    """The stem without a doubled last letter: "stop" of "stopp"; "call", "miss" and "buzz" stay."""
    doubled = len(word) > 3 and word[-1] == word[-2]
    return word[:-1] if doubled and word[-1] not in "lsz" else word


def _has_vowel(letters: str) -> bool:
    return any(letter in "aeiouyäöüáéíóú" for letter in letters)


def placed_terms(text: str) -> list[Term]:
    """The terms of a text in order, each with its place; scripts written without spaces give character bigrams.

    `all(0 <= t.start < t.end <= len(text) for t in placed_terms(text))`. A run of touching tokens outside ASCII
    (Chinese, Japanese, Thai) gives its overlapping bigrams, the usual unit of search for text without spaces; a
    token that touches no other gives its stem.
    """
    found: list[Term] = []
    run: list[Word] = []
    for word in words(text):
        if run and (word.start != run[-1].end or word.text.isascii()):
            _flush(run, found)
        if word.text.isascii():
            found.append(Term(stem(word.text), word.start, word.end))
        else:
            run.append(word)
    _flush(run, found)
    return found


def _flush(run: list[Word], found: list[Term]) -> None:
    if len(run) == 1:
        found.append(Term(stem(run[0].text), run[0].start, run[0].end))
    found.extend(Term(one.text + two.text, one.start, two.end) for one, two in pairwise(run))
    run.clear()


def terms(text: str) -> tuple[str, ...]:
    """The terms of a text in order, without their places."""
    return tuple(term.text for term in placed_terms(text))


@lru_cache(maxsize=256)
def claim_terms(claim: str) -> tuple[Term, ...]:
    """`tuple(placed_terms(claim))`, kept for a while: one claim is searched, compared and scored in turn."""
    return tuple(placed_terms(claim))


def is_function(term: str) -> bool:
    """True for terms that say little about what a sentence is about, such as articles and auxiliaries.

    In any language that has a record; such words are kept (order and negation need them) and weigh next to nothing in
    search. Of other languages document rarity tells them.
    """
    return term in _function_stems()


@cached_by_records
def _function_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in together("vocabulary.function_words"))


def is_hard(term: str) -> bool:
    """True for terms that carry a figure, such as "17", "3.5" or "q3"."""
    return not term.isalpha() and any(letter.isdigit() for letter in term)
