"""Waits for what another thread or event loop grants, and gives it back where the waiting was broken off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future

from summarizer.calls.call import Call
from summarizer.runtime.deadline import Deadline


def wait(grant: Future[None], *, give_back: Callable[[], None], deadline: Deadline, call: Call, why: str) -> None:
    """Block until it is granted.

    Args:
        grant: is done when it is granted, or takes the error for which it never will be.
        give_back: called where it was granted to one who no longer waits.
        deadline: no wait goes beyond it.
        call: whom it is for.
        why: what others may do with it, for the message.

    Raises:
        DeadlineReached: it was not granted in time.
    """
    try:
        grant.result(deadline.timeout)
    except BaseException as error:
        _let_go(grant, give_back)
        if isinstance(error, TimeoutError):
            raise deadline.reached(call, f"was not sent, as {why}") from None
        raise


async def wait_async(grant: Future[None], *, give_back: Callable[[], None]) -> None:
    """The same without blocking the event loop; a deadline cancels it from outside."""
    if grant.done():
        return grant.result()
    try:
        await asyncio.wrap_future(grant)
    except BaseException:
        _let_go(grant, give_back)
        raise


def _let_go(grant: Future[None], give_back: Callable[[], None]) -> None:
    """Whoever waited was interrupted: what was granted meanwhile is given back."""
    if not grant.cancel() and not grant.cancelled() and grant.exception() is None:
        give_back()
