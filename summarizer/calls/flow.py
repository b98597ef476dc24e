"""Stages as generators that wait for nothing, and the two drivers that wait for them.

A `Flow` is one conversation: it yields a `Call`, is sent the `Reply`, and returns a value. A `Plan` is rounds of
independent flows: it yields a batch of flows, is sent their values in the same order, and returns a value. What a flow
does not catch ends the run, so a stage catches `SummarizerError` itself and returns a failure.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias, TypeVar, cast

from summarizer.calls.call import Call, Reply
from summarizer.errors import SummarizerError

T = TypeVar("T")

Flow: TypeAlias = Generator[Call, Reply, T]
Plan: TypeAlias = Generator["Sequence[Flow[object]]", "Sequence[object]", T]
Send: TypeAlias = Callable[[Call], Reply]
AsyncSend: TypeAlias = Callable[[Call], Awaitable[Reply]]


def each(flows: Sequence[Flow[T]]) -> Plan[list[T]]:
    """Run flows side by side inside a plan: `len(result) == len(flows)`, and `result[i]` is what `flows[i]` returned.

    No round is made for no flows.
    """
    if not flows:
        return []
    got = yield cast("Sequence[Flow[object]]", flows)
    return cast("list[T]", list(got))


def alone(flow: Flow[T]) -> Plan[T]:
    """Run one flow inside a plan."""
    return (yield from each([flow]))[0]


def without_calls(plan: Plan[T]) -> T:
    """The value of a plan that makes no call; for stages that need no model with the arguments given.

    Raises:
        RuntimeError: the plan asked for a call after all.
    """
    try:
        next(plan)
    except StopIteration as stop:
        return cast("T", stop.value)
    raise RuntimeError("a plan that was to make no call asked for one")


def run(plan: Plan[T], *, send: Send, workers: int) -> T:
    """Drive a plan with at most `workers` threads, each in one flow; works inside a running event loop too."""
    with ThreadPoolExecutor(workers, thread_name_prefix="summarizer") as pool:
        try:
            flows = next(plan)
            while True:
                flows = plan.send(list(pool.map(lambda flow: _converse(flow, send), flows)))
        except StopIteration as stop:
            return cast("T", stop.value)


async def arun(plan: Plan[T], *, send: AsyncSend) -> T:
    """Drive a plan on the running event loop, all flows of a round at once; same result as `run`."""
    try:
        flows = next(plan)
        while True:
            flows = plan.send(await _gathered(flows, send))
    except StopIteration as stop:
        return cast("T", stop.value)


async def _gathered(flows: Sequence[Flow[object]], send: AsyncSend) -> list[object]:
    error: BaseException
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_aconverse(flow, send)) for flow in flows]
        return [task.result() for task in tasks]
    except BaseExceptionGroup as together:
        error = together.exceptions[0]
    raise error  # as `run` does, out of the handler so that its own cause and context stay


def _converse(flow: Flow[object], send: Send) -> object:
    try:
        call = next(flow)
        while True:
            try:
                reply = send(call)
            except SummarizerError as error:
                call = flow.throw(error)
            else:
                call = flow.send(reply)
    except StopIteration as stop:
        return stop.value


async def _aconverse(flow: Flow[object], send: AsyncSend) -> object:
    try:
        call = next(flow)
        while True:
            try:
                reply = await send(call)
            except SummarizerError as error:
                call = flow.throw(error)
            else:
                call = flow.send(reply)
    except StopIteration as stop:
        return stop.value
