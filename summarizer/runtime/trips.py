"""Work on files is done in threads, several pieces in one trip: a trip costs an event loop more than a small read.

await on_a_trip(lambda: file.read())    ->  what the work returns, or its error
"""

from __future__ import annotations

import asyncio
import functools
import weakref
from collections.abc import Callable
from typing import Any, Final, TypeVar

T = TypeVar("T")

# Pieces of one trip. A trip there and back is 0.2 ms of the processor, a read or write of the cache's file 0.02, so
# that eight share it well (`benchmarks/overhead.py`, cold cache); and where a cache asks a far server, few wait long.
_PIECES: Final = 8


class _Piece:
    """A piece of work, and the future that waits for what comes of it."""

    __slots__ = ("error", "future", "value", "work")

    def __init__(self, work: Callable[[], Any], future: asyncio.Future[Any]) -> None:
        self.work = work
        self.future = future
        self.value: Any = None
        self.error: BaseException | None = None

    def do(self) -> None:
        """The work, in a thread."""
        try:
            self.value = self.work()
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            self.error = error

    def tell(self) -> None:
        """What came of it, on the event loop; to nobody, where nobody waits any more."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.value)
        else:
            self.future.set_exception(self.error)


_waiting: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, list[_Piece]] = weakref.WeakKeyDictionary()


async def on_a_trip(work: Callable[[], T]) -> T:
    """What a function returns that is called in a thread, with what others ask for in the same turn of the loop.

    A task that is cancelled meanwhile ends at once; its work is done all the same.

    Args:
        work: blocks for a short time.
    """
    loop = asyncio.get_running_loop()
    piece = _Piece(work, loop.create_future())
    waiting = _waiting.setdefault(loop, [])
    if not waiting:
        loop.call_soon(_set_off, loop)
    waiting.append(piece)
    value: T = await piece.future
    return value


def _set_off(loop: asyncio.AbstractEventLoop) -> None:
    """All that was asked for in this turn goes on its way."""
    pieces = _waiting.pop(loop)
    for first in range(0, len(pieces), _PIECES):
        together = pieces[first : first + _PIECES]
        trip = loop.run_in_executor(None, _do, together)
        trip.add_done_callback(functools.partial(_tell, together))


def _do(pieces: list[_Piece]) -> None:
    for piece in pieces:
        piece.do()


def _tell(pieces: list[_Piece], trip: asyncio.Future[None]) -> None:
    for piece in pieces:
        if trip.cancelled():
            piece.future.cancel()
        else:
            piece.tell()
