"""A folded text as lexemes: numerals, words and marks in order, before anything is read into them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from summarizer.languages.scripts import UNSPACED

# Numerals whose groups of three are set apart by spaces ("3 200 000"), and all others with their inner separators
# ("3,200.5", "12.03.2026", "10:30", "1/2"). A numeral never ends in a separator.
_SPACED: Final = r"(?<![\d.,:/])\d{1,3}(?: \d{3}){LEAST,}(?:[.,]\d+)?(?![\d]|[.,:/]\d| \d{3}(?!\d))"
# A span of years is three lexemes ("2012/13"); a point may stand without the nought before it (".5").
_PLAIN: Final = r"[12]\d{3}(?=/\d\d(?:\d\d)?(?![\d/.,]\d|\d))|\d+(?:[.,:/']\d+)*|(?<![\w.])\.\d+(?![.\d])"

# What a program that cuts texts into tokens leaves behind.
_TOKENIZED: Final = re.compile(r" n't\b| '(?:s|re|ve|ll|d|m)\b|' '|\d, 0\d\d\b")
_ENDINGS: Final = frozenset(("s", "re", "ve", "ll", "d", "m"))
_GROUP: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})*")
_ZEROS: Final = re.compile(r"0\d\d(?:,\d{3})*")  # no number of its own begins so: "235, 000"


# A run of figures that is longer has no value that anybody reads; Python itself reads none of more than 4,300 digits.
LONGEST_NUMERAL: Final = 64


class Lexeme(NamedTuple):
    """A piece of a folded text: `folded[x.start:x.end]` is where it stands.

    `kind` is "n" for a numeral, "w" for a word or a run of figures that is too long for one, "m" for a mark. `text` is
    the piece itself, except that the dots of an abbreviation such as "u.s." are gone. `glued` says that no space stands
    before it.
    """

    text: str
    kind: str
    start: int
    end: int
    glued: bool


_NONE: Final = Lexeme("", "m", 0, 0, glued=False)


def lexemes(copy: str, *, least: int = 1) -> list[Lexeme]:
    """The lexemes of a folded text, in order: every character that is not white space lies in exactly one.

    A word holds its inner apostrophes ("don't") and digits after its first letter ("h1n1"); a compound with hyphens is
    several words with a mark between; letters behind a numeral are a word glued to it ("5km").

    Args:
        copy: Folded text.
        least: Groups of three digits that spaces must set apart for one numeral; in English "Of the 5 100 survived" has
            two.
    """
    found: list[Lexeme] = []
    last = 0
    for match in _pattern(least).finditer(copy):
        start, end = match.span()
        text, kind = match[0], match.lastgroup or "m"
        if kind == "a":
            text, kind = text.replace(".", ""), "w"
        elif kind in ("s", "n"):
            kind = "n" if len(text) <= LONGEST_NUMERAL else "w"
        found.append(Lexeme(text, kind, start, end, start == last and start > 0))
        last = end
    return _whole(found) if _TOKENIZED.search(copy) else found


def _whole(found: Sequence[Lexeme]) -> list[Lexeme]:
    """Lexemes of a text that a program has cut, put together again: "does n't", "John 's", "235, 000", "` `"."""
    whole: list[Lexeme] = []
    at = 0
    while at < len(found):
        length = _length_of_cut(found, at)
        pieces = found[at : at + length]
        whole.append(pieces[0]._replace(text="".join(piece.text for piece in pieces), end=pieces[-1].end))
        at += length
    return whole


def _length_of_cut(found: Sequence[Lexeme], at: int) -> int:
    """How many lexemes from `at` on are one: 1 where nothing is cut."""
    one, two, three = (*found[at : at + 3], _NONE, _NONE)[:3]
    if one.text == two.text == "'" and not two.glued:
        return 2
    if one.kind == "w" and not two.glued:
        return _length_of_word(two, three)
    return 3 if one.kind == "n" and two.text == "," and two.glued and _is_group(one, three) else 1


def _length_of_word(two: Lexeme, three: Lexeme) -> int:
    """How many lexemes a word has with the ending that stands apart from it."""
    if two.text == "n't":
        return 2
    return 3 if two.text == "'" and three.glued and three.text in _ENDINGS else 1


def _is_group(one: Lexeme, three: Lexeme) -> bool:
    """Whether figures behind a comma and a blank are a group of those before it."""
    if three.kind != "n" or three.glued:
        return False
    return bool(_GROUP.fullmatch(one.text) and _ZEROS.fullmatch(three.text))


@cache
def _pattern(least: int) -> re.Pattern[str]:
    letter = f"[^\\W\\d_{UNSPACED}]"
    inner = f"(?:[^\\W_{UNSPACED}]|[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0591-\u05bd\u064b-\u0652])"
    return re.compile(
        f"(?P<s>{_SPACED.replace('LEAST', str(least))})|(?P<n>{_PLAIN})"
        f"|(?P<a>(?<![^\\W_])(?:{letter}\\.)+(?:{letter}(?![^\\W_])\\.?|(?<=\\..\\.)))"
        f"|(?P<w>{letter}{inner}*(?:'{letter}{inner}*)*|[{UNSPACED}])"
        f"|(?P<m>\\.{{2,}}|-{{2,}}|''|\\S)"
    )
