"""The driver that waits on an event loop."""

from __future__ import annotations

import asyncio

import pytest
from plans import answer, async_answer, echo, two_rounds

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.event_loop import arun
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import each


def test_sync_and_async_drivers_agree() -> None:
    """Both drivers give the same value for the same plan and model."""
    names = [f"n{i}" for i in range(20)] + ["bad"]
    assert run(two_rounds(names), send=answer, workers=4) == asyncio.run(arun(two_rounds(names), send=async_answer))


def test_who_listens_hears_what_each_flow_returns() -> None:
    """Each value as it comes, on the loop."""
    heard: list[object] = []
    values, last = asyncio.run(arun(two_rounds(["a", "bad", "b"]), send=async_answer, heard=heard.append))
    assert sorted(map(str, heard)) == sorted(map(str, [*values, last]))


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
