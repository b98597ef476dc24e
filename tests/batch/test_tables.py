"""Tables are written whole, in two forms."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from summarizer import Summarizer
from summarizer.batch.tables import BatchRows, check_table, write_lines, write_table
from summarizer.errors import ConfigError, MissingExtra
from summarizer.render.records import ARTICLE_COLUMNS

TEXT = "The council of Brenta closed the old bridge on Monday. Engineers had found cracks in 3 of its cables."


def records(rows: Any) -> list[dict[str, Any]]:
    """Rows of an article."""
    return Summarizer(model=None).summarize({"text": TEXT, "id": "a", "url": "u"}).to_records(rows=rows)


@pytest.mark.parametrize("rows", ["articles", "facts"])
def test_both_forms_hold_the_same_rows(rows: BatchRows, tmp_path: Path) -> None:
    """With the same columns, and places in them."""
    given = records(rows) * 1500
    lines, table = tmp_path / "a.jsonl", tmp_path / "a.parquet"
    assert write_table(given, lines, kind=rows) == write_table(given, table, kind=rows) == len(given)
    read = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    assert read == pyarrow.parquet.read_table(table).to_pylist() == json.loads(json.dumps(given, default=float))


def test_no_rows_are_a_table_too(tmp_path: Path) -> None:
    """With its columns, where it is Parquet."""
    assert write_table([], tmp_path / "a.parquet", kind="articles") == 0
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet").column_names == list(ARTICLE_COLUMNS)
    assert write_lines([], tmp_path / "a.jsonl") == 0
    assert (tmp_path / "a.jsonl").read_bytes() == b""


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_what_was_there_stays_where_the_rows_end_in_an_error(name: str, tmp_path: Path) -> None:
    """And nothing else is left beside it."""
    path = tmp_path / name
    path.write_text("before")

    def rows() -> Iterator[dict[str, Any]]:
        yield from records("articles")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_table(rows(), path, kind="articles")
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert path.read_text() == "before"


def test_half_of_a_character_does_no_harm(tmp_path: Path) -> None:
    """A server's words may hold one."""
    rows = [{**records("articles")[0], "message": "bad \ud83d"}]
    write_table(rows, tmp_path / "a.jsonl", kind="articles")
    assert json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["message"] == "bad \ud83d"
    write_table(rows, tmp_path / "a.parquet", kind="articles")
    assert pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pylist()[0]["message"] == "bad ?"


def test_a_table_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """With the word that nothing is lost."""
    with pytest.raises(ConfigError, match="nothing is lost"):
        write_table([], tmp_path / "missing" / "a.jsonl", kind="articles")


def test_what_is_asked_for_is_looked_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is spent."""
    check_table(Path("a.JSONL"), rows="results")
    check_table(Path("a.parquet"), rows="facts")
    with pytest.raises(ConfigError, match=r"\.jsonl, \.ndjson or \.parquet"):
        check_table(Path("a.csv"), rows="facts")
    with pytest.raises(ConfigError, match="JSON lines"):
        check_table(Path("a.parquet"), rows="results")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"summarizer\[parquet\]"):
        check_table(Path("a.parquet"), rows="facts")
