"""A usage report is what a run, or all work of a summarizer, has cost: calls, tokens and money, by stage and by try.

UsageReport.of(meter.report()).calls  ->  4
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pydantic import Field

from summarizer.calls.call import Stage
from summarizer.frozen import Frozen
from summarizer.runtime.observing.usage import StageCounts, Try


class Usage(Frozen):
    """What calls cost, in the provider's own tokens.

    `tokens_cached` is a part of `tokens_in`, `tokens_reasoning` of `tokens_out`. `failed` counts the tries among
    `calls` that brought no reply; `replayed` counts replies that the cache held, which are not among `calls` and cost
    nothing. `cost` is in US dollars, exact, and None where one price is not known; a try that brought no reply counts
    for nothing in it, because nobody says what was charged.
    """

    calls: int = 0
    failed: int = 0
    replayed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    tokens_reasoning: int = 0
    cost: Decimal | None = Decimal(0)

    @classmethod
    def of_stage(cls, counts: StageCounts) -> Usage:
        """The usage that the counts of one stage are."""
        return cls(
            calls=counts.calls,
            failed=counts.failed,
            replayed=counts.replayed,
            tokens_in=counts.tokens_in,
            tokens_out=counts.tokens_out,
            tokens_cached=counts.tokens_cached,
            tokens_reasoning=counts.tokens_reasoning,
            cost=counts.cost,
        )

    def plus(self, other: Usage) -> Usage:
        """Both together; the cost is None where one of them is."""
        return Usage(
            calls=self.calls + other.calls,
            failed=self.failed + other.failed,
            replayed=self.replayed + other.replayed,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            tokens_cached=self.tokens_cached + other.tokens_cached,
            tokens_reasoning=self.tokens_reasoning + other.tokens_reasoning,
            cost=None if self.cost is None or other.cost is None else self.cost + other.cost,
        )


class TryUsage(Frozen):
    """One try of a call: `error` names the class of what went wrong, and is None when a reply came.

    `requests` is above 1 where the server refused the form of the first ones, which are failed calls of their stage.
    """

    stage: str
    call_id: str
    number: int
    requests: int
    error: str | None
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    tokens_reasoning: int
    cost: Decimal | None

    @classmethod
    def of(cls, one: Try) -> TryUsage:
        """The usage that one try was."""
        return cls(
            stage=one.stage,
            call_id=one.call_id,
            number=one.number,
            requests=one.requests,
            error=one.error,
            tokens_in=one.tokens.tokens_in,
            tokens_out=one.tokens.tokens_out,
            tokens_cached=one.tokens.tokens_cached,
            tokens_reasoning=one.tokens.tokens_reasoning,
            cost=one.cost,
        )


class UsageReport(Usage):
    """Usage of a whole run, by stage and by try: each total is the sum over `by_stage`.

    Over `tries` too, where they are kept: sorted by stage, call and number; a report over several runs keeps none.
    """

    by_stage: dict[str, Usage] = Field(default_factory=dict)
    tries: tuple[TryUsage, ...] = ()

    @classmethod
    def of(cls, by_stage: Mapping[Stage, StageCounts], *, tries: Sequence[Try] = ()) -> UsageReport:
        """The report that these counts are."""
        stages: dict[str, Usage] = {stage: Usage.of_stage(counts) for stage, counts in by_stage.items()}
        total = Usage()
        for usage in stages.values():
            total = total.plus(usage)
        return cls(**total.model_dump(), by_stage=stages, tries=tuple(TryUsage.of(one) for one in tries))
