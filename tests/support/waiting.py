"""What waits, run in a thread, on an event loop, or by a clock that the test turns."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeAlias

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.runtime.deadline import Clock, Deadline, Patience
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.waits import LoopWaits, ThreadWaits, Waits, stepped

Way: TypeAlias = Callable[[Callable[[Waits], AsyncSend]], Send]


class TurnedClock(ThreadWaits):
    """Stands still until somebody sleeps by it, and takes note of each sleep; a clock and a `Waits` in one."""

    def __init__(self, now: float = 1000.0) -> None:
        super().__init__()
        self.now = now
        self.slept: list[float] = []

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        assert seconds >= 0
        self.slept.append(seconds)
        self.now += seconds


def in_thread(made: Callable[[Waits], AsyncSend]) -> Send:
    """What a middleware makes of a call for a caller that blocks."""
    return stepped(made(ThreadWaits()))


def on_loop(made: Callable[[Waits], AsyncSend]) -> Send:
    """The same for a caller on an event loop, which lives for one call."""
    asend = made(LoopWaits())
    return lambda call: asyncio.run(asend(call))


def asking(send: Send) -> AsyncSend:
    """A `send` as a middleware takes it."""

    async def asend(call: Call) -> Reply:
        return send(call)

    return asend


def patience(policy: RetryPolicy | None = None, *, clock: Clock = time.monotonic) -> Patience:
    """What a call that begins now may wait for, in an article that has no deadline."""
    return (policy or RetryPolicy()).patience(Deadline(clock=clock), clock=clock)


def begun(seconds: float | None = None, *, clock: Clock = time.monotonic) -> Deadline:
    """A deadline whose time runs already."""
    deadline = Deadline(seconds, clock=clock)
    deadline.begin()
    return deadline


def unheard(*_told: object) -> None:
    """Is told, and does nothing."""
