"""A span is a place in a text: a half-open range of code points. An evidence is a span with its words.

Span(4, 8).of("The port closes.")                ->  "port"
Evidence.cut("The port closes.", Span(4, 8))     ->  Evidence(start=4, end=8, text="port")
"""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import Field

from summarizer.frozen import Frozen


class Span(NamedTuple):
    """A half-open range of code points: `0 <= start <= end`, and it means `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text of this span: `span.of(text) == text[span.start:span.end]`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Evidence(Frozen):
    """A place in the document that states something: `document.text[e.start:e.end] == e.text`, always."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str

    @classmethod
    def cut(cls, text: str, span: Span) -> Evidence:
        """The evidence that `span` of `text` is; code cuts it, never a model."""
        return cls(start=span.start, end=span.end, text=span.of(text))

    @property
    def span(self) -> Span:
        """The place without its words."""
        return Span(self.start, self.end)
