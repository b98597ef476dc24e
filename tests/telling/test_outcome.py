"""At the end all that the result holds is told, in its order."""

from __future__ import annotations

from counted import REPORT, counting
from scripts import honest

from summarizer import (
    Call,
    Event,
    FactRejected,
    FactTicked,
    FailureNoted,
    NoticeGiven,
    Reply,
    Result,
    ScriptedModel,
    SentenceKept,
    Summarizer,
)
from summarizer.models.scripted import Answer
from summarizer.telling.outcome import outcome_events


def parts_of(events: list[Event]) -> tuple[list[object], ...]:
    """What events hold, by kind."""
    return (
        [e.fact for e in events if isinstance(e, FactTicked)],
        [e.fact for e in events if isinstance(e, FactRejected)],
        [e.sentence for e in events if isinstance(e, SentenceKept)],
        [e.failure for e in events if isinstance(e, FailureNoted)],
        [e.notice for e in events if isinstance(e, NoticeGiven)],
    )


def parts_in(result: Result) -> tuple[list[object], ...]:
    """The same of a result."""
    sentences: list[object] = [*result.summary.sentences()]
    return list(result.facts), list(result.rejected), sentences, list(result.failures), list(result.notices)


def test_what_is_told_is_what_the_result_holds() -> None:
    """Facts, rejected, sentences, failures and notices, each in order."""
    result = Summarizer(model=counting()).summarize(REPORT)
    assert parts_of(list(outcome_events(result))) == parts_in(result)


def test_titles_stand_with_their_sentences() -> None:
    """Each sentence is told with the title above it; the lead has none."""
    result = Summarizer(model=None, length="long").summarize(REPORT)
    events = [event for event in outcome_events(result) if isinstance(event, SentenceKept)]
    assert list(dict.fromkeys(event.section for event in events if event.section)) == list(
        dict.fromkeys(section.title for section in result.summary.sections if section.title)
    )
    assert events[0].section == ""


def test_a_failure_is_told() -> None:
    """What the model refused is told as it stands in the result."""
    script = honest()

    def broken(call: Call) -> Answer:
        return Reply(text="", finish="refusal") if call.stage == "write" else script(call)

    events: list[Event] = []
    result = Summarizer(model=ScriptedModel(broken), on_event=events.append).summarize(REPORT)
    assert result.failures
    assert parts_of(events) == parts_in(result)
