"""A stretch of a document as pieces that read on: each with its words, its place, and whether it is bold or code.

pieces_of(document, document.blocks[0].span, shown=harmless(document.text))
    ->  [Piece(start=2, end=9, text="Closed ", marks=()), Piece(start=11, end=16, text="today", marks=("strong",))]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from summarizer.document.document import Document
from summarizer.fragments.elements import Html, tag, words
from summarizer.fragments.harmless import harmless
from summarizer.text.span import Span

# What markup takes out between two pieces: of a link its address, of the rest what says how words are set.
_SIGN: Final = re.compile(
    r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\[\]]*\]|(?P<struck>~~.+?~~|<(?P<name>del|s|strike)\b[^<>]*>.*?</(?P=name)\s*>)"
    r"|<(?P<close>/?)(?P<tag>[a-z]+)[^<>]*>|(?P<run>\*{1,3}|_{1,3}|`{1,3})",
    re.IGNORECASE | re.DOTALL,
)
_OF_RUN: Final = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}
_OF_TAG: Final = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "code": "code", "sup": "sup", "sub": "sub"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that stand at `start` up to `end` of the document's text, and how they are set.

    `text` is as long as its place where it was copied; elsewhere it stands for the whole of it. What the author struck
    out has the mark "s", and no length.
    """

    start: int
    end: int
    text: str
    marks: tuple[str, ...] = ()

    @property
    def is_copy(self) -> bool:
        """Whether it may be cut."""
        return self.end - self.start == len(self.text)

    def cut(self, at: Sequence[int]) -> list[Piece]:
        """The same in pieces that end at these offsets, where it may be cut."""
        if not at or not self.is_copy:
            return [self]
        edges = [self.start, *at, self.end]
        return [
            replace(self, start=a, end=b, text=self.text[a - self.start : b - self.start]) for a, b in pairwise(edges)
        ]


def pieces_of(document: Document, span: Span, *, shown: str) -> list[Piece]:
    """The readable pieces of a span, in order: markup gone, and what it said of the words kept.

    Args:
        document: Whose text it is a span of.
        span: Any span.
        shown: The document's text as it may be shown, as long as that.
    """
    stripped = document.stripped(span)
    found: list[Piece] = []
    marks: tuple[str, ...] = ()
    here = span.start
    ends = (*stripped.at, len(stripped.text))[1:]
    for (a, b, is_copy), begins, ends_at in zip(stripped.source, stripped.at, ends, strict=True):
        start, end = span.start + a, span.start + b
        marks = _after_gap(document.text[here:start], marks, found, at=here)
        text = shown[start:end] if is_copy else harmless(stripped.text[begins:ends_at])
        found.append(Piece(start=start, end=end, text=text, marks=marks))
        here = end
    _after_gap(document.text[here : span.end], marks, found, at=here)
    return found


def set_piece(piece: Piece) -> Html:
    """The words of a piece, set as its marks say."""
    said = words(piece.text)
    for mark in piece.marks:
        said = tag(mark, said)
    return said


def _after_gap(gap: str, marks: tuple[str, ...], found: list[Piece], *, at: int) -> tuple[str, ...]:
    """How words are set behind what markup took out; what was struck out in it is a piece of its own."""
    for sign in _SIGN.finditer(gap):
        if sign["struck"]:
            words = re.sub(r"^(?:~~|<[^<>]*>)|(?:~~|<[^<>]*>)$", "", sign["struck"])
            found.append(Piece(start=at, end=at, text=harmless(words), marks=("s",)))
        elif sign["run"]:
            names = ("code",) if sign["run"][0] == "`" else _OF_RUN[len(sign["run"])]
            for name in names:
                marks = _toggled(marks, name, name not in marks)
        elif sign["tag"] and sign["tag"].lower() in _OF_TAG:
            marks = _toggled(marks, _OF_TAG[sign["tag"].lower()], not sign["close"])
    return marks


def _toggled(marks: tuple[str, ...], name: str, is_on: bool) -> tuple[str, ...]:  # noqa: FBT001 - of a private pair
    without = tuple(mark for mark in marks if mark != name)
    return (*without, name) if is_on else without
