"""The stack is what surrounds each call of one run: a call goes in, and its reply comes out.

fallback ─▶ shared ─▶ cache ─▶ article's deadline ─▶ a place in the run ─▶ a place in the account ─▶ tries ─▶ budgets ─▶ pace ─▶ watchers ─▶ model
"""  # noqa: E501 -- one line, as the call goes

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.models.base import ChatModel
from summarizer.runtime.budget import Budget, CallCosts, with_budget
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Clock, Deadline
from summarizer.runtime.fallback import FallbackRun
from summarizer.runtime.limits import Limiter, OnWait
from summarizer.runtime.observing.watch import Watcher, watched
from summarizer.runtime.retry import OnRetry, RetryPolicy, with_retries
from summarizer.runtime.shared_calls import SHARED_CALLS
from summarizer.runtime.waits import Waits

ModelOf = Callable[[Call], ChatModel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """The way of a call to its model and back.

    Where one model fails for good the call is another one, to another model, so fallbacks stand outside of all.
    What another run has sent already is sent by none else. A reply from the cache costs nothing, so the cache stands
    outside of what is paid for, and is asked after the deadline too. The time of one call begins when it has its place
    among those under way, so places stand outside the tries. Every try is paid for, so budgets and those who count
    stand inside. Waits for room and for the pace end before a try counts as sent.

    Attributes:
        model_of: who is asked which call.
        deadline: the article's.
        concurrency: how many calls are under way at once, of whatever model; the account's own are its limiter's.
        retry: how often and how long.
        limiter_of: keeps the pace of the account that a call draws on.
        budgets: drawn on by every try, each of them; the narrowest first.
        costs: says what a try may cost and did cost; needed by budgets alone.
        watchers: told of each try and of its end.
        on_retry: told of each wait before another try.
        on_wait: told of each wait for the pace.
        cache: this run's use of a cache, or None.
        fallbacks: this run's use of models that are asked where one fails, or None.
        clock: seconds that never go back; tests give their own.
    """

    model_of: ModelOf
    deadline: Deadline
    concurrency: ConcurrencyLimit
    retry: RetryPolicy
    limiter_of: Callable[[Call], Limiter]
    budgets: tuple[Budget, ...]
    costs: CallCosts
    watchers: tuple[Watcher, ...]
    on_retry: OnRetry
    on_wait: OnWait
    cache: CachedCalls | None
    fallbacks: FallbackRun | None = None
    clock: Clock = time.monotonic

    def over(self, waits: Waits) -> AsyncSend:
        """The way to the model for callers who wait so."""

        async def asked(call: Call) -> Reply:
            return await waits.reply(self.model_of(call), self.deadline.bounded(call))

        one_try = watched(asked, watchers=self.watchers)

        async def tried(call: Call) -> Reply:
            patience = self.retry.patience(self.deadline, clock=self.clock)
            limiter = self.limiter_of(call)
            send = limiter.wrap(one_try, waits=waits, patience=patience, on_wait=self.on_wait)
            for budget in reversed(self.budgets):
                send = with_budget(send, budget=budget, costs=self.costs, waits=waits, deadline=self.deadline)
            send = with_retries(send, policy=self.retry, waits=waits, patience=patience, on_retry=self.on_retry)
            return await send(call)

        async def in_the_account(call: Call) -> Reply:
            account = self.limiter_of(call).concurrency
            return await account.wrap(tried, waits=waits, deadline=self.deadline)(call)

        asend = self.concurrency.wrap(in_the_account, waits=waits, deadline=self.deadline)
        asend = self.deadline.wrap(asend, waits=waits)
        asend = self.cache.wrap(asend, waits=waits) if self.cache else asend
        asend = SHARED_CALLS.wrap(asend, waits=waits, deadline=self.deadline, model_of=self.model_of)
        return self.fallbacks.wrap(asend) if self.fallbacks else asend
