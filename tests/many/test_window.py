"""A window holds a few items at once, hands on what they come to, and cancels what nobody waits for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.many.window import in_window, in_window_async


def done(value: int) -> Future[int]:
    """A future that has its value."""
    future: Future[int] = Future()
    future.set_result(value)
    return future


@given(st.lists(st.integers(), max_size=20), st.integers(1, 5), st.booleans())
def test_each_item_is_handed_on_once(items: list[int], size: int, ordered: bool) -> None:  # noqa: FBT001 - drawn
    """In order where that is asked for; no more than `size` are taken before one is handed on."""
    taken = 0

    def numbered() -> Iterator[int]:
        nonlocal taken
        for item in items:
            taken += 1
            yield item

    found = []
    for value in in_window(numbered(), done, size=size, ordered=ordered):
        found.append(value)
        assert taken <= len(found) + size - 1 + 1
    assert found == items if ordered else sorted(found) == sorted(items)


def test_what_is_done_first_comes_first_where_order_is_not_asked_for() -> None:
    """A slow one holds up no other."""
    slow: Future[int] = Future()
    futures = [slow, done(2), done(3)]
    values = in_window(iter(range(3)), futures.__getitem__, size=2, ordered=False)
    assert [next(values), next(values)] == [2, 3]
    slow.set_result(1)
    assert list(values) == [1]


@pytest.mark.parametrize("ordered", [True, False])
def test_whoever_stops_cancels_the_rest(ordered: bool) -> None:  # noqa: FBT001 - a parameter
    """Nothing goes on that nobody waits for."""
    waiting: list[Future[int]] = [done(0), Future(), Future()]
    values = in_window(iter(range(3)), waiting.__getitem__, size=3, ordered=ordered)
    assert next(values) == 0
    values.close()
    assert [future.cancelled() for future in waiting] == [False, True, True]


def test_what_an_item_raises_is_raised_in_its_place() -> None:
    """The window keeps no error to itself."""
    with ThreadPoolExecutor(1) as pool, pytest.raises(ZeroDivisionError):
        list(in_window([1, 0], lambda item: pool.submit(lambda: 1 // item), size=2, ordered=True))


async def numbers(*items: int) -> AsyncIterator[int]:
    """Items of an asynchronous source."""
    for item in items:
        yield item


async def after(seconds: float, value: int) -> int:
    """A value that takes its time."""
    await asyncio.sleep(seconds)
    return value


@pytest.mark.parametrize(("ordered", "found"), [(True, [0, 1, 2]), (False, [1, 2, 0])])
def test_on_an_event_loop_it_is_the_same(ordered: bool, found: list[int]) -> None:  # noqa: FBT001 - a parameter
    """In order, or as they are done."""

    async def run() -> list[int]:
        times = {0: 0.2, 1: 0.0, 2: 0.05}
        values = in_window_async(numbers(0, 1, 2), lambda item: after(times[item], item), size=3, ordered=ordered)
        return [value async for value in values]

    assert asyncio.run(run()) == found


def test_whoever_stops_on_an_event_loop_cancels_the_rest() -> None:
    """The tasks have ended when the generator has."""

    async def run() -> list[asyncio.Task[int]]:
        tasks: list[asyncio.Task[int]] = []

        def start(item: int) -> asyncio.Task[int]:
            tasks.append(asyncio.create_task(after(60.0 * item, item)))
            return tasks[-1]

        values = in_window_async(numbers(0, 1, 2), start, size=3, ordered=True)
        assert await anext(values) == 0
        await values.aclose()
        return tasks

    assert [task.cancelled() for task in asyncio.run(run())] == [False, True, True]
