"""Flows and their drivers."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow, Plan, alone, arun, each, run, without_calls
from summarizer.calls.message import Message
from summarizer.errors import ModelUnavailable, SummarizerError


def call(name: str) -> Call:
    return Call(
        id=name,
        stage="extract",
        messages=(Message(role="user", content=name),),
        schema_name="x",
        schema={},
        max_output_tokens=1,
        prompt_id="p",
        prompt_sha256="0",
    )


def echo(name: str) -> Flow[str]:
    try:
        first = yield call(name)
    except SummarizerError as error:
        return f"{name} failed: {error}"
    second = yield call(first.text)
    return second.text


def two_rounds(names: Sequence[str]) -> Plan[tuple[list[str], str]]:
    first = yield from each([echo(name) for name in names])
    last = yield from alone(echo("last"))
    return first, last


def answer(asked: Call) -> Reply:
    if asked.id == "bad":
        raise ModelUnavailable("down")
    return Reply(text=asked.id + "!")


async def async_answer(asked: Call) -> Reply:
    await asyncio.sleep(0)
    return answer(asked)


def test_run_returns_values_in_the_order_of_the_flows() -> None:
    """Each flow's value stands where the flow stood, failed ones among them."""
    values, last = run(two_rounds(["a", "bad", "b"]), send=answer, workers=3)
    assert values == ["a!!", "bad failed: down", "b!!"]
    assert last == "last!!"


def test_sync_and_async_drivers_agree() -> None:
    """Both drivers give the same value for the same plan and model."""
    names = [f"n{i}" for i in range(20)] + ["bad"]
    assert run(two_rounds(names), send=answer, workers=4) == asyncio.run(arun(two_rounds(names), send=async_answer))


def test_sync_driver_works_inside_a_running_loop() -> None:
    """A notebook cell, where a loop runs already, can call the sync driver."""

    async def cell() -> tuple[list[str], str]:
        return run(two_rounds(["a"]), send=answer, workers=1)

    assert asyncio.run(cell()) == (["a!!"], "last!!")


@pytest.mark.parametrize("workers", [1, 3])
def test_run_keeps_at_most_workers_in_flight(workers: int) -> None:
    """Never more calls at once than workers, and as many as workers where there are enough flows."""
    lock, inside, most = threading.Lock(), 0, 0
    barrier = threading.Barrier(workers)

    def slow(asked: Call) -> Reply:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        barrier.wait(timeout=10)
        with lock:
            inside -= 1
        return Reply(text="x")

    def once(name: str) -> Flow[str]:
        return (yield call(name)).text

    run(each([once(str(i)) for i in range(workers * 3)]), send=slow, workers=workers)
    assert most == workers


def test_arun_has_all_flows_under_way() -> None:
    """The async driver bounds nothing: who sends does."""
    inside = most = 0

    async def slow(asked: Call) -> Reply:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.001)
        inside -= 1
        return Reply(text="x")

    asyncio.run(arun(each([echo(str(i)) for i in range(12)]), send=slow))
    assert most == 12


def test_an_error_that_is_not_ours_ends_the_run() -> None:
    """A bug in a model object is not swallowed: it reaches the caller."""

    def broken(asked: Call) -> Reply:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(each([echo("a")]), send=broken, workers=1)


@pytest.mark.parametrize("flows", [1, 3])
def test_the_async_driver_raises_the_same_error(flows: int) -> None:
    """Not a group of errors: the first one itself, with its own cause, as the sync driver does."""

    async def broken(asked: Call) -> Reply:
        await asyncio.sleep(0)
        raise KeyError(asked.id) from ValueError("why")

    with pytest.raises(KeyError, match="0") as caught:
        asyncio.run(arun(each([echo(str(number)) for number in range(flows)]), send=broken))
    assert isinstance(caught.value.__cause__, ValueError)


def test_a_cancelled_run_is_cancelled() -> None:
    """Who cancels the async driver sees a cancellation, and no flow goes on."""
    ended = []

    async def slow(asked: Call) -> Reply:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(asked.id)
        return Reply(text="x")

    async def main() -> None:
        task = asyncio.ensure_future(arun(each([echo("a"), echo("b")]), send=slow))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert sorted(ended) == ["a", "b"]


def test_no_flows_make_no_round() -> None:
    """An empty batch yields nothing to wait for."""
    assert without_calls(each([])) == []


def test_without_calls_refuses_a_plan_that_asks() -> None:
    """A plan that wants a call is not run without a model in silence."""
    with pytest.raises(RuntimeError, match="no call"):
        without_calls(each([echo("a")]))
