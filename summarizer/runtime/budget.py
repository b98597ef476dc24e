"""A budget bounds calls, tokens and money, and is kept to the letter however many calls are under way.

budget = Budget(BudgetPolicy(calls=100, cost="0.50"))
with_budget(asend, budget=budget, …)    each try sets aside the most that it may cost, and pays what it did
"""

from __future__ import annotations

import json
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import NoReturn

from summarizer.calls.call import Call, Reply, Tokens
from summarizer.calls.flow import AsyncSend
from summarizer.document.tokens import TokenCounter
from summarizer.errors import BudgetReached, ConfigError, DeadlineReached, ModelError
from summarizer.forks import ForkSafeLock, renew_in_child
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.observing.prices import Pricer, amount_of
from summarizer.runtime.waits import RunEnded, Waits

# What a chat template adds to a message: 3 tokens and the role, and 3 that open the answer (OpenAI's cookbook, "How to
# count tokens"); rounded up, because other templates write longer marks.
_PER_MESSAGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPolicy:
    """How much may be spent; None is without bound.

    Args:
        calls: tries in all, failed ones included, 0 or more.
        tokens: tokens in and out together, 0 or more.
        cost: US dollars, 0 or more; needs known prices.

    Raises:
        ConfigError: one of them is negative or no such number.
    """

    calls: int | None = None
    tokens: int | None = None
    cost: Decimal | float | str | None = None

    def __post_init__(self) -> None:
        """Check the ranges."""
        for name, given in (("calls", self.calls), ("tokens", self.tokens)):
            if given is not None and (not isinstance(given, int) or isinstance(given, bool) or given < 0):
                raise ConfigError(f"a budget of {name} must be a whole number, 0 or more, or None, not {given!r}")
        if self.cost is not None:
            amount_of(self.cost, name="a budget of money")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What was spent: tries, tokens in and out, US dollars."""

    calls: int = 0
    tokens: int = 0
    cost: Decimal = Decimal(0)

    def __add__(self, other: Spent) -> Spent:
        return Spent(calls=self.calls + other.calls, tokens=self.tokens + other.tokens, cost=self.cost + other.cost)

    def __sub__(self, other: Spent) -> Spent:
        return Spent(calls=self.calls - other.calls, tokens=self.tokens - other.tokens, cost=self.cost - other.cost)


class Budget:
    """One purse that calls draw on, from any thread or event loop, of any number of articles and `Summarizer`s.

    `budget.spent` never exceeds its policy, as far as token counts can be foretold: before a try is sent the most
    that it may cost is set aside (its prompt, and its output limit in full), and afterwards what it did cost is taken.
    While that most does not fit but others may yet give back, the try waits for them; else it is refused. A try that
    brought no reply costs one call, and no tokens, for nobody says what was charged. Requests that a server refuses for
    their form, until it is known what it takes, are calls too; only they can be counted no sooner than afterwards.
    """

    def __init__(self, policy: BudgetPolicy) -> None:
        """Nothing is spent yet.

        Args:
            policy: how much may be spent, by all who are given this budget.
        """
        self.policy = policy
        self._lock = ForkSafeLock()
        self._spent = Spent()
        self.renew()
        renew_in_child(self)

    def renew(self) -> None:
        """Set nothing aside: a forked child has spent what its parent had, and pays for none of the tries under way."""
        self._reserved = Spent()
        self._waiting: deque[tuple[Future[None], Spent, str]] = deque()

    def __reduce__(self) -> NoReturn:
        raise ConfigError(
            "a Budget counts in one process, and each copy of it could spend all of it again; give each process one of "
            "its own, or bound each article with article_budget=BudgetPolicy(…)"
        )

    @property
    def spent(self) -> Spent:
        """What was spent so far; tries under way are not in it."""
        with self._lock:
            return self._spent

    def reserve(self, most: Spent, *, call_id: str) -> Future[None]:
        """A future that is done when so much is set aside; it takes `BudgetReached` when that cannot be."""
        future: Future[None] = Future()
        with self._lock:
            self._waiting.append((future, most, call_id))
            self._grant()
        return future

    def settle(self, most: Spent, *, spent: Spent) -> None:
        """Give back what was set aside, and take what was spent."""
        with self._lock:
            self._reserved -= most
            self._spent += spent
            self._grant()

    def _grant(self) -> None:
        """Give room to those who wait, in their order, or refuse it; the lock is held."""
        while self._waiting:
            future, most, call_id = self._waiting[0]
            shortage = self._shortage(self._spent + most)
            if not shortage and self._shortage(self._spent + self._reserved + most):
                return  # a try under way may give back enough
            self._waiting.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            if shortage:
                future.set_exception(BudgetReached(f"{call_id} was not sent: {shortage}", call_id=call_id))
            else:
                self._reserved += most
                future.set_result(None)

    def _shortage(self, total: Spent) -> str:
        """What such a total would exceed, in words; "" where it is within the budget."""
        allowed = self.policy
        if allowed.calls is not None and total.calls > allowed.calls:
            return f"the budget of {allowed.calls} calls is used up"
        if allowed.tokens is not None and total.tokens > allowed.tokens:
            return f"it may take the tokens to {total.tokens}, above the budget of {allowed.tokens}"
        if allowed.cost is not None and total.cost > amount_of(allowed.cost):
            return f"it may take the cost to ${total.cost:.6f}, above the budget of ${amount_of(allowed.cost)}"
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCosts:
    """Says what a call may cost at most, and what it did cost."""

    counter: TokenCounter
    price: Pricer

    def at_most(self, call: Call) -> Spent:
        """An upper bound: the whole prompt, none of it cached, and the output limit in full."""
        return self._spent(call, self.most_tokens(call))

    def most_tokens(self, call: Call) -> Tokens:
        """The tokens of that bound."""
        return Tokens(tokens_in=prompt_tokens(call, counter=self.counter), tokens_out=call.max_output_tokens)

    def actual(self, call: Call, reply: Reply) -> Spent:
        """What the server counted; where it counted nothing, what the counter finds."""
        tokens = reply.tokens
        if not (tokens.tokens_in or tokens.tokens_out):
            out = sum(self.counter.count([reply.text]))
            tokens = Tokens(tokens_in=prompt_tokens(call, counter=self.counter), tokens_out=out)
        return self._spent(call, tokens, calls=reply.requests)

    def _spent(self, call: Call, tokens: Tokens, *, calls: int = 1) -> Spent:
        total = tokens.tokens_in + tokens.tokens_out
        return Spent(calls=calls, tokens=total, cost=self.price(call, tokens) or Decimal(0))


def prompt_tokens(call: Call, *, counter: TokenCounter) -> int:
    """About how many tokens a call's prompt holds, its schema included; rather too many than too few."""
    texts = [*(message.content for message in call.messages), json.dumps(call.schema, ensure_ascii=False)]
    return sum(counter.count(texts)) + _PER_MESSAGE * (len(call.messages) + 1)


def with_budget(asend: AsyncSend, *, budget: Budget, costs: CallCosts, waits: Waits, deadline: Deadline) -> AsyncSend:
    """The same `asend`, which raises `BudgetReached` instead of a try that the budget has no room for."""

    async def within(call: Call) -> Reply:
        most = costs.at_most(call)
        room = budget.reserve(most, call_id=call.id)
        give_back = partial(budget.settle, most, spent=Spent())
        why = "others may use the budget up"
        await deadline.granted(room, waits=waits, give_back=give_back, call=call, why=why)
        try:
            reply = await asend(call)
        except BaseException as error:
            budget.settle(most, spent=_spent_without_reply(error))
            raise
        budget.settle(most, spent=costs.actual(call, reply))
        return reply

    return within


def _spent_without_reply(error: BaseException) -> Spent:
    """One call, or those that the error counts; none where the try was never made."""
    if isinstance(error, BudgetReached | DeadlineReached | RunEnded):
        return Spent()
    return Spent(calls=error.requests if isinstance(error, ModelError) else 1)
