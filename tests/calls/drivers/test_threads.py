"""The driver that waits in threads."""

from __future__ import annotations

import asyncio
import signal
import threading
import time

import pytest
from plans import answer, echo, once, two_rounds

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.threads import converse, run
from summarizer.calls.flow import each
from summarizer.errors import ModelUnavailable


def test_run_returns_values_in_the_order_of_the_flows() -> None:
    """Each flow's value stands where the flow stood, failed ones among them."""
    values, last = run(two_rounds(["a", "bad", "b"]), send=answer, workers=3)
    assert values == ["a!!", "bad failed: down", "b!!"]
    assert last == "last!!"


def test_the_driver_works_inside_a_running_loop() -> None:
    """A notebook cell, where a loop runs already, can call the sync driver."""

    async def cell() -> tuple[list[str], str]:
        return run(two_rounds(["a"]), send=answer, workers=1)

    assert asyncio.run(cell()) == (["a!!"], "last!!")


@pytest.mark.parametrize("workers", [1, 3])
def test_run_keeps_at_most_workers_in_flight(workers: int) -> None:
    """Never more calls at once than workers, and as many as workers where there are enough flows."""
    lock, inside, most = threading.Lock(), 0, 0
    barrier = threading.Barrier(workers)

    def slow(asked: Call) -> Reply:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        barrier.wait(timeout=10)
        with lock:
            inside -= 1
        return Reply(text="x")

    run(each([once(str(i)) for i in range(workers * 3)]), send=slow, workers=workers)
    assert most == workers


def test_who_listens_hears_what_each_flow_returns() -> None:
    """Each value as it comes, in whatever order."""
    heard: list[object] = []
    values, last = run(two_rounds(["a", "bad", "b"]), send=answer, workers=3, heard=heard.append)
    assert sorted(map(str, heard)) == sorted(map(str, [*values, last]))


def test_an_error_that_is_not_ours_ends_the_run() -> None:
    """A bug in a model object is not swallowed: it reaches the caller."""

    def broken(asked: Call) -> Reply:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(each([echo("a")]), send=broken, workers=1)


def test_one_flow_is_driven_without_a_thread() -> None:
    """`converse` sends the calls of a flow one after the other, in the thread that asks for it."""
    threads: list[int] = []

    def noted(asked: Call) -> Reply:
        threads.append(threading.get_ident())
        return answer(asked)

    assert converse(echo("a"), noted) == "a!!"
    assert threads == [threading.get_ident()] * 2


def test_an_error_waits_until_no_thread_is_at_work() -> None:
    """Whoever waits is told to give up, and calls under way come to their end before the error goes on."""
    asked, ended, gave_up = list[str](), list[str](), threading.Event()
    under_way = threading.Barrier(2)

    def send(call: Call) -> Reply:
        asked.append(call.id)
        if call.id in "ab":
            under_way.wait(timeout=5)
        if call.id == "a":
            raise ZeroDivisionError
        assert gave_up.wait(timeout=5)
        ended.append(call.id)
        raise ModelUnavailable("given up")

    with pytest.raises(ZeroDivisionError):
        run(each([echo(name) for name in "abcd"]), send=send, workers=2, abandon=gave_up.set)
    assert "b" in ended
    assert len(asked) == len(ended) + 1, "no thread is at work any more"


def test_an_interrupt_waits_for_nobody() -> None:
    """Ctrl-C reaches the caller within a second, whatever the threads wait for; they are told to give up."""
    release, gave_up = threading.Event(), threading.Event()

    def send(call: Call) -> Reply:
        release.wait(timeout=60)
        return Reply(text=call.id)

    ctrl_c = threading.Timer(0.2, signal.raise_signal, [signal.SIGINT])
    began = time.monotonic()
    ctrl_c.start()
    with pytest.raises(KeyboardInterrupt):
        run(each([echo(name) for name in "abc"]), send=send, workers=2, abandon=gave_up.set)
    assert time.monotonic() - began < 2
    assert gave_up.is_set()
    at_work = [thread for thread in threading.enumerate() if thread.name.startswith("summarizer-")]
    assert len(at_work) >= 2
    assert all(thread.daemon for thread in at_work), "the process would wait for them at its end"
    release.set()
    for thread in at_work:
        thread.join(timeout=5)
