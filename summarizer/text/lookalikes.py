"""Finds numbers that are read as others: figures of several scripts in one, or letters that look like figures.

misread_figures("It cost 1৪ million.")  ->  the number with the Bengali four, which looks like an 8
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from summarizer.text.span import Span

# Letters that look like a figure, of scripts that are met beside Latin: out of Unicode's confusables.txt, the letters
# whose skeleton is that of 0 to 9, "O", "l" or a letter that those fold to.
_LETTERS: Final = (
    "\u039f\u03bf\u041e\u043e\u0555\u0585\u05e1\u0647\u06c1\u06be\u101d\u10ff\u0d20"  # like 0
    "\u0399\u03b9\u0406\u0456\u04c0\u04cf\u05d5\u05df\u0627\u2d4f"  # like 1
    "\u03e8\u03e9\u0417\u0437\u04e0\u04e1\u0431\u0223\u0222\u0427\u0447"  # like 2, 3, 6, 8 and 4
)
_RUN: Final = re.compile(f"[\\d{_LETTERS}]+")
_BETWEEN: Final = re.compile(f"(?<=\\d)[{_LETTERS}]+(?=\\d)")
_ONE: Final = re.compile(f"[{_LETTERS}]")
_LETTER_IN_NUMBER: Final = re.compile(f"\\d[{_LETTERS}]|[{_LETTERS}]\\d")
_OTHER_FIGURE: Final = re.compile(r"(?![0-9])\d")
_FIGURES: Final = re.compile(r"\d+")


def misread_figures(text: str) -> Iterator[tuple[Span, int]]:
    """The numbers of a text that are read as others, each with the place of a character that does it; linear.

    Figures of one script are a number wherever the text has letters of it; full-width figures, and those of formulas,
    are the usual ones. A letter that looks like a figure is one between two figures, or beside one where the line has
    no other letter of its script.

    Args:
        text: Any string.
    """
    if _OTHER_FIGURE.search(text):
        scripts = _Scripts(text)
        for match in _FIGURES.finditer(text):
            if not match[0].isascii():
                yield from _other_script(match, scripts)
    if _LETTER_IN_NUMBER.search(text):
        scripts = _Scripts(text)
        for match in _RUN.finditer(text):
            if not match[0].isdigit() and any(map(str.isdigit, match[0])):
                yield from _other_letter(match, text, scripts)


def _other_script(match: re.Match[str], scripts: _Scripts) -> Iterator[tuple[Span, int]]:
    written = [_figures_script(char) for char in match[0]]
    others = [place for place, script in enumerate(written) if script]
    if others and (len(set(written)) > 1 or not scripts.writes(written[others[0]], match.start())):
        yield Span(*match.span()), match.start() + others[0]


def _other_letter(match: re.Match[str], text: str, scripts: _Scripts) -> Iterator[tuple[Span, int]]:
    start, end = match.span()
    if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return  # a part of a name, such as "Al2O3"
    between = _BETWEEN.search(match[0])
    other = between or _ONE.search(match[0])
    if other and (between or not scripts.writes(_script(other[0]), start)):
        yield Span(start, end), start + other.start()


@lru_cache(maxsize=1024)
def _figures_script(char: str) -> str:
    """The script of a figure by its name; "" for the usual ones, whatever their width and weight."""
    if unicodedata.normalize("NFKC", char).isascii():
        return ""
    return _script(char)


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    """The script of a character: the first word of its name that tells one."""
    name = unicodedata.name(char, "")
    return name.removeprefix("EXTENDED ").partition(" ")[0].partition("-")[0]


class _Scripts:
    """The scripts of the letters of a text, line by line; each line is read once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = Span(0, 0)
        self._of_line: frozenset[str] = frozenset()
        self._of_text: frozenset[str] | None = None

    def writes(self, script: str, place: int) -> bool:
        """Whether the line of a place has letters of a script that do not look like figures."""
        if not self._line.start <= place < self._line.end:
            end = self._text.find("\n", place)
            self._line = Span(place, end if end >= 0 else len(self._text))
            start = self._text.rfind("\n", 0, place) + 1
            self._of_line = self._scripts(self._text[start : self._line.end])
        if self._of_line:
            return script in self._of_line
        # A line without letters, such as the row of a table, is of the script of the text.
        if self._of_text is None:
            self._of_text = self._scripts(self._text)
        return script in self._of_text or not self._of_text

    def _scripts(self, text: str) -> frozenset[str]:
        return frozenset(_script(char) for char in set(text) if char.isalpha() and char not in _LETTERS)
