"""A session is one run: it drives plans, surrounds their calls, counts them and tells of them.

session = Session("summarize", article=document.sha256, settings=settings)
outcomes = session.run(plan)       or await session.arun(plan)
session.report(events, facts=…, rejected=…, failures=…)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.event_loop import arun
from summarizer.calls.drivers.known_replies import HeldBack, Lacking, NotKnown, known_so_far
from summarizer.calls.drivers.steps import Returned
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import AsyncSend, Plan
from summarizer.document.tokens import TokenCounter
from summarizer.errors import BudgetReached, ModelError, SummarizerError
from summarizer.failure import Failure
from summarizer.models.base import ChatModel
from summarizer.runtime.budget import Budget, BudgetPolicy, CallCosts, with_budget
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.fallback import Fallback, FallbackRun
from summarizer.runtime.limits import Limiter
from summarizer.runtime.observing.event_reporter import EventReporter
from summarizer.runtime.observing.events import Event, OnEvent
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
    listener: OnEvent | None = None
    fallbacks: tuple[Fallback, ...] = ()


class Session:
    """One run of plans for one article: `meter` counts it, `reporter` tells of it, `fallbacks` knows who stood in.

    `heard` is told what each flow returns, as it does, in the thread or on the loop where that happens; set it before
    the run.
    """

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
        self.reporter = EventReporter(
            article=article, hook=settings.on_event, listener=settings.listener, price=settings.price
        )
        self.heard: Callable[[object], None] = _unheard
        self.fallbacks = FallbackRun(settings.fallbacks, model_of=settings.model_of, told=self.reporter.fell_back)
        self._name = name
        self._settings = settings
        self._costs = CallCosts(counter=settings.counter, price=settings.price)
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
            rounds, workers = self.reporter.rounds(plan), self._settings.workers
            return run(rounds, send=send, workers=workers, abandon=waits.end, heard=self.heard)

    async def arun(self, plan: Plan[T], *, size: int = 0) -> T:
        """Drive a plan about so many characters of text on the running event loop; what is told is told there."""
        with self._stack() as stack:
            send = stack.over(LoopWaits())
            over = self.reporter.finish_stages
            return await arun(plan, send=send, size=size, after_round=over, heard=self.heard)

    def so_far(self, plan: Plan[T], *, reply_of: Callable[[Call], Reply]) -> Returned[T] | Lacking:
        """Drive a plan as far as replies are known; what they cost is counted once it has its value.

        A reply that the cache holds is taken where there is no other. A call that is lacking costs the article's budget
        the most that it may, so that one without room for it is not asked for.

        Args:
            plan: what is driven.
            reply_of: the reply to a call. It raises `NotKnown` where there is none yet, or the call's error.
        """
        known = _KnownReplies(reply_of, cache=self._cache, costs=self._costs)
        waits = ThreadWaits()
        send: AsyncSend = known.asend
        for budget in reversed(self._budgets):
            send = with_budget(send, budget=budget, costs=self._costs, waits=waits, deadline=Deadline())
        try:
            found = known_so_far(plan, reply_of=stepped(self.fallbacks.wrap(known.within(send))))
        except SummarizerError:
            self._note_known(known)
            raise
        if isinstance(found, Returned):
            self._note_known(known)
        return found

    def report(self, events: Iterable[Event], *, facts: int, rejected: int, failures: Sequence[Failure]) -> None:
        """Tell what a run came to, once everything in it is decided; and what failed, as `note_failures` does.

        Args:
            events: what is told of it; not made where nobody listens.
            facts: how many are ticked.
            rejected: how many are not.
            failures: what failed.
        """
        if self.reporter.is_heard:
            for event in events:
                self.reporter.tell(event)
        self.note_failures(failures)
        calls = sum(counts.calls for counts in self.meter.report().values())
        self.reporter.finished(facts=facts, rejected=rejected, failures=len(failures), calls=calls)

    def note_failures(self, failures: Iterable[Failure]) -> None:
        """Take note of what failed: the log is told, and the cache forgets the replies that could not be used."""
        failures = tuple(failures)
        for failure in failures:
            self.reporter.failed(stage=failure.stage, call_id=failure.call_id, error=failure.error)
        if self._cache is not None:
            self._cache.forget(failure.call_id for failure in failures)

    def _note_known(self, known: _KnownReplies) -> None:
        """Count the calls of a plan that came to its end."""
        for call in known.cached:
            self._note_replay(call)
        for call, outcome in known.outcomes:
            self.meter.watch(call)(outcome)
            if self._cache is not None and isinstance(outcome, Reply):
                self._cache.keep(call, outcome)

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
                costs=self._costs,
                watchers=watchers,
                on_retry=self.reporter.retried,
                on_wait=self.reporter.waiting,
                fallbacks=self.fallbacks,
                cache=self._cache,
            )

    def _note_replay(self, call: Call) -> None:
        self.meter.replayed(call)
        self.reporter.replayed(call)


def _unheard(_value: object) -> None:
    """Nobody listens."""


class _KnownReplies:
    """The replies of one drive of a plan: which were known, which the cache holds, which are lacking."""

    def __init__(self, reply_of: Callable[[Call], Reply], *, cache: CachedCalls | None, costs: CallCosts) -> None:
        self.outcomes: list[tuple[Call, Reply | ModelError]] = []
        self.cached: list[Call] = []
        self._lacking = False
        self._found: Reply | ModelError | None = None
        self._reply_of = reply_of
        self._cache = cache
        self._costs = costs

    async def asend(self, call: Call) -> Reply:
        """What `within` found for a call; for one that is lacking a stand-in that costs the most that its reply may."""
        if self._found is None:
            return Reply(text="", tokens=self._costs.most_tokens(call))
        if isinstance(self._found, ModelError):
            raise self._found
        return self._found

    def within(self, asend: AsyncSend) -> AsyncSend:
        """The reply to a call that comes through budgets, with `NotKnown` for what is lacking."""

        async def told(call: Call) -> Reply:
            self._found = self._known(call)
            if self._found is None and self._cache is not None:
                held = self._cache.known(call)
                if held is not None:
                    self.cached.append(call)
                    return held
            if self._found is not None:
                self.outcomes.append((call, self._found))
            try:
                reply = await asend(call)
            except BudgetReached:
                if self._lacking:  # what that costs is at most set aside; it may give some of it back
                    raise HeldBack from None
                raise
            if self._found is None:
                self._lacking = True
                raise NotKnown(call)
            return reply

        return told

    def _known(self, call: Call) -> Reply | ModelError | None:
        try:
            return self._reply_of(call)
        except ModelError as error:
            return error
        except NotKnown:
            return None
