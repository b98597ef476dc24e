"""A turn of a conversation is a value."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from summarizer.calls.message import Message


def test_it_cannot_be_changed() -> None:
    """Who speaks and what is said stay as they are, and equal turns are equal."""
    message = Message(role="user", content="Hello")
    assert message == Message(role="user", content="Hello")
    with pytest.raises(FrozenInstanceError):
        message.content = "Bye"  # type: ignore[misc]
