"""The driver that waits in threads."""

from __future__ import annotations

import asyncio
import threading

import pytest
from plans import answer, echo, once, two_rounds

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.threads import converse, run
from summarizer.calls.flow import each


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
