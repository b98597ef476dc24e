"""The driver for callers on an event loop: it runs the flows of a round as tasks.

await arun(plan, send=model.asend)  ->  the value of the plan
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.steps import adriven, error_for_flow
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
    return await adriven(plan, lambda flows: _gathered(flows, send))


async def _gathered(flows: Sequence[Flow[object]], send: AsyncSend) -> list[object]:
    error: BaseException
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(adriven(flow, lambda call: _answer(call, send))) for flow in flows]
        return [task.result() for task in tasks]
    except BaseExceptionGroup as together:
        error = together.exceptions[0]
    raise error  # as `threads.run` does, out of the handler so that its own cause and context stay


async def _answer(call: Call, send: AsyncSend) -> Reply | SummarizerError:
    try:
        return await send(call)
    except (SummarizerError, StopIteration, RuntimeError) as raised:
        return error_for_flow(raised, call=call)
