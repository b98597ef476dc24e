"""Does one thing to many items, some at once: what each comes to, in its place or as it is done; none stops the others.

mapped(articles, read=article_item, work=summarize_one, pace=Pace(at_once=16))  ->  Iterator[Result | Failed]
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import aclosing, closing, nullcontext
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from summarizer.errors import ConfigError, SummarizerError
from summarizer.many.failed import Failed
from summarizer.many.items import id_given
from summarizer.many.progress import Bar, bar_over
from summarizer.many.window import in_window, in_window_async
from summarizer.models.loop_thread import LoopThread

G = TypeVar("G")
R = TypeVar("R")


class Named(Protocol):
    """An item with an id."""

    @property
    def id(self) -> str | None:
        """What it is called."""

    @property
    def url(self) -> str | None:
        """Where it can be read."""


I = TypeVar("I", bound=Named)  # noqa: E741 - an item


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many are worked on at once, and in which order they are handed on.

    Attributes:
        at_once: Items under way or waiting to be handed on, 1 or more; memory grows with it, and with nothing else.
        ordered: In the order of the items; else as they are done, so that a slow one holds up no other.
        progress: Show a bar.
    """

    at_once: int
    ordered: bool = True
    progress: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Generic[G, I, R]):
    """What is done to each: it is read, then worked on.

    Attributes:
        read: Makes an item of what was given; its place is handed in for messages.
        work: What is made of an item.
    """

    read: Callable[[G, int], I]
    work: Callable[[I], Awaitable[R]]

    async def done(self, number: int, given: G) -> R | Failed:
        """What one comes to; whatever is raised is its failure, and ends no other."""
        try:
            item = self.read(given, number)
        except Exception as cause:  # noqa: BLE001 - whatever one of a million is, the others go on
            own_id, url = id_given(given, number=number)
            return Failed.of(cause, id=own_id, url=url)
        try:
            return await self.work(item)
        except Exception as cause:  # noqa: BLE001 - as above
            return Failed.of(cause, id=item.id or str(number), url=item.url)


def mapped(given: Iterable[G], work: Work[G, I, R], *, pace: Pace) -> Iterator[R | Failed]:
    """What each of many comes to, for a caller that blocks; works inside a running event loop too.

    Args:
        given: taken one by one in the caller's thread.
        work: what is done to each.
        pace: how many at once.

    Raises:
        ConfigError: it is nothing that can be gone through.
        MissingExtra: a bar is wanted, and nothing is installed that shows one.
    """
    if not isinstance(given, Iterable) or isinstance(given, str | bytes):
        raise ConfigError(
            f"many articles are a list or the like, not {type(given).__name__}; give [article], or map over"
        )
    return _mapped(given, work, pace=pace, bar=bar_over(given, wanted=pace.progress))


def _mapped(given: Iterable[G], work: Work[G, I, R], *, pace: Pace, bar: Bar | None) -> Iterator[R | Failed]:
    thread = LoopThread(nullcontext, name="summarizer-map")
    ended = SummarizerError("the rest was given up because nobody waits for it any more")
    with closing(thread), closing(bar) if bar else nullcontext():
        values = in_window(
            enumerate(given, start=1),
            lambda numbered: thread.submit(lambda _: work.done(*numbered), closed=ended),
            size=pace.at_once,
            ordered=pace.ordered,
        )
        with closing(values):
            for value in values:
                if bar:
                    bar.update()
                yield value


def amapped(given: Iterable[G] | AsyncIterable[G], work: Work[G, I, R], *, pace: Pace) -> AsyncIterator[R | Failed]:
    """The same on the running event loop; what is given may be an asynchronous source.

    Raises:
        ConfigError: it is nothing that can be gone through.
        MissingExtra: a bar is wanted, and nothing is installed that shows one.
    """
    if not isinstance(given, Iterable | AsyncIterable) or isinstance(given, str | bytes):
        raise ConfigError(
            f"many articles are a list or the like, not {type(given).__name__}; give [article], or map over"
        )
    return _amapped(given, work, pace=pace, bar=bar_over(given, wanted=pace.progress))


async def _amapped(
    given: Iterable[G] | AsyncIterable[G], work: Work[G, I, R], *, pace: Pace, bar: Bar | None
) -> AsyncIterator[R | Failed]:
    with closing(bar) if bar else nullcontext():
        values = in_window_async(
            _numbered(given), lambda numbered: work.done(*numbered), size=pace.at_once, ordered=pace.ordered
        )
        async with aclosing(values):
            async for value in values:
                if bar:
                    bar.update()
                yield value


async def _numbered(given: Iterable[G] | AsyncIterable[G]) -> AsyncIterator[tuple[int, G]]:
    number = 0
    if isinstance(given, AsyncIterable):
        async for one in given:
            number += 1
            yield number, one
    else:
        for number, one in enumerate(given, start=1):
            yield number, one
