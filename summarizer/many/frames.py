"""Makes a data frame of results, through narwhals: of pandas, polars or pyarrow, whichever is there.

to_frame(results, rows="facts")  ->  a data frame with a row for each fact
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

from summarizer.errors import ConfigError, MissingExtra
from summarizer.many.failed import Failed
from summarizer.render.records import ARTICLE_COLUMNS, FACT_COLUMNS, Kind, Record, Rows, failed_record
from summarizer.result import Result

Backend = Literal["pandas", "polars", "pyarrow"]
# Taken in this order where a user names none: most people have the first.
BACKENDS: Final[tuple[Backend, ...]] = ("pandas", "polars", "pyarrow")


def to_frame(results: Iterable[Result | Failed], *, rows: Rows = "facts", backend: Backend | None = None) -> Any:
    """A data frame of results, such as those of `Summarizer.map`; the columns are the same whatever is in it.

    Args:
        results: gone through once. A `Failed` has a row, with `error` and `message`, where rows are articles, and none
            where they are facts.
        rows: "facts": one for each drafted fact, with its places; "articles": one for each article.
        backend: whose frame to make; None takes the first that is installed of pandas, polars and pyarrow.

    Raises:
        ConfigError: there are no such rows or backend.
        MissingExtra: narwhals, or every backend, is missing.
    """
    if rows not in ("facts", "articles"):
        raise ConfigError(f"rows are one a fact ('facts') or one an article ('articles'), not {rows!r}")
    try:
        import narwhals as nw  # noqa: PLC0415 - an extra, loaded where a frame is made
    except ImportError as error:
        raise MissingExtra(what="a data frame", extra="frames") from error
    chosen = _backend(backend)
    columns = FACT_COLUMNS if rows == "facts" else ARTICLE_COLUMNS
    records = [record for result in results for record in _records(result, rows=rows)]
    data = {name: [record[name] for record in records] for name in columns}
    # A pandas column has no type for a missing count, and none for places: it finds its own.
    schema = None if chosen == "pandas" else {name: _type_of(kind, nw) for name, kind in columns.items()}
    return nw.from_dict(data, schema=schema, backend=chosen).to_native()


def _records(result: Result | Failed, *, rows: Rows) -> list[Record]:
    if isinstance(result, Result):
        return result.to_records(rows=rows)
    if rows == "facts":
        return []
    return [failed_record(article_id=result.id, url=result.url, error=result.error, message=result.message)]


def _backend(named: str | None) -> Backend:
    for backend in BACKENDS:
        if named in (None, backend) and importlib.util.find_spec(backend) is not None:
            return backend
    if named is not None and named not in BACKENDS:
        raise ConfigError(f"a frame is made of {', '.join(BACKENDS)}, not of {named!r}")
    missing = f"{named} is not" if named else "none of pandas, polars and pyarrow is"
    raise ConfigError(f"{missing} installed; install one to make a data frame")


def _type_of(kind: Kind, nw: Any) -> Any:
    types: Mapping[Kind, Any] = {
        "text": nw.String(),
        "texts": nw.List(nw.String()),
        "number": nw.Float64(),
        "count": nw.Int64(),
        "places": nw.List(nw.Struct({"start": nw.Int64(), "end": nw.Int64(), "text": nw.String()})),
    }
    return types[kind]
