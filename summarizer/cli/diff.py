"""The command that lays two saved results beside each other, and says by its exit status whether they differ.

run_diff(arguments)  ->  0 where nothing differs, 1 where something does
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Final, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from summarizer.cli.asked import MisusedError
from summarizer.cli.files import name_of, read_input, write_out
from summarizer.cli.screen.abilities import abilities_of
from summarizer.comparing.changes import Changes, Comparable, Pair, changes_between
from summarizer.errors import InputError
from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.render.json import json_to_show
from summarizer.render.lines.sheet import Sheet
from summarizer.render.wording import VERDICT_WORDS, outcome_of
from summarizer.result import Result
from summarizer.result_parts.text_verification import TextVerification
from summarizer.verification.judging.word_edits import marked_edit
from summarizer.verification.verdict import CheckedClaim

C = TypeVar("C")

_KINDS: Final = "a result (Result.save, summarize --format json) or a verification (verify, verify-text --format json)"


def run_diff(arguments: argparse.Namespace) -> int:
    """Print what differs.

    Raises:
        MisusedError: a file cannot be read, or the two hold values of two kinds.
    """
    try:
        before, after = (_read(file) for file in (arguments.before, arguments.after))
        changes = changes_between(before, after)
    except InputError as error:
        raise MisusedError(str(error)) from error
    except TypeError as error:
        raise MisusedError(f"{error}; give two files of one kind") from error
    if arguments.format == "json":
        write_out(json_to_show(changes.model_dump_json(indent=2)) + "\n")
    elif changes:
        screen = abilities_of(sys.stdout)
        write_out(changes_text_of(changes, sheet=Sheet(width=screen.width, colored=screen.colored)) + "\n")
    return 1 if changes else 0


def _read(file: str) -> Comparable:
    text = read_input(file)
    try:
        given = json.loads(text)
        if isinstance(given, list):
            return TypeAdapter(list[CheckedClaim]).validate_json(text)
        kind: type[BaseModel] = TextVerification if isinstance(given, dict) and "sentences" in given else Result
        value = kind.model_validate_json(text)
    except (ValueError, RecursionError) as error:
        why = f"{error.error_count()} fields are amiss" if isinstance(error, ValidationError) else "it is no JSON"
        raise InputError(f"{name_of(file)} does not hold {_KINDS}: {why}") from error
    assert isinstance(value, Result | TextVerification)  # noqa: S101 -- for the type checker
    return value


def changes_text_of(changes: Changes, *, sheet: Sheet) -> str:
    """What differs, as text: + gained, - lost, ~ in other words, ! judged otherwise."""
    blocks = [
        _block("Gained", changes.gained, _named("+"), sheet),
        _block("Lost", changes.lost, _named("-"), sheet),
        _block("In other words", changes.reworded, _reworded, sheet),
        _block("In or out of the key facts", changes.moved, _moved, sheet),
        _block("Judged otherwise", changes.judged_otherwise, _judged, sheet),
        _summary(changes, sheet),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _block(title: str, values: tuple[C, ...], lines_of: Callable[[C, Sheet], list[str]], sheet: Sheet) -> list[str]:
    lines = sheet.heading(title) if values else []
    return [*lines, *(line for value in values for line in lines_of(value, sheet))]


def _named(mark: str) -> Callable[[CheckedClaim, Sheet], list[str]]:
    return lambda claim, sheet: sheet.item(mark, claim.statement)


def _reworded(pair: Pair, sheet: Sheet) -> list[str]:
    edit = one_line(marked_edit(pair.before.statement, pair.after.statement))
    return sheet.item("~", edit)


def _judged(pair: Pair, sheet: Sheet) -> list[str]:
    lines = sheet.item("!", pair.after.statement)
    lines += sheet.wrap(f"{VERDICT_WORDS[pair.before.verdict]} → {VERDICT_WORDS[pair.after.verdict]}", indent="  ")
    return [*lines, *sheet.wrap(pair.after.reason, indent="  ", tone="faint")]


def _moved(pair: Pair, sheet: Sheet) -> list[str]:
    is_out = isinstance(pair.after, CheckedFact) and pair.after.outcome != "ticked"
    lines = sheet.item("-" if is_out else "+", pair.after.statement)
    why = outcome_of(pair.after) if isinstance(pair.after, CheckedFact) and is_out else "ticked now"
    return [*lines, *sheet.wrap(why, indent="  ", tone="faint")]


def _summary(changes: Changes, sheet: Sheet) -> list[str]:
    lines: list[str] = []
    if changes.headlines:
        before, after = changes.headlines
        lines += [*sheet.item("-", before or "(no headline)"), *sheet.item("+", after or "(no headline)")]
    for text in changes.sentences_lost:
        lines += sheet.item("-", text)
    for text in changes.sentences_gained:
        lines += sheet.item("+", text)
    return [*sheet.heading("Summary"), *lines] if lines else []
