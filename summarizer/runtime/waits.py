"""What a middleware waits for, on an event loop or in a thread that blocks.

A middleware is written once, as an async function, and whatever takes time in it goes through a `Waits`:

    LoopWaits      awaits on the running event loop
    ThreadWaits    blocks the thread and never suspends, so that `stepped` runs the same coroutine without a loop
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import FIRST_COMPLETED, Future
from concurrent.futures import wait as first_of
from contextlib import asynccontextmanager, suppress
from typing import Any, Protocol, TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.leaving import raise_if_leaving
from summarizer.calls.flow import AsyncSend, Send
from summarizer.models.base import Cancellable, ChatModel
from summarizer.runtime.trips import on_a_trip

T = TypeVar("T")


class OutOfTime(Exception):
    """What was waited for did not come within the seconds given."""


class RunEnded(Exception):
    """The run that a call belongs to was interrupted, and nobody waits for the reply any more."""


class Until(Protocol):
    """An end of waiting, `timeout` seconds away; it may not be known yet, until `begun` is done."""

    @property
    def begun(self) -> Future[None]:
        """Is done when the time begins to run."""
        ...

    @property
    def timeout(self) -> float | None:
        """Seconds that are left; None is for ever."""
        ...


class Waits(Protocol):
    """The ways to wait; each is asked for one thing and takes as long as that takes."""

    async def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        ...

    async def granted(self, grant: Future[None], *, give_back: Callable[[], None], until: Until) -> None:
        """Wait for what another thread or event loop grants.

        Args:
            grant: is done when it is granted, or takes the error for which it never will be.
            give_back: called where it was granted to one who no longer waits.
            until: how long to wait.

        Raises:
            OutOfTime: it was not granted in time.
        """
        ...

    async def within(self, until: Until, asend: AsyncSend, call: Call) -> Reply:
        """The reply of `asend(call)`, which an event loop cancels at the end; a thread cannot be cancelled.

        Raises:
            OutOfTime: the time is over.
        """
        ...

    async def reply(self, model: ChatModel, call: Call) -> Reply:
        """The model's reply, by `asend` on an event loop and by `send` in a thread."""
        ...

    async def disk(self, work: Callable[[], T]) -> T:
        """What a function returns that reads or writes files."""
        ...


class LoopWaits:
    """Waits on the running event loop, which goes on meanwhile; cancelling the task ends each wait at once."""

    async def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        await asyncio.sleep(seconds)

    async def granted(self, grant: Future[None], *, give_back: Callable[[], None], until: Until) -> None:
        """Wait for the grant, until the end or until the task is cancelled."""
        if grant.done():
            return grant.result()
        try:
            async with _ended(until):
                await asyncio.wrap_future(grant)
        except BaseException:
            _let_go(grant, give_back)
            raise

    async def within(self, until: Until, asend: AsyncSend, call: Call) -> Reply:
        """The reply, or a cancellation of all that is under way for it, wherever it waits."""
        async with _ended(until):
            return await asend(call)

    async def reply(self, model: ChatModel, call: Call) -> Reply:
        """The model's reply by `asend`."""
        return await model.asend(call)

    async def disk(self, work: Callable[[], T]) -> T:
        """Do the work in a thread, with other work of the same moment."""
        return await on_a_trip(work)


class ThreadWaits:
    """Waits in the calling thread, until `end` is called: then each wait, present or to come, raises `RunEnded`."""

    def __init__(self) -> None:
        """The run goes on, for the thread that makes this; others of the run's threads may wait by it."""
        self._ended: Future[None] = Future()
        self._for_main = threading.current_thread() is threading.main_thread()

    def end(self) -> None:
        """Wake all who wait; called once, by the driver of a run that is interrupted."""
        self._ended.set_result(None)

    async def sleep(self, seconds: float) -> None:
        """Block for so many seconds."""
        first_of((self._ended,), timeout=seconds)
        self._raise_if_ended()

    async def granted(self, grant: Future[None], *, give_back: Callable[[], None], until: Until) -> None:
        """Block until the grant."""
        ends: tuple[Future[None], ...] = (grant, self._ended)
        try:
            if until.timeout is None:  # it may begin while this waits
                first_of((*ends, until.begun), return_when=FIRST_COMPLETED)
            first_of(ends, timeout=until.timeout, return_when=FIRST_COMPLETED)
        except BaseException:
            _let_go(grant, give_back)
            raise
        if grant.done() and not self._ended.done():
            return grant.result()
        _let_go(grant, give_back)
        self._raise_if_ended()
        raise OutOfTime

    async def within(self, until: Until, asend: AsyncSend, call: Call) -> Reply:  # noqa: ARG002 -- see the protocol
        """The reply; that it comes in time is up to the model, which heeds `Call.seconds`."""
        return await asend(call)

    async def reply(self, model: ChatModel, call: Call) -> Reply:
        """The model's reply, by `send` where the model cannot break a call off."""
        self._raise_if_ended()
        if not self._for_main:
            raise_if_leaving()  # the run hears of it a moment later
        if not isinstance(model, Cancellable):
            return model.send(call)
        begun = model.start_call(call)
        try:
            either: tuple[Future[Any], ...] = (begun, self._ended)
            first_of(either, return_when=FIRST_COMPLETED)
            self._raise_if_ended()
            return begun.result()
        finally:
            begun.cancel()  # does nothing where it is done

    async def disk(self, work: Callable[[], T]) -> T:
        """Do the work here."""
        self._raise_if_ended()
        return work()

    def _raise_if_ended(self) -> None:
        if self._ended.done():
            raise RunEnded


def stepped(asend: AsyncSend) -> Send:
    """The same for a caller without an event loop: the coroutine is run to its end in one step, in the caller's thread.

    Raises:
        RuntimeError: the coroutine suspended, which it never does while it waits by `ThreadWaits` alone.
    """

    def send(call: Call) -> Reply:
        coroutine = asend(call)
        try:
            coroutine.send(None)
        except StopIteration as done:
            reply: Reply = done.value
            return reply
        coroutine.close()
        raise RuntimeError(f"{call.id} waited for an event loop, and there is none: a middleware awaits only its Waits")

    return send


@asynccontextmanager
async def _ended(until: Until) -> AsyncIterator[None]:
    """Cancels what is inside at the end, also where that is known only while it is under way.

    Raises:
        OutOfTime: it was cancelled so.
    """
    loop, is_open = asyncio.get_running_loop(), True

    def set_end() -> None:
        if is_open and until.timeout is not None:
            limit.reschedule(loop.time() + until.timeout)

    def begun(_: Future[None]) -> None:
        with suppress(RuntimeError):  # the loop was closed meanwhile
            loop.call_soon_threadsafe(set_end)

    try:
        async with asyncio.timeout(until.timeout) as limit:
            if until.timeout is None:
                until.begun.add_done_callback(begun)
            yield
    except TimeoutError as error:
        if limit.expired():
            raise OutOfTime from error
        raise  # the model's own
    finally:
        is_open = False


def _let_go(grant: Future[None], give_back: Callable[[], None]) -> None:
    """Give back what was granted meanwhile to one who no longer waits."""
    if not grant.cancel() and not grant.cancelled() and grant.exception() is None:
        give_back()
