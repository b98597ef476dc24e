"""The options of `summarizer batch`: where rows come from and go to, and what of the work is done.

add_batch(command)
columns_of(arguments)  ->  Columns(text="body", …)
"""

from __future__ import annotations

import argparse
from dataclasses import fields

from summarizer.batch.plan import VIAS
from summarizer.batch.rows import Columns
from summarizer.batch.tables import ROWS
from summarizer.cli.common_arguments import (
    add_exam_choice,
    add_judging,
    add_model,
    add_size,
    add_wishes,
    file_name,
    words,
)
from summarizer.cli.request_arguments import add_request


def add_batch(command: argparse.ArgumentParser) -> None:
    """Let a command take what a batch needs."""
    command.description = (
        "Summarize many articles, some at once, into a table. What is finished is kept in OUT.batch as it comes: "
        "killed at any moment and started again with the same command, it goes on where it was, and asks nothing again "
        "that was answered. What failed stands in OUT.failures.jsonl, with the reasons."
    )
    command.epilog = (
        "Exit status: 0 the table is whole and no article failed; 1 some failed, or are open because the budget is "
        "spent or the model does not answer; 2 the arguments are wrong; 130 it was interrupted, by Ctrl-C or SIGTERM."
    )
    command.add_argument(
        "source",
        metavar="IN",
        type=file_name,
        help="the articles: a .jsonl, .csv, .tsv or .parquet file, the first three also packed by gzip or Zstandard; a "
        "folder of text, Markdown and HTML files; or - for JSON lines or a CSV on standard input",
    )
    command.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=file_name,
        required=True,
        help="the table: a .jsonl or .parquet file, replaced whole at the end",
    )
    command.add_argument(
        "--rows",
        choices=ROWS,
        default=ROWS[0],
        help="what a row of the table is: an article with its summary, a fact with its places, or a whole result "
        f"(default: {ROWS[0]})",
    )
    command.add_argument(
        "--no-text",
        action="store_true",
        help="with --rows results: leave the articles' texts out; their SHA-256 stays (default: off)",
    )
    _add_columns(command)
    _add_work(command)
    add_model(command)
    add_judging(command)
    add_exam_choice(command)
    add_request(command)
    add_size(command)
    add_wishes(command)
    # Replies are kept in OUT.batch, and what may be spent is for all articles together.
    command.set_defaults(cache=False)


def columns_of(arguments: argparse.Namespace) -> Columns:
    """The columns that the options name."""
    return Columns(**{one.name: getattr(arguments, f"{one.name}_column") for one in fields(Columns)})


def misused_batch(arguments: argparse.Namespace) -> str:
    """What is wrong with arguments that are right one by one."""
    if arguments.no_text and arguments.rows != "results":
        return "--no-text needs --rows results"
    if arguments.via == "batch-api" and any((arguments.max_cost, arguments.max_calls, arguments.max_tokens)):
        return "--via batch-api keeps no bound for the whole batch; see --dry-run, and leave --max-… out"
    if not arguments.text_column:
        return "--text-column is the name of a column"
    return ""


def _add_columns(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("columns, or keys, of IN")
    what = {
        "text": "the article",
        "id": "what it is called; where there is none, a hash of its text",
        "url": "where it can be read",
        "title": "its title",
        "date": "the day of its publication, as in 2026-01-31",
    }
    for name, meaning in what.items():
        group.add_argument(
            f"--{name}-column", type=words, default=name, metavar="NAME", help=f"{meaning} (default: {name})"
        )


def _add_work(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("what is done")
    group.add_argument(
        "--dry-run",
        action="store_true",
        help="print how many articles are to be done, and the calls, tokens and cost by stage; nothing is sent",
    )
    group.add_argument(
        "--via",
        choices=VIAS,
        default=VIAS[0],
        help="how the model is asked: by calls, or by the provider's batch endpoint, at half price and within hours; "
        f"rows may follow those of IN meanwhile, and none may change (default: {VIAS[0]})",
    )
    group.add_argument(
        "--retry-failed", action="store_true", help="work again on what failed, whole or in part (default: off)"
    )
    group.add_argument(
        "--redo",
        action="store_true",
        help="where options, prompts, model or version are others than those of what is finished, make all of it anew "
        "(default: refuse, so that they are never mixed)",
    )
    group.add_argument(
        "--workers", type=int, default=8, metavar="N", help="calls under way at once, of all articles (default: 8)"
    )
    group.add_argument(
        "--max-cost",
        type=words,
        metavar="USD",
        help="US dollars at most for the whole batch, all its runs together; needs a model whose price is known "
        "(default: no bound)",
    )
    group.add_argument(
        "--max-calls",
        type=int,
        metavar="N",
        help="requests at most, likewise, failed ones included (default: no bound)",
    )
    group.add_argument(
        "--max-tokens", type=int, metavar="N", help="tokens at most, likewise, in and out together (default: no bound)"
    )
    group.add_argument(
        "--deadline",
        type=float,
        metavar="S",
        help="seconds at most for all calls of one article; what of it is finished by then is kept (default: no bound)",
    )
