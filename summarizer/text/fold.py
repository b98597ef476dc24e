"""Folding makes a copy of a text without differences that carry no meaning, and keeps the way back to the source.

fold("“The  Port”").text        ->  '"the port"'
fold("“The  Port”").span(5, 9)  ->  Span(start=6, end=10), the "Port" of the source

Two texts that differ only in typography or case fold to the same string; two texts that differ in a digit, a sign, a
unit or a word never do.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.errors import InputError
from summarizer.text.span import Span

# Characters that print nothing: soft hyphen, zero-width spaces and joiners, directional marks, the byte order mark,
# and the variation selectors that only choose between two pictures of one character.
_IGNORABLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
)
_IGNORED = re.compile(f"[{_IGNORABLE}]")

# The three ways in which one place can need care; everything between the matches is ASCII that at most changes case.
# A hyphen at the end of a line before a letter or digit; white space that is not one plain space; a run of other
# characters together with the ASCII character before it, which a combining mark in the run may belong to.
_LINE_HYPHEN = "([-\u2010\u00ad])(\r?\n)(?=[^\\W_])"
_PLACE = re.compile(
    f"{_LINE_HYPHEN}"
    f"|(\\s[\\s{_IGNORABLE}]+|[^\\S ])"
    "|([!-~]?(?:[^\x00-\x7f\\s\u2010\u00ad]|[\u2010\u00ad](?!\r?\n[^\\W_]))+)"
)
_RUN_MEMO = 64  # runs up to this long (words, mostly) are folded once a text; longer ones hardly ever come twice

# Letters that join the character before them although they are not marks: medial and final Hangul jamo compose with the
# initial one, half-width voicing marks with their kana.
_JOINING = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]")


def _table() -> dict[int, str]:
    table = dict.fromkeys(map(ord, "`´‘’‚‛′‵ʹʻʼʽˈ‹›❛❜❮❯"), "'")
    table |= dict.fromkeys(map(ord, "“”„‟″‶ʺ«»❝❞〝〞〟「」『』﹁﹂﹃﹄｢｣"), '"')
    table |= dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣⸺⸻"), "-")
    table |= {0x2026: "...", 0x2025: "..", 0x0132: "ij", 0x0133: "ij"}
    table[0x0130] = "i"  # the capital of the Turkish "i": its case folding would add a dot that no lower-case text has
    for wide in range(0xFF01, 0xFF5F):
        narrow = chr(wide - 0xFEE0)
        table[wide] = table.get(ord(narrow), narrow)
    # Full-width currency signs, half-width kana: the same characters at another width.
    for code in (*range(0xFFE0, 0xFFE7), *range(0xFF61, 0xFFA0)):
        if code not in table and code != 0xFFE3:
            table[code] = unicodedata.normalize("NFKC", chr(code))
    return table


_TABLE = _table()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded copy and its way back: `folded(f.span(a, b).of(source))` holds `f.text[a:b]`.

    A range that starts at a line-end hyphen is the exception: what is done to its line break hangs on the word before.

    It is equal to it (but for white space at its ends) unless `a` or `b` lies inside a character that folds to several,
    as the "ﬁ" ligature does; such a character comes whole.

    Attributes:
        text: The folded copy.
    """

    text: str
    # A piece runs from its place in the copy to the next one's. Its end in the source is given where the piece is one
    # unit that has another length or order there, and 0 where both run side by side.
    _places: array[int] = field(repr=False)
    _starts: array[int] = field(repr=False)
    _ends: array[int] = field(repr=False)

    @property
    def aligned(self) -> bool:
        """True where `span(a, b) == Span(a, b)` for all `a < b`: not one place has moved."""
        return len(self._places) == 1 and not self._starts[0] and not self._ends[0]

    def span(self, start: int, end: int) -> Span:
        """The smallest span of the source that `text[start:end]` of the copy comes from.

        Args:
            start: First code point of the range in the folded copy.
            end: One past the last, `start <= end <= len(text)`.

        Returns:
            A half-open range of the source; empty for an empty range.

        Raises:
            InputError: The range does not lie in the folded copy.
        """
        if not 0 <= start <= end <= len(self.text):
            raise InputError(f"range {start}:{end} lies outside a folded text of {len(self.text)} characters")
        if start == end:
            return self._empty_span(start)
        piece = bisect_right(self._places, start) - 1
        # Most ranges lie inside one piece that runs side by side: no second search for those.
        if not self._ends[piece] and (piece + 1 == len(self._places) or end <= self._places[piece + 1]):
            shift = self._starts[piece] - self._places[piece]
            return Span(start + shift, end + shift)
        return Span(self._reach(start).start, self._reach(end - 1).end)

    def _empty_span(self, place: int) -> Span:
        """Where in the source nothing stands that the copy has before one of its characters, or behind its last."""
        at = 0
        if place < len(self.text):
            at = self._reach(place).start
        elif place:
            at = self._reach(place - 1).end
        return Span(at, at)

    def _reach(self, place: int) -> Span:
        """The span of the source that one character of the copy comes from."""
        piece = bisect_right(self._places, place) - 1
        if self._ends[piece]:
            return Span(self._starts[piece], self._ends[piece])
        start = self._starts[piece] + place - self._places[piece]
        return Span(start, start + 1)


