"""What is told of facts and of a summary are frozen values that hold what the result holds."""

from __future__ import annotations

import pytest
from counted import NEWS, counting
from pydantic import ValidationError

from summarizer import Event, FactTicked, Summarizer
from summarizer.telling.events import FactHeld, FactRejected, FailureNoted, NoticeGiven, SentenceKept


def told(text: str) -> list[Event]:
    """All that is told of one article."""
    events: list[Event] = []
    Summarizer(model=counting(), on_event=events.append).summarize(text)
    return events


def test_each_survives_json_and_never_changes() -> None:
    """`type(e).model_validate_json(e.model_dump_json()) == e`, of every kind that a run tells."""
    events = told(NEWS)
    assert {FactHeld, FactTicked, FactRejected, SentenceKept} <= {type(event) for event in events}
    for event in events:
        assert type(event).model_validate_json(event.model_dump_json()) == event
    with pytest.raises(ValidationError, match="frozen"):
        events[0].at = 0.0  # type: ignore[misc]


def test_what_holds_words_of_the_article_is_for_no_log() -> None:
    """All events of facts, sentences, failures and notices are told to hooks alone."""
    assert not any(kind.is_logged for kind in (FactHeld, FactTicked, FactRejected, SentenceKept))
    assert not any(kind.is_logged for kind in (FailureNoted, NoticeGiven))
