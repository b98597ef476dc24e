"""Every driver takes a flow, and the plan around it, from one step to the next.

    begin(flow)                       ->  the first Call
    resume(flow, reply)               ->  the next Call, or Returned(value)
    driven(flow, model.send)          ->  the value
    await adriven(flow, model.asend)  ->  the same value

The end of a generator is looked for here alone, and nothing is sent here, so a `StopIteration` that a model raises is
never taken for the end of a flow.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from summarizer.calls.call import Call
from summarizer.calls.drivers.beside import beside
from summarizer.errors import ModelError, SummarizerError

T = TypeVar("T")
Yielded = TypeVar("Yielded")
Sent = TypeVar("Sent")


@dataclass(frozen=True, slots=True)
class Returned(Generic[T]):
    """The end of a generator, with the value that it returned."""

    value: T


def begin(steps: Generator[Yielded, Sent, T]) -> Yielded | Returned[T]:
    """What a flow or a plan yields first, or the value of one that yields nothing."""
    try:
        return next(steps)
    except StopIteration as stop:
        return Returned(stop.value)


def resume(steps: Generator[Yielded, Sent, T], answer: Sent | SummarizerError) -> Yielded | Returned[T]:
    """What a flow or a plan yields next, or its value.

    Args:
        steps: what yielded before.
        answer: what it is sent; an error is raised inside it, where it may be caught.
    """
    try:
        return steps.throw(answer) if isinstance(answer, SummarizerError) else steps.send(answer)
    except StopIteration as stop:
        return Returned(stop.value)


def driven(steps: Generator[Yielded, Sent, T], answer: Callable[[Yielded], Sent | SummarizerError]) -> T:
    """The value of a flow or a plan.

    Args:
        steps: what is driven to its end.
        answer: what is sent for what was yielded, as for `resume`.
    """
    step = begin(steps)
    while not isinstance(step, Returned):
        step = resume(steps, answer(step))
    return step.value


async def adriven(
    steps: Generator[Yielded, Sent, T],
    answer: Callable[[Yielded], Awaitable[Sent | SummarizerError]],
    *,
    size: int = 0,
) -> T:
    """The value of a flow or a plan, as from `driven`, with answers that are awaited.

    Args:
        steps: what is driven to its end.
        answer: what is sent for what was yielded, as for `resume`.
        size: characters of text that a step may go through; those of a large text are taken beside the event loop.
    """
    step = await beside(partial(begin, steps), size=size)
    while not isinstance(step, Returned):
        step = await beside(partial(resume, steps, await answer(step)), size=size)
    return step.value


def error_for_flow(raised: SummarizerError | StopIteration | RuntimeError, *, call: Call) -> SummarizerError:
    """The error that a flow is sent in place of a reply; what is not this library's own ends the run instead.

    A `StopIteration` is a mistake in the model, as Python keeps it for the ends of iterators. Out of a coroutine it
    comes as a `RuntimeError` that it is the cause of (PEP 479).

    Args:
        raised: what came in place of the reply.
        call: what was sent.

    Raises:
        ModelError: the model raised `StopIteration`, which is its cause.
        RuntimeError: the one given, where it has another cause.
    """
    if isinstance(raised, SummarizerError):
        return raised
    stop = raised if isinstance(raised, StopIteration) else raised.__cause__
    if not isinstance(stop, StopIteration):
        raise raised
    raise ModelError(
        f"the model raised StopIteration for {call.id}: a script that takes its answers with next() has no more of "
        "them; give it one for every call, or let it raise another error",
        call_id=call.id,
    ) from stop
