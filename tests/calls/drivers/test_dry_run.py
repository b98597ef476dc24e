"""The drivers that send nothing."""

from __future__ import annotations

import pytest
from plans import answer, echo, two_rounds

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.dry_run import dry_run, without_calls
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import each
from summarizer.errors import ModelUnavailable


def test_a_dry_run_has_the_value_of_a_run() -> None:
    """The plan is the real one: with the same replies it comes to the same."""
    names = ["a", "b"]
    assert dry_run(two_rounds(names), answer=answer) == run(two_rounds(names), send=answer, workers=2)


def test_what_a_stand_in_raises_ends_the_run() -> None:
    """A stage may take a model's error for a failure and go on; a stand-in has no reason to fail."""
    with pytest.raises(ModelUnavailable):
        dry_run(two_rounds(["bad"]), answer=answer)


def test_a_dry_run_asks_in_the_order_of_the_flows() -> None:
    """One flow ends before the next begins, so that the calls come in the same order each time."""
    asked: list[str] = []

    def noted(call: Call) -> Reply:
        asked.append(call.id)
        return answer(call)

    dry_run(two_rounds(["a", "b"]), answer=noted)
    assert asked == ["a", "a!", "b", "b!", "last", "last!"]


def test_a_plan_without_calls_has_its_value() -> None:
    """A plan that yields nothing is over at once."""
    assert without_calls(each([])) == []


def test_without_calls_refuses_a_plan_that_asks() -> None:
    """A plan that wants a call is not run without a model in silence."""
    with pytest.raises(RuntimeError, match="no call"):
        without_calls(each([echo("a")]))
