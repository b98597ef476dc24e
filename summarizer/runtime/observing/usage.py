"""A meter counts calls, tokens and money: by stage and by try.

meter = Meter(by_try=True)
meter.watch(call)(reply)
meter.report()    {"extract": StageCounts(calls=1, tokens_in=…, …)}
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import get_args

from summarizer.calls.call import Call, Reply, Stage, Tokens
from summarizer.errors import ModelError
from summarizer.forks import ForkSafeLock
from summarizer.runtime.observing.prices import Pricer, unpriced
from summarizer.runtime.observing.watch import End


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One try of a call: `error` names the class of what it raised, and is None when a reply came.

    `number` counts the tries of this call from 1. `requests` is above 1 where the server refused the form of the first
    ones. `cost` is in US dollars: None when a reply came whose price is not known, 0 when none came, for then nobody
    says what was charged.
    """

    call_id: str
    stage: Stage
    number: int
    requests: int = 1
    error: str | None = None
    tokens: Tokens = field(default_factory=Tokens)
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCounts:
    """What the requests of one stage came to: `0 <= failed <= calls`, `tokens_cached <= tokens_in`.

    `replayed` counts replies that a cache held; they are not among `calls`. `cost` is None as soon as one try's is.
    """

    calls: int = 0
    failed: int = 0
    replayed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    tokens_reasoning: int = 0
    cost: Decimal | None = Decimal(0)

    def plus(self, one: Try) -> StageCounts:
        """The counts with one try more."""
        return StageCounts(
            calls=self.calls + one.requests,
            failed=self.failed + one.requests - (one.error is None),
            replayed=self.replayed,
            tokens_in=self.tokens_in + one.tokens.tokens_in,
            tokens_out=self.tokens_out + one.tokens.tokens_out,
            tokens_cached=self.tokens_cached + one.tokens.tokens_cached,
            tokens_reasoning=self.tokens_reasoning + one.tokens.tokens_reasoning,
            cost=None if self.cost is None or one.cost is None else self.cost + one.cost,
        )


class Meter:
    """Counts every try that it watches and every reply that a cache held, from any thread.

    A try that brings a reply counts its tokens, usable or not; one that raises counts as failed.
    """

    def __init__(self, *, price: Pricer = unpriced, by_try: bool = False, total: Meter | None = None) -> None:
        """Everything is at zero.

        Args:
            price: what the tokens of a reply cost.
            by_try: keep each try too; off for counts that live long.
            total: another meter that counts all of it as well.
        """
        self._price = price
        self._by_try = by_try
        self._total = total
        self._lock = ForkSafeLock()
        self._counts: dict[Stage, StageCounts] = {}
        self._numbers: Counter[str] = Counter()
        self._tries: list[Try] = []

    def watch(self, call: Call) -> End:
        """Count a try of this call when it ends."""

        def end(outcome: Reply | BaseException) -> None:
            requests = outcome.requests if isinstance(outcome, Reply | ModelError) else 1
            if isinstance(outcome, Reply):
                cost = self._price(call, outcome.tokens)
                self._count(call, requests, error=None, tokens=outcome.tokens, cost=cost)
            else:
                self._count(call, requests, error=type(outcome).__name__, tokens=Tokens(), cost=Decimal(0))

        return end

    def replayed(self, call: Call) -> None:
        """Count a reply that a cache held."""
        with self._lock:
            counts = self._counts.get(call.stage, StageCounts())
            self._counts[call.stage] = replace(counts, replayed=counts.replayed + 1)
        if self._total is not None:
            self._total.replayed(call)

    def report(self) -> dict[Stage, StageCounts]:
        """The counts so far, of each stage that asked for anything, in the order of the stages."""
        with self._lock:
            return {stage: self._counts[stage] for stage in get_args(Stage) if stage in self._counts}

    def tries(self) -> tuple[Try, ...]:
        """Each try so far, by stage, call and number, whatever the order of arrival; empty without `by_try`."""
        order = {stage: position for position, stage in enumerate(get_args(Stage))}
        with self._lock:
            return tuple(sorted(self._tries, key=lambda t: (order[t.stage], t.call_id, t.number)))

    def _count(self, call: Call, requests: int, *, error: str | None, tokens: Tokens, cost: Decimal | None) -> None:
        with self._lock:
            number = 0
            if self._by_try:
                self._numbers[call.id] += 1
                number = self._numbers[call.id]
            one = Try(
                call_id=call.id,
                stage=call.stage,
                number=number,
                requests=requests,
                error=error,
                tokens=tokens,
                cost=cost,
            )
            if self._by_try:
                self._tries.append(one)
            self._counts[call.stage] = self._counts.get(call.stage, StageCounts()).plus(one)
        if self._total is not None:
            self._total._count(call, requests, error=error, tokens=tokens, cost=cost)  # noqa: SLF001 -- its own kind
