"""The driver for callers that block: it runs the flows of a round in threads.

run(plan, send=model.send, workers=8)  ->  the value of the plan
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from typing import TypeAlias, TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.leaving import raise_if_leaving
from summarizer.calls.drivers.steps import driven, error_for_flow
from summarizer.calls.flow import Flow, Plan, Send
from summarizer.errors import SummarizerError

T = TypeVar("T")

# Seconds after which the caller's thread looks up from its wait: is the main thread leaving? And on Windows only then
# does Ctrl-C reach it. A few times in the second in which a run is to be over.
_GLANCE = 0.25


def run(
    plan: Plan[T],
    *,
    send: Send,
    workers: int,
    abandon: Callable[[], None] = lambda: None,
    heard: Callable[[object], None] = lambda _: None,
) -> T:
    """Drive a plan with at most `workers` threads, each in one flow; works inside a running event loop too.

    Ctrl-C reaches the caller at once: nobody waits for calls under way, and their threads keep no process alive. As it
    reaches the main thread alone, a run in another thread is interrupted as soon as the main thread is on its way out
    because of it: a pool of threads would wait for the run before it lets the main thread go.

    Args:
        plan: what is to be driven.
        send: brings the reply to one call; called from several threads at once.
        workers: threads at most, 1 or more.
        abandon: called where an error or an interrupt ends the run, so that whoever waits in `send` gives up.
        heard: told what each flow returns, as it does, in its thread.

    Raises:
        KeyboardInterrupt: the run, or the main thread, was interrupted.
        SystemExit: the main thread has ended by an interrupt, and the process waits for this one.
        ModelError: `send` raised `StopIteration`, which is the cause of this error.
    """
    return driven(plan, lambda flows: _in_threads(flows, send, workers=workers, abandon=abandon, heard=heard))


def converse(flow: Flow[T], send: Send) -> T:
    """The value of one flow, whose calls are sent one after the other."""
    return driven(flow, lambda call: _answer(call, send))


def _answer(call: Call, send: Send) -> Reply | SummarizerError:
    try:
        return send(call)
    except (SummarizerError, StopIteration, RuntimeError) as raised:
        return error_for_flow(raised, call=call)


_Queue: TypeAlias = "deque[tuple[Flow[object], Future[object]]]"


def _in_threads(
    flows: Sequence[Flow[object]],
    send: Send,
    *,
    workers: int,
    abandon: Callable[[], None],
    heard: Callable[[object], None],
) -> list[object]:
    """The values of the flows, in their order."""
    raise_if_leaving()
    values: list[Future[object]] = [Future() for _ in flows]
    queue: _Queue = deque(zip(flows, values, strict=True))
    # No pool of the standard library: a process waits at its end for whatever such a pool still does.
    for number in range(min(workers, len(flows))):
        threading.Thread(target=_work, args=(queue, send, heard), name=f"summarizer-{number}", daemon=True).start()
    try:
        return [_awaited(value) for value in values]
    except BaseException as error:
        for value in values:
            value.cancel()  # what has not begun
        abandon()
        if isinstance(error, Exception):  # who interrupts is in a hurry; an error waits until no thread is at work
            for value in values:
                _wait(value)
        raise


def _work(queue: _Queue, send: Send, heard: Callable[[object], None]) -> None:
    """Drive one flow after the other until none is left."""
    while queue:
        try:
            flow, value = queue.popleft()
        except IndexError:  # another thread was faster
            return
        if not value.set_running_or_notify_cancel():
            continue
        try:
            got = converse(flow, send)
            heard(got)
        except BaseException as error:  # noqa: BLE001 -- raised again where the values are waited for
            value.set_exception(error)
        else:
            value.set_result(got)


def _awaited(value: Future[object]) -> object:
    _wait(value)
    return value.result()


def _wait(value: Future[object]) -> None:
    while not wait_for((value,), timeout=_GLANCE).done:
        raise_if_leaving()
