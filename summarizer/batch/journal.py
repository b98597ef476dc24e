"""The journal of a batch says which articles are finished, in a file that a killed process leaves whole.

with Journal.opened(Path("out.jsonl.batch")) as journal:
    journal.hold_to({"model": "gpt-5-mini", …})
    journal.state_of("id:a7", digest=…)   ->  "open", "done", "partial" or "failed"
    journal.keep(Finished(key="id:a7", …), spent=…)

It is one SQLite database, and a lock beside it lets one process in at a time.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self

from summarizer.batch.lock import locked
from summarizer.errors import ConfigError
from summarizer.runtime.budget import Spent

State = Literal["open", "done", "partial", "failed"]
Meeting = Literal["new", "repeated", "other"]

_FILE: Final = "journal.sqlite3"
_LOCK: Final = "lock"
# Stands in the file's header, as SQLite has it for the marks of programs: "SmJr" in ASCII.
_APPLICATION: Final = 0x536D4A72
# A version of the library with other tables counts it up.
_LAYOUT_VERSION: Final = 1
_LAYOUT: Final = """
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS spent (one INTEGER PRIMARY KEY CHECK (one = 1), calls INTEGER, tokens INTEGER, cost TEXT);
CREATE TABLE IF NOT EXISTS articles (
    key TEXT PRIMARY KEY, id TEXT NOT NULL, place INTEGER NOT NULL, digest TEXT NOT NULL, url TEXT,
    state TEXT NOT NULL, error TEXT NOT NULL, message TEXT NOT NULL, rows TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_place ON articles (place);
"""
# What this run has met; SQLite keeps it in a file of its own that goes with the connection, so memory stays as it is.
_MET: Final = """
PRAGMA temp_store = FILE;
CREATE TEMP TABLE met (key TEXT PRIMARY KEY, place INTEGER NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
"""
_SETTLE: Final = """
UPDATE articles SET place = met.place FROM met WHERE met.key = articles.key AND met.place != articles.place
"""
_ROW_KEY: Final = "row:"
# Characters of a setting that a message shows; whoever wants more has the command at hand.
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """An article that is worked off.

    Attributes:
        key: Names it in the journal; see `article_key` and `row_key`.
        id: What it is called.
        place: Its place in the input, from 1.
        digest: Of all that was given of it, "" where it could not be read.
        url: Where it can be read.
        state: "done"; "partial" where a result came and something of it did not; "failed" where none came.
        error: The name of what went wrong, "" where nothing did.
        message: What went wrong, in words.
        rows: What is written of it, row by row; none of a failed one.
    """

    key: str
    id: str
    place: int
    digest: str
    url: str | None
    state: State
    error: str = ""
    message: str = ""
    rows: tuple[Mapping[str, Any], ...] = ()


def article_key(article_id: str) -> str:
    """The key of an article."""
    return f"id:{article_id}"


def row_key(number: int) -> str:
    """The key of a row that is no article."""
    return f"{_ROW_KEY}{number}"


class Journal:
    """What is finished, on disk; open in one process at a time."""

    def __init__(self, folder: Path, database: sqlite3.Connection, lock: int) -> None:
        """An open one; use `opened`."""
        self.folder = folder
        self._database = database
        self._lock = lock
        row = database.execute("SELECT calls, tokens, cost FROM spent").fetchone()
        self._spent_before = Spent(calls=row[0], tokens=row[1], cost=Decimal(row[2])) if row else Spent()

    @classmethod
    def opened(cls, folder: Path) -> Journal:
        """The journal in a folder, made if it is not there.

        Args:
            folder: holds the journal, and nothing else but what belongs to the same batch.

        Raises:
            ConfigError: another process has it, or it cannot be opened.
        """
        try:
            folder.mkdir(exist_ok=True)
            lock = locked(folder / _LOCK)
        except OSError as error:
            raise ConfigError(f"the journal of the batch, {folder}, cannot be opened: {error}") from error
        try:
            with _named_errors(folder):
                return cls(folder, _opened(folder / _FILE), lock)
        except BaseException:
            os.close(lock)
            raise

    @staticmethod
    def is_in(folder: Path) -> bool:
        """True where a folder holds a journal already; nothing is opened."""
        return (folder / _FILE).exists()

    @property
    def spent_before(self) -> Spent:
        """What earlier runs have spent."""
        return self._spent_before

    def hold_to(self, settings: Mapping[str, str], *, renew: bool = False) -> None:
        """Take what is finished as done under these settings, or begin anew where they are others.

        Args:
            settings: all that shapes a result: what is finished under other settings is not mixed with these.
            renew: begin anew where the settings are others.

        Raises:
            ConfigError: they are others; the message names which.
        """
        changes = self.changes(settings)
        if changes and not renew:
            raise ConfigError(
                f"what is finished in {self.folder} was made otherwise: {changes}. Give the same options, another "
                "output, or --redo to make all of it anew"
            )
        with _named_errors(self.folder), self._written():
            if changes:
                self._database.execute("DELETE FROM articles")
                self._database.execute("DELETE FROM settings")
            self._database.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", settings.items())

    def changes(self, settings: Mapping[str, str]) -> str:
        """What differs from the settings of what is finished, in words; "" where nothing does, or nothing is."""
        with _named_errors(self.folder):
            kept = dict(self._database.execute("SELECT name, value FROM settings").fetchall())
        other = sorted(name for name in {*kept, *settings} if kept.get(name) != settings.get(name))
        return _changes(other, kept, settings) if kept else ""

    def meet(self, key: str, *, place: int, digest: str) -> Meeting:
        """Whether this run meets an article for the first time, again, or another one under the same key."""
        with _named_errors(self.folder):
            found = self._database.execute("SELECT digest FROM met WHERE key = ?", (key,)).fetchone()
            if found is not None:
                return "repeated" if found[0] == digest else "other"
            self._database.execute("INSERT INTO met VALUES (?, ?, ?)", (key, place, digest))
            return "new"

    def state_of(self, key: str, *, digest: str) -> State:
        """What became of an article; "open" where it is not finished, or was given otherwise when it was."""
        with _named_errors(self.folder):
            row = self._database.execute("SELECT state, digest FROM articles WHERE key = ?", (key,)).fetchone()
        state: State = row[0] if row and row[1] == digest else "open"
        return state

    def keep(self, finished: Finished, *, spent: Spent) -> None:
        """Write down that an article is finished; it is there when this returns, and whole or not at all.

        Args:
            finished: what came of it.
            spent: what this run has spent so far.
        """
        row = (
            finished.key,
            finished.id,
            finished.place,
            finished.digest,
            finished.url,
            finished.state,
            finished.error,
            finished.message.encode("utf-8", "replace").decode(),
            json.dumps(finished.rows),
        )
        with _named_errors(self.folder), self._written():
            self._database.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            self._note(spent)

    def note_spent(self, spent: Spent) -> None:
        """Write down what this run has spent so far, also on articles that are not finished."""
        with _named_errors(self.folder), self._written():
            self._note(spent)

    def forget_rows(self) -> None:
        """Forget which rows were no articles: the run that begins meets them anew."""
        with _named_errors(self.folder), self._written():
            self._database.execute("DELETE FROM articles WHERE key >= ? AND key < ?", (_ROW_KEY, _ROW_KEY + "~"))

    def settle(self) -> int:
        """Give each article the place that this run, which met all of them, met it at; how many it did not meet."""
        with _named_errors(self.folder), self._written():
            self._database.execute(_SETTLE)
            self._database.execute("UPDATE articles SET place = -1 WHERE key NOT IN (SELECT key FROM met)")
            (others,) = self._database.execute("SELECT count(*) FROM articles WHERE place < 0").fetchone()
        return int(others)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row of what came of the articles, in the order of the input; none of those that it has no more."""
        for (rows,) in self._read("SELECT rows FROM articles WHERE state IN ('done', 'partial') AND place > 0"):
            yield from json.loads(rows)

    def failures(self) -> Iterator[dict[str, Any]]:
        """What failed, whole or in part, in the order of the input."""
        names = ("place", "id", "url", "state", "error", "message")
        failed = f"SELECT {', '.join(names)} FROM articles WHERE state IN ('failed', 'partial') AND place > 0"  # noqa: S608
        for row in self._read(failed):
            yield dict(zip(("row", *names[1:]), row, strict=True))

    def counts(self) -> dict[str, int]:
        """How many articles of the input there are of each state that some are in."""
        counted = "SELECT state, count(*) FROM articles WHERE place > 0 GROUP BY state"
        with _named_errors(self.folder):
            return dict(self._database.execute(counted).fetchall())

    def close(self) -> None:
        """Close the database, and let others in."""
        self._database.close()
        os.close(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, query: str) -> Iterator[tuple[Any, ...]]:
        with _named_errors(self.folder):
            yield from self._database.execute(f"{query} ORDER BY place")

    def _note(self, spent: Spent) -> None:
        total = self._spent_before + spent
        row = (total.calls, total.tokens, str(total.cost))
        self._database.execute("INSERT OR REPLACE INTO spent VALUES (1, ?, ?, ?)", row)

    @contextmanager
    def _written(self) -> Iterator[None]:
        """One transaction, whole or not at all."""
        try:
            self._database.execute("BEGIN IMMEDIATE")
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise


def _changes(names: list[str], kept: Mapping[str, str], settings: Mapping[str, str]) -> str:
    """What differs, as in "length was 'medium' and is 'short'"."""

    def shown(value: str | None) -> str:
        if value is None:
            return "not there"
        return repr(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")

    return "; ".join(f"{name} was {shown(kept.get(name))} and is {shown(settings.get(name))}" for name in names)


@contextmanager
def _named_errors(folder: Path) -> Iterator[None]:
    """What SQLite says becomes an error that says where, and what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        corrupt = not isinstance(error, sqlite3.OperationalError)
        todo = "move the folder away to begin anew" if corrupt else "mend that and start again: what is finished stays"
        raise ConfigError(f"the journal {folder / _FILE} cannot be used: {error}; {todo}") from error


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        _check_ours(database, path)
        database.execute("PRAGMA journal_mode = WAL")
        # A process that is killed loses nothing that was committed; where the power goes, the last second may be lost.
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(_LAYOUT)
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        database.execute(f"PRAGMA user_version = {_LAYOUT_VERSION}")
        database.executescript(_MET)
    except BaseException:
        database.close()
        raise
    return database


def _check_ours(database: sqlite3.Connection, path: Path) -> None:
    """Raises ConfigError for a database of another program, or of another version of the library."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (application,) = database.execute("PRAGMA application_id").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if (application, version) != (_APPLICATION, _LAYOUT_VERSION) and (application or version or tables):
        raise ConfigError(f"{path} is no journal of this version of summarizer; move it away, or give another output")
