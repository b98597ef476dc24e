"""Lets so many calls be under way at once, whoever makes them, in the order in which they came.

ConcurrencyLimit(8).wrap(asend, …)    the ninth call waits until one of the first eight has ended
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.forks import ForkSafeLock, renew_in_child
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.waits import Waits


class ConcurrencyLimit:
    """A number of places that calls take in turn, from any thread or event loop.

    Calls of articles whose time runs go before those that have all of theirs yet: what is begun is finished first, so
    that an article does not run out of its time behind others that could wait.

    Written out, as the semaphores of the standard library serve either threads or one event loop, and both may draw on
    one account here.
    """

    def __init__(self, limit: int | None = None) -> None:
        """All places are free.

        Args:
            limit: calls under way at once, 1 or more; None is without bound.
        """
        self._lock = ForkSafeLock()
        self._limit = limit
        self.renew()
        renew_in_child(self)

    def renew(self) -> None:
        """Free all places: what has one in a parent process is not under way here."""
        self._taken = 0
        self._waiting: deque[Future[None]] = deque()
        self._hurried: deque[Future[None]] = deque()  # some of the same, which go before

    def narrow(self, limit: int) -> None:
        """Keep to this limit too: of several the lowest holds, as soon as calls under way have ended."""
        with self._lock:
            self._limit = limit if self._limit is None else min(limit, self._limit)

    def take(self, deadline: Deadline) -> Future[None]:
        """A future that is done when a place is taken; a place that is taken has to be given back with `free`.

        Args:
            deadline: the article's; from its beginning on the call goes before those of others.
        """
        place: Future[None] = Future()
        with self._lock:
            self._waiting.append(place)
            self._hand_out()
        if not place.done():
            deadline.begun.add_done_callback(lambda _: self._hurry(place))
        return place

    def _hurry(self, place: Future[None]) -> None:
        with self._lock:
            self._hurried.append(place)

    def free(self) -> None:
        """Give a place back."""
        with self._lock:
            self._taken -= 1
            self._hand_out()

    def wrap(self, asend: AsyncSend, *, waits: Waits, deadline: Deadline) -> AsyncSend:
        """The same `asend`, each call in a place of its own from its first try to its last."""

        async def in_its_place(call: Call) -> Reply:
            if self._limit is None:
                return await asend(call)
            place = self.take(deadline)
            why = "others were under way"
            await deadline.granted(place, waits=waits, give_back=self.free, call=call, why=why)
            try:
                return await asend(call)
            finally:
                self.free()

        return in_its_place

    def _hand_out(self) -> None:
        """Give the free places to those who wait, in their order; the lock is held."""
        while (self._hurried or self._waiting) and (self._limit is None or self._taken < self._limit):
            place = (self._hurried or self._waiting).popleft()
            if not place.done() and place.set_running_or_notify_cancel():
                self._taken += 1
                place.set_result(None)
