"""A block is what a worker of a cluster is given at once: a table whose rows are summarized side by side.

await summarized_block(table, summarizer=summarizer, columns=columns)                                ->  a row for each
await summarized_block(table, summarizer=summarizer, columns=columns, parts=parts, written=written)  ->  what was done
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from summarizer.engine import Summarizer
from summarizer.integrations.parts import Parts, name_of
from summarizer.integrations.tables import Columns, GivenRow, articles_in, schema_of, table_of

_REPORT = pa.schema([("part", pa.string()), ("done", pa.int64()), ("failed", pa.int64()), ("refused", pa.string())])


async def summarized_block(
    table: pa.Table,
    *,
    summarizer: Summarizer,
    columns: Columns,
    parts: Parts | None = None,
    written: np.ndarray[Any, Any] | None = None,
) -> pa.Table:
    """A row for each of the block; or, with `parts`, a row that counts what was written there.

    Args:
        table: the block.
        summarizer: this worker's.
        columns: where in it an article stands.
        parts: where results are kept.
        written: the keys of rows that were there before, as `sorted_keys` has them; they are left out.

    Raises:
        ConfigError: the part cannot be written.
    """
    given = articles_in(table, columns)
    schema = schema_of(columns, given=table.schema)
    if parts is None:
        return await _summarized(given, summarizer=summarizer, schema=schema)
    if written is not None:
        given = _not_in(written, given)
    name = name_of([row.key for row in given])
    # A worker that was killed here before may have finished the block, or written one of its two files.
    known = parts.written_in(name)
    given = [row for row in given if row.key not in known]
    if not given:
        return _REPORT.empty_table()
    if known:
        name = name_of([row.key for row in given])
    done = await _summarized(given, summarizer=summarizer, schema=schema)
    parts.write(done, name=name)
    failed = len(done) - done["error"].null_count
    return report_of(part=name, done=len(done) - failed, failed=failed)


def report_of(*, part: str | None = None, done: int = 0, failed: int = 0, refused: str | None = None) -> pa.Table:
    """What a worker reports of a block.

    Args:
        part: the name of its files.
        done: rows with a result.
        failed: rows without one.
        refused: why the worker could not work at all.
    """
    row = {"part": part, "done": done, "failed": failed, "refused": refused}
    return pa.Table.from_pylist([row], schema=_REPORT)


def sorted_keys(keys: Iterable[str]) -> np.ndarray[Any, Any]:
    """Keys as workers look them up: 16 bytes each, so that a hundred million take 1.6 GB of a machine's shared memory.

    Args:
        keys: in hexadecimal digits.
    """
    found = np.fromiter((bytes.fromhex(key) for key in keys), dtype="S16")
    found.sort()
    return found


def _not_in(written: np.ndarray[Any, Any], given: Sequence[GivenRow]) -> list[GivenRow]:
    if not len(written) or not given:
        return list(given)
    keys = np.array([bytes.fromhex(row.key) for row in given], dtype="S16")
    places = np.minimum(np.searchsorted(written, keys), len(written) - 1)
    return [row for row, known in zip(given, written[places] == keys, strict=True) if not known]


async def _summarized(given: Sequence[GivenRow], *, summarizer: Summarizer, schema: pa.Schema) -> pa.Table:
    results = [result async for result in summarizer.amap([row.article for row in given])]
    return table_of(given, results, schema=schema)
