"""By a batch endpoint a batch makes the same table, and goes on where it was killed as it does by calls."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from batch_server import BatchServer, error_line
from batches import articles, by, none_paid_twice

from summarizer import BatchSent, Summarizer
from summarizer.batch.journal import Journal
from summarizer.batch.plan import BatchPlan, BatchReport
from summarizer.batch.rows import Row
from summarizer.batch.run import run_batch
from summarizer.calls.call import Call
from summarizer.cli.main import main


class Stopped(BaseException):
    """Ends a process as a kill would."""


def run(summarizer: Summarizer, plan: BatchPlan, count: int) -> BatchReport:
    """Work off so many articles."""
    rows = [Row(number=number, article=one) for number, one in enumerate(articles(count), start=1)]
    with summarizer, Journal.opened(plan.folder) as journal:
        journal.hold_to({**summarizer.fingerprint, **plan.settings})
        return run_batch(rows, summarizer=summarizer, journal=journal, plan=plan)


def lines(path: Path) -> list[dict[str, Any]]:
    """The rows of a table."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_table_is_the_same_and_a_stopped_run_goes_on(tmp_path: Path) -> None:
    """Whenever a batch was sent; more rows may follow."""

    def stop(event: object) -> None:
        if isinstance(event, BatchSent):
            raise Stopped

    plain = BatchPlan(out=tmp_path / "plain.jsonl")
    plan = BatchPlan(out=tmp_path / "out.jsonl", via="batch-api")
    with BatchServer() as server:
        for _ in range(5):
            try:
                report = run(by(server, on_event=stop), plan, 3)
            except Stopped:
                continue
            break
        assert report.finished + report.before == 3
        assert none_paid_twice(server)
        assert server.sizes == [3, 3, 3]
        report = run(by(server), plan, 4)
        assert (report.finished, report.before) == (1, 3)
        assert server.sizes == [3, 3, 3, 1, 1, 1]
        run(by(server), plain, 4)
    assert lines(plan.out) == lines(plain.out)


def test_what_failed_is_worked_on_again_on_request(tmp_path: Path) -> None:
    """And nothing else."""
    healed = False

    def fault(call: Call, number: int) -> Mapping[str, Any] | None:
        first = "Station 0 " in call.messages[-1].content
        return error_line(403, "no credit") if first and not healed else None

    plan = BatchPlan(out=tmp_path / "out.jsonl", via="batch-api")
    with BatchServer(fault=fault) as server:
        assert run(by(server), plan, 2).states == {"done": 1, "failed": 1}
        healed = True
        assert run(by(server), plan, 2).states == {"done": 1, "failed": 1}
        again = BatchPlan(out=tmp_path / "out.jsonl", via="batch-api", retry_failed=True)
        assert run(by(server), again, 2).states == {"done": 2}
        assert none_paid_twice(server)


def test_no_bound_is_taken_that_could_not_be_kept(tmp_path: Path) -> None:
    """The command says so before anything is read."""
    try:
        status = main(["batch", "in.jsonl", "-o", str(tmp_path / "o.jsonl"), "--via", "batch-api", "--max-calls", "5"])
    except SystemExit as ended:
        status = int(str(ended.code))
    assert status == 2
