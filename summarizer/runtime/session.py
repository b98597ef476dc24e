"""One run: what surrounds its calls, what was counted, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from summarizer.calls.call import Call
from summarizer.calls.drivers.event_loop import arun
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import Plan
from summarizer.document.tokens import TokenCounter
from summarizer.failure import Failure
from summarizer.models.base import ChatModel
from summarizer.runtime.budget import Budget, BudgetPolicy, Gauge
from summarizer.runtime.cache import ReplyCache
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.limits import Limiter
from summarizer.runtime.observing.event_reporter import EventReporter
from summarizer.runtime.observing.events import OnEvent
from summarizer.runtime.observing.prices import Pricer
from summarizer.runtime.observing.telemetry import Telemetry
from summarizer.runtime.observing.usage import Meter
from summarizer.runtime.observing.watch import Watcher
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.stack import Stack

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What surrounds the calls of every run of one `Summarizer`; see there for what each is."""

    retry: RetryPolicy
    workers: int
    slots: ConcurrencyLimit
    counter: TokenCounter
    price: Pricer
    model_of: Callable[[Call], ChatModel]
    limiter_of: Callable[[Call], Limiter]
    article_budget: BudgetPolicy | None
    budget: Budget | None
    cache: ReplyCache | None
    on_event: OnEvent | None
    spans: Telemetry | None
    total: Meter


class ReportedFact(Protocol):
    """What is told of a fact."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def statement(self) -> str:
        """What it says."""
        ...

    @property
    def outcome(self) -> str:
        """What became of it."""
        ...

    @property
    def reason(self) -> str:
        """Why."""
        ...


class Session:
    """One run of plans for one article: `meter` counts it, `narrator` tells of it."""

    def __init__(
        self,
        name: str,
        *,
        article: str,
        around: RunSettings,
    ) -> None:
        """Nothing is sent yet.

        Args:
            name: what is done, as a span is named.
            article: the SHA-256 of the text.
            around: what surrounds the calls.
        """
        self.meter = Meter(price=around.price, by_try=True, onto=around.total)
        self.narrator = EventReporter(article=article, hook=around.on_event)
        self._name = name
        self._around = around
        self._cache: CachedCalls | None = None
        if around.cache is not None:
            self._cache = CachedCalls(around.cache, model_of=around.model_of, replayed=self._replayed)
        self._budgets: tuple[Budget, ...] = () if around.article_budget is None else (Budget(around.article_budget),)
        if around.budget is not None:
            self._budgets += (around.budget,)

    def run(self, plan: Plan[T]) -> T:
        """Drive a plan with threads."""
        with self._stack() as stack:
            return run(self.narrator.rounds(plan), send=stack.send(), workers=self._around.workers)

    async def arun(self, plan: Plan[T]) -> T:
        """Drive a plan on the running event loop."""
        with self._stack() as stack:
            return await arun(self.narrator.rounds(plan), send=stack.asend())

    def concluded(
        self, *, ticked: Sequence[ReportedFact], rejected: Sequence[ReportedFact], failures: Sequence[Failure]
    ) -> None:
        """Tell what a run came to, once everything in it is decided; and what failed, as `failed` does."""
        for fact in ticked:
            self.narrator.ticked(fact.id, fact.statement)
        for fact in rejected:
            self.narrator.rejected(fact.id, fact.statement, outcome=fact.outcome, reason=fact.reason)
        self.failed(failures)
        calls = sum(counts.calls for counts in self.meter.report().values())
        self.narrator.finished(facts=len(ticked), rejected=len(rejected), failures=len(failures), calls=calls)

    def failed(self, failures: Iterable[Failure]) -> None:
        """Take note of what failed: the log is told, and the cache forgets the replies that could not be used."""
        failures = tuple(failures)
        for failure in failures:
            self.narrator.failed(stage=failure.stage, call_id=failure.call_id, error=failure.error)
        if self._cache is not None:
            self._cache.forget(failure.call_id for failure in failures)

    @contextmanager
    def _stack(self) -> Iterator[Stack]:
        around = self._around
        watchers: tuple[Watcher, ...] = (self.meter.watch, self.narrator.watch)
        with ExitStack() as inside:
            if around.spans is not None:
                watchers += (inside.enter_context(around.spans.run(self._name, model_of=around.model_of)),)
            yield Stack(
                model_of=around.model_of,
                deadline=Deadline(around.retry.article_deadline),
                slots=around.slots,
                retry=around.retry,
                again=self.narrator.retried,
                limiter_of=around.limiter_of,
                budgets=self._budgets,
                gauge=Gauge(counter=around.counter, price=around.price),
                watchers=watchers,
                cache=self._cache,
            )

    def _replayed(self, call: Call) -> None:
        self.meter.replayed(call)
        self.narrator.replayed(call)
