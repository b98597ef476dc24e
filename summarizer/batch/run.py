"""Runs a batch: every row that is not finished is summarized, what comes is kept at once, and the table is written.

run_batch(rows, summarizer=summarizer, journal=journal, plan=BatchPlan(out=Path("out.jsonl")))
    ->  BatchReport(finished=12, before=186, …)
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final, cast

from summarizer.batch.journal import Finished, Journal, State, article_key, row_key
from summarizer.batch.plan import BatchPlan, BatchReport, digest_of, id_of
from summarizer.batch.rows import Row
from summarizer.batch.tables import write_lines, write_table
from summarizer.engine import Summarizer
from summarizer.errors import BudgetReached, InputError, ModelError
from summarizer.many.failed import Failed
from summarizer.result import Result
from summarizer.runtime.budget import Spent

# So many articles one after the other that end in an error of the model, and none that does not, are no fault of the
# articles: the key is refused, or the server is down. At a fault of every fifth article it is one in 10^14.
STREAK: Final = 20
# Who interrupts is to be answered within two seconds, and the process takes a part of them to end.
_SECONDS_TO_WRITE: Final = 1.0


@dataclass(slots=True, kw_only=True)
class _Met:
    """An article under way, as it was met."""

    row: Row
    key: str
    digest: str


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run of a batch."""

    summarizer: Summarizer
    journal: Journal
    plan: BatchPlan
    finished: int = 0
    before: int = 0
    repeated: int = 0
    stopped: str = ""
    under_way: dict[str, _Met] = field(default_factory=dict)
    # Failures that are the model's, of articles one after the other; kept once an article shows that it answers.
    streak: list[Finished] = field(default_factory=list)

    def open_articles(self, rows: Iterable[Row]) -> Iterator[Mapping[str, Any]]:
        """The articles that are not finished, each with its id; rows that are no articles are failures at once."""
        again = {"open", "failed", "partial"} if self.plan.retry_failed else {"open"}
        for row in rows:
            met = self._met(row)
            if met is not None and self.journal.state_of(met.key, digest=met.digest) not in again:
                self.before += 1
            elif met is not None:
                article_id = id_of(row)
                self.under_way[article_id] = met
                yield {**(row.article or {}), "id": article_id}
            if self.stopped:
                return

    def all_articles(self, rows: Iterable[Row]) -> Iterator[Mapping[str, Any]]:
        """Every article with its id, finished or not: a batch endpoint's file knows them by their places."""
        again = {"open", "failed", "partial"} if self.plan.retry_failed else {"open"}
        for row in rows:
            met = self._met(row)
            if met is None:
                continue
            article_id = id_of(row)
            if self.journal.state_of(met.key, digest=met.digest) in again:
                self.under_way[article_id] = replace(met, row=Row(number=row.number))  # its text is in the file
            else:
                self.before += 1
            yield {**(row.article or {}), "id": article_id}

    def results(self, rows: Iterable[Row]) -> Iterator[Result | Failed]:
        """What comes of the articles, in any order."""
        if self.plan.via == "calls":
            return self.summarizer.map(self.open_articles(rows), ordered=False)
        self.summarizer.submit(self.all_articles(rows), self.plan.submitted)
        return self.summarizer.collect(self.plan.submitted, retry_failed=self.plan.retry_failed)

    def _met(self, row: Row) -> _Met | None:
        """An article as it is met for the first time; None for a row that is none, or says one again."""
        fault = row.fault
        if not fault:
            met = _Met(row=row, key=article_key(id_of(row)), digest=digest_of(row))
            meeting = self.journal.meet(met.key, place=row.number, digest=met.digest)
            if meeting == "new":
                return met
            if meeting == "repeated":
                self.repeated += 1
                return None
            fault = f"an earlier row has the same id, {id_of(row)!r}, and says otherwise; give each article its own"
        key = row_key(row.number)
        self.journal.meet(key, place=row.number, digest="")
        self._keep(
            Finished(
                key=key,
                id=f"row {row.number}",
                place=row.number,
                digest="",
                url=None,
                state="failed",
                error=InputError.__name__,
                message=fault,
            )
        )
        return None

    def take(self, result: Result | Failed) -> None:
        """Write down what came of an article, unless not the article is to blame that nothing did."""
        met = self.under_way.pop(str(result.id), None)
        if met is None:  # it was finished before, and comes with the others of its file
            return
        errors = [result.error] if isinstance(result, Failed) else [failure.error for failure in result.failures]
        if self.plan.bounded and BudgetReached.__name__ in errors:
            self.stopped = self.stopped or "spent"
            return
        finished = self._finished(met, result, errors=errors)
        if isinstance(result, Failed) and isinstance(result.cause, ModelError):
            self.streak.append(finished)
            if len(self.streak) >= STREAK:
                self.stopped = self.stopped or f"{result.error}: {result.message}"
            return
        if not self.stopped:
            self._keep_streak()
        self._keep(finished)
        self.finished += 1

    def _finished(self, met: _Met, result: Result | Failed, *, errors: list[str]) -> Finished:
        state: State = "failed" if isinstance(result, Failed) else "partial" if errors else "done"
        messages = [result.message] if isinstance(result, Failed) else [one.message for one in result.failures]
        return Finished(
            key=met.key,
            id=str(result.id),
            place=met.row.number,
            digest=met.digest,
            url=result.url,
            state=state,
            error=", ".join(dict.fromkeys(errors)),
            message="; ".join(dict.fromkeys(messages)),
            rows=() if isinstance(result, Failed) else _rows(result, self.plan),
        )

    def _keep_streak(self) -> None:
        """Write down failures that turned out to be the articles'."""
        for failed in self.streak:
            self._keep(failed)
            self.finished += 1
        self.streak.clear()

    def _keep(self, finished: Finished) -> None:
        self.journal.keep(finished, spent=spent_by(self.summarizer))

    def end(self, *, met_all: bool) -> BatchReport:
        """Write the table and the failures; they stay as they were where a run is interrupted and has too many."""
        if not self.stopped:
            self._keep_streak()
        self.journal.note_spent(spent_by(self.summarizer))
        others = self.journal.settle() if met_all else 0
        seconds = _SECONDS_TO_WRITE if self.stopped == "interrupted" else None
        written: int | None
        try:
            rows = _until(self.journal.rows(), seconds=seconds)
            written = write_table(rows, self.plan.out, kind=self.plan.rows)
            self._write_failures()
        except _TakesTooLong:
            written = None
        return BatchReport(
            finished=self.finished,
            before=self.before,
            repeated=self.repeated,
            others=others,
            states=self.journal.counts(),
            rows=written,
            stopped=self.stopped,
        )

    def _write_failures(self) -> None:
        """The file of what failed; none where nothing did."""
        if {"failed", "partial"} & self.journal.counts().keys():
            write_lines(self.journal.failures(), self.plan.failures)
        else:
            self.plan.failures.unlink(missing_ok=True)


