"""A deadline ends the waiting for one article: after it no call is sent, and one under way is given up.

Deadline(8.0)        8 seconds from its first request on, for every call of the article
Patience(…)          what one call may still wait for: until its own deadline or the article's, whichever is sooner
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.errors import DeadlineReached, ModelError, in_seconds
from summarizer.runtime.waits import OutOfTime, Waits

Clock = Callable[[], float]


class Deadline:
    """The moment by which every call of an article has to be answered.

    An article that waits behind others has all of its time yet: that begins to run with the first of its calls that may
    be sent.
    """

    def __init__(self, seconds: float | None = None, *, clock: Clock = time.monotonic) -> None:
        """The time does not run yet.

        Args:
            seconds: how long from the beginning on; None is for ever.
            clock: seconds that never go back; tests give their own.
        """
        self._seconds = seconds
        self._clock = clock
        self._end = math.inf
        self._lock = threading.Lock()
        self.begun: Future[None] = Future()  # is done when the time begins to run

    def begin(self) -> None:
        """Let the time run; whoever waits for another call of the article hears of it. Only the first call counts."""
        if self._seconds is None or self._end < math.inf:
            return
        with self._lock:
            is_first = self._end == math.inf
            if is_first:
                self._end = self._clock() + self._seconds
        if is_first:
            self.begun.set_result(None)

    @property
    def left(self) -> float:
        """Seconds that are left, 0 when there are none, infinite before the beginning and without a deadline."""
        return max(0.0, self._end - self._clock())

    @property
    def timeout(self) -> float | None:
        """The same for waits that take None as for ever."""
        return None if self._end == math.inf else self.left

    def reached(self, call: Call, what: str) -> DeadlineReached:
        """The error that says so, with what became of the call."""
        return DeadlineReached(
            f"{call.id} {what}: the article's deadline of {self._seconds:g} s has passed; raise article_deadline, or "
            "have less written",
            call_id=call.id,
        )

    def check_wait(self, seconds: float, *, call: Call, why: str) -> None:
        """Nothing, where so long a wait ends before the deadline; no call waits in vain.

        Raises:
            DeadlineReached: the call could only be sent after the deadline; the message says how long and `why`.
        """
        if seconds > self.left:
            raise DeadlineReached(
                f"{call.id} was not sent, as it would have had to wait {in_seconds(seconds)}, and "
                f"{in_seconds(self.left)} are left of the article's deadline of {self._seconds:g} s: {why}; raise "
                "article_deadline, or try later",
                call_id=call.id,
            )

    async def granted(
        self, grant: Future[None], *, waits: Waits, give_back: Callable[[], None], call: Call, why: str
    ) -> None:
        """Wait until another thread or event loop grants it.

        Args:
            grant: is done when it is granted, or takes the error for which it never will be.
            waits: how to wait.
            give_back: called where it was granted to one who no longer waits.
            call: whom it is for.
            why: what others may do with it, for the message.

        Raises:
            DeadlineReached: it was not granted in time.
        """
        try:
            await waits.granted(grant, give_back=give_back, until=self)
        except OutOfTime:
            raise self.reached(call, f"was not sent, as {why}") from None

    def bounded(self, call: Call) -> Call:
        """The call with the seconds that are left for its reply."""
        return call if self._end == math.inf else replace(call, seconds=self.left)

    def wrap(self, asend: AsyncSend, *, waits: Waits) -> AsyncSend:
        """The same `asend`, which raises `DeadlineReached` after the deadline, whatever the last try ended in."""

        async def within(call: Call) -> Reply:
            if self._seconds is None:
                return await asend(call)
            if not self.left:
                raise self.reached(call, "was not sent")
            try:
                return await waits.within(self, asend, call)
            except ModelError as error:
                if self.left:
                    raise
                raise self.reached(call, "was given up") from error
            except OutOfTime as error:
                raise self.reached(call, "was given up") from error.__cause__

        return within


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """What one call may still wait for, its tries and the waits between them included.

    Attributes:
        article: the article's deadline.
        seconds: the call's own deadline, from `began` on.
        longest_server_wait: seconds that it waits at most because a server asks it to.
        clock: seconds that never go back.
        began: when the call's own time began, by that clock.
    """

    article: Deadline
    seconds: float
    longest_server_wait: float
    clock: Clock
    began: float

    @property
    def left(self) -> float:
        """Seconds until the sooner of the two deadlines, 0 when it has passed."""
        return max(0.0, min(self._own_left, self.article.left))

    @property
    def ends_with(self) -> str:
        """Which deadline comes first, in words."""
        return "the article's deadline" if self.article.left < self._own_left else f"the deadline of {self.seconds:g} s"

    def objection(self, wish: float) -> str:
        """Why a server's wish for so many seconds is not waited for, in words; "" where it is."""
        if wish > self.left:
            return f"{in_seconds(self.left)} are left of {self.ends_with}"
        if wish > self.longest_server_wait:
            return f"a call waits {in_seconds(self.longest_server_wait)} for a server at most (longest_server_wait)"
        return ""

    @property
    def _own_left(self) -> float:
        return self.began + self.seconds - self.clock()
