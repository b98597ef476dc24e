"""A run is told as it goes on, loses nothing, and stops when nobody listens."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing

import pytest

from summarizer import Event, InputError, Result, StageStarted, Summarizer, server_sent
from summarizer.runtime.observing.events import OnEvent
from summarizer.streaming.run import astreamed, streamed

RESULT = Summarizer(model=None).summarize("The mill closed in 2021. Nobody was hurt.")


def event(number: int) -> StageStarted:
    """An event that says its number."""
    return StageStarted(at=float(number), article="", stage="extract")


class Told:
    """A run that tells so many events, then waits, fails or ends; it knows whether it was cancelled."""

    def __init__(self, events: int, *, then: str = "end") -> None:
        self.events, self.then, self.cancelled, self.told = events, then, threading.Event(), 0

    async def __call__(self, tell: OnEvent) -> Result:
        """Tell them, then wait, fail or end."""
        for number in range(self.events):
            tell(event(number))
            self.told += 1
        await asyncio.sleep(0)
        try:
            if self.then == "wait":
                await asyncio.sleep(60)
        except asyncio.CancelledError:
            self.cancelled.set()
            raise
        if self.then == "fail":
            raise InputError("broken")
        return RESULT


def threads() -> set[str]:
    """The threads of streams that are alive."""
    return {one.name for one in threading.enumerate() if one.name == "summarizer-stream"}


async def collected(stream: AsyncGenerator[Event | Result], *, until: int = 10**9) -> list[Event | Result]:
    """What a stream brings, so many at most."""
    found: list[Event | Result] = []
    async with aclosing(stream):
        async for one in stream:
            found.append(one)
            if len(found) == until:
                break
    return found


def test_all_is_told_in_order_and_the_result_last() -> None:
    """A slow reader gets every event, whichever way it waits; the run does not wait for it."""
    run = Told(500)
    stream = streamed(run)
    first = next(stream)
    deadline = time.monotonic() + 10
    while run.told < 500 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert run.told == 500
    assert [first, *stream] == [*map(event, range(500)), RESULT]
    assert asyncio.run(collected(astreamed(Told(500)))) == [*map(event, range(500)), RESULT]
    assert not threads()


def test_an_error_comes_behind_what_came_before_it() -> None:
    """The events that were told are handed on, then the error is raised."""
    found: list[Event | Result] = []

    def take() -> None:
        for one in streamed(Told(3, then="fail")):
            found.append(one)  # noqa: PERF402 -- what came before the error is to be seen

    async def atake() -> None:
        async for one in astreamed(Told(3, then="fail")):
            found.append(one)  # noqa: PERF401 -- as above

    with pytest.raises(InputError, match="broken"):
        take()
    with pytest.raises(InputError, match="broken"):
        asyncio.run(atake())
    assert found == [*map(event, range(3))] * 2
    assert not threads()


def leave_by_close(stream: Generator[Event | Result]) -> None:
    next(stream)
    stream.close()


def leave_by_error(stream: Generator[Event | Result]) -> None:
    next(stream)
    with pytest.raises(KeyboardInterrupt):
        stream.throw(KeyboardInterrupt())


@pytest.mark.parametrize("leave", [leave_by_close, leave_by_error])
def test_whoever_leaves_stops_the_run_and_its_thread(leave: object) -> None:
    """Closed, or ended by an interrupt: within a second nothing is left of it."""
    run = Told(3, then="wait")
    begun = time.monotonic()
    assert callable(leave)
    leave(streamed(run))
    assert run.cancelled.wait(timeout=5)
    assert time.monotonic() - begun < 5
    assert not threads()


def test_a_break_stops_the_run() -> None:
    """A stream that nobody holds any more is closed."""
    run = Told(3, then="wait")
    for _ in streamed(run):
        break
    assert run.cancelled.wait(timeout=5)


def test_a_task_that_is_cancelled_stops_the_run() -> None:
    """Neither a cancelled reader nor a broken loop leaves a task behind."""

    async def left() -> None:
        run, other = Told(3, then="wait"), Told(3, then="wait")
        reading = asyncio.create_task(collected(astreamed(run)))
        await asyncio.sleep(0.05)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        assert run.cancelled.is_set()
        assert len(await collected(astreamed(other), until=2)) == 2
        assert other.cancelled.is_set()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(left())


def test_nobody_waits_for_what_cannot_be_cancelled() -> None:
    """A model that is being loaded in a thread holds nobody up who leaves; the thread of the run ends behind it."""
    loaded = threading.Event()

    async def loading(tell: OnEvent) -> Result:
        tell(event(1))
        await asyncio.to_thread(loaded.wait, 60)
        return RESULT

    stream = streamed(loading)
    next(stream)
    time.sleep(0.2)
    begun = time.monotonic()
    stream.close()
    del stream
    assert time.monotonic() - begun < 5
    loaded.set()
    deadline = time.monotonic() + 20
    while threads() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not threads()


def test_nothing_begins_before_it_is_asked_for() -> None:
    """A stream that is made and forgotten costs nothing."""
    run = Told(1)
    streamed(run).close()
    assert (run.told, threads()) == (0, set())


def test_a_server_sent_event_is_its_name_and_its_json_in_one_line() -> None:
    """It ends with a blank line, and the JSON reads back as the value."""
    for one in (event(1), RESULT):
        name, data, *rest = server_sent(one).split("\n")
        assert (name, rest) == (f"event: {type(one).__name__}", ["", ""])
        assert type(one).model_validate(json.loads(data.removeprefix("data: "))) == one
