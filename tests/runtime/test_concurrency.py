"""How many calls are under way at once, whoever makes them."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from calls import a_call
from waiting import asking, begun, in_thread

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.errors import DeadlineReached
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.waits import LoopWaits


def blocking(places: ConcurrencyLimit, send: Send, *, deadline: Deadline | None = None) -> Send:
    """The same `send`, each call in a place of its own, for callers in threads."""
    within = deadline or Deadline()
    return in_thread(lambda waits: places.wrap(asking(send), waits=waits, deadline=within))


def looping(places: ConcurrencyLimit, asend: AsyncSend) -> AsyncSend:
    """The same for callers on event loops."""
    return places.wrap(asend, waits=LoopWaits(), deadline=Deadline())


class Inside:
    """Counts the calls that are under way at once."""

    def __init__(self, gathers: int) -> None:
        self.barrier = threading.Barrier(gathers)
        self.lock = threading.Lock()
        self.now = self.most = 0

    def enter(self) -> None:
        """One more."""
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)

    def leave(self) -> None:
        """One less."""
        with self.lock:
            self.now -= 1

    def send(self, _call: Call) -> Reply:
        """Answer once so many calls are under way as the barrier wants, so that fewer places would never end."""
        self.enter()
        self.barrier.wait(timeout=10)
        self.leave()
        return Reply(text="x")

    async def asend(self, _call: Call) -> Reply:
        """Give way to the others before the answer."""
        self.enter()
        for _turn in range(5):
            await asyncio.sleep(0)
        self.leave()
        return Reply(text="x")


@pytest.mark.parametrize("limit", [1, 3])
def test_threads_take_turns(limit: int) -> None:
    """Never more at once than there are places, and as many where there are enough calls."""
    inside = Inside(limit)
    send = blocking(ConcurrencyLimit(limit), inside.send)
    with ThreadPoolExecutor(4 * limit) as pool:
        replies = list(pool.map(send, [a_call()] * (4 * limit)))
    assert len(replies) == 4 * limit
    assert inside.most == limit


def test_coroutines_of_several_loops_take_turns() -> None:
    """One limit for event loops in different threads."""
    inside, places = Inside(1), ConcurrencyLimit(2)
    asend = looping(places, inside.asend)

    async def many() -> None:
        await asyncio.gather(*(asend(a_call()) for _ in range(20)))

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(asyncio.run, many()) for _ in range(3)]:
            done.result()
    assert 1 <= inside.most <= 2


def test_without_a_limit_all_go() -> None:
    """None bounds nothing."""
    inside = Inside(1)
    asend = looping(ConcurrencyLimit(), inside.asend)

    async def many() -> None:
        await asyncio.gather(*(asend(a_call()) for _ in range(20)))

    asyncio.run(many())
    assert inside.most == 20


def test_the_lowest_of_several_limits_holds() -> None:
    """A wider limit that comes later widens nothing."""
    inside, places = Inside(1), ConcurrencyLimit(5)
    places.narrow(2)
    places.narrow(9)
    asend = looping(places, inside.asend)

    async def many() -> None:
        await asyncio.gather(*(asend(a_call()) for _ in range(20)))

    asyncio.run(many())
    assert inside.most == 2


def test_a_call_that_fails_gives_its_place_back() -> None:
    """So that the next one goes."""

    def broken(call: Call) -> Reply:
        raise ZeroDivisionError

    places = ConcurrencyLimit(1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            blocking(places, broken, deadline=begun(5))(a_call())


def test_who_stops_waiting_takes_no_place() -> None:
    """A coroutine cancelled in the queue, and a thread whose deadline passes there, leave it as they found it."""
    places = ConcurrencyLimit(1)
    first = places.take(Deadline())
    assert first.done()
    sent: list[str] = []

    async def asend(call: Call) -> Reply:
        sent.append(call.id)
        return Reply(text="x")

    async def cancelled() -> None:
        waiting = asyncio.ensure_future(looping(places, asend)(a_call()))
        await asyncio.sleep(0.01)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(cancelled())
    with pytest.raises(DeadlineReached, match="others were under way"):
        blocking(places, lambda call: Reply(text="x"), deadline=begun(0.05))(a_call())
    places.free()

    assert asyncio.run(looping(places, asend)(a_call("last"))).text == "x"
    assert sent == ["last"]


def test_calls_of_articles_whose_time_runs_go_first() -> None:
    """Those that wait already when their article begins, too; among them, and among the others, in their order."""
    places = ConcurrencyLimit(1)
    held = places.take(Deadline())
    deadlines = {name: Deadline(60) for name in "abc"}
    waiting = {name: places.take(deadline) for name, deadline in deadlines.items()}
    deadlines["c"].begin()
    waiting["c2"] = places.take(deadlines["c"])
    order: list[str] = []
    for name, place in waiting.items():
        place.add_done_callback(lambda _, name=name: order.append(name))  # type: ignore[misc]
    assert held.done()
    waiting["b"].cancel()
    for _ in range(4):
        places.free()
    assert order == ["b", "c", "c2", "a"]  # "b" left
