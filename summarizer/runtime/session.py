"""A session is one run: it drives plans, surrounds their calls, counts them and tells of them.

session = Session("summarize", article=document.sha256, settings=settings)
outcomes = session.run(plan)       or await session.arun(plan)
session.report(ticked=…, rejected=…, failures=…)
"""

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
from summarizer.runtime.budget import Budget, BudgetPolicy, CallCosts
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.fallback import Fallback, FallbackRun
from summarizer.runtime.limits import Limiter
from summarizer.runtime.observing.event_reporter import EventReporter
from summarizer.runtime.observing.events import OnEvent
from summarizer.runtime.observing.prices import Pricer
from summarizer.runtime.observing.telemetry import Telemetry
from summarizer.runtime.observing.usage import Meter
from summarizer.runtime.observing.watch import Watcher
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.shared_calls import SHARED_CALLS
from summarizer.runtime.stack import Stack
from summarizer.runtime.storage.shared_cache import Replies
from summarizer.runtime.waits import LoopWaits, ThreadWaits, stepped

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What surrounds the calls of every run of one `Summarizer`; see there for what each is."""

    retry: RetryPolicy
    workers: int
    concurrency: ConcurrencyLimit
    counter: TokenCounter
    price: Pricer
    model_of: Callable[[Call], ChatModel]
    limiter_of: Callable[[Call], Limiter]
    article_budget: BudgetPolicy | None
    budget: Budget | None
    cache: Replies | None
    on_event: OnEvent | None
    telemetry: Telemetry | None
    total: Meter
    fallbacks: tuple[Fallback, ...] = ()


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
    """One run of plans for one article: `meter` counts it, `reporter` tells of it, `fallbacks` knows who stood in."""

    def __init__(
        self,
        name: str,
        *,
        article: str,
        settings: RunSettings,
    ) -> None:
        """Nothing is sent yet.

        Args:
            name: what is done, as a span is named.
            article: the SHA-256 of the text.
            settings: what surrounds the calls.
        """
        self.meter = Meter(price=settings.price, by_try=True, total=settings.total)
        self.reporter = EventReporter(article=article, hook=settings.on_event)
        self.fallbacks = FallbackRun(settings.fallbacks, model_of=settings.model_of, told=self.reporter.fell_back)
        self._name = name
        self._settings = settings
        self._cache: CachedCalls | None = None
        if settings.cache is not None:
            self._cache = CachedCalls(settings.cache, model_of=settings.model_of, replayed=self._note_replay)
        self._budgets: tuple[Budget, ...] = (
            () if settings.article_budget is None else (Budget(settings.article_budget),)
        )
        if settings.budget is not None:
            self._budgets += (settings.budget,)

    def run(self, plan: Plan[T]) -> T:
        """Drive a plan with threads."""
        waits = ThreadWaits()
        with self._stack() as stack:
            send = stepped(stack.over(waits))
            return run(self.reporter.rounds(plan), send=send, workers=self._settings.workers, abandon=waits.end)

    async def arun(self, plan: Plan[T], *, size: int = 0) -> T:
        """Drive a plan about so many characters of text on the running event loop; what is told is told there."""
        with self._stack() as stack:
            send = stack.over(LoopWaits())
            return await arun(plan, send=send, size=size, after_round=self.reporter.finish_stages)

    def report(
        self, *, ticked: Sequence[ReportedFact], rejected: Sequence[ReportedFact], failures: Sequence[Failure]
    ) -> None:
        """Tell what a run came to, once everything in it is decided; and what failed, as `note_failures` does."""
        for fact in ticked:
            self.reporter.ticked(fact.id, fact.statement)
        for fact in rejected:
            self.reporter.rejected(fact.id, fact.statement, outcome=fact.outcome, reason=fact.reason)
        self.note_failures(failures)
        calls = sum(counts.calls for counts in self.meter.report().values())
        self.reporter.finished(facts=len(ticked), rejected=len(rejected), failures=len(failures), calls=calls)

    def note_failures(self, failures: Iterable[Failure]) -> None:
        """Take note of what failed: the log is told, and the cache forgets the replies that could not be used."""
        failures = tuple(failures)
        for failure in failures:
            self.reporter.failed(stage=failure.stage, call_id=failure.call_id, error=failure.error)
        if self._cache is not None:
            self._cache.forget(failure.call_id for failure in failures)

    @contextmanager
    def _stack(self) -> Iterator[Stack]:
        settings = self._settings
        watchers: tuple[Watcher, ...] = (self.meter.watch, self.reporter.watch)
        with ExitStack() as inside:
            inside.enter_context(SHARED_CALLS.run())
            if settings.telemetry is not None:
                watchers += (inside.enter_context(settings.telemetry.run(self._name, model_of=settings.model_of)),)
            yield Stack(
                model_of=settings.model_of,
                deadline=Deadline(settings.retry.article_deadline),
                concurrency=settings.concurrency,
                retry=settings.retry,
                limiter_of=settings.limiter_of,
                budgets=self._budgets,
                costs=CallCosts(counter=settings.counter, price=settings.price),
                watchers=watchers,
                on_retry=self.reporter.retried,
                on_wait=self.reporter.waiting,
                fallbacks=self.fallbacks,
                cache=self._cache,
            )

    def _note_replay(self, call: Call) -> None:
        self.meter.replayed(call)
        self.reporter.replayed(call)
