r"""A run is told as it goes on: its events, then its result; whoever stops listening stops it.

streamed(run)            ->  a generator for callers that block
astreamed(run)           ->  the same on the running event loop
server_sent(event)       ->  "event: FactTicked\ndata: {…}\n\n"
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from contextlib import nullcontext
from queue import Empty, SimpleQueue
from typing import Any, Final, TypeAlias

from summarizer.calls.drivers.leaving import raise_if_leaving
from summarizer.errors import SummarizerError
from summarizer.models.loop_thread import LoopThread
from summarizer.result import Result
from summarizer.runtime.observing.events import Event, OnEvent

Run: TypeAlias = Callable[[OnEvent], Coroutine[Any, Any, Result]]
"""Begins a run that tells of itself."""

# Seconds after which the caller's thread looks up from its wait: is the main thread leaving? As in `threads.py`.
_GLANCE: Final = 0.25
# Seconds that whoever leaves waits for the end of the run's thread, which something that cannot be cancelled may hold
# up: half of the second in which a run is to be over.
_PATIENCE: Final = 0.5


def streamed(run: Run) -> Generator[Event | Result]:
    """The events of a run, and its result; works inside a running event loop too.

    Nothing begins before the first is asked for. The run goes on in a thread of its own, whatever the caller does
    meanwhile: what it tells is kept until it is asked for, all of it, which is no more than the run itself makes. When
    the caller stops in the middle, by `break`, `close`, an error or Ctrl-C, the run is cancelled and its thread ended.

    Args:
        run: what is told of; an error that ends it is raised behind its last event.
    """
    told: SimpleQueue[Event | None] = SimpleQueue()
    thread = LoopThread(nullcontext, name="summarizer-stream")
    ended = SummarizerError("the run was given up because nobody listens to it any more")
    future = thread.submit(lambda _: run(told.put), closed=ended)
    future.add_done_callback(lambda _: told.put(None))
    try:
        while (event := _next(told)) is not None:
            yield event
        result = future.result()
    finally:
        future.cancel()
        thread.close(patience=_PATIENCE)
    yield result


def _next(told: SimpleQueue[Event | None]) -> Event | None:
    while True:
        try:
            return told.get(timeout=_GLANCE)
        except Empty:
            raise_if_leaving()


async def astreamed(run: Run) -> AsyncGenerator[Event | Result]:
    """The same on the running event loop, in a task of its own.

    `async for` that is left in the middle ends the task soon; `contextlib.aclosing` ends it at once.
    """
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[Event | None] = asyncio.Queue()

    def tell(event: Event | None) -> None:
        loop.call_soon_threadsafe(told.put_nowait, event)  # in their order, from whatever thread

    task = loop.create_task(run(tell), name="summarizer-stream")
    task.add_done_callback(lambda _: tell(None))
    try:
        while (event := await told.get()) is not None:
            yield event
        result = task.result()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    yield result


def server_sent(one: Event | Result) -> str:
    r"""An event or a result as a server-sent event: `event:` is the name of its type, `data:` its JSON, in one line.

    `result.endswith("\n\n")`. A page reads it by `source.addEventListener("FactTicked", one => JSON.parse(one.data))`.

    Args:
        one: what a stream brought.
    """
    return f"event: {type(one).__name__}\ndata: {one.model_dump_json()}\n\n"
