"""The readable words of inline Markdown, each still tied to its place in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from summarizer.text.span import Span

# Signs without which no inline markup can be present: one scan decides that a text needs no further look.
_SIGNS = re.compile(r"[*_`\[\]<>~\\&#|+-]")

# Each alternative matches one piece of markup. All repetitions are bounded or exclude their own start, so that the scan
# is linear.
_TOKEN = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])                                     # \* stands for *
  | (?P<code>(?P<ticks>`{1,3})(?!`)(?P<codetext>[^`]{1,2000})(?P=ticks)(?!`))
  | (?P<footnote>\[\^[^\[\]\s]{1,40}\]:?)
  | (?P<link>!?\[(?P<label>[^\[\]]{0,500})\]
      (?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+["'(][^"')]{0,300}["')])?\)|\[[^\[\]]{0,100}\]))
  | (?P<autolink><(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>)
  | (?P<comment><!--[^<>]{0,2000}-->)
  | (?P<tag></?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,500})?/?>)
  | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
  | (?P<strike>~~(?=[^~]))
  | (?P<stars>\*{1,3})
  | (?P<unders>_{1,3})
    """,
    re.VERBOSE,
)
_LINE_MARK = re.compile(
    r"^[^\S\n]*(?:(?:>[ \t]?)+(?:\#{1,6}[ \t]+)?|\#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)", re.MULTILINE
)
_DELIMITER_ROW = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_BREAK_TAG = re.compile(r"<(?:br|hr|p|div|li|tr)\b", re.IGNORECASE)


