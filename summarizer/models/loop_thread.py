"""A loop thread runs one event loop in one thread, which holds an async client for callers from any thread or loop.

    thread = LoopThread(open_client, name="summarizer-openai")
    thread.submit(lambda client: client.ask(…), closed=error).result()

An async client is bound to the loop of its first request and fails in a second `asyncio.run`; a blocking client cannot
be stopped by a clock while a server drips its answer. One loop that outlives both kinds of caller has neither trouble,
and leaves one code path for the two.
"""

from __future__ import annotations

import asyncio
import os
import threading
import weakref
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.forks import ForkSafeLock

R = TypeVar("R")
T = TypeVar("T")


class LoopThread(Generic[R]):
    """Runs coroutines over one resource in a thread of its own, which starts when the first is submitted."""

    def __init__(self, open_resource: Callable[[], AbstractAsyncContextManager[R]], *, name: str) -> None:
        """Nothing is opened or started yet.

        Args:
            open_resource: makes the resource; it is entered and left inside the thread's event loop.
            name: the thread's name, as a debugger shows it.
        """
        self._open = open_resource
        self._name = name
        self._lock = ForkSafeLock()
        self._running: _RunningLoop[R] | None = None
        self._at_end: weakref.finalize[..., LoopThread[R]] | None = None

    def submit(self, work: Callable[[R], Awaitable[T]], *, closed: Exception) -> Future[T]:
        """Start `work(resource)` in the thread; the future takes its result or its error.

        Cancelling the future cancels the work. If `close` comes before its end, the future takes the error `closed`.
        """
        with self._lock:
            running = self._running
            # A forked child inherits this object but not the thread.
            if running is None or running.pid != os.getpid():
                running = self._running = _start_thread(self._open(), name=self._name)
                # At the owner's end or the interpreter's, whichever comes first: no socket is left open.
                self._at_end = weakref.finalize(self, running.stop)
            if not running.thread.is_alive():  # stopped as the process ends
                over: Future[T] = Future()
                over.set_exception(closed)
                return over
            return asyncio.run_coroutine_threadsafe(running.coroutine_of(work, closed=closed), running.loop)

    def close(self, *, patience: float | None = None) -> None:
        """Cancel what is under way, close the resource and end the thread; a later `submit` starts anew.

        Args:
            patience: seconds to wait for that at most, where something under way cannot be cancelled, such as a model
                that is being loaded; the thread ends behind it. None waits for its end.
        """
        with self._lock:
            running, self._running = self._running, None
            at_end, self._at_end = self._at_end, None
        if running is not None:
            if at_end is not None:
                at_end.detach()  # it would wait once more, and for ever
            running.stop(patience=patience)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _RunningLoop(Generic[R]):
    thread: threading.Thread
    loop: asyncio.AbstractEventLoop
    stopping: asyncio.Event
    resource: R
    pid: int

    def coroutine_of(self, work: Callable[[R], Awaitable[T]], *, closed: Exception) -> Coroutine[object, object, T]:
        """The work over the resource, which raises `closed` where the end of the thread broke it off."""
        stopping, resource = self.stopping, self.resource

        async def guarded() -> T:
            try:
                return await work(resource)
            except asyncio.CancelledError:
                if stopping.is_set():
                    # Whoever cancelled the future asks for no error, and the loop would log one that nobody asks for.
                    task = asyncio.current_task()
                    if task is not None:
                        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
                    raise closed from None
                raise

        return guarded()

    def stop(self, *, patience: float | None = None) -> None:
        """End the loop, unless a forked child asks for it or it has ended, and wait for its end so long at most."""
        if self.pid != os.getpid() or not self.thread.is_alive():
            return
        self.loop.call_soon_threadsafe(self.stopping.set)
        # The last reference may fall inside the thread itself, which cannot wait for its own end.
        if threading.current_thread() is not self.thread:
            self.thread.join(patience)


def _start_thread(opened: AbstractAsyncContextManager[R], *, name: str) -> _RunningLoop[R]:
    ready: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event, R]] = Future()

    async def serve() -> None:
        stopping = asyncio.Event()
        async with opened as resource:
            ready.set_result((asyncio.get_running_loop(), stopping, resource))
            await stopping.wait()
            # Another may be begun while these end; what is left to the end of the loop would be logged as a fault.
            while under_way := asyncio.all_tasks() - {asyncio.current_task()}:
                for task in under_way:
                    task.cancel()
                await asyncio.gather(*under_way, return_exceptions=True)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), name=name, daemon=True)
    thread.start()
    loop, stopping, resource = ready.result()
    return _RunningLoop(thread=thread, loop=loop, stopping=stopping, resource=resource, pid=os.getpid())
