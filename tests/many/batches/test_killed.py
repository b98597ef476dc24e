"""A process that is killed loses nothing, and nothing is paid twice; `benchmarks/batch_api.py` has more of it."""

from __future__ import annotations

from pathlib import Path

import batch_api
from batch_server import BatchServer
from batches import by, none_paid_twice

from summarizer import Result


def test_a_process_that_is_killed_is_gone_on_with(tmp_path: Path) -> None:
    """Between rounds and within them, with lines that failed and a batch that expired."""
    with BatchServer(course=batch_api.course, fault=batch_api.fault) as server:
        kills, out = batch_api.killed(server, tmp_path / "b", count=12, kills=3, seed=3, latest=3.0)
        assert kills == 3
        assert out.count(" Result") == 12
        with by(server) as summarizer:
            results = list(summarizer.collect(tmp_path / "b"))
        assert all(isinstance(one, Result) for one in results)
        assert batch_api.unlike(results) == 0
        assert none_paid_twice(server)
