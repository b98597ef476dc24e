"""What several commands take means the same in each."""

from __future__ import annotations

import argparse
import datetime as dt

import pytest

from summarizer.cli.arguments import parse_arguments
from summarizer.cli.common_arguments import day, file_name, words

FILES = {"summarize": ["a"], "batch": ["a.jsonl", "-o", "b.jsonl"], "estimate": ["a"]}


@pytest.mark.parametrize("command", FILES)
def test_the_model_and_the_writing_are_named_alike(command: str) -> None:
    """With the same defaults."""
    given = parse_arguments([command, *FILES[command], "--model", "m", "--length", "long", "--focus", "rain"])
    assert (given.model, given.length, given.focus) == ("m", "long", "rain")
    plain = parse_arguments([command, *FILES[command]])
    assert (plain.model, plain.length, plain.max_facts, plain.small, plain.exam) == (
        "auto",
        "medium",
        None,
        False,
        "auto",
    )


def test_values_are_looked_at_where_they_are_read() -> None:
    """Names of files, words and days."""
    assert (file_name("a"), words("a"), day("2026-01-31")) == ("a", "a", dt.date(2026, 1, 31))
    for read, value in ((file_name, ""), (file_name, "\0"), (words, "\udc80"), (day, "31/01/2026")):
        with pytest.raises(argparse.ArgumentTypeError):
            read(value)
