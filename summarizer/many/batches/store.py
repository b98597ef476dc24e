"""The store of a submitted batch keeps articles, requests, parts and answers, each step whole or not at all.

store.add(place, article)              an article is kept, once
store.answers(key)                     what came of each try of a call
store.pack(model, policy) -> Part      pending requests become a part: one file, one batch
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from summarizer.many.batches.database import named_errors, transaction
from summarizer.models.batch_endpoint import BatchAnswer

# A part is "sending" until its server has given it a name.
PartState = Literal["sending", "under way", "ended"]
ArticleState = Literal["open", "done", "failed"]
# Articles that are read at once; 64 of 100 kB are 6 MB.
_AT_ONCE: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of requests and the batch that it became.

    Attributes:
        number: its own, from 1.
        model: which of the models is asked.
        tag: by which its server knows the batch.
        batch: the server's name for it; "" until it is known.
        began: when it was made, in seconds since 1970.
        requests: how many are in it.
        size: of the file, in bytes.
        looks: how often its answers could not be fetched.
    """

    number: int
    model: int
    tag: str
    batch: str
    began: float
    requests: int
    size: int
    looks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article as it is kept: `given` is its JSON; `result` what came of it, None while it is open."""

    place: int
    digest: str
    id: str
    url: str | None
    given: str
    state: ArticleState
    result: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A request that was not sent yet."""

    key: str
    number: int
    model: int
    call_id: str
    shape: str
    line: bytes