def folded(text: str) -> str:
    """The text of `fold`, which folding again leaves as it is: `fold(fold(t).text).text == fold(t).text`.

    Args:
        text: Any string, lone surrogates and NULs included.

    Returns:
        The copy without its map.
    """
    return fold(text).text


def fold(text: str, *, joining: bool = False) -> Folded:
    """Fold typography and case away: `fold(t).span(a, b)` leads from every place of the copy back to the text.

    Quotes of every kind become `'` or `"`, dashes, hyphens and the minus sign `-`, the ellipsis `...`; every run of
    white space becomes one space; soft hyphens and zero-width characters go; of a hyphen at a line's end between
    letters or digits the line break goes ("upon-Avon", "2019-2021"); ligatures and full-width forms become their plain
    letters; the rest is composed (NFC) and case-folded. Digits, %, ‰, currency signs, superscripts and fractions keep
    their value: `½` and `m²` stay.

    Args:
        text: Any string. It is not changed.
        joining: A hyphen at a line's end between two small letters goes with its break ("inter-" and "national" are one
            word). For places to look at only: whether it is one word is for `line_hyphens.py` to say.

    Returns:
        The folded copy with its map back.
    """
    writer = _Writer(text)
    at = 0
    for match in _PLACE.finditer(text):
        start, end = match.span()
        if start > at:
            writer.plain(at, start)
        if match[4] is not None:
            writer.run(start, end)
        elif match[3] is not None:
            writer.space(start, end)
        else:
            before = _letter_before(text, start)
            joined = joining and before.islower() and text[end].islower()
            if not joined and text[start] != "\u00ad":  # a soft hyphen is there for the line's end alone
                writer.put("-", start, start + 1)
            if not before.isalnum():
                writer.space(match.start(2), end)
        at = end
    if at < len(text):
        writer.plain(at, len(text))
    return writer.folded()


class _Writer:
    """Collects the folded pieces of one text, in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._out: list[str] = []
        self._length = 0
        self._shift: int | None = None  # source minus copy while both run side by side
        self._places, self._starts, self._ends = array("Q"), array("Q"), array("Q")
        self._runs: dict[str, str | None] = {}

    def folded(self) -> Folded:
        return Folded(text="".join(self._out), _places=self._places, _starts=self._starts, _ends=self._ends)

    def put(self, piece: str, start: int, end: int) -> None:
        """`piece` stands for `text[start:end]`, character for character if they have one length."""
        if len(piece) == end - start:
            if self._shift != start - self._length:
                self._mark(start, 0)
                self._shift = start - self._length
        else:
            self._mark(start, end)
            self._shift = None
        self._out.append(piece)
        self._length += len(piece)

    def plain(self, start: int, end: int) -> None:
        self.put(self._text[start:end].lower().replace("`", "'"), start, end)

    def space(self, start: int, end: int) -> None:
        self.put(" ", start, end)

    def run(self, start: int, end: int) -> None:
        run = self._text[start:end]
        if run in self._runs:
            simple = self._runs[run]
        else:
            simple = _character_for_character(run)
            if len(run) <= _RUN_MEMO:
                self._runs[run] = simple
        if simple is not None:
            self.put(simple, start, end)
            return
        for first, last in _clusters(run):
            piece = _fold_cluster(run[first:last])
            if len(piece) == last - first > 1:  # marks may have changed their order: one unit
                self._mark(start + first, start + last)
                self._shift = None
                self._out.append(piece)
                self._length += len(piece)
            elif piece:
                self.put(piece, start + first, start + last)

    def _mark(self, start: int, end: int) -> None:
        self._places.append(self._length)
        self._starts.append(start)
        self._ends.append(end)


def _character_for_character(run: str) -> str | None:
    """The folded run if each of its characters folds to one character whatever stands beside it, else None."""
    if _IGNORED.search(run) or not unicodedata.is_normalized("NFC", run):
        return None
    # Neither step ever shortens, so an equal length means that no character became several.
    out = run.translate(_TABLE).casefold()
    return out if len(out) == len(run) and unicodedata.is_normalized("NFC", out) else None


def _clusters(run: str) -> list[tuple[int, int]]:
    """A run cut before every character that stands on its own; ignorable characters after the last mark lie outside."""
    cuts: list[tuple[int, int]] = []
    first = last = 0
    for place, char in enumerate(run):
        if _IGNORED.match(char):
            continue
        if place and not _joins(char):
            cuts.append((first, last))
            first = place
        last = place + 1
    cuts.append((first, last))
    return cuts


@lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or _JOINING.match(char) is not None


def _fold_cluster(cluster: str) -> str:
    before, out = "", _IGNORED.sub("", cluster)
    while before != out:  # twice at most, but for a few Greek letters
        before = out
        out = unicodedata.normalize("NFC", unicodedata.normalize("NFC", out).translate(_TABLE).casefold())
    return out


def _letter_before(text: str, place: int) -> str:
    """The character before a place that is neither a mark nor ignorable; a space where there is none."""
    while place:
        place -= 1
        if not (_IGNORED.match(text[place]) or _joins(text[place])):
            return text[place]
    return " "