class Edit(NamedTuple):
    """`source[start:end]` reads as `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripped:
    """A text without its inline markup: `stripped.span(i, j)` is the place in the source of `stripped.text[i:j]`."""

    text: str
    length: int  # of the source
    at: tuple[int, ...]  # where each kept or replaced piece starts in `text`, ascending
    source: tuple[tuple[int, int, bool], ...]  # its place in the source; True where it is a copy, letter by letter

    def span(self, start: int, end: int) -> Span:
        """The smallest source span that reads as `text[start:end]`: `0 <= span.start <= span.end <= length`.

        Args:
            start: First code point in `text`.
            end: One past the last; an empty range gives an empty span at the place of `start`.
        """
        first = self._place(start)
        if end <= start:
            return Span(first[0], first[0])
        return Span(first[0], self._place(end - 1)[1])

    def _place(self, offset: int) -> tuple[int, int]:
        """The source range of one code point of `text`."""
        if not self.at or offset >= len(self.text):
            return self.length, self.length
        piece = bisect_right(self.at, offset) - 1
        start, end, copied = self.source[piece]
        if not copied:
            return start, end
        place = start + offset - self.at[piece]
        return place, place + 1


def strip_markup(text: str) -> Stripped:
    """The words of inline Markdown without its marks, and the way back: one text has one result, `t` is not touched.

    Emphasis, code ticks, strike-through, footnote marks, link and image targets, inline tags, and the marks at the
    start of a line (`#`, `>`, bullets) go; entities and escapes read as what they stand for; the bars of a table row
    read as "; ".
    Numbers at the start of a line stay: whether "5." is a list marker or a date is known to the document alone.
    Every letter of the result that is no entity or bar is a letter of the source, in the same order.

    Args:
        text: Markdown source, at best one sentence or block.

    Returns:
        The words and the map back to code points of `text`.
    """
    edits = edits_of(text)
    return apply(text, edits)


def edits_of(text: str) -> list[Edit]:
    """What strip_markup changes, ordered and disjoint."""
    if not _SIGNS.search(text):
        return []
    marks = _block_marks(text)
    found = _inline(text)
    return merged(marks, found)


def apply(text: str, edits: list[Edit]) -> Stripped:
    """The text with `edits` made; they are ordered and disjoint."""
    parts: list[str] = []
    at: list[int] = []
    source: list[tuple[int, int, bool]] = []
    here = length = 0
    for edit in [*edits, Edit(len(text), len(text), "")]:
        if edit.start > here:
            parts.append(text[here : edit.start])
            at.append(length)
            source.append((here, edit.start, True))
            length += edit.start - here
        if edit.text:
            parts.append(edit.text)
            at.append(length)
            source.append((edit.start, edit.end, False))
            length += len(edit.text)
        here = edit.end
    return Stripped(text="".join(parts), length=len(text), at=tuple(at), source=tuple(source))


def _block_marks(text: str) -> list[Edit]:
    edits = [Edit(m.start(), m.end(), "") for m in _RULE.finditer(text)]
    edits += [Edit(m.start(), m.end(), "") for m in _DELIMITER_ROW.finditer(text) if "|" in m.group()]
    for row in _TABLE_ROW.finditer(text):
        edits += _bars(text, row.start(), row.end())
    edits += [Edit(m.start(), m.end(), "") for m in _LINE_MARK.finditer(text)]
    return edits


def _bars(text: str, start: int, end: int) -> list[Edit]:
    """The bars of one row: the outer ones go, an inner one and the spaces around it read as "; "."""
    bars = [i for i in range(start, end) if text[i] == "|" and text[i - 1 : i] != "\\"]
    edits: list[Edit] = []
    for i in bars:
        left, right = i, i + 1
        while left > start and text[left - 1] in " \t":
            left -= 1
        while right < end and text[right] in " \t":
            right += 1
        edits.append(Edit(left, right, "" if i in (bars[0], bars[-1]) else "; "))
    return edits


def _inline(text: str) -> list[Edit]:
    edits: list[Edit] = []
    runs: list[tuple[int, int]] = []
    scan: list[tuple[int, int]] = [(0, len(text))]
    while scan:
        start, end = scan.pop()
        for m in _TOKEN.finditer(text, start, end):
            kind = m.lastgroup or ""
            if m.group("escape"):
                edits.append(Edit(m.start(), m.start() + 1, ""))
            elif m.group("code"):
                edits += _around(m, "codetext")
            elif m.group("link"):
                edits += _around(m, "label")
                scan.append(m.span("label"))
            elif m.group("autolink"):
                edits += _around(m, "address")
            elif m.group("tag"):
                edits.append(Edit(m.start(), m.end(), " " if _BREAK_TAG.match(m.group()) else ""))
            elif m.group("entity"):
                plain = html.unescape(m.group())
                if plain != m.group() and not ("\ud800" <= plain[:1] <= "\udfff"):
                    edits.append(Edit(m.start(), m.end(), plain))
            elif m.group("stars") or m.group("unders") or kind == "strike":
                runs.append(m.span())
            else:
                edits.append(Edit(m.start(), m.end(), ""))
    edits += _emphasis(text, sorted(runs))
    return edits


def _around(m: re.Match[str], inner: str) -> list[Edit]:
    start, end = m.span(inner)
    return [Edit(m.start(), start, ""), Edit(end, m.end(), "")]


def _emphasis(text: str, runs: list[tuple[int, int]]) -> list[Edit]:
    """The runs of `*`, `_` and `~~` that open and close one another: CommonMark's flanking rules, simplified.

    A run pairs with the nearest open run of the same sign and length; `2 * 3` (spaces) and `snake_case` (letters) stay.
    """
    edits: list[Edit] = []
    waiting: dict[str, list[tuple[int, int]]] = {}
    for start, end in runs:
        sign = text[start:end]
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opens = not after.isspace()
        closes = not before.isspace()
        if sign[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        elif opens and closes and before.isdigit() and after.isdigit():
            continue  # 2*3*4 is a product
        stack = waiting.setdefault(sign, [])
        if closes and stack:
            opened = stack.pop()
            edits += [Edit(*opened, ""), Edit(start, end, "")]
        elif opens:
            stack.append((start, end))
    return edits


def merged(first: list[Edit], second: list[Edit]) -> list[Edit]:
    """Both lists in order; where two overlap, the one that starts first stays, and of `first` before `second`."""
    kept: list[Edit] = []
    end = 0
    # Sorting is stable: of two that start at one place, the one of `first` comes first.
    for edit in sorted([*first, *second], key=itemgetter(0)):
        if edit.start >= end and edit.end > edit.start:
            kept.append(edit)
            end = edit.end
    return kept
