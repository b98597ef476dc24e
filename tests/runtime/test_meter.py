"""The meter counts every try, by stage, from any thread."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from calls import a_call

from summarizer.errors import ModelUnavailable
from summarizer.models.base import Call, Reply, Tokens
from summarizer.models.scripted import Answer, ScriptedModel
from summarizer.runtime.meter import Meter, StageCounts
from summarizer.runtime.retry import RetryPolicy, with_retries

SPENT = Tokens(tokens_in=10, tokens_out=3, tokens_cached=4)


def test_counts_by_stage() -> None:
    """Each stage that made a call has its counts, in the order of the stages, and no other stage appears."""
    meter = Meter()
    assert meter.report() == {}
    spent = Reply(text="", finish="length", tokens=SPENT)
    send = meter.wrap(ScriptedModel({"extract": spent, "write": spent}).send)
    send(a_call("w", stage="write"))
    send(a_call())
    send(a_call())
    assert list(meter.report().items()) == [
        ("extract", StageCounts(calls=2, tokens_in=20, tokens_out=6, tokens_cached=8)),
        ("write", StageCounts(calls=1, tokens_in=10, tokens_out=3, tokens_cached=4)),
    ]


def test_sync_and_async_count_alike() -> None:
    """The same tries make the same report, whichever way they went, failed ones included."""
    answers: list[Answer] = [ModelUnavailable("down"), Reply(text="{}", tokens=SPENT)]
    one, other = Meter(), Meter()
    send, asend = (
        one.wrap(ScriptedModel({"extract": answers}).send),
        other.awrap(ScriptedModel({"extract": answers}).asend),
    )
    with pytest.raises(ModelUnavailable):
        send(a_call())

    async def main() -> Reply:
        with pytest.raises(ModelUnavailable):
            await asend(a_call())
        return await asend(a_call())

    assert send(a_call()) == asyncio.run(main())
    expected = StageCounts(calls=2, failed=1, tokens_in=10, tokens_out=3, tokens_cached=4)
    assert one.report() == other.report() == {"extract": expected}


def test_inside_the_retries_each_try_counts() -> None:
    """Two failed tries and a good one are three calls, two of them failed."""
    meter = Meter()
    model = ScriptedModel({"extract": [ModelUnavailable("1"), ModelUnavailable("2"), Reply(text="{}", tokens=SPENT)]})
    with_retries(meter.wrap(model.send), policy=RetryPolicy(first_wait=0, longest_wait=0))(a_call())
    assert (meter.report()["extract"].calls, meter.report()["extract"].failed) == (3, 2)


def test_a_cancelled_try_counts_as_failed() -> None:
    """A try that was cancelled while under way is not lost from the count."""
    meter = Meter()

    async def never(call: Call) -> Reply:
        await asyncio.Event().wait()
        raise AssertionError

    async def main() -> None:
        task = asyncio.ensure_future(meter.awrap(never)(a_call()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(main())
    assert meter.report() == {"extract": StageCounts(calls=1, failed=1)}


def test_threads() -> None:
    """No count is lost among eight threads, and a report that was given does not change."""
    meter = Meter()
    send = meter.wrap(ScriptedModel({"extract": Reply(text="", tokens=SPENT)}).send)
    before = meter.report()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, [a_call()] * 800))
    assert before == {}
    assert meter.report() == {"extract": StageCounts(calls=800, tokens_in=8000, tokens_out=2400, tokens_cached=3200)}
