"""What the tools of the MCP server answer: small typed values, in which everything that is said has its places.

SummaryAnswer.of(result, given=text)     ->  SummaryAnswer(headline="…", facts=(StatedFact(…), …))
CheckAnswer.of_claims(checked, …)        ->  CheckAnswer(score=0.5, statements=(CheckedStatement(…), …))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from summarizer.document.document import Document
from summarizer.frozen import Frozen
from summarizer.result import Result
from summarizer.result_parts.text_verification import TextVerification
from summarizer.text.locate import Alignment
from summarizer.text.span import Evidence
from summarizer.verification.verdict import CheckedClaim, Verdict


class Place(Frozen):
    """Where something stands: the half-open range `start:end` of code points, and the words there."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, evidence: Evidence | Alignment) -> Place:
        """The place of an evidence or a quote."""
        return cls(start=evidence.start, end=evidence.end, text=evidence.text)

    @classmethod
    def all_of(cls, evidence: Iterable[Evidence]) -> tuple[Place, ...]:
        """The places of all."""
        return tuple(map(cls.of, evidence))


class StatedFact(Frozen):
    """A statement that holds, and the places in the source that say so."""

    statement: str
    places: tuple[Place, ...]


class RefusedStatement(Frozen):
    """A statement that was drafted and does not stand: the verdict on it and why."""

    statement: str
    verdict: Verdict
    reason: str


class SummaryAnswer(Frozen):
    """Checked key facts and a quick summary, every sentence with its places in the source."""

    headline: str
    facts: tuple[StatedFact, ...]
    summary: tuple[StatedFact, ...] = Field(description="The sentences of the summary, in reading order.")
    refused: tuple[RefusedStatement, ...] = Field(description="What was drafted and did not hold; do not repeat it.")
    unanswered: tuple[str, ...] = Field(description="What the focus asks and the source does not say.")
    notices: tuple[str, ...] = Field(description="What a reader has to know: what failed, who stood in.")
    model: str | None = Field(description="The model that wrote; null where sentences of the source stand as they are.")
    calls: int
    cost: float | None = Field(description="US dollars; null where the price is not known.")
    read_text: str | None = Field(description="The text that places are in, where it is not the source as given.")

    @classmethod
    def of(cls, result: Result, *, given: str) -> SummaryAnswer:
        """What is answered of a result.

        Args:
            result: of the run.
            given: the source as it came.
        """
        refused = [one for one in result.rejected if one.outcome == "refused"]
        cost = result.usage.cost
        return cls(
            headline=result.summary.headline,
            facts=tuple(StatedFact(statement=one.statement, places=Place.all_of(one.evidence)) for one in result.facts),
            summary=tuple(
                StatedFact(statement=one.text, places=Place.all_of(one.evidence)) for one in result.summary.sentences()
            ),
            refused=(
                *(RefusedStatement(statement=f.statement, verdict=f.verdict, reason=f.reason) for f in refused),
                *(
                    RefusedStatement(statement=d.text, verdict=d.verdict, reason=d.reason)
                    for d in result.summary.dropped
                ),
            ),
            unanswered=result.unanswered,
            notices=tuple(one.line for one in result.notices),
            model=result.trace.model,
            calls=result.usage.calls,
            cost=None if cost is None else float(cost),
            read_text=_unless_given(result.document.text, given=given),
        )


class CheckedStatement(Frozen):
    """A statement with the verdict on it, why, and the places in the source that decide."""

    statement: str
    verdict: Verdict
    reason: str
    places: tuple[Place, ...]
    place: Place | None = Field(
        default=None, description="Where it stands in the text that was checked; null for a claim of its own."
    )


class CheckAnswer(Frozen):
    """Verdicts on statements, in the order given; `score` is the share that is supported, over all."""

    score: float
    statements: tuple[CheckedStatement, ...]
    notices: tuple[str, ...] = Field(description="What a reader has to know: what failed, whose word did not count.")
    read_text: str | None = Field(description="The text that places are in, where it is not the source as given.")

    @classmethod
    def of_claims(cls, checked: Sequence[CheckedClaim], *, source: Document, given: str) -> CheckAnswer:
        """What is answered of claims.

        Args:
            checked: the claims, at least one.
            source: what they were checked against, as it was read.
            given: the source as it came.
        """
        supported = sum(one.verdict == "supported" for one in checked)
        return cls(
            score=supported / len(checked),
            statements=tuple(map(_statement, checked)),
            notices=(),
            read_text=_unless_given(source.text, given=given),
        )

    @classmethod
    def of_text(cls, found: TextVerification, *, source: Document, given: str) -> CheckAnswer:
        """What is answered of a whole text.

        Args:
            found: its sentences.
            source: what they were checked against, as it was read.
            given: the source as it came.
        """
        return cls(
            score=found.score,
            statements=tuple(_statement(one, place=Place.of(one.place)) for one in found.sentences if not one.label),
            notices=tuple(one.line for one in found.notices),
            read_text=_unless_given(source.text, given=given),
        )


class QuoteAnswer(Frozen):
    """Where a quote stands in the source, if it does; it locates, and says nothing of what is true."""

    found: bool
    kind: Literal["exact", "folded", "near"] | None = Field(
        default=None,
        description="exact: to the letter; folded: but for typography, case and spacing; near: words differ, compare.",
    )
    score: float = 0.0
    place: Place | None = None

    @classmethod
    def of(cls, found: Alignment | None) -> QuoteAnswer:
        """What is answered of a quote."""
        if found is None:
            return cls(found=False)
        return cls(found=True, kind=found.kind, score=found.score, place=Place.of(found))


def _statement(checked: CheckedClaim, *, place: Place | None = None) -> CheckedStatement:
    return CheckedStatement(
        statement=checked.statement,
        verdict=checked.verdict,
        reason=checked.reason,
        places=Place.all_of(checked.evidence),
        place=place,
    )


def _unless_given(text: str | None, *, given: str) -> str | None:
    """The text that was read, unless it is the one given, which whoever gave it has."""
    return None if text == given else text
