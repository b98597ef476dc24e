"""Rows are the articles of a batch as files hold them: JSON lines, CSV, Parquet, or a folder of texts.

for row in rows_of("articles.jsonl.gz", columns=Columns()): ...   ->  Row(number=1, article={"text": …, "id": …})
A row that cannot be read is one with a `fault`, so that the others go on.
"""

from __future__ import annotations

import csv
import itertools
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias

from summarizer.batch.folders import files_of
from summarizer.batch.packed import STDIN, is_whole, opened_bytes, opened_text
from summarizer.document.readers.opening.decoding import text_of
from summarizer.document.readers.registry import format_of_file, reads_bytes
from summarizer.errors import InputError, MissingExtra

_KINDS: Final[Mapping[str, str]] = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
_PACKINGS: Final = (".gz", ".gzip", ".zst", ".zstd")
# A field of a CSV may hold a whole book; the module's own bound of 128 kB is for tables of numbers.
_LONGEST_FIELD: Final = 1 << 30
_DELIMITERS: Final = ",;\t"
# Texts of a Parquet file that are held at once; 64 of 100 kB are 6 MB.
_ROWS_AT_ONCE: Final = 64

# A record is a row as it came, or what is wrong with it.
_Record: TypeAlias = "Mapping[str, Any] | str"


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns, or keys, that hold what an article is; all but the text may be missing."""

    text: str = "text"
    id: str = "id"
    url: str = "url"
    title: str = "title"
    date: str = "date"

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(getattr(self, one.name) for one in fields(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article as it came: `(article is None) == bool(fault)`.

    Attributes:
        number: Its place in the input, from 1.
        article: What `Summarizer.map` takes.
        fault: Why it cannot be used.
    """

    number: int
    article: Mapping[str, Any] | None = None
    fault: str = ""


def rows_of(source: str, *, columns: Columns) -> Iterator[Row]:
    """The rows of a file, a folder, or standard input for `-`; all but the first are read as they are asked for.

    Args:
        source: `.jsonl`, `.ndjson`, `.csv`, `.tsv`, packed by gzip or Zstandard or not, or `.parquet`; or a folder
            whose files of kinds that are read are an article each, in the order of their names. Standard input holds
            JSON lines, or a CSV where it does not begin with `{`.
        columns: what holds what.

    Raises:
        InputError: it is none of these, cannot be opened, or has no column of texts.
        MissingExtra: Parquet or Zstandard needs a package that is not installed.
    """
    path = Path(source)
    if source != STDIN and path.is_dir():
        files = enumerate(files_of(path), start=1)
        return _begun(_of_file(number, name, file) for number, (name, file) in files)
    kind = "either" if source == STDIN else _kind_of(path)
    records = _parquet(path, columns) if kind == "parquet" else _text_records(source, kind, columns)
    return _begun(_of_records(records, columns=columns))


def _begun(rows: Iterator[Row]) -> Iterator[Row]:
    """The same rows; what cannot be opened, or has no texts, is an error here, before anything is made of it."""
    first = list(itertools.islice(rows, 1))
    return itertools.chain(first, rows)


def _kind_of(path: Path) -> str:
    endings = [ending.lower() for ending in path.suffixes]
    if endings and endings[-1] in _PACKINGS:
        endings.pop()
    kind = _KINDS.get(endings[-1] if endings else "")
    if kind is None:
        raise InputError(
            f"{path} is no batch of articles by its name: give a folder, a {', '.join(_KINDS)} file (with .gz or .zst "
            "behind, if it is packed), or - for standard input"
        )
    return kind


def _text_records(source: str, kind: str, columns: Columns) -> Iterator[_Record]:
    """The records of a text file; one that is damaged or ends in the middle ends with what is wrong with it."""
    with opened_text(source) as text:
        try:
            first = next(text, "")
            lines = itertools.chain([first], text)
            if kind == "csv" or (kind == "either" and first.lstrip("\ufeff \t\r\n")[:1] not in ("{", "")):
                yield from _csv(lines, header=first, columns=columns)
            else:
                yield from _json_lines(lines)
        except (EOFError, UnicodeError, csv.Error, zlib.error, OSError) as error:
            yield f"the rest of {source} cannot be read: {error}"


