"""Waiting on an event loop and in a thread, and what becomes of a wait that nobody needs any more."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from calls import a_call
from waiting import Way, begun, in_thread, on_loop

from summarizer.calls.call import Call, Reply
from summarizer.errors import BudgetReached
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.waits import LoopWaits, OutOfTime, RunEnded, ThreadWaits, Waits, stepped

LONG = 3600.0  # seconds that no test may really wait


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


def waiting_for(grant: Future[None], given: list[str], way: Way) -> None:
    """Wait for a grant, and note in `given` when it is given back."""

    def made(waits: Waits) -> Callable[[Call], object]:
        async def waited(call: Call) -> Reply:
            await waits.granted(grant, give_back=lambda: given.append("x"), until=Deadline())
            return Reply(text="")

        return waited

    way(made)(a_call())  # type: ignore[arg-type]


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_what_is_granted_is_kept(way: Way) -> None:
    """Neither way gives back what the caller now has."""
    given: list[str] = []
    waiting_for(granted(), given, way)
    assert given == []


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_what_is_refused_raises_and_gives_nothing_back(way: Way) -> None:
    """The error is that of the grant."""
    given: list[str] = []
    with pytest.raises(BudgetReached):
        waiting_for(refused(), given, way)
    assert given == []


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_a_grant_from_another_thread_ends_the_wait(way: Way) -> None:
    """Both ways see what another thread grants later."""
    grant: Future[None] = Future()
    timer = threading.Timer(0.05, grant.set_result, [None])
    timer.start()
    waiting_for(grant, [], way)
    timer.join()


def test_what_is_granted_to_one_who_left_is_given_back() -> None:
    """A coroutine cancelled in the moment in which it is granted hands it on."""
    given: list[str] = []
    future: Future[None] = Future()

    async def main() -> None:
        waits = LoopWaits()
        waiting = asyncio.create_task(waits.granted(future, give_back=lambda: given.append("x"), until=Deadline()))
        await asyncio.sleep(0)
        future.set_running_or_notify_cancel()
        future.set_result(None)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(main())
    assert given == ["x"]


def test_a_thread_waits_so_many_seconds() -> None:
    """Then the grant is cancelled, so that whoever grants passes it over."""
    future: Future[None] = Future()
    with pytest.raises(OutOfTime):
        run(ThreadWaits().granted(future, give_back=lambda: None, until=begun(0.02)))
    assert future.cancelled()


def run(waiting: object) -> None:
    """Step a coroutine of `ThreadWaits` to its end."""

    async def waited(call: Call) -> Reply:
        await waiting  # type: ignore[misc]
        return Reply(text="")

    stepped(waited)(a_call())


def test_the_end_of_a_run_wakes_all_who_wait() -> None:
    """A sleep of an hour and a grant that never comes end at once; what comes later does not begin."""
    waits, grant = ThreadWaits(), Future[None]()
    began = time.monotonic()
    with ThreadPoolExecutor(2) as pool:
        asleep = pool.submit(run, waits.sleep(LONG))
        waiting = pool.submit(run, waits.granted(grant, give_back=lambda: None, until=Deadline()))
        time.sleep(0.05)
        waits.end()
        for wait in (asleep, waiting):
            with pytest.raises(RunEnded):
                wait.result(timeout=5)
    assert time.monotonic() - began < 5
    assert grant.cancelled()
    model, worked = ScriptedModel({}), list[str]()
    with pytest.raises(RunEnded):
        run(waits.reply(model, a_call()))
    with pytest.raises(RunEnded):
        run(waits.disk(lambda: worked.append("x")))
    assert (model.calls, worked) == ((), [])


def test_what_was_granted_when_the_run_ended_is_given_back() -> None:
    """A place that nobody will use goes to the next in line."""
    waits, given = ThreadWaits(), list[str]()
    waits.end()
    with pytest.raises(RunEnded):
        run(waits.granted(granted(), give_back=lambda: given.append("x"), until=Deadline()))
    assert given == ["x"]


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_a_model_is_asked_and_the_disk_read(way: Way) -> None:
    """Each way gives the model's reply and the work's value."""

    def made(waits: Waits) -> Callable[[Call], object]:
        async def asked(call: Call) -> Reply:
            reply = await waits.reply(ScriptedModel({"extract": "hello"}), call)
            return Reply(text=await waits.disk(reply.text.upper))

        return asked

    assert way(made)(a_call()).text == "HELLO"  # type: ignore[arg-type]


def test_a_thread_asks_by_send_in_itself() -> None:
    """A model that blocks is asked in the caller's own thread, and its asend not at all."""
    asked: list[str] = []

    class Blocking(ScriptedModel):
        def send(self, call: Call) -> Reply:
            asked.append(threading.current_thread().name)
            return Reply(text=call.id)

        async def asend(self, call: Call) -> Reply:
            raise AssertionError(call.id)

    run(ThreadWaits().reply(Blocking({}), a_call()))
    assert asked == [threading.current_thread().name]


def test_a_coroutine_that_suspends_is_a_mistake() -> None:
    """Without an event loop nobody would wake it: the error says so, and the coroutine is closed."""
    closed: list[str] = []

    async def suspends(call: Call) -> Reply:
        try:
            await asyncio.sleep(0)
        finally:
            closed.append(call.id)
        raise AssertionError

    with pytest.raises(RuntimeError, match="extract:c1 waited for an event loop"):
        stepped(suspends)(a_call())
    assert closed == ["extract:c1"]


def test_a_model_that_raises_stop_iteration_is_named() -> None:
    """It is no reply and no end of the coroutine: Python makes an error of it that keeps it as its cause."""

    class Exhausted(ScriptedModel):
        def send(self, call: Call) -> Reply:
            return next(iter([Reply(text="only")][len(call.messages) :]))

    with pytest.raises(RuntimeError, match="StopIteration"):
        run(ThreadWaits().reply(Exhausted({}), a_call()))


def test_a_call_under_way_is_broken_off_at_the_end_of_a_run() -> None:
    """Where the model can break it off: its future is cancelled, and the thread is free at once."""
    begun: Future[Reply] = Future()

    class Endless(ScriptedModel):
        def start_call(self, call: Call) -> Future[Reply]:
            assert call.id
            return begun

    waits = ThreadWaits()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(run, waits.reply(Endless({}), a_call()))
        time.sleep(0.05)
        waits.end()
        with pytest.raises(RunEnded):
            asked.result(timeout=5)
    assert begun.cancelled()
