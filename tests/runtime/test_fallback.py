"""Where one model fails for good another is asked, sync and async alike, and it is told who stood in for whom."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from calls import a_call

from summarizer.calls.call import JUDGING, Call, Reply, Stage
from summarizer.calls.flow import AsyncSend
from summarizer.errors import (
    BudgetReached,
    ConfigError,
    ContextOverflow,
    DeadlineReached,
    ModelBusy,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    ReplayMissing,
)
from summarizer.models.base import ChatModel
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.fallback import Fallback, FallbackRun, FallbackUse

HELPED: list[ModelError] = [
    ModelUnavailable("down"),
    ModelBusy("busy", status=429),
    ModelRejected("no such model", status=404),
    ModelRejected("no", status=400),
]
NOT_HELPED: list[Exception] = [
    ContextOverflow("too long"),
    ReplayMissing("not recorded"),
    ModelError("closed"),
    BudgetReached("spent"),
    DeadlineReached("late"),
    ConfigError("wrong"),
]


def a_model(name: str, answer: Reply | Exception) -> ScriptedModel:
    """A model that always answers so."""
    return ScriptedModel(lambda call: answer, name=name)


def a_run(*models: ScriptedModel, judges: bool = True) -> tuple[FallbackRun, AsyncSend, list[FallbackUse]]:
    """A run of the first model, with the others as fallbacks; what is told comes in the list."""
    told: list[FallbackUse] = []

    def model_of(call: Call) -> ChatModel:
        return models[call.substitute]

    async def asend(call: Call) -> Reply:
        return models[call.substitute].send(call)

    fallbacks = [Fallback(model=model, judges=judges) for model in models[1:]]
    run = FallbackRun(fallbacks, model_of=model_of, told=told.append)
    return run, run.wrap(asend), told


def answer(asend: AsyncSend, call: Call) -> Reply:
    """The reply to one call."""

    async def ask() -> Reply:
        return await asend(call)

    return asyncio.run(ask())


@pytest.mark.parametrize("error", HELPED, ids=lambda error: f"{type(error).__name__} {error.status}")
def test_another_model_answers(error: ModelError) -> None:
    """Its reply is the call's, and it is told before it is asked and kept who stood in for whom and why."""
    first, second = a_model("first", error), a_model("second", Reply(text="well"))
    run, asend, told = a_run(first, second)
    assert answer(asend, a_call("extract:c1")).text == "well"
    name = type(error).__name__
    use = FallbackUse(stage="extract", call_id="extract:c1", model="first", fallback="second", error=name)
    assert told == [use]
    assert run.used == (use,)
    assert [call.substitute for call in second.calls] == [1]


@pytest.mark.parametrize("error", NOT_HELPED, ids=lambda error: type(error).__name__)
def test_what_another_model_would_not_mend(error: Exception) -> None:
    """A text that is too long, an allowance that is used up and settings that are wrong are told as they are."""
    second = a_model("second", Reply(text="well"))
    run, asend, told = a_run(a_model("first", error), second)
    with pytest.raises(type(error)):
        answer(asend, a_call())
    assert (second.calls, run.used, told) == ((), (), [])


@pytest.mark.parametrize("finish", ["refusal", "content_filter"])
def test_a_model_that_declines(finish: str) -> None:
    """Another is asked for this call, and the first again for the next; the last one's refusal is the reply."""
    declined = Reply(text="I cannot.", finish=finish)  # type: ignore[arg-type]
    first, second = a_model("first", declined), a_model("second", Reply(text="well"))
    run, asend, _ = a_run(first, second)
    for number in (1, 2):
        assert answer(asend, a_call(f"extract:c{number}")).text == "well"
    assert len(first.calls) == 2
    assert {one.error for one in run.used} == {finish}
    _, asend, _ = a_run(first, a_model("second", declined))
    assert answer(asend, a_call()) == declined


@pytest.mark.parametrize(("error", "asked"), [(HELPED[0], 1), (HELPED[1], 1), (HELPED[2], 1), (HELPED[3], 2)])
def test_a_model_that_is_down_is_asked_once_a_run(error: ModelError, asked: int) -> None:
    """What all calls would meet is not met again; a refusal of one request says nothing of the next."""
    first, second = a_model("first", error), a_model("second", Reply(text="well"))
    run, asend, told = a_run(first, second)
    answer(asend, a_call("extract:c1"))
    answer(asend, a_call("extract:c2"))
    assert len(first.calls) == asked
    assert [one.call_id for one in run.used] == ["extract:c1", "extract:c2"]
    assert {one.error for one in run.used} == {type(error).__name__}
    assert len(told) == asked


def test_the_last_error_names_all_that_failed() -> None:
    """Of three models that fail the message has the last one's words, and who was asked before and why not."""
    models = [a_model(name, ModelUnavailable(f"{name} is down")) for name in ("a", "b", "c")]
    run, asend, _ = a_run(*models)
    with pytest.raises(ModelUnavailable) as caught:
        answer(asend, a_call())
    assert str(caught.value) == "c is down; c was asked in place of a (ModelUnavailable), b (ModelUnavailable)"
    assert run.used == ()


def test_where_all_are_down_the_first_is_asked_again() -> None:
    """A run does not end in nobody to ask."""
    first = a_model("first", ModelUnavailable("down"))
    second = ScriptedModel({"extract": [ModelUnavailable("down"), Reply(text="well")]}, name="second")
    _, asend, _ = a_run(first, second)
    with pytest.raises(ModelUnavailable):
        answer(asend, a_call())
    assert answer(asend, a_call()).text == "well"  # the last is not given up by its own failure
    assert len(first.calls) == 1


@pytest.mark.parametrize("stage", ["extract", "write", "exam", *sorted(JUDGING)])
def test_who_may_not_judge_is_not_asked_to(stage: Stage) -> None:
    """A fallback whose word would not count drafts and writes; an exam is of one model, and no other takes it."""
    first, second = a_model("first", ModelUnavailable("down")), a_model("second", Reply(text="well"))
    _, asend, _ = a_run(first, second, judges=False)
    call = replace(a_call(), stage=stage)
    if stage in JUDGING or stage == "exam":
        with pytest.raises(ModelUnavailable):
            answer(asend, call)
        assert second.calls == ()
    else:
        assert answer(asend, call).text == "well"


def test_without_fallbacks_nothing_is_between() -> None:
    """A run of one model is sent as ever."""
    send: Callable[[AsyncSend], AsyncSend] = FallbackRun(
        (), model_of=lambda call: a_model("m", Reply(text="")), told=print
    ).wrap

    async def asend(call: Call) -> Reply:
        return Reply(text="well")

    assert send(asend) is asend
