"""The driver for callers on an event loop: it runs the flows of a round as tasks.

await arun(plan, send=model.asend)  ->  the value of the plan
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.steps import adriven, error_for_flow
from summarizer.calls.flow import AsyncSend, Flow, Plan
from summarizer.errors import SummarizerError

T = TypeVar("T")


async def arun(
    plan: Plan[T],
    *,
    send: AsyncSend,
    size: int = 0,
    after_round: Callable[[], None] = lambda: None,
    heard: Callable[[object], None] = lambda _: None,
) -> T:
    """Drive a plan on the running event loop, all flows of a round at once; the same value as from `threads.run`.

    Args:
        plan: what is to be driven.
        send: brings the reply to one call; it bounds how many calls are under way, where that is to be bounded.
        size: characters of the text that the plan is about; what is done with a large one holds no event loop up.
        after_round: called on the loop when the calls of a round have ended.
        heard: told what each flow returns, as it does, on the loop.

    Raises:
        ModelError: `send` raised `StopIteration`, which is the cause of this error.
    """

    async def answered(flows: Sequence[Flow[object]]) -> list[object]:
        values = await _gathered(flows, send, size=size, heard=heard)
        after_round()
        return values

    return await adriven(plan, answered, size=size)


async def _gathered(
    flows: Sequence[Flow[object]], send: AsyncSend, *, size: int, heard: Callable[[object], None]
) -> list[object]:
    error: BaseException

    async def one(flow: Flow[object]) -> object:
        value = await adriven(flow, lambda call: _answer(call, send), size=size)
        heard(value)
        return value

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(flow)) for flow in flows]
        return [task.result() for task in tasks]
    except BaseExceptionGroup as together:
        error = together.exceptions[0]
    raise error  # as `threads.run` does, out of the handler so that its own cause and context stay


async def _answer(call: Call, send: AsyncSend) -> Reply | SummarizerError:
    try:
        return await send(call)
    except (SummarizerError, StopIteration, RuntimeError) as raised:
        return error_for_flow(raised, call=call)
