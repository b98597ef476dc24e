"""The driver for callers that block: it runs the flows of a round in threads.

run(plan, send=model.send, workers=8)  ->  the value of the plan
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.steps import Returned, begin, error_for_flow, resume
from summarizer.calls.flow import Flow, Plan, Send
from summarizer.errors import SummarizerError

T = TypeVar("T")


def run(plan: Plan[T], *, send: Send, workers: int) -> T:
    """Drive a plan with at most `workers` threads, each in one flow; works inside a running event loop too.

    Args:
        plan: what is to be driven.
        send: brings the reply to one call; called from several threads at once.
        workers: threads at most, 1 or more.

    Raises:
        ModelError: `send` raised `StopIteration`, which is the cause of this error.
    """
    with ThreadPoolExecutor(workers, thread_name_prefix="summarizer") as pool:
        step = begin(plan)
        while not isinstance(step, Returned):
            step = resume(plan, list(pool.map(lambda flow: converse(flow, send), step)))
    return step.value


def converse(flow: Flow[T], send: Send) -> T:
    """The value of one flow, whose calls are sent one after the other."""
    step = begin(flow)
    while not isinstance(step, Returned):
        step = resume(flow, _answer(step, send))
    return step.value


def _answer(call: Call, send: Send) -> Reply | SummarizerError:
    try:
        return send(call)
    except (SummarizerError, StopIteration, RuntimeError) as raised:
        return error_for_flow(raised, call=call)
