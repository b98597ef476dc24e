"""The source of a verification: a document, the rules read for it, and the units that a model is shown."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.chunk import Chunk, Unit
from summarizer.text.document import Document
from summarizer.text.listing import renumbered
from summarizer.text.span import Span
from summarizer.verify.rules import Ruler
from summarizer.verify.search import Index

# Sentences shown on either side of an evidence sentence: judges are context-bound, and a bare span doubles their false
# alarms (notes on verification: the span within 2 to 3 sentences). Run benchmarks/judge.py again when it moves.
NEIGHBOURS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What statements are checked against.

    `units` cover every non-space character of `document`, in order; they are empty where no model is to be shown any.
    """

    document: Document
    ruler: Ruler
    units: tuple[Unit, ...]

    @classmethod
    def of(cls, document: Document, *, chunks: Sequence[Chunk] = ()) -> Source:
        """The source that a document is; `chunks` are its chunks, if a model is to be asked about it."""
        units = renumbered([unit for chunk in chunks for unit in chunk.units])
        return cls(document=document, ruler=Ruler.of(Index.of(document)), units=units)

    def window(self, spans: Sequence[Span]) -> tuple[Unit, ...]:
        """The units that hold the spans, each with its neighbours, in order and numbered from 1."""
        starts = [unit.span.start for unit in self.units]
        shown: set[int] = set()
        for span in spans:
            first = max(bisect.bisect_right(starts, span.start) - 1, 0)
            last = max(bisect.bisect_left(starts, span.end), first + 1)
            shown.update(range(max(first - NEIGHBOURS, 0), min(last + NEIGHBOURS, len(self.units))))
        return renumbered([self.units[i] for i in sorted(shown)])
