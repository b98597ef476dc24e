r"""Finds where a text is read otherwise than it is stored: turned round, written over, or with something unseen in it.

misreadings("Revenue was \u202e91\u202c million.")  ->  (Misreading(Span(12, 16), "U+202E RIGHT-TO-LEFT OVERRIDE"),)

A person sees 19 there, and a program 91. Text that runs from right to left by its own letters is none of this, with the
marks that it needs; neither are soft hyphens and zero-width spaces in words, which are read as if they were not there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from summarizer.text.lookalikes import misread_figures
from summarizer.text.span import Span

# Unicode Standard Annex 9: overrides turn what they hold, embeddings and isolates set the order of its runs, marks are
# unseen letters of a direction. What is opened ends with its own end, or with the paragraph.
_OVERRIDES: Final = "\u202d\u202e"
_EMBEDDINGS: Final = "\u202a\u202b"
_ISOLATES: Final = "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_OPENING: Final = _OVERRIDES + _EMBEDDINGS + _ISOLATES
_LEFTWARD: Final = "\u202b\u202e\u2067"
_MARKS: Final = "\u200f\u061c"
_ANY: Final = re.compile("[\u061c\u200f\u202a-\u202e\u2066-\u2069]")
_PARAGRAPH: Final = re.compile("[^\n\r\x1c-\x1e\x85\u2029]+")

# What prints nothing, wherever it stands.
_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Between two figures it hides that they are two; so do the invisible operators of formulas in words. Tags spell out
# what nobody sees, but in the flags of regions; more than one variation selector selects nothing.
_HIDDEN: Final = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
    f"|(?<=\\d)[{_UNSEEN}]+(?=\\d)"
    "|(?<=[^\\W_])[.,'’]?[\u2061-\u2064]+[.,'’]?(?=[^\\W_])"
    "|[\U000e0000-\U000e007f]+"
    "|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"
)
_ANY_UNSEEN: Final = re.compile(f"[{_UNSEEN}]")


class Misreading(NamedTuple):
    """A place that is read otherwise than it is stored, and the character that does it, by number and name."""

    span: Span
    why: str


def misreadings(text: str) -> tuple[Misreading, ...]:
    """The places of a text that are read otherwise than they are stored, in the order of their starts; linear.

    Args:
        text: Any string.

    Returns:
        Places that hold at least one character each and share none; none for a text in which all is seen as it is.
    """
    if text.isascii():
        return ()
    found = [*_reordered(text), *_hidden(text)]
    found += [Misreading(span, named(text[at])) for span, at in misread_figures(text)]
    return tuple(_parted(sorted(found)))


def _parted(found: list[Misreading]) -> Iterator[Misreading]:
    """Places that overlap as one."""
    last: Misreading | None = None
    for one in found:
        if last is not None and one.span.start < last.span.end:
            last = last._replace(span=Span(last.span.start, max(last.span.end, one.span.end)))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def named(char: str) -> str:
    """A character by its number and name, as in "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _hidden(text: str) -> Iterator[Misreading]:
    if _ANY_UNSEEN.search(text) is None:
        return
    for match in _HIDDEN.finditer(text):
        if match["flag"] is None:
            unseen = _ANY_UNSEEN.search(match[0])
            yield Misreading(Span(*match.span()), named(unseen[0] if unseen else match[0][0]))


def _reordered(text: str) -> Iterator[Misreading]:
    if _ANY.search(text) is None:
        return
    for paragraph in _PARAGRAPH.finditer(text):
        if _ANY.search(paragraph[0]) is not None:
            yield from _Paragraph(paragraph[0], paragraph.start()).misreadings()


class _Opened(NamedTuple):
    """A control that is open: where it stands, and how many letters to the left, and of any kind, came before it."""

    place: int
    char: str
    leftward: int
    seen: int


class _Paragraph:
    """One pass over a paragraph that holds controls of direction."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start
        self._stack: list[_Opened] = []
        self._leftward = self._seen = 0  # letters that run to the left, and letters and figures in all, so far
        self._runs_left = False  # the last letter did
        self._marks: list[int] = []  # that no letter to the left stands before
        self._acts = False  # something that they turn came after them
        self._found: list[Misreading] = []

    def misreadings(self) -> list[Misreading]:
        for place, char in enumerate(self._text):
            kind = unicodedata.bidirectional(char)
            if char in _MARKS:
                if not self._runs_left:
                    self._marks.append(place)
            elif kind in {"L", "R", "AL"}:
                if char != "\u200e":
                    self._letter(place, leftward=kind != "L")
            elif kind in {"EN", "AN"}:
                self._seen += 1
                self._acts = bool(self._marks)
            else:
                self._sign(place, char)
        while self._stack:
            self._close(self._stack.pop(), len(self._text))
        self._settle(len(self._text), leftward=False)
        return self._found

    def _sign(self, place: int, char: str) -> None:
        if char in _OPENING:
            self._stack.append(_Opened(place, char, self._leftward, self._seen))
        elif char in (_POP, _POP_ISOLATE):
            self._pop(place, isolate=char == _POP_ISOLATE)
        elif self._marks and unicodedata.mirrored(char):
            self._acts = True

    def _letter(self, place: int, *, leftward: bool) -> None:
        self._seen += 1
        self._leftward += leftward
        self._runs_left = leftward
        self._settle(place, leftward=leftward)

    def _settle(self, place: int, *, leftward: bool) -> None:
        """The marks so far have a letter behind them: they are that letter's, or have turned what stands between."""
        if self._marks and self._acts and not leftward:
            self._add(self._marks[0], place, self._text[self._marks[0]])
        self._marks.clear()
        self._acts = False

    def _pop(self, place: int, *, isolate: bool) -> None:
        if not isolate:
            if self._stack and self._stack[-1].char not in _ISOLATES:
                self._close(self._stack.pop(), place + 1)
        elif any(one.char in _ISOLATES for one in self._stack):
            while self._stack[-1].char not in _ISOLATES:
                self._close(self._stack.pop(), place + 1)
            self._close(self._stack.pop(), place + 1)

    def _close(self, opened: _Opened, end: int) -> None:
        leftward = self._leftward - opened.leftward
        rightward = self._seen - opened.seen - leftward
        if opened.char == "\u202e":
            misread = rightward > 0
        elif opened.char == "\u202d":
            misread = leftward > 0
        else:
            misread = opened.char in _LEFTWARD and rightward > 0 and not leftward
        if misread:
            self._add(opened.place, end, opened.char)

    def _add(self, start: int, end: int, char: str) -> None:
        self._found.append(Misreading(Span(self._start + start, self._start + end), named(char)))
