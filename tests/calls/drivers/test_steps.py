"""The steps that all drivers share, and the laws that hold for every driver."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from calls import a_call
from counted import NEWS
from plans import answer, echo, once, two_rounds
from scripts import honest

from summarizer import ScriptedModel, Summarizer
from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.event_loop import arun
from summarizer.calls.drivers.steps import Returned, begin, error_for_flow, resume
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import Flow, Plan, Send, alone
from summarizer.errors import ModelError, ModelUnavailable, SummarizerError


def by_event_loop(plan: Plan[Any], send: Send) -> Any:
    """The plan driven on an event loop, its calls sent in coroutines."""

    async def asend(call: Call) -> Reply:
        await asyncio.sleep(0)
        return send(call)

    return asyncio.run(arun(plan, send=asend))


def in_batches(plan: Plan[Any], send: Send) -> Any:
    """A driver as one for a batch endpoint would be: the next calls of all flows are sent together."""
    step = begin(plan)
    while not isinstance(step, Returned):
        step = resume(plan, _batched(step, send))
    return step.value


def _batched(flows: Sequence[Flow[object]], send: Send) -> list[object]:
    steps: list[Call | Returned[object]] = [begin(flow) for flow in flows]
    while waiting := {place: step for place, step in enumerate(steps) if isinstance(step, Call)}:
        for place, call in waiting.items():
            steps[place] = resume(flows[place], _answered(call, send))
    return [step.value for step in steps if isinstance(step, Returned)]


def _answered(call: Call, send: Send) -> Reply | SummarizerError:
    try:
        return send(call)
    except (SummarizerError, StopIteration, RuntimeError) as raised:
        return error_for_flow(raised, call=call)


# A driver is one line here too.
DRIVERS: dict[str, Callable[[Plan[Any], Send], Any]] = {
    "threads": lambda plan, send: run(plan, send=send, workers=3),
    "event loop": by_event_loop,
    "in batches": in_batches,
}


def scripted(replies: Iterator[Reply]) -> Send:
    """A model that takes its answers with next(), as the scripts of users do."""
    return lambda call: next(replies)


def inside(name: str) -> Flow[str]:
    """A conversation inside another."""
    return (yield from once(name))


def test_steps_end_with_the_value_of_the_flow() -> None:
    """`begin` gives the first call, `resume` the next one, and the last step is what the flow returned."""
    flow = echo("a")
    assert begin(flow) == a_call("a")
    assert resume(flow, Reply(text="b")) == a_call("b")
    assert resume(flow, Reply(text="c")) == Returned("c")


def test_an_error_is_raised_inside_the_flow() -> None:
    """A flow that is sent an error of ours may catch it and go on."""
    flow = echo("a")
    begin(flow)
    assert resume(flow, ModelUnavailable("down")) == Returned("a failed: down")


@pytest.mark.parametrize("driver", DRIVERS.values(), ids=DRIVERS)
def test_every_driver_gives_the_same_value(driver: Callable[[Plan[Any], Send], Any]) -> None:
    """A plan knows nothing of its driver, so its value is the same with each."""
    assert driver(two_rounds(["a", "bad", "b"]), answer) == (["a!!", "bad failed: down", "b!!"], "last!!")


@pytest.mark.parametrize("driver", DRIVERS.values(), ids=DRIVERS)
@pytest.mark.parametrize("flow", [once, echo, inside])
@pytest.mark.parametrize("replies", [[], [Reply(text="first")]])
def test_a_model_that_raises_stop_iteration_never_ends_a_flow(
    driver: Callable[[Plan[Any], Send], Any], flow: Callable[[str], Flow[str]], replies: list[Reply]
) -> None:
    """It ends the run with an error that says whose mistake it was, however deep the generator stands in the plan."""

    def plan() -> Plan[list[str]]:
        return [(yield from alone(flow("a"))), (yield from alone(flow("b")))]

    with pytest.raises(ModelError, match="StopIteration for ") as caught:
        driver(plan(), scripted(iter(replies)))
    assert isinstance(caught.value.__cause__, StopIteration)


@pytest.mark.parametrize("driver", DRIVERS.values(), ids=DRIVERS)
def test_another_runtime_error_is_left_as_it_is(driver: Callable[[Plan[Any], Send], Any]) -> None:
    """Only the one that Python makes of a `StopIteration` is read as such."""

    def broken(call: Call) -> Reply:
        raise RuntimeError("lost the key")

    with pytest.raises(RuntimeError, match="lost the key"):
        driver(two_rounds(["a"]), broken)


@pytest.mark.parametrize("method", ["summarize", "asummarize"])
@pytest.mark.parametrize("answered", [0, 1, 2])
def test_a_script_that_runs_out_reaches_the_user(method: str, answered: int) -> None:
    """Whichever stage its last answer went to, the user gets an error with its cause and no AttributeError."""
    said = honest(reword=lambda text: f"Readers learn that {text}")
    left = iter(range(answered))

    def script(call: Call) -> dict[str, object]:
        next(left)
        return said(call)

    summarizer = Summarizer(model=ScriptedModel(script), workers=1)
    with pytest.raises(ModelError, match="takes its answers with next") as caught:
        summarizer.summarize(NEWS) if method == "summarize" else asyncio.run(summarizer.asummarize(NEWS))
    assert isinstance(caught.value.__cause__, StopIteration)
