"""A thread hears of Ctrl-C from the main thread, and of nothing else."""

from __future__ import annotations

import threading
from concurrent.futures import Future

from summarizer.calls.drivers.leaving import raise_if_leaving


def throw(error: BaseException) -> None:
    """Raise it."""
    raise error


def heard_in_a_thread() -> BaseException | None:
    """What a thread of its own hears now."""
    heard: Future[BaseException | None] = Future()

    def ask() -> None:
        try:
            raise_if_leaving()
        except KeyboardInterrupt as error:
            heard.set_result(error)
        else:
            heard.set_result(None)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    return heard.result()


def test_nothing_is_heard_while_the_main_thread_works() -> None:
    """Neither at first, nor while another error is handled."""
    assert heard_in_a_thread() is None
    try:
        throw(ValueError())
    except ValueError:
        assert heard_in_a_thread() is None


def test_an_interrupt_is_heard_while_it_is_handled() -> None:
    """In `except`, in `finally` and at the end of a `with`; behind them the main thread works on."""
    heard = []
    try:
        try:
            throw(KeyboardInterrupt())
        finally:
            heard.append(heard_in_a_thread())
    except KeyboardInterrupt:
        heard.append(heard_in_a_thread())
        raise_if_leaving()  # the main thread itself may work meanwhile
    assert [type(error) for error in heard] == [KeyboardInterrupt, KeyboardInterrupt]
    assert heard_in_a_thread() is None


def test_an_interrupt_in_another_thread_is_its_own() -> None:
    """One thread that handles an interrupt interrupts no other."""
    handling, done = threading.Event(), threading.Event()

    def handle() -> None:
        try:
            throw(KeyboardInterrupt())
        except KeyboardInterrupt:
            handling.set()
            done.wait(timeout=10)

    thread = threading.Thread(target=handle)
    thread.start()
    assert handling.wait(timeout=10)
    assert heard_in_a_thread() is None
    done.set()
    thread.join()
