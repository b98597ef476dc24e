"""The command `batch`: it reads rows, works off what is not finished, and says how to go on.

run_batch_command(arguments)  ->  0, or 1 where articles failed or are open, or 130 where it was interrupted
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final, Self

from summarizer.batch.dry_run import Foreseen, foreseen
from summarizer.batch.folders import others_in
from summarizer.batch.journal import Journal, article_key
from summarizer.batch.packed import STDIN
from summarizer.batch.plan import BatchPlan, BatchReport, left_of
from summarizer.batch.rows import rows_of
from summarizer.batch.run import run_batch
from summarizer.batch.tables import check_table
from summarizer.cli.asked import (
    NO_MODEL,
    budget_of,
    estimate_table,
    judging,
    key_to_estimate,
    put_to_use,
    say_unused,
    writing,
)
from summarizer.cli.batch_arguments import columns_of
from summarizer.cli.files import say, writable, write_out
from summarizer.engine import Summarizer
from summarizer.errors import ConfigError
from summarizer.runtime.budget import Budget, BudgetPolicy

_INTERRUPTED: Final = 130
_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")
# Between two lines of progress; a terminal need not be written to for each of a thousand articles a second.
_SECONDS_BETWEEN_LINES: Final = 0.5


def run_batch_command(arguments: argparse.Namespace) -> int:
    """Do what the arguments of `batch` ask for."""
    with put_to_use():
        bound = budget_of(arguments)
        plan = BatchPlan(
            out=writable(arguments.out),
            rows=arguments.rows,
            with_text=not arguments.no_text,
            retry_failed=arguments.retry_failed,
            bounded=bound != BudgetPolicy(),
            via=arguments.via,
        )
        check_table(plan.out, rows=plan.rows)
        _check_apart(arguments.source, plan)
    return _dry_run(arguments, plan) if arguments.dry_run else _run(arguments, plan, bound)


def _check_apart(source: str, plan: BatchPlan) -> None:
    """Raises ConfigError where the table, or what belongs to it, would take the place of the articles."""
    taken = (plan.out, plan.failures)
    if source != STDIN and Path(source).resolve() in [path.resolve() for path in taken]:
        raise ConfigError(f"{source} would be replaced by what is written; give another output")


def _dry_run(arguments: argparse.Namespace, plan: BatchPlan) -> int:
    with put_to_use():
        summarizer = _summarizer(arguments, api_key=key_to_estimate(arguments))
    rows = rows_of(arguments.source, columns=columns_of(arguments))
    with summarizer:
        if not Journal.is_in(plan.folder):
            found = foreseen(
                rows,
                summarizer=summarizer,
                is_finished=lambda article_id, digest: False,  # noqa: ARG005
                by_batch=plan.via == "batch-api",
            )
        else:
            with Journal.opened(plan.folder) as journal:
                settings = _settings(summarizer, plan)
                if not arguments.redo:
                    journal.hold_to(settings)
                again = {"open", "failed", "partial"} if plan.retry_failed else {"open"}
                anew = bool(journal.changes(settings))
                found = foreseen(
                    rows,
                    summarizer=summarizer,
                    is_finished=lambda article_id, digest: (
                        not anew and journal.state_of(article_key(article_id), digest=digest) not in again
                    ),
                    by_batch=plan.via == "batch-api",
                )
    write_out(_foreseen_table(found) + "\n")
    return 0


def _run(arguments: argparse.Namespace, plan: BatchPlan, bound: BudgetPolicy) -> int:
    rows = rows_of(arguments.source, columns=columns_of(arguments))
    if plan.out.exists() and not Journal.is_in(plan.folder) and not arguments.redo:
        raise ConfigError(
            f"{plan.out} is there, and {plan.folder}, which would say how it was made, is not: give another output, or "
            "--redo to replace it"
        )
    with Journal.opened(plan.folder) as journal:
        budget = Budget(left_of(bound, journal.spent_before)) if plan.bounded else None
        with put_to_use():
            summarizer = _summarizer(arguments, cache=plan.cache, budget=budget)
        with summarizer:
            if summarizer.engine == "extractive":
                if arguments.model == "auto":
                    say(NO_MODEL.format(what="sentences of the articles stand for themselves"))
                say_unused(arguments)
            settings = _settings(summarizer, plan)
            if arguments.redo and journal.changes(settings):
                plan.submitted.unlink(missing_ok=True)  # what is under way there was asked otherwise
            journal.hold_to(settings, renew=arguments.redo)
            _say_left_out(arguments.source)
            with _Progress() as progress, _interruptible():
                try:
                    report = run_batch(
                        rows, summarizer=summarizer, journal=journal, plan=plan, on_result=progress.count
                    )
                except KeyboardInterrupt:  # while the table was written; the journal has all
                    report = None
    return _told(report, plan)


def _summarizer(arguments: argparse.Namespace, **more: Any) -> Summarizer:
    """What does the work; the budget is the whole batch's, and no article's."""
    settings = {**judging(arguments), "article_budget": None, "workers": arguments.workers, **more}
    return Summarizer(exam=arguments.exam, **writing(arguments), **settings)


def _settings(summarizer: Summarizer, plan: BatchPlan) -> dict[str, str]:
    return {**summarizer.fingerprint, **plan.settings}


def _say_left_out(source: str) -> None:
    """Say which files of a folder are no articles, so that nothing is passed over in silence."""
    if source == STDIN or not Path(source).is_dir():
        return
    others = others_in(Path(source))
    if others:
        kinds = ", ".join(f"{count} {ending or 'without an ending'}" for ending, count in sorted(others.items()))
        say(f"summarizer: not read of {source}, for they are no texts by their names: {kinds}")


def _told(report: BatchReport | None, plan: BatchPlan) -> int:
    """Say what came of it, and how to go on; the exit status."""
    if report is None or report.stopped == "interrupted":
        kept = "" if report is None else f" {report.finished} articles were finished in this run."
        table = "is as it was" if report is None or report.rows is None else "holds what is finished"
        say(f"summarizer: interrupted.{kept} {plan.out} {table}; start the same command again to go on.")
        return _INTERRUPTED
    done = report.states.get("done", 0)
    say(
        f"summarizer: {plan.out}: {report.rows} rows. Of the articles {report.finished} were finished now and "
        f"{report.before} before; {done} are done, {report.partial} in part, {report.failed} failed."
    )
    for line in (*_left_over(report, plan), *_to_go_on(report)):
        say(f"summarizer: {line}")
    return 1 if report.failed or report.stopped else 0


def _left_over(report: BatchReport, plan: BatchPlan) -> Iterator[str]:
    """What is not in the table, and why."""
    if report.repeated:
        yield f"{report.repeated} rows say again what an earlier one says, and were taken once."
    if report.others:
        yield f"{report.others} finished articles are not in this input, and so not in {plan.out}."
    if report.failed or report.partial:
        yield f"what failed is in {plan.failures}; --retry-failed works on it again."


def _to_go_on(report: BatchReport) -> Iterator[str]:
    """What is to be done where articles are open still."""
    if report.stopped == "spent":
        yield "the budget is spent; start the same command with a larger one to go on."
    elif report.stopped:
        yield f"stopped, for one article after the other ended so: {report.stopped}"
        yield "mend that and start the same command again; these articles are open still."


def _foreseen_table(found: Foreseen) -> str:
    lines = [
        f"{found.articles} articles to do, {found.finished} finished, {found.unreadable} rows that are no articles"
    ]
    if found.sampled < found.articles:
        lines.append(f"estimated by {found.sampled} of them, drawn at random")
    return "\n".join([*lines, estimate_table(found.estimate)])


@contextmanager
def _interruptible() -> Iterator[None]:
    """Whatever asks the process to end does so as Ctrl-C does, and once: what is written then is not broken off."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    told = False

    def tell(_number: int, _frame: FrameType | None) -> None:
        nonlocal told
        if not told:
            told = True
            raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    # What a shell has a process ignore, as SIGHUP under nohup, it goes on to ignore.
    before = {number: signal.getsignal(number) for number in numbers if signal.getsignal(number) is not signal.SIG_IGN}
    for number in before:
        signal.signal(number, tell)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Progress:
    """A line in the terminal that counts; nothing where standard error is none."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._began = self._last = time.monotonic()
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def count(self) -> None:
        """Count one more."""
        self._count += 1
        now = time.monotonic()
        if self._shown and now - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = now
            sys.stderr.write(f"\r\033[K{self._count} articles, {self._count / (now - self._began):.1f} a second")
            sys.stderr.flush()
