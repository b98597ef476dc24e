"""What opens connections is copied and pickled by the arguments that it was made with."""

from __future__ import annotations

import copy
import inspect
import pickle
import threading
from collections.abc import Callable
from typing import Any

import pytest
from calls import a_call

from summarizer import AnthropicChat, ChatModel, OpenAIChat, RequestPolicy, ScriptedModel, Summarizer
from summarizer.as_given import AsGiven


class Opens(AsGiven):
    """Holds what cannot be pickled."""

    def __init__(self, first: int, *, second: str = "b") -> None:
        self.first, self.second = first, second
        self.lock = threading.Lock()


class OpensMore(Opens):
    """Has arguments of its own."""

    def __init__(self, third: int) -> None:
        super().__init__(third * 2, second="given")
        self.third = third


class OpensLikewise(Opens):
    """Has none."""


AGAIN: list[Callable[[Any], Any]] = [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]  # noqa: S301


@pytest.mark.parametrize("again", AGAIN)
def test_it_is_made_anew_of_its_arguments(again: Callable[[Any], Any]) -> None:
    """Of those of the class itself, whatever its base is made of; what it opened is another."""
    for one in (Opens(1), Opens(1, second="c"), OpensLikewise(first=3), OpensMore(4)):
        other = again(one)
        assert type(other) is type(one)
        assert (other.first, other.second) == (one.first, one.second)
        assert other.lock is not one.lock


def test_signatures_stay_what_users_read() -> None:
    """Help shows the arguments."""
    assert str(inspect.signature(OpensMore)) == "(third: 'int') -> 'None'"
    assert "workers" in inspect.signature(Summarizer).parameters


@pytest.mark.parametrize("again", AGAIN)
def test_models_are_made_anew(again: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same settings; a key of the environment is read anew, and is in no pickle."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-of-the-environment")
    request = RequestPolicy(seed=None, max_output_tokens=7)
    models: tuple[ChatModel, ...] = (
        OpenAIChat("m", base_url="http://a.example/v1", request=request, timeout=5),
        AnthropicChat("m", request=request),
        ScriptedModel({"write": "yes"}, name="tester"),
    )
    for model in models:
        assert b"sk-of" not in pickle.dumps(model)
        other = again(model)
        assert (type(other), other.name) == (type(model), model.name)
        if not isinstance(model, ScriptedModel):
            assert (other.address, other.settings) == (model.address, model.settings)  # type: ignore[attr-defined]


def test_a_script_begins_anew() -> None:
    """Answers and calls of the other one are not shared."""
    model = ScriptedModel({"extract": ["once"]})
    other = pickle.loads(pickle.dumps(model))  # noqa: S301
    assert model.send(a_call("x")).text == other.send(a_call("x")).text == "once"
    assert len(other.calls) == 1
