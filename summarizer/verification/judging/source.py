"""The source of a verification: a document, the rules read for it, and the pages of it that a model is shown."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.document.listing import numbered, numbered_chunk, renumbered
from summarizer.text.span import Span
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.checks.check_rule import CheckRule
from summarizer.verification.rules.checks.registry import CHECK_RULES
from summarizer.verification.rules.ruling import Rules

# Sentences shown on either side of an evidence sentence: judges are context-bound, and a bare span doubles their false
# alarms (WiCE: .20 of good claims flagged against whole pages, .44 against the cited sentences alone). Run
# benchmarks/judge.py again when it moves.
NEIGHBOURS = 2
# Sentences shown for a judgement by one word: a small model reads six well (a first look at Qwen2.5-Coder-1.5B ranked
# with an AUC of .80 to .90 over six). Run benchmarks/judge.py again when it moves.
CLOSEST = 6
# Sentences that a second look is shown beyond the claim's chunk: twice the largest evidence set that is built.
_WIDE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a model is shown of a document: `opening + rest` is the listing, and `units[n - 1].number == n`.

    `opening` is what other calls about the same stretch begin with too.
    """

    opening: str
    rest: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What statements are checked against.

    `units` cover every non-space character of `document`, in order; so `units != ()`.
    """

    document: Document
    rules: Rules
    units: tuple[Unit, ...]
    chunks: Mapping[str, Chunk]

    @classmethod
    def of(
        cls, document: Document, *, chunks: Sequence[Chunk] = (), check_rules: Sequence[CheckRule] = CHECK_RULES
    ) -> Source:
        """The source that a document is.

        Args:
            document: what statements are checked against.
            chunks: its chunks, if it was cut for a model; without them each sentence is a unit of its own.
            check_rules: what is checked of every claim.
        """
        whole = (Unit(number=s.index + 1, sentence=s.index, span=s.span) for s in document.sentences)
        return cls(
            document=document,
            rules=Rules.of(Index.of(document), check_rules=check_rules),
            units=renumbered([unit for chunk in chunks for unit in chunk.units]) or tuple(whole),
            chunks={chunk.id: chunk for chunk in chunks},
        )

    def page(self, spans: Sequence[Span], *, chunk_id: str = "") -> Page:
        """The page on which these spans stand, each with its neighbours; the opening of the document for no span.

        A page is never empty: `page.units != ()`.

        Args:
            spans: what must be on it.
            chunk_id: a chunk to be shown whole, as it was to the drafter; the rest follows it. "" shows windows alone.
        """
        chunk = self.chunks.get(chunk_id)
        if chunk is None:
            units = self.window(spans) or self.opening()
            return Page(opening=numbered(self.document, units), rest="", units=units)
        elsewhere = [span for span in spans if not (chunk.start <= span.start and span.end <= chunk.end)]
        inside = {unit.span for unit in chunk.units}
        more = [unit for unit in self.window(elsewhere) if unit.span not in inside]
        units = renumbered([*chunk.units, *more])
        rest = numbered(self.document, units[len(chunk.units) :], titled=False)
        return Page(opening=numbered_chunk(self.document, chunk), rest=f"\n[...]\n{rest}" if more else "", units=units)

    def closest(self, claim: str, *, wide: bool = False) -> Page:
        """The page of the few sentences that speak of a claim, in order: its evidence set, then what is most like it.

        The opening of the document where none speaks of it, so that a judge is never shown an empty page.

        Args:
            claim: what is spoken of.
            wide: twice as many.
        """
        index, most = self.rules.index, 2 * CLOSEST if wide else CLOSEST
        hits = [hit.sentence for hit in index.search(claim, limit=most)]
        found = list(dict.fromkeys((*index.evidence_set(claim), *hits)))[:most]
        units = renumbered([unit for unit in self.units if unit.sentence in found]) or self.opening()
        return Page(opening=numbered(self.document, units), rest="", units=units)

    def opening(self) -> tuple[Unit, ...]:
        """The first units of the document, as many as a judge of one word is shown."""
        return self.units[:CLOSEST]

    def places(self, claim: str) -> tuple[Span, ...]:
        """Where a claim may stand in the whole document, best first: more places than its evidence set has."""
        hits = self.rules.index.search(claim, limit=_WIDE)
        return tuple(self.document.sentences[hit.sentence].body for hit in hits)

    def chunk_at(self, span: Span) -> str:
        """The id of the chunk in which a place begins, "" if it is in none."""
        return next((chunk.id for chunk in self.chunks.values() if chunk.start <= span.start < chunk.end), "")

    def window(self, spans: Sequence[Span]) -> tuple[Unit, ...]:
        """The units that hold the spans, each with its neighbours, in order and numbered from 1."""
        starts = [unit.span.start for unit in self.units]
        shown: set[int] = set()
        for span in spans:
            first = max(bisect.bisect_right(starts, span.start) - 1, 0)
            last = max(bisect.bisect_left(starts, span.end), first + 1)
            shown.update(range(max(first - NEIGHBOURS, 0), min(last + NEIGHBOURS, len(self.units))))
        return renumbered([self.units[i] for i in sorted(shown)])