class Store:
    """What is kept; one thread at a time uses it."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        """Over an open database; `path` is for messages."""
        self._database = database
        self.path = path

    def one(self, query: str, *values: object) -> Any:
        """The first column of the first row, None where there is none."""
        row = self._rows(query, *values).fetchone()
        return row[0] if row else None

    def do(self, statement: str, *values: object) -> int:
        """How many rows a statement changed."""
        return self._rows(statement, *values).rowcount

    def transaction(self) -> Any:
        """What is done inside is there whole, or not at all."""
        return transaction(self._database)

    def meta(self, name: str) -> str | None:
        """A note about the whole."""
        value: str | None = self.one("SELECT value FROM meta WHERE name = ?", name)
        return value

    def put_meta(self, name: str, value: str) -> None:
        """Keep a note about the whole."""
        self.do("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value)

    def ready(self) -> Iterator[Kept]:
        """Open articles that wait for no answer; one that is asked for more while this goes on comes no more."""
        place = 0
        while found := self._articles(
            f"{_ARTICLES} WHERE {_READY} AND place > ? ORDER BY place LIMIT {_AT_ONCE}", place
        ):
            yield from found
            place = found[-1].place

    def finished(self, place: int) -> Kept | None:
        """The article at a place, if it is finished."""
        found = self._articles(f"{_ARTICLES} WHERE place = ? AND state != 'open'", place)
        return found[0] if found else None

    def answers(self, key: str) -> list[BatchAnswer]:
        """What came of each try of a call, in their order."""
        found = "SELECT status, answer, shape, fresh FROM requests WHERE key = ? AND status IS NOT NULL ORDER BY number"
        return [
            BatchAnswer(status=status, body=body or b"", shape=shape, fresh=bool(fresh))
            for status, body, shape, fresh in self._rows(found, key).fetchall()
        ]

    def want(self, place: int, pending: Pending) -> None:
        """An article waits for a request, which is made once, whoever else waits for it."""
        self.do("INSERT OR IGNORE INTO wants VALUES (?, ?)", pending.key, place)
        self.do(
            "INSERT OR IGNORE INTO requests (key, number, model, call, shape, line, bytes) VALUES (?,?,?,?,?,?,?)",
            *(pending.key, pending.number, pending.model, pending.call_id, pending.shape, pending.line),
            len(pending.line),
        )

    def keep_result(self, place: int, *, state: ArticleState, result: bytes) -> None:
        """An article is finished."""
        self.do("UPDATE articles SET state = ?, result = ? WHERE place = ?", state, result, place)

    def with_faults(self) -> Iterator[Kept]:
        """Finished articles that asked for something, and of which not all came."""
        place = 0
        query = f"{_ARTICLES} WHERE {_FAULTY} AND place > ? ORDER BY place LIMIT {_AT_ONCE}"
        while found := self._articles(query, place):
            yield from found
            place = found[-1].place

    def reopen(self, place: int, *, calls: Iterable[str]) -> None:
        """An article is open again: its requests that came to an error, and those of some calls, are forgotten.

        Args:
            place: of the article.
            calls: by their ids; what grew from one goes with it.
        """
        forgotten = "status = 0 OR status >= 400"
        self._forget(place, forgotten)
        for call in calls:
            self._forget(place, "call = ? OR substr(call, 1, length(?)) = ?", call, f"{call}:", f"{call}:")
        self.do("UPDATE articles SET state = 'open', result = NULL WHERE place = ?", place)

    def _forget(self, place: int, which: str, *values: object) -> None:
        self.do(
            "DELETE FROM requests WHERE key IN (SELECT key FROM requests JOIN wants USING (key) "  # noqa: S608
            f"WHERE wants.place = ? AND status IS NOT NULL AND ({which}))",
            *(place, *values),
        )

    def pending(self) -> list[int]:
        """The models of which requests wait to be sent."""
        rows = self._rows("SELECT DISTINCT model FROM requests WHERE status IS NULL AND part IS NULL ORDER BY model")
        return [model for (model,) in rows.fetchall()]

    def pack(self, *, model: int, most_requests: int, most_bytes: int, tag: str, now: float) -> Part:
        """Make a part of as many pending requests of a model as go into one file; at least one."""
        taken: list[tuple[int]] = []
        size = 0
        unsent = "SELECT rowid, bytes FROM requests WHERE model = ? AND status IS NULL AND part IS NULL ORDER BY rowid"
        for row, length in self._rows(unsent, model):
            if taken and (len(taken) >= most_requests or size + length > most_bytes):
                break
            taken.append((row,))
            size += length
        with self.transaction():
            number = (self.one("SELECT max(part) FROM parts") or 0) + 1
            self.do(
                "INSERT INTO parts VALUES (?, ?, ?, NULL, ?, 'sending', ?, ?, 0)",
                *(number, model, f"{tag}-{number}", now, len(taken), size),
            )
            with named_errors(self.path):
                self._database.executemany(f"UPDATE requests SET part = {number} WHERE rowid = ?", taken)  # noqa: S608
        return self.parts("sending")[-1]

    def parts(self, state: PartState) -> list[Part]:
        """The parts of a state, in their order."""
        query = "SELECT part, model, tag, batch, began, requests, bytes, looks FROM parts WHERE state = ? ORDER BY part"
        return [
            Part(
                number=number,
                model=model,
                tag=tag,
                batch=batch or "",
                began=began,
                requests=requests,
                size=size,
                looks=looks,
            )
            for number, model, tag, batch, began, requests, size, looks in self._rows(query, state).fetchall()
        ]

    def lines(self, part: Part) -> Iterator[bytes]:
        """The lines of a part, in the order of its file."""
        for (line,) in self._rows("SELECT line FROM requests WHERE part = ? ORDER BY rowid", part.number):
            yield line

    def half_of(self, part: Part) -> int:
        """Bytes into which either half of a part's requests goes."""
        query = "SELECT sum(bytes) FROM (SELECT bytes FROM requests WHERE part = ? ORDER BY rowid LIMIT ?)"
        first = self.one(query, part.number, part.requests // 2) or 0
        return max(first, part.size - first)

    def sent(self, part: Part, *, batch: str) -> None:
        """A server has a part, by this name."""
        self.do("UPDATE parts SET state = 'under way', batch = ? WHERE part = ?", batch, part.number)

    def knows(self, key: str, number: int) -> bool:
        """Whether a request was ever made."""
        return self.one("SELECT 1 FROM requests WHERE key = ? AND number = ?", key, number) is not None

    def answer(self, part: Part, *, key: str, number: int, status: int, body: bytes) -> bool:
        """Keep an answer to a request of a part, the first one; False where none was open."""
        keep = (
            "UPDATE requests SET status = ?, answer = ?, line = NULL, part = NULL "
            "WHERE key = ? AND number = ? AND part = ? AND status IS NULL"
        )
        return self.do(keep, status, body, key, number, part.number) == 1

    def answer_line(self, part: Part, *, line: int, status: int, body: bytes) -> bool:
        """The same for the request in a line of its file, from 1."""
        row = self._rows(
            "SELECT key, number FROM requests WHERE part = ? ORDER BY rowid LIMIT 1 OFFSET ?", part.number, line - 1
        ).fetchone()
        return row is not None and self.answer(part, key=row[0], number=row[1], status=status, body=body)

    def answer_all(self, part: Part, *, status: int, body: bytes) -> None:
        """The same for every request of a part that has no answer."""
        keep = "UPDATE requests SET status = ?, answer = ?, line = NULL, part = NULL WHERE part = ?"
        self.do(keep, status, body, part.number)

    def end(self, part: Part, *, passed_over: int | None) -> int:
        """A part is over: how many of its requests have no answer, which wait to be sent again.

        Args:
            part: which.
            passed_over: the status that those requests get, None where they were never tried.
        """
        self.do("UPDATE parts SET state = 'ended' WHERE part = ?", part.number)
        if passed_over is None:
            return self.do("UPDATE requests SET part = NULL WHERE part = ?", part.number)
        return self.do(
            "UPDATE requests SET status = ?, answer = x'', line = NULL, part = NULL WHERE part = ?",
            *(passed_over, part.number),
        )

    def looked_at(self, keys: Iterable[str]) -> None:
        """The answers under these keys are fresh no more."""
        with named_errors(self.path):
            rows = [(key,) for key in keys]
            self._database.executemany("UPDATE requests SET fresh = 0 WHERE key = ? AND fresh AND status NOTNULL", rows)

    def _articles(self, query: str, *values: object) -> list[Kept]:
        return [
            Kept(place=place, digest=digest, id=one_id, url=url, given=given, state=state, result=result)
            for place, digest, one_id, url, given, state, result in self._rows(query, *values).fetchall()
        ]

    def _rows(self, query: str, *values: object) -> sqlite3.Cursor:
        with named_errors(self.path):
            return self._database.execute(query, values)


_ARTICLES: Final = "SELECT place, digest, id, url, given, state, result FROM articles"
_FAULTY: Final = (
    "(state = 'failed' OR (state = 'done' AND json_array_length(CAST(result AS TEXT), '$.failures') > 0)) "
    "AND EXISTS (SELECT 1 FROM wants WHERE wants.place = articles.place)"
)
_READY: Final = (
    "state = 'open' AND NOT EXISTS (SELECT 1 FROM wants JOIN requests USING (key) "
    "WHERE wants.place = articles.place AND requests.status IS NULL)"
)
