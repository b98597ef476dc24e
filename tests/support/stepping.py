"""Steps flows and plans by hand, as a driver would, without a thread or a wait."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.steps import Returned, begin, resume
from summarizer.calls.flow import Flow, Plan
from summarizer.errors import SummarizerError

T = TypeVar("T")

Answer: TypeAlias = "Reply | Mapping[str, object] | SummarizerError"


@dataclass(frozen=True, kw_only=True)
class Stepped(Generic[T]):
    """What a flow returned, and the calls that it made on the way."""

    value: T
    calls: tuple[Call, ...]


@dataclass(frozen=True, kw_only=True)
class Played(Generic[T]):
    """What a plan returned, and the calls of each of its rounds."""

    value: T
    rounds: tuple[tuple[Call, ...], ...]

    @property
    def ids(self) -> list[list[str]]:
        """The ids of the calls, round by round."""
        return [[call.id for call in calls] for calls in self.rounds]


def step(flow: Flow[T], *answers: Answer) -> Stepped[T]:
    """Answer the calls of a flow in turn; it must make exactly as many as there are answers."""
    left = list(answers)
    stepped = _conversed(flow, lambda call: left.pop(0))
    assert not left, "the flow ended before the last answer"
    return stepped


def insist(flow: Flow[T], answer: Answer) -> Stepped[T]:
    """Answer every call of a flow alike, however often it asks."""
    return _conversed(flow, lambda call: answer)


def converse(flow: Flow[T], answer: Callable[[Call], Answer]) -> T:
    """What a flow returns when each of its calls is answered by a rule."""
    return _conversed(flow, answer).value


def play(plan: Plan[T], answer: Callable[[Call], Answer]) -> Played[T]:
    """Run a plan to its end, each call answered by a rule."""
    rounds: list[tuple[Call, ...]] = []
    at = begin(plan)
    while not isinstance(at, Returned):
        stepped = [_conversed(flow, answer) for flow in at]
        rounds.append(tuple(call for one in stepped for call in one.calls))
        at = resume(plan, [one.value for one in stepped])
    return Played(value=at.value, rounds=tuple(rounds))


def no_call(call: Call) -> Answer:
    """The rule of a plan that must ask nobody."""
    raise AssertionError(f"{call.id} was asked")


def _conversed(flow: Flow[T], answer: Callable[[Call], Answer]) -> Stepped[T]:
    calls: list[Call] = []
    at = begin(flow)
    while not isinstance(at, Returned):
        calls.append(at)
        given = answer(at)
        said = given if isinstance(given, Reply | SummarizerError) else Reply(text=json.dumps(given))
        at = resume(flow, said)
    return Stepped(value=at.value, calls=tuple(calls))
