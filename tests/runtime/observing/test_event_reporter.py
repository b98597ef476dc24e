"""What is told of a run: events in their order, and a log without a word of the article."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from pathlib import Path

import pytest
from counted import NEWS, QUICK, REPORT, counting, reworded
from scripts import honest

from summarizer import (
    Call,
    CallAnswered,
    CallFailed,
    CallReplayed,
    CallRetried,
    CallSent,
    Event,
    FactRejected,
    FactTicked,
    ModelUnavailable,
    Reply,
    ScriptedModel,
    StageFinished,
    StageStarted,
    Summarizer,
)
from summarizer.models.scripted import Answer


def events_of(*, run_async: bool) -> list[Event]:
    seen, told = Counter[str](), list[Event]()
    good = counting()

    def shaky(call: Call) -> Answer:
        seen[call.id] += 1
        return ModelUnavailable("down", status=503) if seen[call.id] == 1 else good.send(call)

    summarizer = Summarizer(model=ScriptedModel(shaky), retry=QUICK, on_event=told.append)
    result = asyncio.run(summarizer.asummarize(REPORT)) if run_async else summarizer.summarize(REPORT)
    assert [e.fact_id for e in told if isinstance(e, FactTicked)] == [f.id for f in result.facts]
    assert [e.fact_id for e in told if isinstance(e, FactRejected)] == [f.id for f in result.rejected]
    assert {e.article for e in told} == {result.document.sha256}
    assert sum(isinstance(e, CallSent) for e in told) == result.usage.calls
    assert sum(isinstance(e, CallFailed) for e in told) == result.usage.failed
    return told


@pytest.mark.parametrize("run_async", [False, True])
def test_events_tell_what_happens(run_async: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """Each try is sent once and ends once; retries stand between; stages open before their calls and close after."""
    told = events_of(run_async=run_async)
    assert [e.at for e in told] == sorted(e.at for e in told)
    opened: set[str] = set()
    under_way: set[tuple[str, int]] = set()
    for event in told:
        match event:
            case StageStarted():
                assert event.stage not in opened
                opened.add(event.stage)
            case StageFinished():
                opened.remove(event.stage)
                assert event.seconds >= 0
            case CallSent():
                assert event.stage in opened
                under_way.add((event.call_id, event.number))
            case CallAnswered() | CallFailed():
                under_way.remove((event.call_id, event.number))
    assert not opened
    assert not under_way
    assert {e.status for e in told if isinstance(e, CallFailed)} == {503}
    assert sum(isinstance(e, CallRetried) for e in told) == sum(isinstance(e, CallFailed) for e in told)


def test_replays_are_told(tmp_path: Path) -> None:
    """A warm run tells of replays, and of no try."""
    told: list[Event] = []
    with Summarizer(model=counting(), cache=tmp_path / "r") as cold:
        calls = cold.summarize(NEWS).usage.calls
    with Summarizer(model=counting(), cache=tmp_path / "r", on_event=told.append) as warm:
        warm.summarize(NEWS)
    assert sum(isinstance(e, CallReplayed) for e in told) == calls
    assert not any(isinstance(e, CallSent) for e in told)


def test_a_hook_that_raises_costs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """The result is the same as without it; the traceback is logged, once, and the hook is left alone in this run."""
    asked: list[Event] = []

    def broken(event: Event) -> None:
        asked.append(event)
        raise ValueError("a bug of the user's")

    summarizer = Summarizer(model=counting(), on_event=broken)
    assert summarizer.summarize(NEWS) == Summarizer(model=counting()).summarize(NEWS)
    assert len(asked) == 1
    assert caplog.text.count("ValueError: a bug of the user's") == 1


def test_no_word_of_the_article_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """At every level the log holds ids, counts and names of errors; a failure is a warning, the end is for INFO."""
    script = honest(reword=reworded)

    def broken(call: Call) -> Answer:
        return Reply(text=NEWS, finish="refusal") if call.stage == "write" else script(call)

    with caplog.at_level(logging.DEBUG):
        result = Summarizer(model=ScriptedModel(broken)).summarize(NEWS)
    assert result.failures
    assert not [s for s in result.document.text.split(". ") if len(s) > 20 and s in caplog.text]  # type: ignore[union-attr]
    assert "Kittiwake" not in caplog.text
    assert [r.levelname for r in caplog.records if "failed: ReplyRefused" in r.message] == ["WARNING"]
    assert [r.levelname for r in caplog.records if "facts ticked" in r.message] == ["INFO"]
