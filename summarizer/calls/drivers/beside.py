"""Work that takes the processor a while is done in threads beside an event loop, which goes on meanwhile.

await beside(lambda: document_of(text), size=len(text))  ->  the document; the work of a small text is done at once
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from typing import Final, TypeVar

from summarizer.forks import ForkSafeLock, renew_in_child

T = TypeVar("T")

# Characters of text from which on its work is done beside the loop. Without a model 10,000 take about 0.05 s on one
# core of 2026, a hop into a thread 0.0001 s; `benchmarks/RESULTS.md` has the engine's speed, measure both anew there.
_LARGE: Final = 10_000
# Threads at once in a process. They take turns with the loop, 5 ms each (`sys.getswitchinterval`): more of them would
# make it wait longer and get no more done. Two, so that one book does not hold up every article.
_AT_ONCE: Final = 2


async def beside(work: Callable[[], T], *, size: int) -> T:
    """What the work comes to; whatever it raises is raised here.

    A caller that is cancelled does not wait for it. Like the threads of a run, these keep no process alive.

    Args:
        work: takes the processor, and waits for nothing.
        size: characters of text that it goes through.
    """
    if size < _LARGE:
        return work()
    return await asyncio.wrap_future(_BENCH.begin(work))


class _Bench:
    """Does one piece of work after the other, in their order, so many at once; from any number of event loops."""

    def __init__(self) -> None:
        self._lock = ForkSafeLock()
        self.renew()
        renew_in_child(self)

    def renew(self) -> None:
        """Forget the work of a parent process, whose threads are not here."""
        self._queue: deque[Callable[[], None]] = deque()
        self._threads = 0

    def begin(self, work: Callable[[], T]) -> Future[T]:
        """The future of a piece of work; one that is cancelled before its turn is not begun."""
        future: Future[T] = Future()
        context = copy_context()

        def done() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                value = context.run(work)
            except BaseException as error:  # noqa: BLE001 -- raised again where the future is waited for
                future.set_exception(error)
            else:
                future.set_result(value)

        with self._lock:
            self._queue.append(done)
            if self._threads < _AT_ONCE:
                self._threads += 1
                threading.Thread(target=self._work, name="summarizer-beside", daemon=True).start()
        return future

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._threads -= 1
                    return
                done = self._queue.popleft()
            done()


_BENCH: Final = _Bench()