def _json_lines(lines: Iterable[str]) -> Iterator[_Record]:
    for line in lines:
        if not line.strip():
            continue
        if not is_whole(line):
            yield "it holds bytes that are no UTF-8; convert the file first, for example by iconv"
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield f"it is no JSON: {error}"
            continue
        yield record if isinstance(record, dict) else f"it is no JSON object but of the type {type(record).__name__}"


def _csv(lines: Iterable[str], *, header: str, columns: Columns) -> Iterator[_Record]:
    csv.field_size_limit(_LONGEST_FIELD)
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.DictReader(lines, delimiter=delimiter, strict=True)
    _check_columns(reader.fieldnames or (), columns=columns)
    for record in reader:
        if None in record:
            yield "it has more fields than there are columns; put texts with delimiters in quotes"
        elif not all(is_whole(value) for value in record.values() if value):
            yield "it holds bytes that are no UTF-8; convert the file first, for example by iconv"
        else:
            yield record


def _parquet(path: Path, columns: Columns) -> Iterator[_Record]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and 60 MB, loaded where a file is Parquet
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra(what="reading Parquet", extra="parquet") from error
    try:
        with closing(pa.parquet.ParquetFile(path)) as file:
            there = file.schema_arrow.names
            _check_columns(there, columns=columns)
            wanted = [name for name in there if name in columns.names]
            for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
                yield from batch.to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise InputError(f"cannot read {path}: {error}") from error


def _check_columns(names: Sequence[str], *, columns: Columns) -> None:
    """Raises InputError where there is no column of texts: no row has one then."""
    if columns.text not in names:
        raise InputError(
            f"there is no column {columns.text!r} for the texts; name it with --text-column, one of: "
            f"{', '.join(map(repr, names)) or 'none'}"
        )


def _of_records(records: Iterator[_Record], *, columns: Columns) -> Iterator[Row]:
    for number, record in enumerate(records, start=1):
        try:
            yield Row(number=number, article=_article(record, columns))
        except InputError as error:
            yield Row(number=number, fault=str(error))


def _article(record: _Record, columns: Columns) -> Mapping[str, Any]:
    """What `Summarizer.map` takes.

    Raises:
        InputError: it cannot be made of this.
    """
    if isinstance(record, str):
        raise InputError(record)
    text = record.get(columns.text)
    if not isinstance(text, str):
        raise InputError(
            f"it has no text in {columns.text!r}; its columns are {', '.join(map(repr, record)) or 'none'}"
        )
    article: dict[str, Any] = {"text": text}
    for name in ("id", "url", "title"):
        value = record.get(getattr(columns, name))
        if not _is_missing(value):
            article[name] = str(value)
            if not is_whole(article[name]):
                raise InputError(f"its {name} holds half of a character: {article[name]!r}; repair it")
    day = record.get(columns.date)
    if not _is_missing(day):
        article["date"] = _date(day, column=columns.date)
    return article


def _is_missing(value: object) -> bool:
    """True for null, for a blank, and for the NaN that tables have in their place."""
    return value is None or value != value or not str(value).strip()  # noqa: PLR0124 - NaN alone differs from itself


def _date(day: object, *, column: str) -> date:
    """The day that a value names: a date, the day of a time as it is written, or an ISO 8601 text."""
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return datetime.fromisoformat(str(day).strip()).date()
    except ValueError:
        raise InputError(
            f"{day!r} in {column!r} is no date: write it as 2026-01-31, or leave dates out with --date-column ''"
        ) from None


def _of_file(number: int, name: str, path: Path) -> Row:
    """The article that a file of a folder is."""
    if not is_whole(name):
        return Row(number=number, fault=f"the name of {name!r} cannot be written; rename it")
    read_as = format_of_file(str(path))
    try:
        with opened_bytes(str(path)) as file:
            data = file.read()
        text = data if reads_bytes(read_as) else text_of(data, name=name)
    except (EOFError, zlib.error, OSError) as error:
        return Row(number=number, fault=f"{name} cannot be read: {error}")
    except InputError as error:
        return Row(number=number, fault=str(error))
    return Row(number=number, article={"text": text, "id": name, "format": read_as})
