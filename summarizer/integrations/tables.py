"""Tables of Arrow go in as articles and come out as rows of results and failures, whoever brings them.

columns = Columns(text="body", id="doc")
given = articles_in(table, columns)             the articles of its rows, each with a key of all that was given
table_of(given, results, columns=columns)       one row for each, of the same schema whatever is in it
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

import pyarrow as pa

from summarizer.errors import ConfigError
from summarizer.many.failed import Failed
from summarizer.render.records import ARTICLE_COLUMNS, Kind, failed_record
from summarizer.result import Result

# Beside the columns of `to_frame(rows="articles")`: the whole result as JSON, and what tells one given row from others.
RESULT: Final = "result"
KEY: Final = "given_sha256"
# Half of a SHA-256: two of a hundred billion rows have one key with a chance of 1 in 10^16.
KEY_DIGITS: Final = 32

_TYPES: Final[Mapping[Kind, pa.DataType]] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "number": pa.float64(),
    "count": pa.int64(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where in a table an article stands; None for what it has no column for.

    Attributes:
        text: The article.
        id: What it is called, a number too; None for the first digits of the SHA-256 of its text.
        url: Where it can be read.
        title: Its title.
        date: The day of its publication: a date, or a str such as "2026-01-31".
        keep: Columns that go along to the result.
    """

    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    date: str | None = None
    keep: tuple[str, ...] = ()

    def check_in(self, names: Sequence[str]) -> None:
        """Nothing, where a table of these columns has them all.

        Raises:
            ConfigError: one is missing, or one that is to go along is called as one of a result.
        """
        wanted = [getattr(self, one.name) for one in fields(self) if one.name != "keep"]
        for name in (*(name for name in wanted if name is not None), *self.keep):
            if name not in names:
                raise ConfigError(f"there is no column {name!r}; those that are there: {', '.join(names)}")
        taken = [name for name in self.keep if name in _names()]
        if taken:
            raise ConfigError(f"the column {taken[0]!r} cannot go along: results have one of that name; rename yours")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """One row: an article as `Summarizer.map` takes it, the key of all that was given, and what goes along."""

    article: Mapping[str, Any]
    key: str
    kept: Mapping[str, Any]


def articles_in(table: pa.Table, columns: Columns) -> list[GivenRow]:
    """The rows of a table, in their order."""
    return [_given(row, columns) for row in table.to_pylist()]


def table_of(given: Sequence[GivenRow], results: Sequence[Result | Failed], *, schema: pa.Schema) -> pa.Table:
    """A row for each, in the order given: `len(table) == len(given) == len(results)`.

    Args:
        given: the rows.
        results: what each came to.
        schema: as `schema_of` has it.
    """
    rows = [
        {**row.kept, **_record(result), KEY: row.key, RESULT: _json_of(result)}
        for row, result in zip(given, results, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=schema)


def schema_of(columns: Columns, *, given: pa.Schema) -> pa.Schema:
    """The columns of a result: those that go along, those of `to_frame(rows="articles")`, the key, the whole result."""
    own = [pa.field(name, _TYPES[kind]) for name, kind in ARTICLE_COLUMNS.items()]
    kept = [given.field(name) for name in columns.keep]
    return pa.schema([*kept, *own, pa.field(KEY, pa.string()), pa.field(RESULT, pa.string())])


def _names() -> tuple[str, ...]:
    return (*ARTICLE_COLUMNS, KEY, RESULT)


def _given(row: Mapping[str, Any], columns: Columns) -> GivenRow:
    values = {
        "text": row[columns.text],
        "id": _name_of(row[columns.id]) if columns.id else None,
        "url": row[columns.url] if columns.url else None,
        "title": row[columns.title] if columns.title else None,
        "date": _day_of(row[columns.date]) if columns.date else None,
    }
    # What is blank is not there: a column has to hold something in each row.
    article = {name: value for name, value in values.items() if name == "text" or not _is_blank(value)}
    told = json.dumps(article, sort_keys=True, default=str).encode("ascii")
    key = hashlib.sha256(told).hexdigest()[:KEY_DIGITS]
    return GivenRow(article=article, key=key, kept={name: row[name] for name in columns.keep})


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _name_of(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _day_of(value: object) -> object:
    """The day that a cell says; what says none stays as it is, and its article fails with a word on it."""
    if isinstance(value, dt.datetime) and value.time() == dt.time() and value.tzinfo is None:
        return value.date()  # how frames hold days
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value.strip())
        except ValueError:
            return value
    return value


def _record(result: Result | Failed) -> Mapping[str, object]:
    if isinstance(result, Failed):
        return failed_record(article_id=result.id, url=result.url, error=result.error, message=result.message)
    return result.to_records(rows="articles")[0]


def _json_of(result: Result | Failed) -> str | None:
    return None if isinstance(result, Failed) else result.model_dump_json()
