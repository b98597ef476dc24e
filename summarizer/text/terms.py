"""The terms of a text: what its words are once inflection is taken off, and which of them carry content."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from summarizer.text.words import Word, words

# Words that say little about what a sentence is about, in the languages whose articles are met most. They are kept
# (order and negation need them) but weigh next to nothing in search. Other languages fall back to document rarity.
# Words of those languages that mean something in English ("die", "war", "man", "son") are left out.
_FUNCTION_WORDS: Final = """
a about after again all also am an and any are as at be because been before being both but by can could did do does
doing down during each either for from further had has have having he her here hers him himself his how i if in into is
it its itself just may me might more most must my no nor not of off on once only or other our ours out over own same
shall she should so some such than that the their theirs them then there these they this those through to too under
until up upon us very was we were what when where which while who whom whose why will with would you your yours

aber alle als auch auf aus bei bis da das dass dem den der des doch du durch ein eine einem einen einer eines er es für
hatte ich ihm ihn ihr im ist ja kein mit nach nicht noch nun nur ob oder sich sie sind über um und uns vom von vor waren
wenn wie wir wird zu zum zur

au aux avec ce ces cette dans de du elle en est et il ils la le les leur lui mais ne ou où par pas pour que qui sa se
ses sont sur un une como del el ella esta este hay las lo los más muy para pero por porque su sus una y ya che dei della
di gli nel non si sono uno ao com dos foi mais na não nas nos os pela pelo são seu sua um uma aan een het niet ook te
van voor
"""


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
    word = _without_plural(word)
    for suffix, least in (("ing", 6), ("edly", 7), ("ed", 5), ("ly", 6)):
        if word.endswith(suffix) and len(word) >= least and _has_vowel(word[: -len(suffix)]):
            word = word[: -len(suffix)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
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


_FUNCTION_STEMS: Final = frozenset(stem(word) for word in _FUNCTION_WORDS.split())


def is_function(term: str) -> bool:
    """True for terms that say little about what a sentence is about, such as articles and auxiliaries."""
    return term in _FUNCTION_STEMS


def is_hard(term: str) -> bool:
    """True for terms that carry a figure, such as "17", "3.5" or "q3"."""
    return not term.isalpha() and any(letter.isdigit() for letter in term)
