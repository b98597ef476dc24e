"""The driver for callers on an event loop: it runs the flows of a round as tasks.

await arun(plan, send=model.asend)  ->  the value of the plan
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.steps import Returned, begin, error_for_flow, resume
from summarizer.calls.flow import AsyncSend, Flow, Plan
from summarizer.errors import SummarizerError

T = TypeVar("T")


async def arun(plan: Plan[T], *, send: AsyncSend) -> T:
    """Drive a plan on the running event loop, all flows of a round at once; the same value as from `threads.run`.

    Args:
        plan: what is to be driven.
        send: brings the reply to one call; it bounds how many calls are under way, where that is to be bounded.

    Raises:
        ModelError: `send` raised `StopIteration`, which is the cause of this error.
    """
    step = begin(plan)
    while not isinstance(step, Returned):
        step = resume(plan, await _gathered(step, send))
    return step.value


async def _gathered(flows: Sequence[Flow[object]], send: AsyncSend) -> list[object]:
    error: BaseException
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_converse(flow, send)) for flow in flows]
        return [task.result() for task in tasks]
    except BaseExceptionGroup as together:
        error = together.exceptions[0]
    raise error  # as `threads.run` does, out of the handler so that its own cause and context stay


async def _converse(flow: Flow[T], send: AsyncSend) -> T:
    step = begin(flow)
    while not isinstance(step, Returned):
        step = resume(flow, await _answer(step, send))
    return step.value


async def _answer(call: Call, send: AsyncSend) -> Reply | SummarizerError:
    try:
        return await send(call)
    except (SummarizerError, StopIteration, RuntimeError) as raised:
        return error_for_flow(raised, call=call)
