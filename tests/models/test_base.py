"""Calls, replies and what counts as a model."""

from __future__ import annotations

import dataclasses

import pytest
from calls import a_call

from summarizer.message import Message
from summarizer.models.base import Call, ChatModel, Reply, Tokens
from summarizer.models.scripted import ScriptedModel


class Own:
    """A model of a user's own, with nothing but what the protocol asks for."""

    name = "own"

    def send(self, call: Call) -> Reply:
        """Answer."""
        return Reply(text=call.id)

    async def asend(self, call: Call) -> Reply:
        """Answer."""
        return self.send(call)


class SyncOnly:
    """No model: it has no `asend`."""

    name = "half"

    def send(self, call: Call) -> Reply:
        """Answer."""
        return Reply(text=call.id)


def test_an_object_with_name_send_and_asend_is_a_model() -> None:
    """No base class is needed; a part missing is no model."""
    model: ChatModel = Own()
    assert isinstance(model, ChatModel)
    assert isinstance(ScriptedModel({}), ChatModel)
    assert not isinstance(SyncOnly(), ChatModel)
    assert not isinstance("gpt-5-mini", ChatModel)


def test_a_reply_of_text_alone_stopped_by_itself_and_cost_nothing() -> None:
    """The defaults are those of a plain answer."""
    assert Reply(text="x") == Reply(text="x", finish="stop", tokens=Tokens(tokens_in=0, tokens_out=0, tokens_cached=0))


def test_equal_calls_are_equal() -> None:
    """A call is all that is asked: equal parts make equal calls, another word another."""
    assert a_call() == a_call()
    assert a_call() != a_call(messages=(Message(role="user", content="Other."),))


@pytest.mark.parametrize("value", [a_call(), Reply(text="x"), Tokens(), Message(role="user", content="x")])
def test_values_never_change(value: object) -> None:
    """Calls and replies may be kept and shared between threads."""
    assert dataclasses.is_dataclass(value)
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, "y")
