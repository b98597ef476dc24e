"""The options of `batch`."""

from __future__ import annotations

import pytest

from summarizer.batch.rows import Columns
from summarizer.cli.arguments import parse_arguments
from summarizer.cli.batch_arguments import columns_of


def test_columns_are_named_one_by_one() -> None:
    """What is not named is as by default."""
    given = ["batch", "a.csv", "-o", "b.jsonl", "--text-column", "body", "--date-column", ""]
    assert columns_of(parse_arguments(given)) == Columns(text="body", date="")
    assert columns_of(parse_arguments(["batch", "a.csv", "-o", "b.jsonl"])) == Columns()


def test_an_output_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    """Said in one line."""
    with pytest.raises(SystemExit) as stop:
        parse_arguments(["batch", "a.csv"])
    assert stop.value.code == 2
    assert "-o/--out" in capsys.readouterr().err


def test_help_says_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    """And what an exit status means."""
    with pytest.raises(SystemExit):
        parse_arguments(["batch", "--help"])
    out = " ".join(capsys.readouterr().out.split())
    assert "goes on where it was" in out
    assert "130 it was interrupted" in out
