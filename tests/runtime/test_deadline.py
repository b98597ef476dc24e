"""The end of an article's time: nothing is sent after it, and nothing waited for beyond it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from calls import a_call

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.errors import DeadlineReached, ModelRejected, ModelUnavailable
from summarizer.runtime.deadline import Deadline


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def answered(deadline: Deadline, asend: AsyncSend) -> Reply:
    """What a coroutine inside the deadline answers."""

    async def main() -> Reply:
        return await deadline.awrap(asend)(a_call())

    return asyncio.run(main())


def test_what_is_left() -> None:
    """It falls to 0 and not below, and is infinite without a deadline."""
    clock = Clock()
    deadline = Deadline(3, clock=clock)
    clock.now = 1.0
    assert deadline.left == deadline.timeout == 2.0
    clock.now = 7.0
    assert deadline.left == 0.0
    assert Deadline().left == float("inf")
    assert Deadline().timeout is None


def test_a_call_knows_how_long_it_is_waited_for() -> None:
    """The seconds that are left go with it, and change nothing of what it is."""
    clock = Clock()
    deadline = Deadline(3, clock=clock)
    clock.now = 1.0
    assert deadline.bounded(a_call()).seconds == 2.0
    assert deadline.bounded(a_call()) == a_call()
    assert Deadline().bounded(a_call()).seconds is None


def test_after_it_nothing_is_sent() -> None:
    """Sync and async raise before the model is asked, and name the deadline and what to change."""
    clock = Clock()
    deadline = Deadline(3, clock=clock)
    clock.now = 3.0
    sent: list[str] = []

    async def asend(call: Call) -> Reply:
        sent.append(call.id)
        return Reply(text="x")

    with pytest.raises(DeadlineReached, match=r"extract:c1 was not sent.*deadline of 3 s.*article_deadline") as raised:
        deadline.wrap(lambda call: sent.append(call.id) or Reply(text="x"))(a_call())  # type: ignore[func-returns-value]
    assert raised.value.call_id == "extract:c1"
    with pytest.raises(DeadlineReached):
        answered(deadline, asend)
    assert sent == []


def failing(clock: Clock, error: Exception, *, at: float) -> Callable[[Call], Reply]:
    """A `send` that fails, when the time is then this."""

    def send(call: Call) -> Reply:
        clock.now = at
        raise error

    return send


def test_what_fails_at_its_end_was_given_up() -> None:
    """The error of the last try hangs on the one that names the deadline; before the end it is its own."""
    clock = Clock()
    cut = ModelUnavailable("no answer", call_id="extract:c1")
    with pytest.raises(DeadlineReached, match="given up") as raised:
        Deadline(3, clock=clock).wrap(failing(clock, cut, at=3.0))(a_call())
    assert raised.value.__cause__ is cut
    refused = ModelRejected("no", call_id="extract:c1")
    with pytest.raises(ModelRejected):
        Deadline(30, clock=clock).wrap(failing(clock, refused, at=4.0))(a_call())


def test_a_coroutine_is_cancelled_at_its_end() -> None:
    """Wherever it waits, and a reply that comes before is handed on."""
    cancelled: list[str] = []

    async def slow(call: Call) -> Reply:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            cancelled.append(call.id)
            raise
        return Reply(text="late")

    async def quick(call: Call) -> Reply:
        return Reply(text="x")

    with pytest.raises(DeadlineReached, match="given up"):
        answered(Deadline(0.05), slow)
    assert cancelled == ["extract:c1"]
    assert answered(Deadline(30), quick).text == "x"
    assert answered(Deadline(), quick).text == "x"


def test_no_sleep_goes_beyond_it() -> None:
    """A wait that would end after it raises at once."""
    with pytest.raises(DeadlineReached, match="would have had to wait 60 s"):
        Deadline(5).sleep(60, call=a_call())
    Deadline(5).sleep(0.001, call=a_call())
