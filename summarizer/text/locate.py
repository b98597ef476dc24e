"""A quote is located in a text: where it stands exactly, folded, or nearly; never whether what it says is right.

locate('"the port" closes', "In May “The Port” closes.")  ->  Alignment(start=7, end=24, kind="folded", score=1.0, …)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field
from rapidfuzz.distance import Levenshtein

from summarizer.errors import InputError
from summarizer.frozen import Frozen
from summarizer.text.align import NEAR, Aligned, WordMap
from summarizer.text.fold import Folded, fold, folded
from summarizer.text.line_hyphens import is_cut
from summarizer.text.span import Span

# How far apart the parts around an ellipsis may lie, in words: a long paragraph or two.
_ELLIPSIS_REACH: Final = 400
_OCCURRENCES: Final = 8
# Blanks are looked over only behind a bracket or an ellipsis, so that a run of them is read once.
_ELLIPSIS: Final = r"(?:[\[(]\s*+)?(?:…|\.(?:\s?\.){2,})(?:\s*+[\])])?"


class Alignment(Frozen):
    """The place of a quote: `text[a.start:a.end] == a.text`, always.

    `kind` is `exact` if and only if `a.text == quote`; `folded` if the two are equal once folded (typography, case and
    spacing aside); else `near`. A changed figure or a lost "not" is `near` too: compare before trusting.
    `score` is 1 for exact and folded, else the likeness in 0.75..1.
    """

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str
    kind: Literal["exact", "folded", "near"]
    score: Annotated[float, Field(ge=0, le=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """A text made ready to look up many quotes: fold and word map are built once."""

    text: str
    copy: Folded
    joined: Folded  # the same with words joined that a line's end cuts
    map: WordMap

    @classmethod
    def of(cls, text: str) -> Locator:
        """The locator of a text; `Locator.of(text).locate(quote) == locate(quote, text)`."""
        copy = fold(text)
        joined = fold(text, joining=True) if is_cut(text) else copy
        return cls(text=text, copy=copy, joined=joined, map=WordMap.of(copy.text))

    def locate(self, quote: str) -> Alignment | None:
        """The place of a quote, or None when nothing is near enough; see `locate`."""
        _must_say_something(quote)
        return _exact(quote, self.text) or self._folded(quote) or self._rejoined(quote) or self._near(quote)

    def _folded(self, quote: str) -> Alignment | None:
        asked = folded(quote).strip()
        start = _find(asked, self.copy.text) if asked else -1
        return self._cut(quote, Aligned(start, start + len(asked), 1.0)) if start >= 0 else None

    def _rejoined(self, quote: str) -> Alignment | None:
        """A quote that the text has with hyphens at its lines' ends; that its words are meant, nothing tells."""
        asked = folded(quote).strip()
        start = _find(asked, self.joined.text) if asked and self.joined is not self.copy else -1
        if start < 0:
            return None
        span = self.joined.span(start, start + len(asked))
        score = Levenshtein.normalized_similarity(asked, folded(span.of(self.text)))
        return _alignment(quote, self.text, span, max(score, NEAR))

    def _near(self, quote: str) -> Alignment | None:
        parts = [bare for part in re.split(_ELLIPSIS, quote) if (bare := _bare(folded(part)))]
        if not parts:
            return None
        match = self._placed(parts[0]) if len(parts) == 1 else self._in_order(parts)
        return self._cut(quote, match) if match else None

    def _placed(self, part: str, *, within: range | None = None) -> Aligned | None:
        low = self.map.starts[within.start] if within else 0
        high = self.map.ends[within.stop - 1] if within else len(self.copy.text)
        start = _find(part, self.copy.text, low, high)
        return Aligned(start, start + len(part), 1.0) if start >= 0 else self.map.nearest(part, within=within)

    def _in_order(self, parts: list[str]) -> Aligned | None:
        """The parts one after the other, each within reach of the one before; the best of the places of the first."""
        best: Aligned | None = None
        for head in self._heads(parts[0]):
            run = [head]
            for part in parts[1:]:
                within = self._reach(run[-1].end)
                following = self._placed(part, within=within) if within else None
                if following is None:
                    break
                run.append(following)
            else:
                total = sum(map(len, parts))
                score = sum(len(part) * match.score for part, match in zip(parts, run, strict=True)) / total
                if best is None or score > best.score:
                    best = Aligned(head.start, run[-1].end, score)
        return best

    def _heads(self, part: str) -> Iterator[Aligned]:
        places = list(_occurrences(part, self.copy.text))[:_OCCURRENCES]
        if places:
            yield from (Aligned(start, start + len(part), 1.0) for start in places)
        elif near := self.map.nearest(part):
            yield near

    def _reach(self, position: int) -> range:
        """The numbers of the words that begin after a position and lie within reach of it."""
        first = bisect_left(self.map.starts, position)
        return range(first, min(len(self.map.starts), first + _ELLIPSIS_REACH))

    def _cut(self, quote: str, match: Aligned) -> Alignment:
        span = self.copy.span(match.start, match.end)
        return _alignment(quote, self.text, span, match.score)


