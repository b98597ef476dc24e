"""A stream of a summarizer ends with what `summarize` returns, and told all of it on the way."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing
from pathlib import Path

import pytest
from counted import NEWS, QUICK, REPORT, counting
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_server import ScriptedServer, always, sleep

import summarizer
from summarizer import (
    Call,
    CallAnswered,
    ChunkPolicy,
    ConfigError,
    Event,
    FactRejected,
    FactTicked,
    InputError,
    ModelUnavailable,
    Prices,
    Result,
    ScriptedModel,
    SentenceKept,
    Summarizer,
)
from summarizer.models.scripted import Answer

SENTENCES = [line for line in REPORT.split("\n") if len(line) > 40]


async def all_of(stream: AsyncGenerator[Event | Result]) -> list[Event | Result]:
    """What a stream brings."""
    return [one async for one in stream]


def holds_together(told: list[Event | Result], expected: Result) -> None:
    """The last is the result, and the others say what is in it."""
    *events, last = told
    assert last == expected
    assert {e.fact for e in events if isinstance(e, FactTicked)} == set(expected.facts)
    assert [e.fact for e in events if isinstance(e, FactTicked)] == list(expected.facts)
    assert [e.fact for e in events if isinstance(e, FactRejected)] == list(expected.rejected)
    assert [e.sentence for e in events if isinstance(e, SentenceKept)] == list(expected.summary.sentences())
    assert not any(isinstance(event, Result) for event in events)


@given(
    lines=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12, unique=True),
    with_model=st.booleans(),
    small=st.booleans(),
    max_facts=st.none() | st.integers(1, 4),
)
@settings(max_examples=6, deadline=None)
def test_the_last_value_is_what_summarize_returns(
    lines: list[str],
    with_model: bool,  # noqa: FBT001 - a parameter of the test
    small: bool,  # noqa: FBT001 - as above
    max_facts: int | None,
) -> None:
    """For any text, with a model or none, in one piece or parts, blocking or on a loop."""
    text = "\n\n".join(lines)
    made = Summarizer(model=counting() if with_model else None, chunks=ChunkPolicy(max_tokens=400) if small else None)
    expected = made.summarize(text, max_facts=max_facts)
    holds_together(list(made.stream(text, max_facts=max_facts)), expected)
    holds_together(asyncio.run(all_of(made.astream(text, max_facts=max_facts))), expected)


def test_streams_run_side_by_side_and_inside_a_running_loop() -> None:
    """Several of one object, in turns; a blocking one inside a coroutine."""
    made = Summarizer(model=counting())
    expected = {text: made.summarize(text) for text in (NEWS, REPORT)}

    async def both() -> list[Event | Result]:
        first, other = await asyncio.gather(all_of(made.astream(NEWS)), all_of(made.astream(REPORT)))
        assert other[-1] == expected[REPORT]
        return [first[-1], *list(made.stream(NEWS))[-1:]]

    assert asyncio.run(both()) == [expected[NEWS]] * 2
    one, other = made.stream(NEWS), made.stream(REPORT)
    taken: list[Event | Result] = []
    for pair in zip(one, other, strict=False):
        taken += pair
    assert list(one)[-1:] == [expected[NEWS]] or expected[NEWS] in taken
    assert list(other)[-1:] == [expected[REPORT]] or expected[REPORT] in taken


def test_the_hook_of_the_user_is_told_too() -> None:
    """`on_event` sees the same events; one that raises silences itself, and not the stream."""
    heard: list[Event] = []
    told = list(Summarizer(model=counting(), on_event=heard.append).stream(NEWS))
    assert told[:-1] == heard

    def broken(_event: Event) -> None:
        raise ValueError("a bug of the user's")

    again = list(Summarizer(model=counting()).stream(NEWS, on_event=broken))
    assert [type(one) for one in again] == [type(one) for one in told]


def test_cost_is_told_with_each_reply() -> None:
    """The costs of the replies are those of the result."""
    made = Summarizer(model=counting(), prices=Prices(tokens_in="1", tokens_out="4"))
    *events, result = made.stream(NEWS)
    assert isinstance(result, Result)
    costs = [event.cost for event in events if isinstance(event, CallAnswered)]
    assert sum(cost for cost in costs if cost is not None) == result.usage.cost
    assert None not in costs


def test_an_error_of_the_run_is_raised_from_the_stream() -> None:
    """A model that is not reached: what was told comes first, then the error; a wrong choice is told at once."""

    def down(_call: Call) -> Answer:
        return ModelUnavailable("down", status=503)

    made = Summarizer(model=ScriptedModel(down), retry=QUICK)
    seen: list[Event | Result] = []
    with pytest.raises(ModelUnavailable, match="down"):
        seen.extend(made.stream(NEWS))
    with pytest.raises(ModelUnavailable, match="down"):
        asyncio.run(all_of(made.astream(NEWS)))
    with pytest.raises(ConfigError, match="max_facts"):
        made.stream(NEWS, max_facts=0)
    with pytest.raises(ConfigError, match="max_facts"):
        made.astream(NEWS, max_facts=0)
    with pytest.raises(InputError):
        made.stream("")


def leave(stream: Generator[Event | Result], *, after: type[Event]) -> float:
    """Seconds that it takes to leave a stream once such an event came."""
    next(one for one in stream if isinstance(one, after))
    begun = time.monotonic()
    stream.close()
    return time.monotonic() - begun


def test_whoever_leaves_ends_requests_under_way(tmp_path: Path) -> None:
    """Over HTTP: a server that takes a minute is not waited for, and no thread of the stream is left."""
    with ScriptedServer(always(sleep(60))) as http:
        with Summarizer(model="m", base_url=http.base_url, api_key="k", cache=tmp_path / "kept") as made:
            assert leave(made.stream(NEWS), after=summarizer.CallSent) < 5

            async def left() -> float:
                async with aclosing(made.astream(NEWS)) as stream:
                    async for one in stream:
                        if isinstance(one, summarizer.CallSent):
                            break
                    begun = time.monotonic()
                return time.monotonic() - begun

            assert asyncio.run(left()) < 5
        assert not [one for one in threading.enumerate() if one.name == "summarizer-stream"]


def test_what_was_paid_for_stays_in_the_cache(tmp_path: Path) -> None:
    """A stream that is left after two replies has them kept: the next run asks for the others alone."""
    with Summarizer(model=counting(), cache=tmp_path / "kept") as made:
        stream, answers = made.stream(REPORT), 0
        for one in stream:
            answers += isinstance(one, CallAnswered)
            if answers == 2:
                break
        stream.close()
        again = made.summarize(REPORT)
    alone = Summarizer(model=counting()).summarize(REPORT)
    assert again.facts == alone.facts
    assert sum(stage.replayed for stage in again.usage.by_stage.values()) >= 1
    assert again.usage.calls < alone.usage.calls


def test_the_functions_of_the_door_stream_too() -> None:
    """`summarizer.stream` and `astream` are the object in one line, and close it."""
    *_, last = summarizer.stream(NEWS, model=counting(), max_facts=2)
    assert last == summarizer.summarize(NEWS, model=counting(), max_facts=2)
    told = asyncio.run(all_of(summarizer.astream(NEWS, model=counting(), max_facts=2)))
    assert told[-1] == last
