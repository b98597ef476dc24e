"""The source is what claims are verified against: a document, the rules on it, and its units that a judge may be shown.

source = Source.of(document, chunks=chunks)
source.rules.rule_on(claim)     ->  what code alone says
source.places("A ferry sank.")  ->  the spans of the sentences that speak of it, best first
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import renumbered
from summarizer.text.span import Span
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.checks.check_rule import CheckRule
from summarizer.verification.rules.checks.registry import CHECK_RULES
from summarizer.verification.rules.ruling import Rules

# Tokens of a document up to which a judge is shown all of it: of ten good claims that a strong model lost over windows,
# six were lost for a sentence that was not shown, and every call about one document then begins with the same words,
# which servers keep. Have benchmarks/judge_forms.py write requests anew when it moves.
WHOLE_TOKENS: Final = 6000
# Sentences that a second review is shown beyond the claim's chunk: twice the largest evidence set that is built.
_PLACES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What statements are checked against.

    `units` cover every non-space character of `document`, in order; so `units != ()`.
    """

    document: Document
    rules: Rules
    units: tuple[Unit, ...]
    chunks: Mapping[str, Chunk]
    whole_tokens: int

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        chunks: Sequence[Chunk] = (),
        check_rules: Sequence[CheckRule] = CHECK_RULES,
        whole_tokens: int = WHOLE_TOKENS,
    ) -> Source:
        """The source that a document is.

        Args:
            document: what statements are checked against.
            chunks: its chunks, if it was cut for a model; without them each sentence is a unit of its own.
            check_rules: what is checked of every claim.
            whole_tokens: tokens of all chunks up to which a judge is shown the whole; 0 shows it places alone.
        """
        sentences = (Unit(number=s.index + 1, sentence=s.index, span=s.span) for s in document.sentences)
        return cls(
            document=document,
            rules=Rules.of(Index.of(document), check_rules=check_rules),
            units=renumbered([unit for chunk in chunks for unit in chunk.units]) or tuple(sentences),
            chunks={chunk.id: chunk for chunk in chunks},
            whole_tokens=whole_tokens,
        )

    @property
    def whole(self) -> bool:
        """Whether a judge is shown all of it: it was cut for a model, into one piece or few enough words."""
        return bool(self.whole_tokens) and (
            len(self.chunks) == 1 or 0 < sum(chunk.tokens for chunk in self.chunks.values()) <= self.whole_tokens
        )

    def places(self, claim: str) -> tuple[Span, ...]:
        """Where a claim may stand in the whole document, best first: more places than its evidence set has."""
        hits = self.rules.index.search(claim, limit=_PLACES)
        return tuple(self.document.sentences[hit.sentence].body for hit in hits)

    def chunk_at(self, span: Span) -> str:
        """The id of the chunk in which a place begins, "" if it is in none."""
        return next((chunk.id for chunk in self.chunks.values() if chunk.start <= span.start < chunk.end), "")
