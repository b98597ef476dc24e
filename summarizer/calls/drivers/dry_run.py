"""The drivers that send nothing: one answers every call with a stand-in, one expects no call at all.

dry_run(plan, answer=stand_in)  ->  the value that the plan has where those are the replies
without_calls(plan)             ->  the value of a plan that makes no call
"""

from __future__ import annotations

from typing import TypeVar

from summarizer.calls.drivers.steps import Returned, begin, driven
from summarizer.calls.flow import Plan, Send

T = TypeVar("T")


def dry_run(plan: Plan[T], *, answer: Send) -> T:
    """Drive a plan without a wait, each flow to its end before the next one begins.

    Args:
        plan: what is to be driven.
        answer: the reply that stands in for the one to a call; what it raises ends the run, for no model failed.
    """
    return driven(plan, lambda flows: [driven(flow, answer) for flow in flows])


def without_calls(plan: Plan[T]) -> T:
    """The value of a plan that makes no call; for stages that need no model with the arguments given.

    Raises:
        RuntimeError: the plan asked for a call after all.
    """
    step = begin(plan)
    if isinstance(step, Returned):
        return step.value
    raise RuntimeError("a plan that was to make no call asked for one")
