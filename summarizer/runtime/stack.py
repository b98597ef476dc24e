"""What surrounds each call of one run, in its order: cache, retries, budgets, pace, those who look on, the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.flow import AsyncSend, Send
from summarizer.models.base import Call, ChatModel
from summarizer.runtime.budget import Budget, Gauge, with_async_budget, with_budget
from summarizer.runtime.limits import Limiter
from summarizer.runtime.remember import Remembering
from summarizer.runtime.retry import Again, RetryPolicy, with_async_retries, with_retries
from summarizer.runtime.watch import Watcher, awatched, watched

ModelOf = Callable[[Call], ChatModel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """The way of a call to its model and back.

    A reply from the cache costs nothing, so the cache stands outside of all. Every try is paid for, so budgets and
    those who count stand inside the retries. Waits for room and for the pace end before a try counts as sent.

    Attributes:
        model_of: who is asked which call.
        retry: how often and how long.
        again: told of each wait before another try.
        limiter_of: keeps the pace of the account that a call draws on.
        budgets: drawn on by every try, each of them; the narrowest first.
        gauge: says what a try may cost and did cost; needed by budgets alone.
        watchers: told of each try and of its end.
        cache: this run's use of a cache, or None.
    """

    model_of: ModelOf
    retry: RetryPolicy
    again: Again
    limiter_of: Callable[[Call], Limiter]
    budgets: tuple[Budget, ...]
    gauge: Gauge
    watchers: tuple[Watcher, ...]
    cache: Remembering | None

    def send(self) -> Send:
        """For callers that block."""
        one_try = watched(lambda call: self.model_of(call).send(call), watchers=self.watchers)
        send: Send = lambda call: self.limiter_of(call).wrap(one_try)(call)  # noqa: E731
        for budget in reversed(self.budgets):
            send = with_budget(send, budget=budget, gauge=self.gauge)
        send = with_retries(send, policy=self.retry, again=self.again)
        return self.cache.wrap(send) if self.cache else send

    def asend(self) -> AsyncSend:
        """For callers on an event loop."""
        one_try = awatched(lambda call: self.model_of(call).asend(call), watchers=self.watchers)
        asend: AsyncSend = lambda call: self.limiter_of(call).awrap(one_try)(call)  # noqa: E731
        for budget in reversed(self.budgets):
            asend = with_async_budget(asend, budget=budget, gauge=self.gauge)
        asend = with_async_retries(asend, policy=self.retry, again=self.again)
        return self.cache.awrap(asend) if self.cache else asend
