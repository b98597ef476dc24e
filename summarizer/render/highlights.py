"""An article's text as HTML in which places are marked, however they overlap."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from typing import NamedTuple

from summarizer.render.wording import harmless
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
    for span in sorted(set(spans), key=lambda s: -s.end):
        openings.setdefault(span.start, []).append(span)
    boundaries = sorted({0, len(text), *(place for span in spans for place in span)})
    # HTML reads a bare CR as a line feed, so it goes in as a reference; where it is the only line break, with a <br>.
    line_break = "&#13;" if "\n" in text else "&#13;<br>"

    parts: list[str] = []
    stack: list[Span] = []
    split: dict[Span, None] = {}

    def start(span: Span, name: str) -> None:
        kind = ' class="quiet"' if span in quiet else ""
        parts.append(f'<mark {name}="{anchor(span)}"{kind}>')
        stack.append(span)

    def stop() -> Span:
        parts.append("</mark>")
        return stack.pop()

    cursor = 0
    for place in boundaries:
        parts.append(escape(harmless(text[cursor:place])).replace("\r", line_break))
        cursor = place
        crossing: list[Span] = []
        while any(span.end == place for span in stack):
            inner = stop()
            if inner.end != place:
                crossing.append(inner)
        for span in reversed(crossing):
            start(span, "data-of")
            split[span] = None
        for span in openings.get(place, ()):
            start(span, "id")
            if span.end == place:
                stop()
    return Highlighted("".join(parts), tuple(split))
