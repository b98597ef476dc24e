"""The phrase of number words around a place: all that stand side by side, with what stands between them.

    "vingt-et-une pages"   ->  words ("vingt", "une"), links ("et",)
    "trois quarts"         ->  goes on: what follows makes another number of "trois"

Every place of a phrase has the same phrase, so that its beginning or end is never taken for a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from summarizer.languages.registry import cached_until_registered, language_of
from summarizer.verification.reading.lexemes import Lexeme

_MEMO: Final = 4096  # words remembered; those of a document that begin as a number does are a few hundred


@dataclass(frozen=True, slots=True)
class Phrase:
    """Number words that stand together: `places[i]` is the lexeme of `words[i]`, `links[i]` what stands behind it.

    A link is "" for a blank, "-", ",", or the conjunction.
    """

    places: tuple[int, ...]
    words: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def start(self) -> int:
        """The lexeme at which the phrase starts."""
        return self.places[0]

    @property
    def end(self) -> int:
        """The lexeme behind the phrase."""
        return self.places[-1] + 1

    def part(self, first: int, last: int) -> tuple[str, ...]:
        """The words from `first` up to and without `last`, conjunctions between them."""
        said: list[str] = []
        for place in range(first, last):
            said.append(self.words[place])
            if place + 1 < last and self.links[place] not in ("", "-", ","):
                said.append(self.links[place])
        return tuple(said)


@cached_until_registered(maxsize=_MEMO)
def is_part(word: str, language: str) -> bool:
    """Whether a folded word is a part of numbers: `is_part("zweiundzwanzig", "de")`, `is_part("millions", "fr")`."""
    table = language_of(language).numbers
    return word in table.scales or pattern(table.word).fullmatch(word) is not None


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern of the tables, compiled when it is first needed."""
    return re.compile(text)


def phrase_around(found: Sequence[Lexeme], at: int, language: str) -> Phrase:
    """The phrase that the number word `found[at]` is part of."""
    start = at
    while (before := _previous(found, start, language)) is not None:
        start = before
    places, links = [start], list[str]()
    while (following := next_word(found, places[-1], language)) is not None:
        place, link = following
        places.append(place)
        links.append(link)
    return Phrase(tuple(places), tuple(found[place].text for place in places), tuple(links))


def next_word(found: Sequence[Lexeme], at: int, language: str) -> tuple[int, str] | None:
    """The next word of the phrase that `found[at]` is part of, and what links the two; None at its end."""
    place, link = _behind_link(found, at, language)
    return (place, link) if place < len(found) and is_part(found[place].text, language) else None


def _behind_link(found: Sequence[Lexeme], at: int, language: str) -> tuple[int, str]:
    """The place behind a conjunction, hyphen, comma or blank that follows `found[at]`, and which of them it is."""
    table = language_of(language).numbers
    texts = [lexeme.text for lexeme in found[at + 1 : at + 4]]
    following = texts[0] if texts else ""
    if following == table.conjunction:
        return at + 2, following
    if following == "-" and _is_glued(found, at + 1, 2):
        if texts[1:] == [table.conjunction, "-"] and _is_glued(found, at + 3, 2):
            return at + 4, table.conjunction
        return at + 2, "-"
    if following == "," and table.commas and _is_scale(found[at].text, language):
        return at + 2, ","
    return at + 1, ""


def _previous(found: Sequence[Lexeme], at: int, language: str) -> int | None:
    """The word before `found[at]` in its phrase."""
    for step in (1, 2, 4):
        place = at - step
        if place >= 0 and is_part(found[place].text, language):
            following = next_word(found, place, language)
            if following is not None and following[0] == at:
                return place
    return None


def _is_glued(found: Sequence[Lexeme], at: int, count: int) -> bool:
    """Whether so many lexemes stand from `at` on, each without a blank before it."""
    return at + count <= len(found) and all(lexeme.glued for lexeme in found[at : at + count])


def _is_scale(word: str, language: str) -> bool:
    """Whether a word stands for a thousand or more."""
    table = language_of(language).numbers
    return word == table.thousand or word in table.scales


def goes_on(found: Sequence[Lexeme], phrase: Phrase, language: str) -> bool:
    """Whether what stands around makes another number of it: "trois quarts", "deux douzaines", "drei Komma fünf"."""
    start, end = phrase.start, phrase.end
    if _is_decimal_mark(found, start - 1, language) or _is_decimal_mark(found, end, language):
        return True
    if end == len(found):
        return False
    if found[end].kind == "n" and _is_scale(phrase.words[-1], language):  # "cinco mil 400"
        return True
    return _is_suspended(found, end) or _is_multiplied(found, end, language)


def _is_decimal_mark(found: Sequence[Lexeme], at: int, language: str) -> bool:
    """Whether a word such as "virgule" stands at `at` between two numbers."""
    if not 0 < at < len(found) - 1 or not pattern(language_of(language).numbers.decimal).fullmatch(found[at].text):
        return False
    return _is_number(found[at - 1], language) and _is_number(found[at + 1], language)


def _is_number(lexeme: Lexeme, language: str) -> bool:
    return lexeme.kind == "n" or is_part(lexeme.text, language)


def _is_suspended(found: Sequence[Lexeme], at: int) -> bool:
    """As in "zwei- und dreihundert", where "zwei" is 200."""
    return found[at].text == "-" and found[at].glued and at + 1 < len(found) and not found[at + 1].glued


def _is_multiplied(found: Sequence[Lexeme], at: int, language: str) -> bool:
    """Whether a word that makes another number stands at `at`, behind a hyphen or behind the conjunction."""
    table = language_of(language).numbers
    at = _behind_hyphen(found, at)
    joined = at < len(found) and found[at].text == table.conjunction
    if joined:
        at = _behind_hyphen(found, at + 1)
    if at >= len(found):
        return False
    word = found[at].text
    if joined and pattern(table.going_on_joined).fullmatch(word):
        return True
    return pattern(table.going_on).fullmatch(word) is not None


def behind_half(found: Sequence[Lexeme], at: int, language: str) -> int:
    """The place behind the half that the conjunction at `found[at]` joins to a scale word, 0 where none stands."""
    table = language_of(language).numbers
    joined = at + 1 < len(found) and found[at].text == table.conjunction and bool(table.half)
    return at + 2 if joined and pattern(table.half).fullmatch(found[at + 1].text) else 0


def _behind_hyphen(found: Sequence[Lexeme], at: int) -> int:
    return at + 1 if _is_glued(found, at, 2) and found[at].text == "-" else at


def is_listed(found: Sequence[Lexeme], phrase: Phrase, language: str) -> bool:
    """Whether one more number follows behind a comma or an "or": then commas before it list numbers, too."""
    at = phrase.end
    if at + 1 >= len(found) or (found[at].text != "," and found[at].kind != "w"):
        return False
    return is_part(found[at + 1].text, language)
