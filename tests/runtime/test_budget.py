"""Budgets hold to the letter, sync and async, and give back what a call did not need."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest
from calls import a_call
from waiting import asking, begun, in_thread

from summarizer.calls.call import Call, Reply, Tokens
from summarizer.calls.flow import Send
from summarizer.document.tokens import counter_for
from summarizer.errors import BudgetReached, ConfigError, DeadlineReached, ModelRejected, ModelUnavailable
from summarizer.runtime.budget import Budget, BudgetPolicy, CallCosts, Spent, prompt_tokens, with_budget
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.observing.prices import Prices
from summarizer.runtime.waits import LoopWaits, RunEnded

COUNTER = counter_for(None)
COSTS = CallCosts(counter=COUNTER, price=lambda call, tokens: Prices(tokens_in=1, tokens_out=1).cost(tokens))
USED = Tokens(tokens_in=30, tokens_out=10)


def budgeted(send: Send, budget: Budget, *, deadline: Deadline | None = None) -> Send:
    """The same `send` within a budget, for a caller that blocks."""
    within = deadline or Deadline()
    return in_thread(lambda waits: with_budget(asking(send), budget=budget, costs=COSTS, waits=waits, deadline=within))


def answer(call: Call) -> Reply:
    return Reply(text="{}", tokens=USED)


async def aanswer(call: Call) -> Reply:
    await asyncio.sleep(0)
    return answer(call)


def outcomes(budget: Budget, *, calls: int, workers: int) -> tuple[int, int]:
    """How many of so many calls were answered, and how many were refused."""
    send = budgeted(answer, budget)

    def one(number: int) -> bool:
        try:
            send(a_call(f"extract:c{number}"))
        except BudgetReached:
            return False
        return True

    with ThreadPoolExecutor(workers) as pool:
        done = list(pool.map(one, range(calls)))
    return sum(done), len(done) - sum(done)


def test_calls_are_exact_among_threads() -> None:
    """Of forty calls from eight threads exactly the allowed number is sent."""
    budget = Budget(BudgetPolicy(calls=13))
    assert outcomes(budget, calls=40, workers=8) == (13, 27)
    assert budget.spent.calls == 13


def test_tokens_are_used_up_but_never_exceeded() -> None:
    """What a call did not need is given back: calls go on until the most that one may take no longer fits."""
    most = prompt_tokens(a_call(), counter=COUNTER) + a_call().max_output_tokens
    budget = Budget(BudgetPolicy(tokens=most + 10 * 40))
    assert outcomes(budget, calls=40, workers=8) == (11, 29)
    assert budget.spent == Spent(calls=11, tokens=11 * 40, cost=Decimal(440) / 1_000_000)


def test_money_is_never_exceeded() -> None:
    """The same in dollars."""
    budget = Budget(BudgetPolicy(cost="0.001"))
    sent, refused = outcomes(budget, calls=60, workers=8)
    assert sent
    assert refused
    assert budget.spent.cost <= Decimal("0.001")


def test_async_is_the_same() -> None:
    """Forty tasks at once: the same number is sent, the rest is refused."""
    most = prompt_tokens(a_call(), counter=COUNTER) + a_call().max_output_tokens
    budget = Budget(BudgetPolicy(tokens=most + 10 * 40))
    send = with_budget(aanswer, budget=budget, costs=COSTS, waits=LoopWaits(), deadline=Deadline())

    async def main() -> list[Reply | BaseException]:
        return await asyncio.gather(*(send(a_call()) for _ in range(40)), return_exceptions=True)

    found = asyncio.run(main())
    assert sum(isinstance(one, Reply) for one in found) == 11
    assert sum(isinstance(one, BudgetReached) for one in found) == 29


def test_a_cancelled_wait_gives_back() -> None:
    """A task that is cancelled while it waits for room, or while its call is under way, blocks nobody."""
    budget = Budget(BudgetPolicy(calls=2))
    hang = asyncio.Event

    async def main() -> None:
        never = hang()

        async def stuck(call: Call) -> Reply:
            await never.wait()
            raise AssertionError

        send = with_budget(stuck, budget=budget, costs=COSTS, waits=LoopWaits(), deadline=Deadline())
        tasks = [asyncio.ensure_future(send(a_call())) for _ in range(2)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(main())
    assert budget.spent.calls <= 2
    budget.settle(Spent(), spent=Spent())
    assert outcomes(Budget(BudgetPolicy(calls=1)), calls=1, workers=1) == (1, 0)


def test_a_waiting_call_goes_when_another_gives_back() -> None:
    """A call that does not fit beside another waits for it, and is sent once it does."""
    most = prompt_tokens(a_call(), counter=COUNTER) + a_call().max_output_tokens
    budget = Budget(BudgetPolicy(tokens=most + 40))
    first, go = threading.Event(), threading.Event()

    def slow(call: Call) -> Reply:
        first.set()
        go.wait(5)
        return answer(call)

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(budgeted(slow, budget), a_call("one"))
        first.wait(5)
        two = pool.submit(budgeted(answer, budget), a_call("two"))
        assert not two.done()
        go.set()
        assert one.result(5) == two.result(5) == answer(a_call())


def test_no_wait_for_room_goes_beyond_the_deadline() -> None:
    """A call that waits for another's give-back is given up at the article's end, and holds nothing afterwards."""
    budget = Budget(BudgetPolicy(calls=1))
    other = Spent(calls=1)
    budget.reserve(other, call_id="other").result()
    with pytest.raises(DeadlineReached, match="use the budget up"):
        budgeted(answer, budget, deadline=begun(0.05))(a_call())
    budget.settle(other, spent=Spent())
    assert budgeted(answer, budget)(a_call()) == answer(a_call())
    assert budget.spent.calls == 1


def test_refused_requests_are_calls() -> None:
    """Those that a server refused for their form count, of a reply and of an error alike; one never sent does not."""
    budget = Budget(BudgetPolicy(calls=20))

    def third(call: Call) -> Reply:
        return replace(answer(call), requests=3)

    def refused(call: Call) -> Reply:
        error = ModelRejected("no", call_id=call.id)
        error.requests = 2
        raise error

    def late(call: Call) -> Reply:
        raise DeadlineReached("late", call_id=call.id)

    def ended(call: Call) -> Reply:
        raise RunEnded

    for send, calls in ((third, 3), (refused, 5), (late, 5), (ended, 5)):
        with contextlib.suppress(ModelRejected, DeadlineReached, RunEnded):
            budgeted(send, budget)(a_call())
        assert budget.spent.calls == calls


def test_a_failed_try_costs_one_call_alone() -> None:
    """A try without a reply costs a call and no tokens; one that another budget refused costs nothing."""
    outer, inner = Budget(BudgetPolicy(calls=9)), Budget(BudgetPolicy(calls=1))

    def down(call: Call) -> Reply:
        raise ModelUnavailable("down")

    send = budgeted(budgeted(down, inner), outer)
    with pytest.raises(ModelUnavailable):
        send(a_call())
    with pytest.raises(BudgetReached, match="1 calls is used up") as caught:
        send(a_call())
    assert caught.value.call_id == "extract:c1"
    assert outer.spent == inner.spent == Spent(calls=1)


def test_a_server_that_counts_nothing_is_counted() -> None:
    """Where the server gives no usage, prompt and reply are counted here, so that the budget still holds."""
    spent = COSTS.actual(a_call(), Reply(text="some words of a reply"))
    assert spent.tokens > prompt_tokens(a_call(), counter=COUNTER)


@pytest.mark.parametrize(("name", "bad"), [("calls", -1), ("tokens", -5), ("cost", "x")])
def test_a_bad_policy_is_refused(name: str, bad: object) -> None:
    """A bound below 0, or that is no number, is refused."""
    with pytest.raises(ConfigError):
        BudgetPolicy(**{name: bad})  # type: ignore[arg-type]


@pytest.mark.parametrize("bound", [{"calls": "5"}, {"tokens": 2.5}, {"calls": True}, {"calls": -1}])
def test_a_bound_is_a_whole_number(bound: dict[str, int]) -> None:
    """Text, fractions, truth values and negative numbers are refused by name."""
    with pytest.raises(ConfigError, match="must be a whole number, 0 or more"):
        BudgetPolicy(**bound)
