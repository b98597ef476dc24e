"""What repeats on page after page is no text of the article: running heads, feet and page numbers are set aside.

without_furniture(pages)  ->  the same pages, whose words are the article's
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from summarizer.document.readers.pdf.lines import Line, lines_of
from summarizer.document.readers.pdf.page_words import PdfPage

# Heads and feet stand in the outer parts of a page, and are of a few lines each.
_ZONE: Final = 0.16
_LINES: Final = 3
# The same words at the same place so often are no accident; a short document has fewer pages to show it on.
_OFTEN: Final = 3
_OFTEN_IN_FEW: Final = 2
_FEW_PAGES: Final = 5
_LONE: Final = 1.9  # sizes of the type: a page's number stands so far from the text at least
_SAME_PLACE: Final = 6.0  # points

_DIGITS: Final = re.compile(r"\d+")
_OF_ALL: Final = re.compile(r"(?<=\d)/\d{1,4}$")  # "3/12" is page 3
# What a browser prints above a page: "11/29/26, 12:17 AM".
_PRINTED: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}\b")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER: Final = re.compile(r"\d{1,4}|[ivxlc]{1,7}", re.IGNORECASE)
# A line that is a page number and nothing else: "12", "- 12 -", "Page 12 of 40", "Seite 3", "12 | Chapter" is none.
_ALONE: Final = re.compile(
    r"[^\w]{0,3}(?:[^\W\d_]{1,6}\.?\s+)?(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|de|sur|di|van)\s*\d{1,4})?[^\w]{0,3}",
    re.IGNORECASE,
)


class _Edge(NamedTuple):
    """A line at the upper or lower edge of a page."""

    page: int
    at_top: bool
    line: Line
    lone: bool  # it is the outermost, and more than a line's room parts it from the next

    @property
    def key(self) -> tuple[bool, str]:
        """What is the same on other pages: where it is, and its words without the page's number."""
        return self.at_top, _DIGITS.sub("#", self.line.text.casefold())


def without_furniture(pages: Sequence[PdfPage]) -> list[PdfPage]:
    """The pages without their running heads, feet and numbers.

    Args:
        pages: All pages of a document.
    """
    edges = [edge for page in pages for edge in _edges(page)]
    gone = [*_repeated(edges, pages=len(pages)), *_numbered(edges, pages=len(pages))]
    words: dict[int, set[int]] = defaultdict(set)
    for edge in gone:
        words[edge.page].update(map(id, edge.line.words))
    return [
        page._replace(words=tuple(word for word in page.words if id(word) not in words[page.number])) for page in pages
    ]


def _edges(page: PdfPage) -> list[_Edge]:
    lines = lines_of(page.words, page=page.number)
    found = []
    for at_top, ordered in ((True, lines), (False, lines[::-1])):
        for place, line in enumerate(ordered[:_LINES]):
            outside = line.bottom < _ZONE * page.height if at_top else line.top > (1 - _ZONE) * page.height
            if outside:
                gap = abs(ordered[place + 1].base - line.base) if place + 1 < len(ordered) else page.height
                found.append(_Edge(page.number, at_top, line, lone=place == 0 and gap > _LONE * line.size))
    return found


def _repeated(edges: Sequence[_Edge], *, pages: int) -> list[_Edge]:
    """Those whose words stand at the same place of several pages."""
    found: dict[tuple[bool, str, int], set[int]] = defaultdict(set)
    for edge in edges:
        found[*edge.key, round(edge.line.base / _SAME_PLACE)].add(edge.page)
    often = _OFTEN_IN_FEW if pages <= _FEW_PAGES else _OFTEN

    def is_often(edge: _Edge) -> bool:
        # Places that differ by little may be rounded to two numbers.
        place = round(edge.line.base / _SAME_PLACE)
        return sum(len(found.get((*edge.key, near), ())) for near in (place - 1, place, place + 1)) >= often

    return [edge for edge in edges if is_often(edge)]


def _numbered(edges: Sequence[_Edge], *, pages: int) -> list[_Edge]:
    """Those that are a page's number, or begin or end with it: it is as far from the page's place on all pages."""
    ahead = _shifts(edges)
    lone = [edge for edge in edges if edge.lone and _is_number(edge, ahead)]
    shift, times = max(ahead.items(), key=lambda one: (one[1], -abs(one[0])), default=(0, 0))
    if times < min(_OFTEN, pages) and not (pages <= _OFTEN and shift == 0):
        return lone
    fitting = [edge for edge in edges if edge.page + shift in _outer_numbers(edge)]
    return [*lone, *(edge for edge in fitting if _is_short(edge, alone=pages < _OFTEN))]


def _is_number(edge: _Edge, ahead: Counter[int]) -> bool:
    """Whether a line that stands by itself is a number, or bears one as another page does."""
    text = edge.line.text.strip()
    if _ALONE.fullmatch(text) or (edge.at_top and _PRINTED.match(text)):
        return True
    return _is_short(edge, alone=False) and any(ahead[number - edge.page] > 1 for number in _outer_numbers(edge))


def _shifts(edges: Sequence[_Edge]) -> Counter[int]:
    """By how much the numbers at the edges of pages differ from the pages' places, and on how many they do so."""
    found: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        found[edge.page].update(number - edge.page for number in _outer_numbers(edge) if number > 0)
    return Counter(chain.from_iterable(found.values()))


def _outer_numbers(edge: _Edge) -> set[int]:
    """The numbers with which a line begins and ends, or that it is."""
    text = edge.line.text.strip()
    alone = _ALONE.fullmatch(text)
    if alone:
        return {_value(alone["number"])}
    words = [_OF_ALL.sub("", word) for word in text.split()]
    return {_value(word) for word in (words[0], words[-1]) if _NUMBER.fullmatch(word) and word.isdigit()}


def _is_short(edge: _Edge, *, alone: bool) -> bool:
    """Whether a line with a number is no sentence; where few pages bear it out it stands by itself besides."""
    text = edge.line.text
    is_head = len(text) <= 90 and not text.endswith(".") and (edge.lone or not alone)
    return is_head or _ALONE.fullmatch(text.strip()) is not None


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    digits = [_ROMAN[letter] for letter in number.casefold()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
