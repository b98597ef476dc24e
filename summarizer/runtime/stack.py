"""What surrounds each call of one run, from the cache outside to those who look on around the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.models.base import ChatModel
from summarizer.runtime.budget import Budget, Gauge, with_async_budget, with_budget
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.limits import Limiter
from summarizer.runtime.observing.watch import Watcher, awatched, watched
from summarizer.runtime.retry import Again, RetryPolicy, with_async_retries, with_retries

ModelOf = Callable[[Call], ChatModel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """The way of a call to its model and back.

    A reply from the cache costs nothing, so the cache stands outside of all, and is asked after the deadline too. The
    time of one call begins when it has its place among those under way, so slots stand outside the retries. Every try
    is paid for, so budgets and those who count stand inside. Waits for room and for the pace end before a try counts
    as sent.

    Attributes:
        model_of: who is asked which call.
        deadline: the article's.
        slots: how many calls are under way at once, of whatever model; the account's own are its limiter's.
        retry: how often and how long.
        again: told of each wait before another try.
        limiter_of: keeps the pace of the account that a call draws on.
        budgets: drawn on by every try, each of them; the narrowest first.
        gauge: says what a try may cost and did cost; needed by budgets alone.
        watchers: told of each try and of its end.
        cache: this run's use of a cache, or None.
    """

    model_of: ModelOf
    deadline: Deadline
    slots: ConcurrencyLimit
    retry: RetryPolicy
    again: Again
    limiter_of: Callable[[Call], Limiter]
    budgets: tuple[Budget, ...]
    gauge: Gauge
    watchers: tuple[Watcher, ...]
    cache: CachedCalls | None

    def send(self) -> Send:
        """For callers that block."""
        last = self.deadline
        one_try = watched(lambda call: self.model_of(call).send(last.bounded(call)), watchers=self.watchers)

        def paced(call: Call) -> Reply:
            return self.limiter_of(call).wrap(one_try, sleep=lambda seconds: last.sleep(seconds, call=call))(call)

        tried: Send = paced
        for budget in reversed(self.budgets):
            tried = with_budget(tried, budget=budget, gauge=self.gauge, deadline=last)
        tried = with_retries(tried, policy=self.retry, deadline=last, again=self.again)

        def placed(call: Call) -> Reply:
            return self.limiter_of(call).slots.wrap(tried, deadline=last)(call)

        send = last.wrap(self.slots.wrap(placed, deadline=last))
        return self.cache.wrap(send) if self.cache else send

    def asend(self) -> AsyncSend:
        """For callers on an event loop."""
        last = self.deadline
        one_try = awatched(lambda call: self.model_of(call).asend(last.bounded(call)), watchers=self.watchers)

        async def paced(call: Call) -> Reply:
            return await self.limiter_of(call).awrap(one_try)(call)

        tried: AsyncSend = paced
        for budget in reversed(self.budgets):
            tried = with_async_budget(tried, budget=budget, gauge=self.gauge)
        tried = with_async_retries(tried, policy=self.retry, deadline=last, again=self.again)

        async def placed(call: Call) -> Reply:
            return await self.limiter_of(call).slots.awrap(tried)(call)

        asend = last.awrap(self.slots.awrap(placed))
        return self.cache.awrap(asend) if self.cache else asend
