"""The rows of a table are found by Markdown's bars, or by the columns that plain text aligns with spaces.

| Year | Ships |        Year    Ships
|------|-------|        2024       40
| 2024 |    40 |        2025       38
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from summarizer.text.span import Span

_DELIMITER = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?$")
_LINE = re.compile(r"[-=+_|\s:─━┼│]{3,}$")
# A gap between columns: a tab, or two spaces that do not follow the end of a sentence (typists double the space there).
_GAP = re.compile(r"(?<=[^\s.!?:;,…”’\"])(?: {2,}|[ ]*\t[\t ]*)(?=\S)")
_COLUMN_SLACK = 2
_LEAST_ROWS = 2


class _Line(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def indent(self) -> int: ...


def rows(lines: Sequence[_Line], *, markdown: bool) -> tuple[tuple[Span, Span], ...]:
    """The rows of the table that starts at the first line, as (whole, body) places; () where there is no table.

    A line that only draws (`|---|---|`, `-----`) belongs to the row before it, in the whole place and not in the body.

    Args:
        lines: Lines of one run, without blank ones.
        markdown: Whether bars make a table; aligned columns do so in plain text only.
    """
    if "|" in lines[0].words:
        barred = _barred(lines)
        if barred:
            return _joined(lines[:barred])
    if markdown or not _may_be_column(lines[0].words):
        return ()
    return _joined(lines) if _aligned(lines) else ()


def _may_be_column(words: str) -> bool:
    return "  " in words or "\t" in words or _LINE.match(words) is not None


def _barred(lines: Sequence[_Line]) -> int:
    """How many of the lines are rows of a table of bars."""
    count = 0
    while count < len(lines) and "|" in lines[count].words:
        count += 1
    if count < _LEAST_ROWS:
        return 0
    second = lines[1].words
    if _DELIMITER.match(second):
        return count
    framed = all(line.words[0] == line.words[-1] == "|" and len(line.words) > 1 for line in lines[:count])
    return count if framed else 0


def _aligned(lines: Sequence[_Line]) -> bool:
    """True where every line has a gap and the columns stand under one another in most lines."""
    if len(lines) < _LEAST_ROWS:
        return False
    edges: list[set[tuple[str, int]]] = []
    for line in lines:
        if _LINE.match(line.words):
            continue
        found = _edges(line)
        if not found:
            return False
        edges.append(found)
    if len(edges) < _LEAST_ROWS:
        return False
    return sum(_share_edge(a, b) for a, b in pairwise(edges)) >= 0.7 * (len(edges) - 1)


def _edges(line: _Line) -> set[tuple[str, int]]:
    """Where the cells of a line start and where they end; nothing for a line without a gap.

    Columns are set flush left or flush right, so that one of the two agrees from row to row; of tabs only the number.
    """
    gaps = [m.span() for m in _GAP.finditer(line.words)]
    if not gaps:
        return set()
    if "\t" in line.words:
        return {("count", len(gaps))}
    starts = {("start", line.indent + end) for _, end in gaps}
    ends = {("end", line.indent + start) for start, _ in gaps[1:]}
    return starts | ends | {("end", line.indent + len(line.words))}


def _share_edge(a: set[tuple[str, int]], b: set[tuple[str, int]]) -> bool:
    for kind, place in a:
        slack = 0 if kind == "count" else _COLUMN_SLACK
        if any((kind, near) in b for near in range(place - slack, place + slack + 1)):
            return True
    return False


def _joined(lines: Sequence[_Line]) -> tuple[tuple[Span, Span], ...]:
    found: list[tuple[Span, Span]] = []
    lead: int | None = None
    for line in lines:
        if _LINE.match(line.words) and any(sign in line.words for sign in "-=_─━"):
            if found:
                whole, body = found[-1]
                found[-1] = (Span(whole.start, line.end), body)
            elif lead is None:
                lead = line.start
            continue
        found.append((Span(line.start if lead is None else lead, line.end), Span(line.start, line.end)))
        lead = None
    return tuple(found)
