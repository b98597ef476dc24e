"""A window works on some of many items at once, and never holds more than those: items are taken as others are done.

list(in_window(iter("abc"), start, size=2, ordered=True))  ->  what `start` came to for "a", "b" and "c"
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def in_window(items: Iterable[A], start: Callable[[A], Future[B]], *, size: int, ordered: bool) -> Generator[B]:
    """What each item comes to, `size` of them under way at most; what is left when the caller stops is cancelled.

    Args:
        items: taken one by one, in the thread of the caller, only as places become free.
        start: begins the work on one; what its future raises is raised here.
        size: items under way or waiting to be handed on, 1 or more.
        ordered: hand on in the order of the items; else as they are done.
    """
    under_way: deque[Future[B]] = deque()
    try:
        for item in items:
            under_way.append(start(item))
            if len(under_way) >= size:
                yield _next_done(under_way, ordered=ordered)
        while under_way:
            yield _next_done(under_way, ordered=ordered)
    finally:
        for left in under_way:
            left.cancel()


def _next_done(under_way: deque[Future[B]], *, ordered: bool) -> B:
    """What the next to be handed on comes to; it is taken out when it is done, so that a stop before cancels it."""
    first = under_way[0]
    if not ordered:
        done = wait(under_way, return_when=FIRST_COMPLETED).done
        first = next(future for future in under_way if future in done)
    value = first.result()
    under_way.remove(first)
    return value


async def in_window_async(
    items: AsyncIterable[A], start: Callable[[A], Awaitable[B]], *, size: int, ordered: bool
) -> AsyncGenerator[B]:
    """The same on the running event loop.

    Args:
        items: taken one by one, only as places become free.
        start: the work on one.
        size: items under way or waiting to be handed on, 1 or more.
        ordered: hand on in the order of the items; else as they are done.
    """
    under_way: deque[asyncio.Future[B]] = deque()
    try:
        async for item in items:
            under_way.append(asyncio.ensure_future(start(item)))
            if len(under_way) >= size:
                yield await _next_done_async(under_way, ordered=ordered)
        while under_way:
            yield await _next_done_async(under_way, ordered=ordered)
    finally:
        for left in under_way:
            left.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


async def _next_done_async(under_way: deque[asyncio.Future[B]], *, ordered: bool) -> B:
    """The same, waited for on the running event loop."""
    first = under_way[0]
    if not ordered:
        done, _ = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
        first = next(future for future in under_way if future in done)
    value = await first
    under_way.remove(first)
    return value
