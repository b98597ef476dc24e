"""Lets others look on while tries are made, without standing in their way.

end = watcher(call)     a try begins
end(reply or error)     it has ended so
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend

End: TypeAlias = "Callable[[Reply | BaseException], None]"
"""Told once how a try ended: with a reply, or with whatever broke it off, an interrupt or a cancellation included."""

Watcher: TypeAlias = "Callable[[Call], End]"
"""Told that a try begins; returns what is to be told of its end."""


def watched(asend: AsyncSend, *, watchers: tuple[Watcher, ...]) -> AsyncSend:
    """The same `asend`, with watchers; each belongs inside the retries, where every try goes by."""

    async def one_try(call: Call) -> Reply:
        ends = [watcher(call) for watcher in watchers]
        try:
            reply = await asend(call)
        except BaseException as error:
            _tell_all(ends, error)
            raise
        _tell_all(ends, reply)
        return reply

    return one_try


def _tell_all(ends: list[End], outcome: Reply | BaseException) -> None:
    for end in ends:
        end(outcome)
