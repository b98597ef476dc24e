"""Calls and replies as values."""

from __future__ import annotations

import dataclasses

import pytest
from calls import a_call

from summarizer.calls.call import Reply, Tokens
from summarizer.calls.message import Message


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
