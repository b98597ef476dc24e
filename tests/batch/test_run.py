"""A batch works off what is not finished, and each article is in its table once."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from exams import passing
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Budget, BudgetPolicy, Prices, ScriptedModel, Summarizer
from summarizer.batch.journal import Journal
from summarizer.batch.plan import BatchPlan, BatchReport, left_of
from summarizer.batch.rows import Row
from summarizer.batch.run import STREAK, run_batch, spent_by
from summarizer.calls.call import Call, Reply
from summarizer.calls.task import Scenario
from summarizer.errors import InputError, ModelRejected, ModelUnavailable
from summarizer.pipelines.tasks import stand_in_for
from summarizer.result import Result
from summarizer.runtime.retry import RetryPolicy

TEXT = "The council of Brenta closed bridge {} on Monday. Engineers had found cracks in its cables."


def rows(number: int, *, start: int = 0) -> list[Row]:
    """So many articles."""
    return [
        Row(number=place, article={"text": TEXT.format(start + place), "id": f"a{start + place}"})
        for place in range(1, number + 1)
    ]


def answers(call: Call) -> Reply:
    """What a model would say; of the seventh bridge it is told nothing."""
    if any("bridge 7 " in message.content for message in call.messages):
        raise ModelRejected("no", call_id=call.id)
    return stand_in_for(call, Scenario())


class Batch:
    """A batch in a folder."""

    def __init__(self, folder: Path, **plan: Any) -> None:
        self.plan = BatchPlan(out=folder / plan.pop("name", "out.jsonl"), **plan)
        self.model = ScriptedModel(passing(answers))

    def run(self, articles: Any, *, model: Any = None, bound: BudgetPolicy | None = None) -> BatchReport:
        """Run it over these rows."""
        with Journal.opened(self.plan.folder) as journal:
            budget = Budget(left_of(bound, journal.spent_before)) if bound else None
            with Summarizer(
                model=model or self.model,
                exam="never",
                cache=self.plan.cache,
                budget=budget,
                prices=Prices(tokens_in=1, tokens_out=1),
                retry=RetryPolicy(tries=1),
                workers=2,
            ) as summarizer:
                journal.hold_to(summarizer.fingerprint)
                return run_batch(articles, summarizer=summarizer, journal=journal, plan=self.plan)

    @property
    def table(self) -> list[dict[str, Any]]:
        """Its rows."""
        return [json.loads(line) for line in self.plan.out.read_bytes().splitlines()]

    @property
    def ids(self) -> list[str]:
        """The articles of the table."""
        return [row["article_id"] for row in self.table]

    @property
    def failures(self) -> list[tuple[str, str]]:
        """What failed, and how."""
        if not self.plan.failures.exists():
            return []
        lines = [json.loads(line) for line in self.plan.failures.read_text("utf-8").splitlines()]
        return [(line["id"], line["error"]) for line in lines]


def test_each_article_is_in_the_table_once_in_the_order_of_the_input(tmp_path: Path) -> None:
    """One that fails is in the file of failures, and ends no other."""
    batch = Batch(tmp_path)
    report = batch.run(rows(9))
    assert batch.ids == [f"a{place}" for place in range(1, 10) if place != 7]
    assert batch.failures == [("a7", "ModelRejected")]
    assert (report.finished, report.before, report.rows, report.failed, report.stopped) == (9, 0, 8, 1, "")
    assert all(row["facts"] for row in batch.table)


def test_what_is_finished_is_not_done_again(tmp_path: Path) -> None:
    """Not one call is made, and the table is the same."""
    batch = Batch(tmp_path)
    batch.run(rows(9))
    table, calls = batch.plan.out.read_bytes(), len(batch.model.calls)
    report = batch.run(rows(9))
    assert (report.finished, report.before) == (0, 9)
    assert batch.plan.out.read_bytes() == table
    assert len(batch.model.calls) == calls


def test_more_articles_are_done_beside_those_that_are(tmp_path: Path) -> None:
    """And one that is given otherwise than before is done anew."""
    batch = Batch(tmp_path)
    batch.run(rows(3))
    first, *others = rows(5)
    changed = Row(number=1, article={**(first.article or {}), "title": "A bridge"})
    report = batch.run([changed, *others])
    assert (report.finished, report.before) == (3, 2)
    assert batch.ids == ["a1", "a2", "a3", "a4", "a5"]
    assert batch.table[0]["title"] == "A bridge"


def test_the_table_holds_the_articles_of_the_input(tmp_path: Path) -> None:
    """What it has no more costs nothing where it comes back."""
    batch = Batch(tmp_path)
    batch.run(rows(4))
    report = batch.run(rows(2))
    assert (report.others, batch.ids) == (2, ["a1", "a2"])
    assert batch.run(rows(4)).before == 4
    assert batch.ids == ["a1", "a2", "a3", "a4"]


def test_rows_that_are_no_articles_are_failures_until_they_are_mended(tmp_path: Path) -> None:
    """So is a second article under an id that is taken; the same row again is none."""
    batch = Batch(tmp_path)
    first, second = rows(2)
    rows_given = [first, Row(number=2, fault="no JSON"), Row(number=3, article=first.article)]
    rows_given += [Row(number=4, article={**(second.article or {}), "id": "a1"})]
    report = batch.run(rows_given)
    assert batch.failures == [("row 2", "InputError"), ("row 4", "InputError")]
    assert (report.repeated, report.failed, batch.ids) == (1, 2, ["a1"])
    assert batch.run(rows(4)).failed == 0
    assert batch.failures == []
    assert not batch.plan.failures.exists()


def test_what_failed_is_tried_again_on_request(tmp_path: Path) -> None:
    """And not without."""
    batch = Batch(tmp_path)
    batch.run(rows(8))
    whole = ScriptedModel(passing(lambda call: stand_in_for(call, Scenario())))
    assert batch.run(rows(8), model=whole).finished == 0
    again = Batch(tmp_path, retry_failed=True)
    report = again.run(rows(8), model=whole)
    assert (report.finished, report.before, report.failed) == (1, 7, 0)
    assert again.ids == [f"a{place}" for place in range(1, 9)]


@pytest.mark.parametrize("bound", [BudgetPolicy(calls=11), BudgetPolicy(cost="0.03")])
def test_a_budget_is_for_all_runs_together_and_leaves_articles_open(bound: BudgetPolicy, tmp_path: Path) -> None:
    """Nothing that was paid for is paid for twice."""
    batch = Batch(tmp_path, bounded=True)
    first = batch.run(rows(6), bound=bound)
    assert first.stopped == "spent"
    assert 0 < len(batch.ids) < 6
    for _ in range(3):
        batch.run(rows(6), bound=bound)
    with Journal.opened(batch.plan.folder) as journal:
        spent = journal.spent_before
    assert spent.calls == len(batch.model.calls)
    assert spent.calls <= (bound.calls or spent.calls)
    assert spent.cost <= Decimal(str(bound.cost or spent.cost))
    last = Batch(tmp_path)
    assert last.run(rows(6)).stopped == ""
    assert last.ids == [f"a{place}" for place in range(1, 7)]
    assert batch.failures == []


def test_an_articles_own_budget_ends_only_that_article(tmp_path: Path) -> None:
    """It is finished in part, and the batch goes on."""
    batch = Batch(tmp_path)
    with Journal.opened(batch.plan.folder) as journal:
        made = Summarizer(model=batch.model, exam="never", article_budget=BudgetPolicy(calls=2), workers=2)
        report = run_batch(rows(3), summarizer=made, journal=journal, plan=batch.plan)
    assert (report.finished, report.stopped) == (3, "")


def test_a_server_that_is_down_ends_the_run_and_fails_no_article(tmp_path: Path) -> None:
    """A key that is refused would else make a million failures."""

    def down(call: Call) -> Reply:
        raise ModelUnavailable("is it running?", call_id=call.id)

    batch = Batch(tmp_path)
    model = ScriptedModel(down)
    report = batch.run(rows(500), model=model)
    assert "is it running?" in report.stopped
    assert (report.finished, report.failed, batch.table) == (0, 0, [])
    assert len(model.calls) < 4 * STREAK
    assert batch.run(rows(30)).finished == 30


def test_who_interrupts_gets_what_is_finished(tmp_path: Path) -> None:
    """The rest is done by the next run."""
    batch = Batch(tmp_path)

    def source() -> Iterator[Row]:
        yield from rows(6)
        raise KeyboardInterrupt

    report = batch.run(source())
    assert report.stopped == "interrupted"
    assert len(batch.ids) == report.finished
    assert batch.run(rows(6)).before == report.finished
    assert batch.ids == [f"a{place}" for place in range(1, 7)]


def test_a_table_that_takes_too_long_is_left_as_it_was(tmp_path: Path) -> None:
    """Who interrupts is not kept waiting; the next run writes it."""

    class SlowJournal(Journal):
        def rows(self) -> Iterator[dict[str, Any]]:
            for row in super().rows():
                time.sleep(0.6)
                yield row

    batch = Batch(tmp_path)
    batch.run(rows(5))
    before = batch.plan.out.read_bytes()

    def source() -> Iterator[Row]:
        raise KeyboardInterrupt
        yield

    with SlowJournal.opened(batch.plan.folder) as journal, Summarizer(model=None) as summarizer:
        report = run_batch(source(), summarizer=summarizer, journal=journal, plan=batch.plan)
    assert (report.stopped, report.rows) == ("interrupted", None)
    assert batch.plan.out.read_bytes() == before


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=6, unique=True))
@settings(max_examples=25, deadline=None)
def test_whatever_articles_are_called_each_is_there_once(ids: list[str]) -> None:
    """Also where a name holds line ends, quotes or NUL."""
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(Path(folder))
        given_rows = [
            Row(number=place, article={"text": TEXT.format(place), "id": name})
            for place, name in enumerate(ids, start=1)
        ]
        with Journal.opened(batch.plan.folder) as journal, Summarizer(model=None) as summarizer:
            report = run_batch(given_rows, summarizer=summarizer, journal=journal, plan=batch.plan)
        assert report.states == {"done": len(ids)}
        assert batch.ids == ids


def test_rows_that_end_in_an_error_leave_what_is_finished(tmp_path: Path) -> None:
    """The error comes through, and the table is there."""
    batch = Batch(tmp_path)

    def source() -> Iterator[Row]:
        yield from rows(6)
        raise InputError("damaged")

    with pytest.raises(InputError, match="damaged"):
        batch.run(source())
    assert len(batch.ids) <= 6
    assert batch.run(rows(6)).failed == 0


def test_a_row_may_be_a_fact_or_a_whole_result(tmp_path: Path) -> None:
    """Facts have places, whole results are those of `summarize`."""
    facts = Batch(tmp_path, name="f.parquet", rows="facts")
    facts.run(rows(2))
    table = pyarrow.parquet.read_table(facts.plan.out).to_pylist()
    assert {row["article_id"] for row in table} == {"a1", "a2"}
    assert all(row["places"] for row in table)
    results = Batch(tmp_path, name="r.jsonl", rows="results")
    results.run(rows(1))
    with Summarizer(model=Batch(tmp_path).model, exam="never") as summarizer:
        alone = summarizer.summarize(rows(1)[0].article or "")
    kept = Result.model_validate(results.table[0]["result"])
    assert kept.facts == alone.facts
    assert kept.document.text == TEXT.format(1)
    without = Batch(tmp_path, name="t.jsonl", rows="results", with_text=False)
    without.run(rows(1))
    assert "bridge 1 on Monday. Engineers" not in json.dumps(without.table[0]["result"]["document"])


def test_what_is_spent_counts_money_where_prices_are_known() -> None:
    """And nothing where they are not."""
    for prices, known in ((Prices(tokens_in=1, tokens_out=1), True), (None, False)):
        with Summarizer(model=ScriptedModel(passing(answers)), exam="never", prices=prices) as summarizer:
            summarizer.summarize(TEXT.format(1))
            spent = spent_by(summarizer)
        assert spent.calls > 0
        assert (spent.cost > Decimal(0)) <= known
