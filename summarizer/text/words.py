"""Words are the tokens that search, alignment and the checks compare, each with its place.

words("O’Neill paid 5%")  ->  (Word("o'neill", 0, 7), Word("paid", 8, 12), Word("5", 13, 14), Word("%", 14, 15))
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from summarizer.languages.scripts import UNSPACED
from summarizer.text.fold import fold


class Word(NamedTuple):
    """A word of a text: `word.text` is its folded form, `text[word.start:word.end]` the place."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order: disjoint, and `w.text` is found in `folded(text[w.start:w.end])`.

    A number keeps its inner separators ("1,200.5"; "26 000" is two), a word its apostrophes ("don't", "O'Neill"); a
    compound with hyphens is several words, and so is a number with letters glued behind ("10km"). In scripts without
    spaces each character is a word. %, ‰ and currency signs are words of their own; all other punctuation and symbols
    are none.

    Args:
        text: Any string.

    Returns:
        The words, with offsets into `text` as given.
    """
    copy = fold(text)
    if copy.aligned:
        return tuple(Word(m[0], *m.span()) for m in _pattern().finditer(copy.text))
    span = copy.span
    return tuple(Word(m[0], *span(*m.span())) for m in _pattern().finditer(copy.text))


@cache
def _pattern() -> re.Pattern[str]:
    # Python's \w leaves out combining marks, without which Hindi, Thai or pointed Hebrew words fall apart.
    marks, money = _class_of("M"), _class_of("Sc")
    letter = f"[^\\W\\d_{UNSPACED}]"
    inner = f"(?:[^\\W_{UNSPACED}]|[{marks}])"
    return re.compile(
        f"\\d+(?:[.,'\u066b\u066c]\\d+)*"
        f"|{letter}{inner}*(?:'{letter}{inner}*)*"
        f"|(?=[{UNSPACED}])[^\\W\\d_][{marks}]*"
        f"|[%\u2030\u2031\u066a{money}]"
    )


def _class_of(category: str) -> str:
    """All characters of a Unicode category as the inside of a regular expression's class.

    Beyond the first two planes Unicode has none of these categories but variation selectors, which folding removes.
    """
    ranges: list[list[int]] = []
    for code in range(0x20000):
        if unicodedata.category(chr(code)).startswith(category):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
