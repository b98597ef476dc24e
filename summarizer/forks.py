"""A forked child has one thread, and inherits what the others of its parent held: here that is given back.

lock = ForkSafeLock()    with lock: …    free in a child, whoever held it in the parent
renew_in_child(owner)    owner.renew() runs in each child, before anything else does
"""

from __future__ import annotations

import os
import threading
import weakref
from types import TracebackType
from typing import Protocol


class Renewed(Protocol):
    """What takes note of things under way, which are not under way in a child."""

    def renew(self) -> None:
        """Forget them; no other thread is there to be minded."""
        ...


_owners: weakref.WeakSet[Renewed] = weakref.WeakSet()


def renew_in_child(owner: Renewed) -> None:
    """Have `owner.renew()` called in each child that is forked while the owner lives."""
    _owners.add(owner)


class ForkSafeLock:
    """A lock as `with` takes it, which is free in a child; what it guards was perhaps being changed, and is whole.

    That is so where what is guarded changes in steps each of which may be the last: of one assignment, or one call of
    a built-in type.
    """

    def __init__(self) -> None:
        """Nobody holds it."""
        self._lock = threading.Lock()
        renew_in_child(self)

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()

    def renew(self) -> None:
        """Let go of it for a thread that is not there."""
        self._lock = threading.Lock()


def _renew_all() -> None:
    for owner in list(_owners):
        owner.renew()


if hasattr(os, "register_at_fork"):  # not on Windows, which forks nothing
    os.register_at_fork(after_in_child=_renew_all)
