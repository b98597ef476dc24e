"""Rows of files are articles, or say why they are none."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch.rows import Columns, Row, rows_of
from summarizer.errors import InputError, MissingExtra

ARTICLE = {"text": "It rains, and\nit pours.", "id": "a7", "url": "https://example.org/7", "title": "Rain"}
FULL = {**ARTICLE, "date": dt.date(2026, 1, 31)}


def read(path: Path | str, **columns: str) -> list[Row]:
    """Every row of a file."""
    return list(rows_of(str(path), columns=Columns(**columns)))


def test_json_lines_csv_and_parquet_hold_the_same_articles(tmp_path: Path) -> None:
    """With the same keys or columns."""
    lines, csv, semicolons, table = (tmp_path / name for name in ("a.jsonl", "a.csv", "b.csv", "a.parquet"))
    lines.write_text("\n" + json.dumps({**ARTICLE, "date": "2026-01-31", "else": 1}) + "\n")
    csv.write_text('text,id,url,title,date\n"It rains, and\nit pours.",a7,https://example.org/7,Rain,2026-01-31\n')
    semicolons.write_text(
        'text;id;url;title;date\n"It rains, and\nit pours.";a7;https://example.org/7;Rain;2026-01-31T08:00:00Z\n'
    )
    pa.parquet.write_table(pa.Table.from_pylist([{**FULL, "else": 1}]), table)
    for path in (lines, csv, semicolons, table):
        assert read(path) == [Row(number=1, article=FULL)]


@given(st.lists(st.fixed_dictionaries({"text": st.text(), "id": st.text(min_size=1)}), max_size=5))
def test_any_row_of_json_comes_back(records: list[dict[str, str]]) -> None:
    """With its text as it is, and an id that is no blank."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.ndjson"
        path.write_text("".join(json.dumps(one) + "\n" for one in records))
        found = read(path)
    for one, row in zip(records, found, strict=True):
        has_id = bool(one["id"].strip())
        assert row.article == (one if has_id else {"text": one["text"]})


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[1]", "of the type list"),
        (b'{"body": "x"}', "its columns are 'body'"),
        (b'{"text": null}', "no text"),
        (b'{"text": "x", "date": "31/01/2026"}', "2026-01-31"),
        (b'{"text": "x", "id": "\\ud800"}', "half of a character"),
        (b'{"text": "Br\xfccke"}', "no UTF-8"),
    ],
)
def test_a_row_that_is_no_article_says_why_and_the_others_go_on(line: bytes, why: str, tmp_path: Path) -> None:
    """Each is a row of its own."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    first, faulty, last = read(path)
    assert (first.article, last.article) == ({"text": "a"}, {"text": "b"})
    assert why in faulty.fault
    assert faulty.article is None


@pytest.mark.parametrize("value", [None, "", "  ", float("nan")])
def test_what_tables_have_for_nothing_is_nothing(value: Any, tmp_path: Path) -> None:
    """No article is called nan."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "x", "id": value, "title": value, "date": value}))
    assert read(path)[0].article == {"text": "x"}


def test_columns_have_the_names_that_a_user_gives(tmp_path: Path) -> None:
    """Of the text, the id and the rest; a number is an id too."""
    path = tmp_path / "a.csv"
    path.write_text("body\tkey\tdate\nx\t7\tsoon\n")
    assert read(path, text="body", id="key", date="")[0].article == {"text": "x", "id": "7"}


def test_a_table_without_a_column_of_texts_is_an_error(tmp_path: Path) -> None:
    """Which names the columns that there are, before anything is done."""
    csv, table = tmp_path / "a.csv", tmp_path / "a.parquet"
    csv.write_text("body,id\nx,1\n")
    pa.parquet.write_table(pa.Table.from_pylist([{"body": "x"}]), table)
    for path in (csv, table):
        with pytest.raises(InputError, match="one of: 'body'"):
            read(path)


def test_a_csv_with_more_fields_than_columns_says_so(tmp_path: Path) -> None:
    """A text with commas that are not quoted is not cut in silence."""
    path = tmp_path / "a.csv"
    path.write_text("text,id\nIt rains, and pours,7\n")
    assert "more fields" in read(path)[0].fault


@pytest.mark.parametrize("name", ["a.csv.gz", "a.jsonl.zst", "a.jsonl"])
def test_a_file_that_ends_in_the_middle_ends_with_a_fault(name: str, tmp_path: Path) -> None:
    """What was read of it before counts."""
    path = tmp_path / name
    whole = gzip.compress(b'text,id\n"' + bytes(range(97, 123)) * 20_000 if "csv" in name else b'{"text": "a"}\n' * 9)
    path.write_bytes(whole[: len(whole) - 4])
    *_, last = read(path)
    assert "cannot be read" in last.fault


def test_a_folder_holds_an_article_a_file(tmp_path: Path) -> None:
    """Called by its path, in the format that its name says."""
    (tmp_path / "a.md").write_text("# Rain")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe" + "Rain".encode("utf-16-le"))
    (tmp_path / "c.txt").write_bytes(b"\xfc")
    first, second, third = read(tmp_path)
    assert first.article == {"text": "# Rain", "id": "a.md", "format": "markdown"}
    assert second.article == {"text": "Rain", "id": "b.txt", "format": "auto"}
    assert "c.txt is not UTF-8" in third.fault


@pytest.mark.parametrize(("data", "found"), [(b'{"text": "x"}\n', "x"), (b"text\ny\n", "y"), (b"", None)])
def test_standard_input_holds_json_lines_or_a_csv(
    data: bytes, found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by its first character."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    assert [row.article for row in read("-")] == ([{"text": found}] if found else [])


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.gz", "a.jsonl.bz2"])
def test_other_files_are_refused_with_what_is_taken(name: str) -> None:
    """By their names, before they are opened."""
    with pytest.raises(InputError, match=r"\.jsonl.*\.parquet"):
        read(name)


def test_a_damaged_parquet_file_is_named(tmp_path: Path) -> None:
    """No error of another's package comes through."""
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 no more")
    with pytest.raises(InputError, match="cannot read"):
        read(path)


def test_parquet_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lacks it is told which."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"summarizer\[parquet\]"):
        read("a.parquet")
