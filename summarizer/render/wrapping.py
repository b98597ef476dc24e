"""Text is wrapped to the width of a terminal, counted in the columns that its characters take there.

columns("港口")                                    ->  4
wrap("The port closes.", width=12, indent="  ")    ->  ["  The port", "  closes."]
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import wcwidth

from summarizer.fragments.harmless import one_line

# Line breaks between ideographs are free but for these (the core of JIS X 4051, as in CSS Text `line-break: loose`).
_NEVER_FIRST = frozenset("、。，．！？：；）］｝」』】〉》〕〗”’…")
_NEVER_LAST = frozenset("（［｛「『【〈《〔〖“‘")
_JOINER = "\N{ZERO WIDTH JOINER}"


def columns(text: str) -> int:
    """Columns that a terminal needs for the text: one for a Latin letter, two for an ideograph or a family of emoji.

    Source: the wcwidth package, which has Unicode's tables and what terminals make of them. Each grapheme counts alone,
    because a joiner joins nothing but emoji, and wcwidth gives no column to any character that follows one.
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, wcwidth.iter_graphemes(text)))


def wrap(text: str, *, width: int, first: str | None = None, indent: str = "") -> list[str]:
    """The text in lines of at most `width` columns, broken at spaces, between ideographs, or inside an overlong word.

    The lines hold the characters of the text in order, spaces aside: nothing is hyphenated or dropped.

    Args:
        text: any text; whitespace runs count as one space.
        width: columns a line may take, its indent included.
        first: what the first line starts with instead of `indent`.
        indent: what each other line starts with.
    """
    lines: list[str] = []
    line = indent if first is None else first
    used, empty = columns(line), True
    for part, spaced in _unbreakable_parts(one_line(text), room=width - columns(indent)):
        gap = " " if spaced and not empty else ""
        size = columns(part)
        if not empty and used + len(gap) + size > width:
            lines.append(line)
            line, used, gap = indent, columns(indent), ""
        line += gap + part
        used += len(gap) + size
        empty = False
    return [*lines, line]


def _columns_of(grapheme: str) -> int:
    return wcwidth.width(grapheme, control_codes="ignore")


def _unbreakable_parts(text: str, *, room: int) -> Iterator[tuple[str, bool]]:
    """The parts of a text that stay together in a line, each with whether a space came before it."""
    for word in text.split():
        if word.isascii() and len(word) <= room:
            yield word, True
        else:
            yield from _parts_of_word(word, room=room)


def _parts_of_word(word: str, *, room: int) -> Iterator[tuple[str, bool]]:
    part, size, spaced = "", 0, True
    for grapheme in _graphemes(word, room=room):
        wide = _columns_of(grapheme)
        if part and _may_break(part[-1], grapheme, overlong=size + wide > room):
            yield part, spaced
            part, size, spaced = "", 0, False
        part += grapheme
        size += wide
    yield part, spaced


def _graphemes(word: str, *, room: int) -> Iterator[str]:
    """What a reader takes for one character; or, of one that fits no line, its code points."""
    for grapheme in wcwidth.iter_graphemes(word):
        if _columns_of(grapheme) <= room:
            yield grapheme
        else:
            yield from grapheme


def _may_break(before: str, after: str, *, overlong: bool) -> bool:
    """Whether a line may end between a character and a grapheme of one word: where it must, or next to an ideograph."""
    if overlong:
        return True
    if _columns_of(after) == 0 or _clings(before, after):
        return False
    return _ideograph(before) or _ideograph(after[0])


def _clings(before: str, after: str) -> bool:
    return before == _JOINER or before in _NEVER_LAST or after[0] in _NEVER_FIRST


def _ideograph(char: str) -> bool:
    # Hangul is wide too, but Korean separates its words by spaces.
    return unicodedata.east_asian_width(char) in {"W", "F"} and not "\uac00" <= char <= "\ud7a3"
