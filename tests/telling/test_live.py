"""A fact is told as soon as it holds, before the run is over, and its last word follows."""

from __future__ import annotations

import json
from typing import Literal

import pytest
from counted import REPORT, reworded
from scripts import honest

from summarizer import (
    Call,
    CallSent,
    ChunkPolicy,
    Event,
    FactHeld,
    FactRejected,
    FactTicked,
    Reply,
    ScriptedModel,
    Summarizer,
)

SMALL = ChunkPolicy(max_tokens=600)


def told(*, verification: Literal["fast", "standard", "strict"], chunks: ChunkPolicy | None = None) -> list[Event]:
    """All that is told of an article that an honest model works on."""
    said = honest(reword=reworded)

    def answer(call: Call) -> Reply:
        return Reply(text=json.dumps(said(call)))

    events: list[Event] = []
    made = Summarizer(model=ScriptedModel(answer), chunks=chunks, verification=verification, on_event=events.append)
    made.summarize(REPORT)
    return events


@pytest.mark.parametrize("verification", ["fast", "standard", "strict"])
@pytest.mark.parametrize("chunks", [None, SMALL])
def test_each_fact_that_holds_is_told_once_and_its_last_word_later(
    verification: Literal["fast", "standard", "strict"], chunks: ChunkPolicy | None
) -> None:
    """Each FactHeld is supported, and is followed by one FactTicked or FactRejected of the same statement."""
    events = told(verification=verification, chunks=chunks)
    held = [event for event in events if isinstance(event, FactHeld)]
    assert held
    assert len({event.fact_id for event in held}) == len(held)
    for event in held:
        assert event.fact.verdict == "supported"
        assert event.fact.evidence
        place = events.index(event)
        last = [e for e in events[place:] if isinstance(e, FactTicked | FactRejected) and e.fact_id == event.fact_id]
        assert [one.statement for one in last] == [event.statement]


def test_facts_of_a_long_text_are_told_before_the_summary_is_asked_for() -> None:
    """In parts, facts hold while the summary is not written yet."""
    events = told(verification="standard", chunks=SMALL)
    first = next(place for place, event in enumerate(events) if isinstance(event, FactHeld))
    writing = next(i for i, e in enumerate(events) if isinstance(e, CallSent) and e.stage == "write")
    assert first < writing


def test_what_rules_settle_is_told_beside_what_a_judge_is_asked() -> None:
    """A statement that is its sentence is told as held, too, where a judge is asked about others."""

    def some(text: str) -> str:
        return reworded(text) if len(text) % 2 else text

    said = honest(reword=some)
    events: list[Event] = []
    model = ScriptedModel(lambda call: Reply(text=json.dumps(said(call))))
    Summarizer(model=model, on_event=events.append).summarize(REPORT)
    deciders = {event.fact.decided_by for event in events if isinstance(event, FactHeld)}
    assert deciders == {"judge", "verbatim"}
