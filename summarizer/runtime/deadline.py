"""Ends the waiting for one article: after its deadline no call is sent, and one under way is given up."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import replace

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.errors import DeadlineReached, ModelError


class Deadline:
    """The moment by which every call of an article has to be answered."""

    def __init__(self, seconds: float | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """The time runs from now.

        Args:
            seconds: how long from now; None is for ever.
            clock: seconds that never go back; tests give their own.
        """
        self._seconds = seconds
        self._clock = clock
        self._end = math.inf if seconds is None else clock() + seconds

    @property
    def left(self) -> float:
        """Seconds that are left, 0 when there are none, infinite without a deadline."""
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

    def sleep(self, seconds: float, *, call: Call) -> None:
        """Sleep, or raise at once where that would be longer than what is left.

        Raises:
            DeadlineReached: the call can only be sent after the deadline.
        """
        if seconds > self.left:
            raise self.reached(call, f"was not sent, as it would have had to wait {seconds:.3g} s")
        time.sleep(seconds)

    def bounded(self, call: Call) -> Call:
        """The call with the seconds that are left for its reply."""
        return call if self._end == math.inf else replace(call, seconds=self.left)

    def wrap(self, send: Send) -> Send:
        """The same `send`, which raises `DeadlineReached` after the deadline, whatever the last try ended in."""

        def within(call: Call) -> Reply:
            if not self.left:
                raise self.reached(call, "was not sent")
            try:
                return send(call)
            except ModelError as error:
                if self.left:
                    raise
                raise self.reached(call, "was given up") from error

        return within

    def awrap(self, asend: AsyncSend) -> AsyncSend:
        """The same for an `asend`, which is cancelled at the deadline, wherever it waits."""

        async def within(call: Call) -> Reply:
            if self._end == math.inf:
                return await asend(call)
            if not self.left:
                raise self.reached(call, "was not sent")
            try:
                async with asyncio.timeout(self.timeout):
                    return await asend(call)
            except (ModelError, TimeoutError) as error:
                if self.left and isinstance(error, ModelError):
                    raise
                raise self.reached(call, "was given up") from error

        return within