def run_batch(
    rows: Iterable[Row],
    *,
    summarizer: Summarizer,
    journal: Journal,
    plan: BatchPlan,
    on_result: Callable[[], object] = lambda: None,
) -> BatchReport:
    """Work off what is not finished, and write the table and the failures; whoever interrupts it gets a report too.

    Args:
        rows: the articles, taken as places become free.
        summarizer: does the work; its settings are those of the journal.
        journal: what is finished.
        plan: what to write where.
        on_result: called for each article that came to its end.

    Raises:
        InputError: the rows cannot be read to their end; what is finished is in the table.
        ConfigError: the journal or the table cannot be written.
    """
    run = _Run(summarizer=summarizer, journal=journal, plan=plan)
    try:
        journal.forget_rows()
        results = run.results(rows)
        with closing(cast("Any", results)):  # a generator; whoever leaves it cancels what is under way
            for result in results:
                run.take(result)
                on_result()
    except KeyboardInterrupt:
        run.stopped = "interrupted"
    except InputError:
        run.end(met_all=False)
        raise
    return run.end(met_all=not run.stopped)


def spent_by(summarizer: Summarizer) -> Spent:
    """What a summarizer has spent; where prices are not known, money counts for nothing."""
    usage = summarizer.usage
    return Spent(calls=usage.calls, tokens=usage.tokens_in + usage.tokens_out, cost=usage.cost or Decimal(0))


def _rows(result: Result, plan: BatchPlan) -> tuple[Mapping[str, Any], ...]:
    if plan.rows == "results":
        whole = result if plan.with_text else result.without_text()
        return ({"article_id": result.id, "url": result.url, "result": whole.model_dump(mode="json")},)
    return tuple(result.to_records(rows=plan.rows))


class _TakesTooLong(Exception):
    """There is no time to write all rows."""


def _until(rows: Iterator[Mapping[str, Any]], *, seconds: float | None) -> Iterator[Mapping[str, Any]]:
    """The rows, as long as there is time."""
    end = None if seconds is None else time.monotonic() + seconds
    for row in rows:
        if end is not None and time.monotonic() > end:
            raise _TakesTooLong
        yield row
