"""Waiting for a grant, and giving it back where nobody waits any more."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future

import pytest
from calls import a_call

from summarizer.errors import BudgetReached, DeadlineReached
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.waiting import wait, wait_async


def granted() -> Future[None]:
    """A grant that was made."""
    future: Future[None] = Future()
    future.set_result(None)
    return future


def refused() -> Future[None]:
    """A grant that will never be made."""
    future: Future[None] = Future()
    future.set_exception(BudgetReached("no"))
    return future


def test_what_is_granted_is_kept() -> None:
    """Neither way gives back what the caller now has."""
    given: list[str] = []
    wait(granted(), give_back=lambda: given.append("x"), deadline=Deadline(), call=a_call(), why="others wait")
    asyncio.run(wait_async(granted(), give_back=lambda: given.append("x")))
    assert given == []


def test_what_is_refused_raises_and_gives_nothing_back() -> None:
    """The error is that of the grant."""
    given: list[str] = []
    with pytest.raises(BudgetReached):
        wait(refused(), give_back=lambda: given.append("x"), deadline=Deadline(), call=a_call(), why="others wait")
    with pytest.raises(BudgetReached):
        asyncio.run(wait_async(refused(), give_back=lambda: given.append("x")))
    assert given == []


def test_no_wait_goes_beyond_the_deadline() -> None:
    """The grant is cancelled, so that whoever grants passes it over, and the error says what others did."""
    future: Future[None] = Future()
    with pytest.raises(DeadlineReached, match="extract:c1 was not sent, as others wait"):
        wait(future, give_back=lambda: None, deadline=Deadline(0.02), call=a_call(), why="others wait")
    assert future.cancelled()


def test_what_is_granted_to_one_who_left_is_given_back() -> None:
    """A coroutine cancelled in the moment in which it is granted hands it on."""
    given: list[str] = []
    future: Future[None] = Future()

    async def main() -> None:
        waiting = asyncio.create_task(wait_async(future, give_back=lambda: given.append("x")))
        await asyncio.sleep(0)
        future.set_running_or_notify_cancel()
        future.set_result(None)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(main())
    assert given == ["x"]
