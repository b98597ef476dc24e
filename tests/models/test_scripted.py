"""ScriptedModel answers as its script says, and remembers."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from calls import a_call

from summarizer.calls.call import Call, Reply
from summarizer.errors import ConfigError, ModelUnavailable
from summarizer.models.base import ChatModel
from summarizer.models.scripted import ScriptedModel


def test_satisfies_the_protocol() -> None:
    """A ScriptedModel is a ChatModel with the name given."""
    model = ScriptedModel({}, name="fake-1")
    assert isinstance(model, ChatModel)
    assert model.name == "fake-1"


@pytest.mark.parametrize("script", [3, "a text", ["a"], None])
def test_a_script_that_answers_nothing_is_refused(script: object) -> None:
    """Only a function or a mapping is a script."""
    with pytest.raises(ConfigError, match="a script is a function of the call, or a mapping"):
        ScriptedModel(script)  # type: ignore[arg-type]


def test_function() -> None:
    """A function sees the call and gives the answer, sync and async alike."""
    model = ScriptedModel(lambda call: call.id)
    assert model.send(a_call("a")) == Reply(text="a")
    assert asyncio.run(model.asend(a_call("b"))) == Reply(text="b")
    assert [call.id for call in model.calls] == ["a", "b"]


def test_forms_of_an_answer() -> None:
    """A reply comes as it is, a text as a reply, a mapping as JSON text, an exception is raised."""
    cut = Reply(text="{", finish="length")
    error = ModelUnavailable("down")
    model = ScriptedModel({"a": cut, "b": "text", "c": {"é": [1]}, "d": error})
    assert model.send(a_call("a")) is cut
    assert model.send(a_call("b")) == Reply(text="text")
    assert json.loads(model.send(a_call("c")).text) == {"é": [1]}
    with pytest.raises(ModelUnavailable) as caught:
        model.send(a_call("d"))
    assert caught.value is error
    assert len(model.calls) == 4


def test_id_before_stage() -> None:
    """A call's id is looked up before its stage; an answer alone serves every such call."""
    model = ScriptedModel({"extract": "stage", "extract:c1": "id"})
    assert [model.send(a_call(i)).text for i in ("extract:c1", "extract:c2", "extract:c3")] == ["id", "stage", "stage"]


def test_answers_in_turn() -> None:
    """Answers of a list are used once each, in order; one call more is told so."""
    model = ScriptedModel({"extract": [ModelUnavailable("down"), "second"]})
    with pytest.raises(ModelUnavailable):
        model.send(a_call())
    assert model.send(a_call()).text == "second"
    with pytest.raises(ConfigError, match="2 answers for 'extract'"):
        model.send(a_call())


def test_unknown_call() -> None:
    """A call that the script does not foresee is told, with what the script has."""
    with pytest.raises(ConfigError, match=r"'write'.*'extract:c1'.*'extract'"):
        ScriptedModel({"write": "x"}).send(a_call())


def test_threads() -> None:
    """From eight threads, each answer of a list is used exactly once and no call is lost."""
    model = ScriptedModel({"extract": [str(i) for i in range(400)]})

    def ask(i: int) -> str:
        return model.send(a_call(f"extract:c{i}")).text

    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(ask, range(400)))
    assert sorted(texts, key=int) == [str(i) for i in range(400)]
    assert {call.id for call in model.calls} == {f"extract:c{i}" for i in range(400)}


def test_calls_do_not_change() -> None:
    """What `calls` gave once is not changed by a later call."""
    model = ScriptedModel({"extract": "x"})
    model.send(a_call())
    before: tuple[Call, ...] = model.calls
    model.send(a_call())
    assert (len(before), len(model.calls)) == (1, 2)
