"""Lets so many calls be under way at once, whoever makes them, in the order in which they came."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.waiting import wait, wait_async


class ConcurrencyLimit:
    """A number of places that calls take in turn, from any thread or event loop.

    Written out, as the semaphores of the standard library serve either threads or one event loop, and both may draw on
    one account here.
    """

    def __init__(self, limit: int | None = None) -> None:
        """All places are free.

        Args:
            limit: calls under way at once, 1 or more; None is without bound.
        """
        self._lock = threading.Lock()
        self._limit = limit
        self._taken = 0
        self._waiting: deque[Future[None]] = deque()

    def narrow(self, limit: int) -> None:
        """Keep to this limit too: of several the lowest holds, as soon as calls under way have ended."""
        with self._lock:
            self._limit = limit if self._limit is None else min(limit, self._limit)

    def take(self) -> Future[None]:
        """A future that is done when a place is taken; a place that is taken has to be given back with `free`."""
        future: Future[None] = Future()
        with self._lock:
            self._waiting.append(future)
            self._serve()
        return future

    def free(self) -> None:
        """Give a place back."""
        with self._lock:
            self._taken -= 1
            self._serve()

    def wrap(self, send: Send, *, deadline: Deadline) -> Send:
        """The same `send`, each call in a place of its own from its first try to its last."""

        def placed(call: Call) -> Reply:
            if self._limit is None:
                return send(call)
            place = self.take()
            wait(place, give_back=self.free, deadline=deadline, call=call, why="others were under way")
            try:
                return send(call)
            finally:
                self.free()

        return placed

    def awrap(self, asend: AsyncSend) -> AsyncSend:
        """The same for an `asend`; the deadline cancels it from outside."""

        async def placed(call: Call) -> Reply:
            if self._limit is None:
                return await asend(call)
            place = self.take()
            await wait_async(place, give_back=self.free)
            try:
                return await asend(call)
            finally:
                self.free()

        return placed

    def _serve(self) -> None:
        while self._waiting and (self._limit is None or self._taken < self._limit):
            future = self._waiting.popleft()
            if future.set_running_or_notify_cancel():
                self._taken += 1
                future.set_result(None)
