"""Tables are what a batch writes: JSON lines or Parquet, a row an article, a row a fact, or a row a whole result.

write_table(journal.rows(), Path("out.parquet"), kind="facts")   ->  the number of rows
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal, get_args

from summarizer.disk.files import replacing
from summarizer.errors import ConfigError, MissingExtra
from summarizer.render.records import ARTICLE_COLUMNS, FACT_COLUMNS, Kind

BatchRows = Literal["articles", "facts", "results"]
ROWS: Final[tuple[BatchRows, ...]] = get_args(BatchRows)
_PARQUET: Final = ".parquet"
# Rows of a group in a Parquet file, which is held whole until it is written.
_ROWS_AT_ONCE: Final = 1000


def check_table(path: Path, *, rows: BatchRows) -> None:
    """Nothing, where such rows can be written to such a file.

    Raises:
        ConfigError: its name says neither JSON lines nor Parquet, or whole results do not go into it.
        MissingExtra: Parquet needs pyarrow.
    """
    if path.suffix.lower() not in (".jsonl", ".ndjson", _PARQUET):
        raise ConfigError(f"a batch is written to a .jsonl, .ndjson or .parquet file, not to {path}")
    if path.suffix.lower() == _PARQUET:
        if rows == "results":
            raise ConfigError("whole results go into JSON lines; Parquet takes rows of articles or of facts")
        _pyarrow()


def write_table(rows: Iterable[Mapping[str, Any]], path: Path, *, kind: BatchRows) -> int:
    """Write rows to a file that is replaced whole, or left as it was; the number of rows.

    Args:
        rows: gone through once.
        path: the file; its ending says in which form.
        kind: what each row is.

    Raises:
        ConfigError: it cannot be written.
    """
    with _beside(path) as temporary:
        if path.suffix.lower() == _PARQUET:
            return _write_parquet(rows, temporary, columns=FACT_COLUMNS if kind == "facts" else ARTICLE_COLUMNS)
        return _write_lines(rows, temporary)


def write_lines(rows: Iterable[Mapping[str, Any]], path: Path) -> int:
    """Write rows as JSON lines to a file that is replaced whole, or left as it was; the number of rows.

    Raises:
        ConfigError: it cannot be written.
    """
    with _beside(path) as temporary:
        return _write_lines(rows, temporary)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file beside another that takes its place when all went well."""
    try:
        with replacing(path) as temporary:
            yield temporary
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be written: {error.strerror or error}; mend that and start again: nothing is lost"
        ) from error


def _write_lines(rows: Iterable[Mapping[str, Any]], path: Path) -> int:
    written = 0
    with path.open("wb") as file:
        for row in rows:
            file.write(_line(row))
            written += 1
        file.flush()
        os.fsync(file.fileno())
    return written


def _line(row: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # a server's words may hold half of a character
        return json.dumps(row).encode() + b"\n"


def _pyarrow() -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and 60 MB, loaded where a file is Parquet
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra(what="Parquet", extra="parquet") from error
    return pa


def _write_parquet(rows: Iterable[Mapping[str, Any]], path: Path, *, columns: Mapping[str, Kind]) -> int:
    pa = _pyarrow()
    place = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    types: Mapping[Kind, Any] = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "number": pa.float64(),
        "count": pa.int64(),
        "places": pa.list_(place),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in columns.items()])
    written, left = 0, iter(rows)
    with pa.parquet.ParquetWriter(path, schema) as writer:
        while part := list(islice(left, _ROWS_AT_ONCE)):
            # As in `_line`: what cannot be written becomes a question mark.
            whole = json.loads(json.dumps(part, ensure_ascii=False).encode("utf-8", "replace"))
            writer.write_table(pa.Table.from_pylist(whole, schema=schema))
            written += len(part)
    return written
