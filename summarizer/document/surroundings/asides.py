"""What is left out of what a model reads is named to it in a line without a number, an aside.

aside_line(comments, prose=document.prose)  ->  '[aside] comments, 14 lines: "riverman52 2 hours ago They should…"'
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from summarizer.document.surroundings.surrounding import Surrounding
from summarizer.text.span import Span

Prose: TypeAlias = Callable[[Span], str]
"""The readable words of a place, as a document gives them."""

# So much of what is left out is shown: enough to tell which comments or links they are.
_MOST_CHARS: Final = 48


def aside_line(surrounding: Surrounding, *, prose: Prose) -> str:
    """One line that says what is left out of a listing, how much, and how it begins.

    Args:
        surrounding: what is left out; each of its sentences would be a line of the listing.
        prose: gives the words of a place.
    """
    lines = surrounding.last - surrounding.first
    start, end = surrounding.span
    words = prose(Span(start, min(end, start + 4 * _MOST_CHARS)))
    if len(words) > _MOST_CHARS:
        words = words[:_MOST_CHARS].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
    return f'[aside] {surrounding.kind}, {lines} line{"s" if lines > 1 else ""}: "{words}"'


class Asides:
    """What is left out of a document, by where it stands."""

    def __init__(self, left_out: Sequence[Surrounding], *, text: str, prose: Prose) -> None:
        self._text = text
        self._left_out = left_out
        self._starts = [one.span.start for one in left_out]
        self._lines = [aside_line(one, prose=prose) for one in left_out]
        self.sentences = frozenset(index for one in left_out for index in range(one.first, one.last))

    def within(self, span: Span) -> tuple[Surrounding, ...]:
        """What is left out of a stretch, in order; each begins and ends inside it, or lies outside."""
        first, last = self._range(span)
        return tuple(self._left_out[first:last])

    def text(self, span: Span) -> str:
        """The text of a stretch, with a line for each that is left out of it."""
        first, last = self._range(span)
        pieces = []
        here = span.start
        for one, line in zip(self._left_out[first:last], self._lines[first:last], strict=True):
            pieces += [self._text[here : one.span.start], line]
            here = one.span.end
        return "".join([*pieces, self._text[here : span.end]])

    def _range(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
