"""Events are frozen values that say when, and about which article."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import summarizer
from summarizer.runtime.observing import events
from summarizer.runtime.observing.events import CallReplayed, Event


def test_every_event_can_be_named_by_users() -> None:
    """Each kind of event is at the door, says when and about what, and nothing of a prompt or a reply."""
    kinds = [kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, Event)]
    assert len(kinds) == 14
    for kind in kinds:
        assert getattr(summarizer, kind.__name__) is kind
        assert {"at", "article"} <= set(kind.model_fields)
        assert not {"messages", "text", "reply"} & set(kind.model_fields)


def test_an_event_does_not_change() -> None:
    """Events may be kept and handed on: nobody can change them."""
    event = CallReplayed(at=1.0, article="a", stage="write", call_id="write")
    with pytest.raises(ValidationError, match="frozen"):
        event.call_id = "other"  # type: ignore[misc]
