"""Work on files that is asked for at once is done in few trips to a thread, each piece once."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from summarizer.runtime.trips import on_a_trip


def test_each_piece_is_done_once_and_comes_back_to_who_asked() -> None:
    async def run() -> list[int]:
        return await asyncio.gather(*(on_a_trip(lambda n=n: done.append(n) or n) for n in range(100)))  # type: ignore[misc,func-returns-value]

    done: list[int] = []
    assert asyncio.run(run()) == list(range(100))
    assert sorted(done) == list(range(100))


def test_what_is_asked_for_at_once_goes_together_and_never_on_the_loop() -> None:
    async def run() -> None:
        loops.add(threading.get_ident())
        await asyncio.gather(*(on_a_trip(lambda: works.append(threading.get_ident())) for _ in range(8)))

    loops: set[int] = set()
    works: list[int] = []
    asyncio.run(run())
    assert len(works) == 8
    assert len(set(works)) == 1
    assert not loops & set(works)


def test_an_error_reaches_the_one_whose_work_it_is() -> None:
    def fails() -> None:
        raise OSError("no room left")

    async def run() -> list[object]:
        return list(await asyncio.gather(on_a_trip(lambda: 1), on_a_trip(fails), return_exceptions=True))

    first, second = asyncio.run(run())
    assert first == 1
    assert isinstance(second, OSError)


def test_who_is_cancelled_ends_at_once_and_the_work_is_done_all_the_same() -> None:
    async def run() -> float:
        task = asyncio.create_task(on_a_trip(slow))
        await asyncio.sleep(0.05)
        began = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        waited = time.monotonic() - began
        go_on.set()
        return waited

    def slow() -> None:
        go_on.wait(10)
        done.append(True)

    go_on, done = threading.Event(), list[bool]()
    assert asyncio.run(run()) < 5
    assert done == [True]


def test_who_waits_long_holds_up_few() -> None:
    """A piece that takes long is shared by those of its own trip at most."""

    async def run() -> list[int]:
        gate = threading.Event()
        slow = asyncio.create_task(on_a_trip(lambda: gate.wait(10)))
        await asyncio.sleep(0)  # it is on its way
        await asyncio.sleep(0)
        others = await asyncio.wait_for(asyncio.gather(*(on_a_trip(lambda n=n: n) for n in range(64))), 5)  # type: ignore[misc]
        gate.set()
        await slow
        return list(others)

    assert asyncio.run(run()) == list(range(64))
