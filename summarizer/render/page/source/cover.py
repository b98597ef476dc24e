"""A text is cut wherever a place begins or ends that a page points at, and each cut says which places lie over it.

cover = Cover([Span(0, 8), Span(4, 12)])
cover.over(5)        ->  ("e0-8", "e4-12")
cover.cuts(0, 20)    ->  [4, 8, 12]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from summarizer.text.span import Span


def place_id(span: Span) -> str:
    """What a place is called on the page: `e<start>-<end>`."""
    return f"e{span.start}-{span.end}"


class Cover:
    """Some places in a text, however they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = tuple(sorted({span for span in spans if span.start < span.end}))
        self._edges = sorted({edge for span in self.spans for edge in span})
        self._names = self._swept()

    def over(self, offset: int) -> tuple[str, ...]:
        """The names of the places that a code point lies in, in order."""
        before = bisect_right(self._edges, offset) - 1
        return self._names[before] if before >= 0 else ()

    def cuts(self, start: int, end: int) -> list[int]:
        """Where places begin or end between two offsets, which are none of them."""
        return self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]

    def beginning(self, start: int, end: int) -> list[Span]:
        """The places that begin in a stretch, in order."""
        first = bisect_left(self.spans, start, key=lambda span: span.start)
        last = bisect_left(self.spans, end, key=lambda span: span.start)
        return list(self.spans[first:last])

    def _swept(self) -> list[tuple[str, ...]]:
        """The names over each stretch between two edges, the last of them empty."""
        names: list[tuple[str, ...]] = []
        open_: list[Span] = []
        begun = 0
        for edge in self._edges:
            while begun < len(self.spans) and self.spans[begun].start == edge:
                open_.append(self.spans[begun])
                begun += 1
            open_ = [span for span in open_ if span.end > edge]
            names.append(tuple(map(place_id, open_)))
        return names
