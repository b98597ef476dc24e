"""What code alone can say of a claim: stated, contradicted, not stated, or open to a judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.span import Evidence, Span
from summarizer.text.words import words
from summarizer.verify.search import Index
from summarizer.verify.statements import Statements
from summarizer.verify.verdict import Check, DecidedBy, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What code found about a claim.

    `verdict == "supported"` implies `evidence != ()` and `all(c.passed for c in checks)`; `decided_by is None` exactly when the
    verdict is `unchecked`.
    """

    verdict: Verdict
    decided_by: DecidedBy | None
    evidence: tuple[Evidence, ...]
    checks: tuple[Check, ...]
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """Rules on the claims about one document, which it reads once: `ruler.rule(c) == rule(c, index=ruler.index)`."""

    index: Index
    statements: Statements

    @classmethod
    def of(cls, index: Index) -> Ruler:
        """The ruler of an indexed document."""
        return cls(index=index, statements=Statements.of(index.document))

    def rule(self, claim: str, *, cited: Sequence[Span] = ()) -> Ruling:
        """What code alone can say of a claim; see `rule`."""
        document = self.index.document
        mine = self.statements.read(claim)
        named = [s.index for s in document.sentences if any(span.overlaps(s.span) for span in cited)]
        stated = self.statements.find(mine, first=named)
        if stated is not None:
            return Ruling(
                verdict="supported",
                decided_by="verbatim" if stated.verbatim else "rule",
                evidence=(Evidence.cut(document.text, self.statements.span(stated.first, stated.last)),),
                checks=(),
                reason="the source says it in these words" if stated.verbatim else "the source says the same in other form",
                score=1.0,
            )
        found = sorted(set(named) | set(self.index.evidence_set(claim)))
        evidence = tuple(Evidence.cut(document.text, document.sentences[i].body) for i in found)
        said = {word.text for i in found for word in words(document.sentences[i].body.of(document.text))}
        mine_words = [word.text for word in words(claim)]
        score = sum(word in said for word in mine_words) / len(mine_words) if mine_words else 0.0
        return Ruling(verdict="unchecked", decided_by=None, evidence=evidence, checks=(), reason="", score=score)


def rule(claim: str, *, index: Index, cited: Sequence[Span] = ()) -> Ruling:
    """Rule on one claim; for several about one document, `Ruler.of(index)` reads the document only once."""
    return Ruler.of(index).rule(claim, cited=cited)
