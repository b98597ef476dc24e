"""An article's text is written as HTML in which places are marked, however they overlap.

highlighted("A port.", [Span(2, 6)]).html  ->  'A <mark id="e2-6">port</mark>.'
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from typing import NamedTuple

from summarizer.fragments.harmless import harmless
from summarizer.text.span import Span


class Highlighted(NamedTuple):
    """A marked text: its HTML, and the spans that more than one element had to carry."""

    html: str
    split: tuple[Span, ...]


def anchor(span: Span) -> str:
    """The id of the element that marks a span: `e<start>-<end>`."""
    return f"e{span.start}-{span.end}"


def highlighted(text: str, spans: Collection[Span], *, quiet: Collection[Span] = ()) -> Highlighted:
    """The text with a `<mark id="e<start>-<end>">` around each span; the HTML's text content is `harmless(text)`.

    Each id exists exactly once. Marks nest where spans nest. Where two spans cross, the later one is cut at the end of
    the earlier: its first part has the id, and every other part the id as `data-of`.

    Args:
        text: the document's text.
        spans: places within it, in any order, repeated or not.
        quiet: spans that get the class `quiet`, for a place that is worth a link and is no support.
    """
    openings: dict[int, list[Span]] = {}
    boundaries = {0, len(text)}
    for span in sorted(set(spans), key=lambda s: -s.end):
        openings.setdefault(span.start, []).append(span)
        boundaries.update(span)
    # HTML reads a bare CR as a line feed, so it goes in as a reference; where it is the only line break, with a <br>.
    line_break = "&#13;" if "\n" in text else "&#13;<br>"

    marker = _Marker(quiet)
    shown = harmless(text)
    cursor = 0
    for place in sorted(boundaries):
        marker.parts.append(escape(shown[cursor:place]).replace("\r", line_break))
        cursor = place
        marker.close_at(place)
        for span in openings.get(place, ()):
            marker.open(span)
    return Highlighted("".join(marker.parts), tuple(marker.split))


class _Marker:
    """Opens and closes marks, so that each closes after those that were opened in it."""

    def __init__(self, quiet: Collection[Span]) -> None:
        self.parts: list[str] = []
        self.split: dict[Span, None] = {}
        self._quiet = quiet
        self._stack: list[Span] = []

    def open(self, span: Span) -> None:
        """The mark of a span begins; that of an empty span ends at once."""
        self._start(span, "id")
        if span.start == span.end:
            self._stop()

    def close_at(self, place: int) -> None:
        """The marks that end here are closed; those inside them that go on are cut, and begin anew."""
        crossing: list[Span] = []
        while any(span.end == place for span in self._stack):
            inner = self._stop()
            if inner.end != place:
                crossing.append(inner)
        for span in reversed(crossing):
            self._start(span, "data-of")
            self.split[span] = None

    def _start(self, span: Span, name: str) -> None:
        kind = ' class="quiet"' if span in self._quiet else ""
        self.parts.append(f'<mark {name}="{anchor(span)}"{kind}>')
        self._stack.append(span)

    def _stop(self) -> Span:
        self.parts.append("</mark>")
        return self._stack.pop()
