"""The end of an article's time: nothing is sent after it, and nothing waited for beyond it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future

import pytest
from calls import a_call
from waiting import TurnedClock, Way, asking, begun, in_thread, on_loop

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.errors import DeadlineReached, ModelRejected, ModelUnavailable
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.waits import ThreadWaits, Waits, stepped


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def answered(deadline: Deadline, asend: AsyncSend) -> Reply:
    """What a coroutine inside the deadline answers, on an event loop."""
    return on_loop(lambda waits: deadline.wrap(asend, waits=waits))(a_call())


def blocking(deadline: Deadline, send: Send) -> Reply:
    """What a `send` inside the deadline answers, in a thread."""
    return in_thread(lambda waits: deadline.wrap(asking(send), waits=waits))(a_call())


def test_what_is_left() -> None:
    """It falls to 0 and not below, and is infinite without a deadline."""
    clock = Clock()
    deadline = begun(3, clock=clock)
    clock.now = 1.0
    assert deadline.left == deadline.timeout == 2.0
    clock.now = 7.0
    assert deadline.left == 0.0
    assert Deadline().left == float("inf")
    assert Deadline().timeout is None


def test_it_begins_with_the_first_request() -> None:
    """Before that all of it is left, however long an article waits behind others; only the first request counts."""
    clock = Clock()
    deadline = Deadline(3, clock=clock)
    clock.now = 100.0
    assert (deadline.left, deadline.timeout) == (float("inf"), None)
    deadline.check_wait(60, call=a_call(), why="others were first")
    deadline.begin()
    clock.now = 101.0
    deadline.begin()
    assert (deadline.left, deadline.begun.done()) == (2.0, True)


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_it_may_begin_while_a_call_waits(way: Way) -> None:
    """Another call of the article is sent meanwhile: from then on this one is waited for as long as is left."""
    deadline, place = Deadline(0.05), Future[None]()
    timer = threading.Timer(0.05, deadline.begin)

    def made(waits: Waits) -> AsyncSend:
        async def waited(call: Call) -> Reply:
            await deadline.granted(place, waits=waits, give_back=lambda: None, call=call, why="others were under way")
            raise AssertionError

        return waited

    timer.start()
    with pytest.raises(DeadlineReached, match="was not sent, as others were under way"):
        way(made)(a_call())
    assert place.cancelled()
    timer.join()


def test_a_coroutine_is_cancelled_where_it_began_later() -> None:
    """What is inside begins the time itself, as a first request does."""
    deadline = Deadline(0.05)

    async def slow(call: Call) -> Reply:
        deadline.begin()
        await asyncio.sleep(30)
        raise AssertionError

    with pytest.raises(DeadlineReached, match="given up"):
        answered(deadline, slow)


def test_a_call_knows_how_long_it_is_waited_for() -> None:
    """The seconds that are left go with it, and change nothing of what it is."""
    clock = Clock()
    deadline = begun(3, clock=clock)
    clock.now = 1.0
    assert deadline.bounded(a_call()).seconds == 2.0
    assert deadline.bounded(a_call()) == a_call()
    assert Deadline().bounded(a_call()).seconds is None


def test_after_it_nothing_is_sent() -> None:
    """Sync and async raise before the model is asked, and name the deadline and what to change."""
    clock = Clock()
    deadline = begun(3, clock=clock)
    clock.now = 3.0
    sent: list[str] = []

    async def asend(call: Call) -> Reply:
        sent.append(call.id)
        return Reply(text="x")

    with pytest.raises(DeadlineReached, match=r"extract:c1 was not sent.*deadline of 3 s.*article_deadline") as raised:
        in_thread(lambda waits: deadline.wrap(asend, waits=waits))(a_call())
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
        blocking(begun(3, clock=clock), failing(clock, cut, at=3.0))
    assert raised.value.__cause__ is cut
    refused = ModelRejected("no", call_id="extract:c1")
    with pytest.raises(ModelRejected):
        blocking(begun(30, clock=clock), failing(clock, refused, at=4.0))


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
        answered(begun(0.05), slow)
    assert cancelled == ["extract:c1"]
    assert answered(begun(30), quick).text == "x"
    assert answered(Deadline(), quick).text == "x"


def test_no_wait_goes_beyond_it() -> None:
    """A wait that would end after it raises at once, and says how long it would have been and why."""
    with pytest.raises(DeadlineReached, match=r"would have had to wait 60 s.*deadline of 5 s: the server asked"):
        begun(5).check_wait(60, call=a_call(), why="the server asked")
    begun(5).check_wait(0.001, call=a_call(), why="the server asked")
    Deadline().check_wait(1e9, call=a_call(), why="the server asked")


def test_an_error_of_the_models_own_clock_is_its_own() -> None:
    """A `TimeoutError` that a model raises before the deadline is no deadline; in a thread and on a loop."""

    async def own(call: Call) -> Reply:
        raise TimeoutError("the model's own")

    for way in (in_thread, on_loop):
        with pytest.raises(TimeoutError, match="the model's own"):
            way(lambda waits: begun(30).wrap(own, waits=waits))(a_call())


def test_a_grant_that_does_not_come_in_time() -> None:
    """The grant is cancelled, so that whoever grants passes it over, and the error says what others did."""
    future: Future[None] = Future()

    async def waited(call: Call) -> Reply:
        deadline = begun(0.02)
        await deadline.granted(future, waits=ThreadWaits(), give_back=lambda: None, call=call, why="others wait")
        raise AssertionError

    with pytest.raises(DeadlineReached, match="extract:c1 was not sent, as others wait"):
        stepped(waited)(a_call())
    assert future.cancelled()


def test_patience_ends_with_the_sooner_deadline() -> None:
    """The call's own deadline or the article's, as the time goes on, and it says which."""
    clock = TurnedClock(now=0.0)
    article, policy = begun(100, clock=clock), RetryPolicy(deadline=30, longest_server_wait=20)
    first = policy.patience(article, clock=clock)
    assert (first.left, first.ends_with) == (30, "the deadline of 30 s")
    clock.now = 90
    second = policy.patience(article, clock=clock)
    assert (second.left, second.ends_with) == (10, "the article's deadline")
    assert first.left == 0
    clock.now = 200
    assert second.left == 0


def test_patience_says_why_a_wish_is_not_waited_for() -> None:
    """A wish beyond a deadline, or longer than a server is waited for; none for one within both."""
    clock = TurnedClock()
    waiting = RetryPolicy(deadline=3000, longest_server_wait=20).patience(Deadline(clock=clock), clock=clock)
    assert waiting.objection(0) == waiting.objection(20) == ""
    assert waiting.objection(21) == "a call waits 20 s for a server at most (longest_server_wait)"
    assert waiting.objection(53578) == "3000 s are left of the deadline of 3000 s"
