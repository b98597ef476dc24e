"""A call that several runs make at the same time is sent once: the others wait for its reply, or come after it.

with shared.run(): …     a run goes on; while any does, replies are remembered
shared.wrap(asend, …)    of two runs that examine one model, one asks it, and both are sent what it answered

Only the calls of an exam are shared, as they are the same in every run; what a run asks of its article is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.forks import ForkSafeLock, renew_in_child
from summarizer.models.base import Addressed, ChatModel
from summarizer.runtime.cached_calls import key_of
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.waits import Waits


class _Shared:
    """A call that somebody has sent, its reply once it is here, and those who wait for it until then.

    It holds the model, so that no other object gets its identity meanwhile.
    """

    def __init__(self, model: ChatModel) -> None:
        self.model = model
        self.waiting: list[Future[None]] = []
        self.reply: Reply | None = None


class SharedCalls:
    """The calls that are shared, from any thread or event loop, for as long as a run goes on in this process."""

    def __init__(self) -> None:
        """None is under way."""
        self._lock = ForkSafeLock()
        self.renew()
        renew_in_child(self)

    def renew(self) -> None:
        """Forget the calls of a parent process, which sends no reply here."""
        self._calls: dict[str, _Shared] = {}
        self._runs = 0

    @contextmanager
    def run(self) -> Iterator[None]:
        """A run goes on inside; with the last one the replies are forgotten, as results are kept elsewhere."""
        with self._lock:
            self._runs += 1
        try:
            yield
        finally:
            with self._lock:
                self._runs -= 1
                if not self._runs:
                    self._calls = {key: one for key, one in self._calls.items() if one.reply is None}

    def wrap(
        self, asend: AsyncSend, *, waits: Waits, deadline: Deadline, model_of: Callable[[Call], ChatModel]
    ) -> AsyncSend:
        """The same `asend`, for a call of an exam asked by the first who makes it; where that fails, by the next."""

        async def shared(call: Call) -> Reply:
            if call.stage != "exam":
                return await asend(call)
            model = model_of(call)
            key = _key_of(call, model)
            while True:
                one, turn = self._join(key, model)
                if one.reply is not None:
                    return one.reply
                if turn is None:
                    return await self._sent(call, asend, key=key, one=one)
                why = "another run makes the same call"
                await deadline.granted(turn, waits=waits, give_back=_nothing, call=call, why=why)
                if one.reply is not None:
                    return one.reply

        return shared

    async def _sent(self, call: Call, asend: AsyncSend, *, key: str, one: _Shared) -> Reply:
        try:
            reply = await asend(call)
            with self._lock:
                one.reply = reply
            return reply
        finally:
            with self._lock:
                if one.reply is None or not self._runs:
                    del self._calls[key]
                waiting, one.waiting = one.waiting, []
            for turn in waiting:
                if turn.set_running_or_notify_cancel():
                    turn.set_result(None)

    def _join(self, key: str, model: ChatModel) -> tuple[_Shared, Future[None] | None]:
        """The call with a future of its end; None for that where it has ended, or is the asker's to send."""
        with self._lock:
            one = self._calls.get(key)
            if one is None:
                self._calls[key] = one = _Shared(model)
                return one, None
            if one.reply is not None:
                return one, None
            turn: Future[None] = Future()
            one.waiting.append(turn)
            return one, turn


# One for the process, as runs of different objects may ask one server.
SHARED_CALLS = SharedCalls()


def _key_of(call: Call, model: ChatModel) -> str:
    """Equal keys deserve equal replies; a model that does not say where it is asked is told apart as an object."""
    key = key_of(call, model=model)
    return key if isinstance(model, Addressed) else f"{key}:{id(model)}"


def _nothing() -> None:
    """A reply that came too late is nobody's to give back."""
