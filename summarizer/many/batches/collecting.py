"""Collecting waits for batches, and hands on what came of each article, in their order.

collected(lambda: submission(path, …))             ->  Iterator[Result | Failed]
acollected(lambda: submission(path, …))            ->  the same, on an event loop
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing
from itertools import islice
from typing import Final, TypeAlias, TypeVar

from summarizer.calls.drivers.leaving import raise_if_leaving
from summarizer.document.sources.article import Source
from summarizer.many.batches.submission import Submission
from summarizer.many.failed import Failed
from summarizer.many.progress import bar_over
from summarizer.result import Result

T = TypeVar("T")

Open: TypeAlias = Callable[[], AbstractContextManager[Submission]]
"""Opens the file, and closes it at the end of the block."""

# Seconds after which a thread looks up from its wait: is the main thread leaving?
_GLANCE: Final = 0.25
# Articles that are kept in one transaction, and held at once.
_AT_ONCE: Final = 100


def collected(opened: Open, *, progress: bool, retry_failed: bool = False) -> Iterator[Result | Failed]:
    """What came of every article, in their order; it waits for batches, and goes on where another process was.

    Args:
        opened: opens the file.
        progress: show a bar.
        retry_failed: ask again for what failed before.
    """
    with opened() as one, ExitStack() as shown:
        one.check_complete()
        if retry_failed:
            one.reopen()
        bar = bar_over(range(one.articles), wanted=progress)
        if bar:
            shown.enter_context(closing(bar))
        place = 1
        pause: float | None = 0.0
        while pause is not None:
            _sleep(pause)
            pause = one.rounds.step()
            while (found := one.result_at(place)) is not None:
                place += 1
                if bar:
                    bar.update()
                yield found


async def acollected(opened: Open, *, progress: bool, retry_failed: bool = False) -> AsyncIterator[Result | Failed]:
    """The same on the running event loop, which goes on meanwhile: all work is done in threads."""
    file = opened()
    one = await _in_thread(file.__enter__)
    try:
        one.check_complete()
        if retry_failed:
            await _in_thread(one.reopen)
        bar = bar_over(range(one.articles), wanted=progress)
        with ExitStack() as shown:
            if bar:
                shown.enter_context(closing(bar))
            place = 1
            pause: float | None = 0.0
            while pause is not None:
                await asyncio.sleep(pause)
                pause = await _in_thread(one.rounds.step, stop=one.rounds.stop)
                while (found := await _in_thread(lambda at=place: one.result_at(at))) is not None:  # type: ignore[misc]
                    place += 1
                    if bar:
                        bar.update()
                    yield found
    finally:
        await _in_thread(lambda: file.__exit__(None, None, None))


def taken(articles: Iterable[Source], opened: Open, *, choices: dict[str, object]) -> None:
    """Keep every article, then send what they ask first.

    Args:
        articles: taken one by one.
        opened: opens the file.
        choices: under which they are worked on.
    """
    with opened() as one:
        one.begin(choices)
        count, left = 0, iter(articles)
        while some := list(islice(left, _AT_ONCE)):
            _keep(one, some, after=count)
            count += len(some)
        one.end(count)
        one.rounds.step()


async def ataken(
    articles: Iterable[Source] | AsyncIterable[Source], opened: Open, *, choices: dict[str, object]
) -> None:
    """The same on the running event loop; articles may come from an asynchronous source."""
    file = opened()
    one = await _in_thread(file.__enter__)
    try:
        await _in_thread(lambda: one.begin(choices))
        count = 0
        some: list[Source] = []
        async for article in _async(articles):
            some.append(article)
            if len(some) == _AT_ONCE:
                await _in_thread(lambda given=some, after=count: _keep(one, given, after=after))  # type: ignore[misc]
                count, some = count + len(some), []
        await _in_thread(lambda: _keep(one, some, after=count))
        await _in_thread(lambda: one.end(count + len(some)))
        await _in_thread(one.rounds.step, stop=one.rounds.stop)
    finally:
        await _in_thread(lambda: file.__exit__(None, None, None))


def _keep(one: Submission, articles: list[Source], *, after: int) -> None:
    with one.store.transaction():
        for number, article in enumerate(articles, start=after + 1):
            one.take(article, number)


async def _async(articles: Iterable[Source] | AsyncIterable[Source]) -> AsyncIterator[Source]:
    if isinstance(articles, AsyncIterable):
        async for article in articles:
            yield article
    else:
        for article in articles:
            yield article


async def _in_thread(work: Callable[[], T], *, stop: Callable[[], None] = lambda: None) -> T:
    """What a function returns, done in a thread; who is cancelled meanwhile waits for its end, as it has the file."""
    task = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        stop()
        await asyncio.wait({task})
        if not task.cancelled():
            task.exception()  # it is seen
        raise


def _sleep(seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        raise_if_leaving()
        time.sleep(min(left, _GLANCE))
