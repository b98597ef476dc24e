"""Rounds end, whatever a server does at random; and so do those that nobody waits for any more."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import scripted_server as act
from batch_server import QUICK, Asked, BatchServer, Course, error_line
from batches import articles, by, mapped, none_paid_twice, told

from summarizer import BatchDelayed, BatchPolicy, SummarizerError
from summarizer.calls.call import Call
from summarizer.many.batches.submission import submission


@pytest.mark.parametrize("seed", range(4))
def test_everything_at_once(tmp_path: Path, seed: int) -> None:
    """Errors at requests and lines, expiry, sizes, room: each article comes, and none is paid twice."""
    draw = random.Random(seed)  # noqa: S311 -- guards nothing

    def gate(asked: Asked) -> act.Action | None:
        return (
            draw.choice([act.status(429), act.status(500), act.reset_before_body()]) if draw.random() < 0.15 else None
        )

    def fault(call: Call, number: int) -> Mapping[str, Any] | None:
        return error_line(503) if number == 1 and draw.random() < 0.1 else None

    def course(number: int) -> Course:
        if number > 8 or draw.random() < 0.6:
            return Course(seconds=draw.choice([0, 0.1]))
        return Course(ending="expired", share=draw.random())

    server = BatchServer(gate=gate, fault=fault, course=course, most_bytes=60_000, most_under_way=2)
    with server, by(server) as summarizer:
        summarizer.submit(articles(8), tmp_path / "b")
        assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(8)
        assert none_paid_twice(server)


def test_one_batch_in_trouble_holds_up_no_other(tmp_path: Path) -> None:
    """The others are looked at, and gone on with."""

    def gate(asked: Asked) -> act.Action | None:
        return act.status(500) if asked.path == "/batches/batch_1" and len(server.batches) < 6 else None

    server = BatchServer(gate=gate)
    policy = BatchPolicy(first_look=0.05, longest_pause=0.2, patience=20.0, most_requests=1)
    with server, by(server, batches=policy) as summarizer:
        summarizer.submit(articles(3), tmp_path / "b")
        assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(3)
        assert none_paid_twice(server)


def test_waits_grow_and_are_told(tmp_path: Path) -> None:
    """After each failure at a stretch."""
    events: list[object] = []
    gate = [act.status(500)] * 5
    with BatchServer(gate=lambda asked: gate.pop() if gate else None) as server, by(server) as summarizer:
        summarizer.submit(articles(1), tmp_path / "b")
        list(summarizer.collect(tmp_path / "b", on_event=events.append))
    waits = [one.seconds for one in events if isinstance(one, BatchDelayed)]
    assert waits == sorted(waits)
    assert len(waits) >= 3
    assert max(waits) <= QUICK.longest_pause


def test_a_step_that_is_stopped_ends_soon(tmp_path: Path) -> None:
    """Before the next article; the rest is for whoever comes next."""
    with BatchServer() as server, by(server) as summarizer:
        summarizer.submit(articles(1), tmp_path / "b")
        jobs = summarizer._jobs
        with submission(tmp_path / "b", jobs_of=lambda _: jobs, policy=QUICK) as one:
            one.rounds.stop()
            with pytest.raises(SummarizerError, match="call collect to go on"):
                one.rounds.step()
        assert [told(each) for each in summarizer.collect(tmp_path / "b")] == mapped(1)
