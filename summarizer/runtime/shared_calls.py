"""A call that several runs make at the same moment is sent once: the others wait for its reply.

shared.wrap(asend, …)    of two runs that examine one model, one asks it, and both are sent what it answered

Only the calls of an exam are shared, as they are the same in every run; what a run asks of its article is its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.models.base import Addressed, ChatModel
from summarizer.runtime.cached_calls import key_of
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.waits import Waits


class _UnderWay:
    """A call that somebody has sent, and those who wait for its reply."""

    def __init__(self) -> None:
        self.waiting: list[Future[None]] = []
        self.reply: Reply | None = None


class SharedCalls:
    """The shared calls that are under way, from any thread or event loop; no reply is kept once it is here."""

    def __init__(self) -> None:
        """None is under way."""
        self._lock = threading.Lock()
        self._calls: dict[str, _UnderWay] = {}

    def wrap(
        self, asend: AsyncSend, *, waits: Waits, deadline: Deadline, model_of: Callable[[Call], ChatModel]
    ) -> AsyncSend:
        """The same `asend`, for a call of an exam asked by the first who makes it; where that fails, by the next."""

        async def shared(call: Call) -> Reply:
            if call.stage != "exam":
                return await asend(call)
            key = _key_of(call, model_of(call))
            while True:
                under_way, turn = self._join(key)
                if turn is None:
                    return await self._sent(call, asend, key=key, under_way=under_way)
                why = "another run makes the same call"
                await deadline.granted(turn, waits=waits, give_back=_nothing, call=call, why=why)
                if under_way.reply is not None:
                    return under_way.reply

        return shared

    async def _sent(self, call: Call, asend: AsyncSend, *, key: str, under_way: _UnderWay) -> Reply:
        try:
            under_way.reply = await asend(call)
            return under_way.reply
        finally:
            with self._lock:
                del self._calls[key]
            for one in under_way.waiting:
                if one.set_running_or_notify_cancel():
                    one.set_result(None)

    def _join(self, key: str) -> tuple[_UnderWay, Future[None] | None]:
        """The call under way with a future of its end; None for that where it is the asker's to send."""
        with self._lock:
            under_way = self._calls.get(key)
            if under_way is None:
                self._calls[key] = under_way = _UnderWay()
                return under_way, None
            turn: Future[None] = Future()
            under_way.waiting.append(turn)
            return under_way, turn


# One for the process, as runs of different objects may ask one server.
SHARED_CALLS = SharedCalls()


def _key_of(call: Call, model: ChatModel) -> str:
    """Equal keys deserve equal replies; a model that does not say where it is asked is told apart as an object."""
    key = key_of(call, model=model)
    return key if isinstance(model, Addressed) else f"{key}:{id(model)}"


def _nothing() -> None:
    """A reply that came too late is nobody's to give back."""
