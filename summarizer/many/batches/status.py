"""The status of a submitted batch, as its file says: how many articles are finished, what is under way.

BatchStatus.read("news.batch")   ->  BatchStatus(articles=500, done=480, failed=2, …)
"""

from __future__ import annotations

import os
from typing import Self

from summarizer.disk.paths import file_path
from summarizer.frozen import Frozen
from summarizer.many.batches.database import opened
from summarizer.many.batches.store import Store


class BatchUnderWay(Frozen):
    """A batch that its server works on: its name there, and how many requests are in it."""

    id: str
    requests: int


class BatchStatus(Frozen):
    """How far many articles are: `articles == done + failed + open`.

    `complete` is False where `submit` was broken off before it had taken every article. `answered` counts requests that
    have an answer, usable or not; `waiting` those that are with no server yet.
    """

    articles: int
    done: int
    failed: int
    open: int
    complete: bool
    answered: int
    waiting: int
    under_way: tuple[BatchUnderWay, ...] = ()

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """The status that a file tells; no server is asked.

        Raises:
            ConfigError: the file is none that `submit` made, or a process works on it.
        """
        file = file_path(path, of="the file of articles")
        with opened(file, new=False) as database:
            return cls.of(Store(database, file))

    @classmethod
    def of(cls, store: Store) -> Self:
        """The status of an open store."""
        counts = {state: store.one("SELECT count(*) FROM articles WHERE state = ?", state) for state in _STATES}
        return cls(
            articles=sum(counts.values()),
            **counts,
            complete=store.meta("complete") is not None,
            answered=store.one("SELECT count(*) FROM requests WHERE status IS NOT NULL"),
            waiting=store.one("SELECT count(*) FROM requests WHERE status IS NULL AND part IS NULL"),
            under_way=tuple(BatchUnderWay(id=part.batch, requests=part.requests) for part in store.parts("under way")),
        )


_STATES = ("done", "failed", "open")
