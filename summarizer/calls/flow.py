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
U = TypeVar("U")

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


def said(value: T) -> Flow[T]:
    """A flow that asks nothing and returns this: what code has found out by now, for whoever listens to a run."""
    yield from ()
    return value


def side_by_side(first: Plan[T], second: Plan[U]) -> Plan[tuple[T, U]]:
    """Run two plans at once: the n-th rounds of both are one round, and the longer one goes on alone."""
    one, other = _Stepped(first), _Stepped(second)
    while one.flows or other.flows:
        got = yield [*one.flows, *other.flows]
        border = len(one.flows)
        one.send(got[:border])
        other.send(got[border:])
    return cast("T", one.value), cast("U", other.value)


class _Stepped:
    """A plan that is run round by round: `flows` are those of its next round, none once it has its value."""

    def __init__(self, plan: Plan[object]) -> None:
        self._plan = plan
        self.flows: Sequence[Flow[object]] = ()
        self.value: object = None
        self._step(None)

    def send(self, got: Sequence[object]) -> None:
        """Hand over what the flows of this round returned; nothing where there were none."""
        if self.flows:
            self._step(got)

    def _step(self, got: Sequence[object] | None) -> None:
        try:
            self.flows = next(self._plan) if got is None else self._plan.send(got)
        except StopIteration as end:
            self.flows, self.value = (), end.value