def locate(quote: str, text: str) -> Alignment | None:
    """The place of a quote in a text: `locate(q, t).text == t[a.start:a.end]`, or None when nothing is near enough.

    Tried in this order: the quote as it is; the quote once folded; its parts around an ellipsis, in order; the words
    of the text that align with it best, accepted from a likeness of 0.75. Where a quote stands more than once, the
    first place that does not cut a word is taken.

    Args:
        quote: The words to look for, at least one character that is not a space.
        text: Where to look; never changed.

    Returns:
        The place with its kind and score, or None.

    Raises:
        InputError: The quote is blank.
    """
    _must_say_something(quote)
    return _exact(quote, text) or Locator.of(text).locate(quote)


def _must_say_something(quote: str) -> None:
    if not quote.strip():
        raise InputError("the quote is blank; give the words to look for")


def _exact(quote: str, text: str) -> Alignment | None:
    start = _find(quote, text)
    return _alignment(quote, text, Span(start, start + len(quote)), 1.0) if start >= 0 else None


def _alignment(quote: str, text: str, span: Span, score: float) -> Alignment:
    found = span.of(text)
    kind: Literal["exact", "folded", "near"] = "near"
    if found == quote:
        kind = "exact"
    elif folded(found).strip() == folded(quote).strip():
        kind = "folded"
    return Alignment(start=span.start, end=span.end, text=found, kind=kind, score=1.0 if kind != "near" else score)


def _find(part: str, text: str, low: int = 0, high: int | None = None) -> int:
    """Where a part first stands without cutting a word or number, else where it first stands, else -1."""
    first = -1
    for start in _occurrences(part, text, low, high):
        if not _cuts(text, start) and not _cuts(text, start + len(part)):
            return start
        first = start if first < 0 else first
    return first


def _occurrences(part: str, text: str, low: int = 0, high: int | None = None) -> Iterator[int]:
    """The first places of a part, a bounded number of them so that one letter in a long text costs nothing."""
    start = text.find(part, low, high)
    for _ in range(_OCCURRENCES):
        if start < 0:
            return
        yield start
        start = text.find(part, start + 1, high)


def _cuts(text: str, position: int) -> bool:
    """True when the position lies inside a word or a number such as 1.5."""
    if not 0 < position < len(text) or not text[position].isalnum():
        return False
    before = text[position - 1]
    if before in ".,":
        return text[position].isdigit() and text[position - 2 : position - 1].isdigit()
    return before.isalnum()


def _bare(part: str) -> str:
    """A folded part without the quotation marks and stops around it."""
    start, end = 0, len(part)
    while start < end and not part[start].isalnum():
        start += 1
    while end > start and not part[end - 1].isalnum():
        end -= 1
    return part[start:end]
