"""The driver that goes as far as replies are known: then it says which calls it lacks, and keeps nothing of the plan.

    known_so_far(plan, reply_of=known.get)  ->  Returned(value), or Lacking(calls=(…,))

A plan that is driven again with the same replies makes the same calls, so nothing of a generator need be kept where
replies come hours later, or to another process.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.steps import Returned, begin, error_for_flow, resume
from summarizer.calls.flow import Flow, Plan
from summarizer.errors import SummarizerError

T = TypeVar("T")


class NotKnown(BaseException):
    """The reply to a call is not known yet; no stage may catch it, so it is no `Exception`.

    `call` is the one that is lacking, where another is asked in place of what a flow yielded.
    """

    def __init__(self, call: Call | None = None) -> None:
        super().__init__()
        self.call = call


class HeldBack(NotKnown):
    """Nor is it asked for yet: whether there is room for it shows once others of its round have their replies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A plan goes no further: these calls have no reply yet, one of each flow of its round that waits."""

    calls: tuple[Call, ...]


def known_so_far(plan: Plan[T], *, reply_of: Callable[[Call], Reply]) -> Returned[T] | Lacking:
    """The value of a plan, or the calls that it lacks replies to.

    Args:
        plan: what is driven; it is closed where replies are lacking.
        reply_of: the reply to a call. It raises `NotKnown` where there is none yet, `HeldBack` where another one of the
            round is not known, or the call's error.
    """
    step = begin(plan)
    while not isinstance(step, Returned):
        values, lacking = _driven(step, reply_of)
        if lacking:
            plan.close()
            return Lacking(calls=tuple(lacking))
        step = resume(plan, values)
    return step


def _driven(flows: Sequence[Flow[object]], reply_of: Callable[[Call], Reply]) -> tuple[list[object], list[Call]]:
    """What the flows of a round return, and the calls that others of them wait for."""
    values: list[object] = []
    lacking: list[Call] = []
    for flow in flows:
        step = begin(flow)
        while not isinstance(step, Returned):
            try:
                answer = _answer(step, reply_of)
            except NotKnown as unknown:
                if not isinstance(unknown, HeldBack):
                    lacking.append(unknown.call or step)
                flow.close()
                break
            step = resume(flow, answer)
        else:
            values.append(step.value)
    return values, lacking


def _answer(call: Call, reply_of: Callable[[Call], Reply]) -> Reply | SummarizerError:
    try:
        return reply_of(call)
    except (SummarizerError, StopIteration, RuntimeError) as raised:
        return error_for_flow(raised, call=call)
