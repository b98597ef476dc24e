"""The meter counts every try, by stage, from any thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from calls import a_call
from waiting import TurnedClock, in_thread, on_loop, patience, unheard

from summarizer.calls.call import Call, Reply, Tokens
from summarizer.calls.flow import Send
from summarizer.errors import ModelUnavailable
from summarizer.models.scripted import Answer, ScriptedModel
from summarizer.runtime.observing.prices import Prices
from summarizer.runtime.observing.usage import Meter, StageCounts, Try
from summarizer.runtime.observing.watch import watched
from summarizer.runtime.retry import RetryPolicy, with_retries
from summarizer.runtime.waits import stepped

SPENT = Tokens(tokens_in=10, tokens_out=3, tokens_cached=4)


def counted(model: ScriptedModel, meter: Meter) -> Send:
    """The model's `send`, each try of which is counted."""
    return stepped(watched(model.asend, watchers=(meter.watch,)))


def retried(model: ScriptedModel, meter: Meter) -> Send:
    """The same, tried again without a wait."""
    clock, policy = TurnedClock(), RetryPolicy(first_wait=0, longest_wait=0)
    asend = watched(model.asend, watchers=(meter.watch,))
    return stepped(
        with_retries(asend, policy=policy, waits=clock, patience=patience(policy, clock=clock), on_retry=unheard)
    )


def test_counts_by_stage() -> None:
    """Each stage that made a call has its counts, in the order of the stages, and no other stage appears."""
    meter = Meter()
    assert meter.report() == {}
    spent = Reply(text="", finish="length", tokens=SPENT)
    send = counted(ScriptedModel({"extract": spent, "write": spent}), meter)
    send(a_call("w", stage="write"))
    send(a_call())
    send(a_call())
    assert list(meter.report().items()) == [
        ("extract", StageCounts(calls=2, tokens_in=20, tokens_out=6, tokens_cached=8, cost=None)),
        ("write", StageCounts(calls=1, tokens_in=10, tokens_out=3, tokens_cached=4, cost=None)),
    ]


def test_sync_and_async_count_alike() -> None:
    """The same tries make the same report, whichever way they went, failed ones included."""
    answers: list[Answer] = [ModelUnavailable("down"), Reply(text="{}", tokens=SPENT)]
    one, other = Meter(), Meter()
    blocking, looping = ScriptedModel({"extract": answers}), ScriptedModel({"extract": answers})
    send = in_thread(lambda _waits: watched(blocking.asend, watchers=(one.watch,)))
    send_on_loop = on_loop(lambda _waits: watched(looping.asend, watchers=(other.watch,)))
    for way in (send, send_on_loop):
        with pytest.raises(ModelUnavailable):
            way(a_call())
    assert send(a_call()) == send_on_loop(a_call())
    expected = StageCounts(calls=2, failed=1, tokens_in=10, tokens_out=3, tokens_cached=4, cost=None)
    assert one.report() == other.report() == {"extract": expected}


def test_inside_the_retries_each_try_counts() -> None:
    """Two failed tries and a good one are three calls, two of them failed."""
    meter = Meter()
    model = ScriptedModel({"extract": [ModelUnavailable("1"), ModelUnavailable("2"), Reply(text="{}", tokens=SPENT)]})
    retried(model, meter)(a_call())
    assert (meter.report()["extract"].calls, meter.report()["extract"].failed) == (3, 2)


def test_requests_that_a_server_refused_count_as_failed() -> None:
    """A try that took three requests is three calls; the two that were refused failed, and the error's all."""
    meter = Meter(by_try=True)
    down = ModelUnavailable("1")
    down.requests = 2
    model = ScriptedModel({"extract": [down, Reply(text="{}", tokens=SPENT, requests=3)]})
    send = counted(model, meter)
    with pytest.raises(ModelUnavailable):
        send(a_call())
    send(a_call())
    assert (meter.report()["extract"].calls, meter.report()["extract"].failed) == (5, 4)
    assert [(one.number, one.requests) for one in meter.tries()] == [(1, 2), (2, 3)]


def test_a_cancelled_try_counts_as_failed() -> None:
    """A try that was cancelled while under way is not lost from the count."""
    meter = Meter()

    async def never(call: Call) -> Reply:
        await asyncio.Event().wait()
        raise AssertionError

    async def main() -> None:
        task = asyncio.ensure_future(watched(never, watchers=(meter.watch,))(a_call()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(main())
    assert meter.report() == {"extract": StageCounts(calls=1, failed=1)}


def test_threads() -> None:
    """No count is lost among eight threads, and a report that was given does not change."""
    meter = Meter()
    send = counted(ScriptedModel({"extract": Reply(text="", tokens=SPENT)}), meter)
    before = meter.report()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, [a_call()] * 800))
    assert before == {}
    expected = StageCounts(calls=800, tokens_in=8000, tokens_out=2400, tokens_cached=3200, cost=None)
    assert meter.report() == {"extract": expected}


def test_every_try_is_kept_with_its_cost() -> None:
    """Tries come in the order of stages, calls and numbers, each with its error or its cost; another meter sums up."""
    total = Meter()
    meter = Meter(price=lambda call, tokens: Prices(tokens_in=1, tokens_out=2).cost(tokens), by_try=True, total=total)
    answers: list[Answer] = [ModelUnavailable("down"), Reply(text="{}", tokens=SPENT)]
    model = ScriptedModel({"write": Reply(text="{}", tokens=SPENT), "extract": answers})
    send = retried(model, meter)
    send(a_call("write", stage="write"))
    send(a_call())
    cost = Decimal(16) / 1_000_000
    assert meter.tries() == (
        Try(call_id="extract:c1", stage="extract", number=1, error="ModelUnavailable", cost=Decimal(0)),
        Try(call_id="extract:c1", stage="extract", number=2, tokens=SPENT, cost=cost),
        Try(call_id="write", stage="write", number=1, tokens=SPENT, cost=cost),
    )
    assert meter.report()["extract"].cost == cost
    assert total.report() == meter.report()
    assert total.tries() == ()


def test_an_unknown_price_stays_unknown() -> None:
    """One reply of unknown price makes the sum unknown, never 0; replayed replies are no calls."""
    known = iter([Decimal(1), None, Decimal(1)])
    meter = Meter(price=lambda call, tokens: next(known))
    send = counted(ScriptedModel({"extract": Reply(text="{}")}), meter)
    for _ in range(3):
        send(a_call())
    meter.replayed(a_call())
    assert meter.report() == {"extract": StageCounts(calls=3, replayed=1, cost=None)}
