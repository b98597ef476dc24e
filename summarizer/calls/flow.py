"""A stage is a generator that yields calls and is sent replies; it waits for nothing.

    Flow: one conversation.  yields a Call               is sent its Reply          returns a value
    Plan: rounds of flows.   yields flows of one round   is sent what they returned returns a value

Drivers do the waiting: `summarizer.calls.drivers`. What a flow does not catch ends the run, so a stage catches
`SummarizerError` itself and returns a failure.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator, Sequence
from typing import Any, TypeAlias, TypeVar, cast

from summarizer.calls.call import Call, Reply

T = TypeVar("T")

Flow: TypeAlias = Generator[Call, Reply, T]
Plan: TypeAlias = Generator["Sequence[Flow[object]]", "Sequence[object]", T]
Send: TypeAlias = Callable[[Call], Reply]
AsyncSend: TypeAlias = Callable[[Call], Coroutine[Any, Any, Reply]]


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
