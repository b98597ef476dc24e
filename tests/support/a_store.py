"""An open store of a submitted batch, with articles and requests made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.many.batches.database import opened
from summarizer.many.batches.store import Pending, Store


@contextmanager
def a_store(path: Path, *, articles: int = 0) -> Iterator[Store]:
    """A store with so many open articles."""
    with opened(path, new=True) as database:
        store = Store(database, path)
        for place in range(1, articles + 1):
            store.do(
                "INSERT OR IGNORE INTO articles VALUES (?, ?, ?, NULL, '{}', 'open', NULL)",
                place,
                f"d{place}",
                f"a{place}",
            )
        yield store


def pending(key: str, *, number: int = 1, model: int = 0, size: int = 10) -> Pending:
    """A request whose line has so many bytes."""
    line = key.encode().ljust(size - 1, b".") + b"\n"
    return Pending(key=key, number=number, model=model, call_id="write", shape="{}", line=line)
