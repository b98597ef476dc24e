"""Where a place of a document belongs: the source that holds it, and the stretches of the file that it was read from.

source_at(record.sources, evidence.start)      ->  the source whose text it stands in
origins_over(record.origins, evidence.span)    ->  (Origin(page=4, …), Origin(page=5, …))
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from summarizer.document.sources.origin import Origin
from summarizer.text.span import Span


class Stretch(Protocol):
    """A part of a document's text, as far as it is looked at here."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """One past its last code point."""


S = TypeVar("S", bound=Stretch)


def source_at(sources: Iterable[S], offset: int) -> S | None:
    """The source whose text holds a code point; None where none does, as where a lone text was given.

    Args:
        sources: those of a document.
        offset: a place in its text.
    """
    return next((one for one in sources if one.start <= offset < one.end), None)


def origins_over(origins: Sequence[Origin], span: Span) -> tuple[Origin, ...]:
    """The origins that a span touches, in order; none where the text was no file's.

    Args:
        origins: those of a document, which are in order and disjoint.
        span: a place in its text.
    """
    first = bisect_right(origins, span.start, key=lambda one: one.end)
    last = bisect_left(origins, span.end, key=lambda one: one.start)
    return tuple(origins[first:last])
