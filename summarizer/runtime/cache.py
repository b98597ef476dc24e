"""A reply cache keeps replies on disk, so that the same call is not paid for twice.

    cache = ReplyCache(CachePolicy(path="replies.sqlite3"))
    cache.put("key", reply)
    cache.get("key")    the reply, or None where there is none or it is too old
    cache.note("key")   what was found out of many replies, kept beside them by `put_note`

It is one SQLite file, shared by any number of processes.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import sys
import time
import weakref
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from summarizer.calls.call import Finish, Reply, TokenChance, Tokens
from summarizer.errors import ConfigError
from summarizer.forks import ForkSafeLock

T = TypeVar("T")

# In the name, so that another layout is another file and nothing has to be converted.
_FILE = "replies.v1.sqlite3"
_DAY = 86_400.0
_LOCK_TIMEOUT = 10.0  # seconds to wait for another process's write, which takes a millisecond
_CORRUPT = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_HEADER = b"SQLite format 3\0"
_LAYOUT = """
CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, stored REAL NOT NULL, reply TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_age ON replies (stored);
CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, stored REAL NOT NULL, note TEXT NOT NULL);
"""

_log = logging.getLogger(__name__)


class _ForeignFileError(OSError):
    """The file holds something that is no database of SQLite, and is left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CachePolicy:
    """Where replies are kept, and how many for how long.

    Args:
        path: the file; None for `replies.v1.sqlite3` in the user's cache folder (`$XDG_CACHE_HOME/summarizer` or
            `~/.cache/summarizer`; on macOS under `~/Library/Caches`, on Windows under `%LOCALAPPDATA%`).
        max_bytes: size of the live pages of the file, at least 64 KiB; beyond it the oldest replies go. 512 MiB hold
            about 200,000 replies of 2 kB.
        max_age: seconds after which a reply counts no more, above 0; 30 days, because hosted models change
            behind a name.

    Raises:
        ConfigError: a number out of its range, or a path that is none.
    """

    path: str | os.PathLike[str] | None = None
    max_bytes: int = 512 * 1024 * 1024
    max_age: float = 30 * _DAY

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not isinstance(self.path, str | os.PathLike | None):
            raise ConfigError(f"the path of the cache must be a str or a path, not {self.path!r}")
        if self.max_bytes < 64 * 1024:
            raise ConfigError(f"max_bytes of the cache must be at least 65536, not {self.max_bytes}")
        if not self.max_age > 0:
            raise ConfigError(f"max_age of the cache must be a number of seconds above 0, not {self.max_age!r}")


class ReplyCache:
    """Replies by key, in a file that only its owner may read; usable from any thread and after a fork.

    Nothing that goes wrong with the file ever fails a call: a corrupted one is set aside under another name, one that
    is locked or on a full disk counts as empty, and a warning in the log says so. A process that is killed leaves a
    file that opens again. A file that does not begin as a database of SQLite does is another's: it is never touched.
    """

    def __init__(self, policy: CachePolicy) -> None:
        """The file is opened, and made if it is not there.

        Raises:
            ConfigError: the file can be neither opened nor made, or holds something else than a database.
        """
        self._policy = policy
        self.path = Path(policy.path) if policy.path is not None else _users_folder() / _FILE
        self._lock = ForkSafeLock()
        self._file = _OpenFile()
        weakref.finalize(self, self._file.close)
        try:
            with self._lock:
                self._run_or_renew(lambda _: None)
        except _ForeignFileError as error:
            raise ConfigError(
                f"{self.path} is not a reply cache; name another file, or delete this one if it was damaged"
            ) from error
        except (OSError, sqlite3.Error) as error:
            raise ConfigError(
                f"the cache {self.path} cannot be opened ({error}); give another path, or none"
            ) from error

    def get(self, key: str) -> Reply | None:
        """The reply under this key, unless there is none or it is too old."""
        oldest = time.time() - self._policy.max_age
        found = self._run_or_warn(lambda db: db.execute(_SELECT, (key, oldest)).fetchone(), otherwise=None)
        if found is None:
            return None
        try:
            return _from_json(found[0])
        except (ValueError, TypeError, KeyError):
            self.drop([key])
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep a reply; where it makes the file too large, the oldest go."""

        def store(db: sqlite3.Connection) -> None:
            db.execute("INSERT OR REPLACE INTO replies VALUES (?, ?, ?)", (key, time.time(), _to_json(reply)))
            self._prune(db)

        self._run_or_warn(store, otherwise=None)

    def note(self, key: str) -> str | None:
        """The note under this key, unless there is none or it is too old."""
        oldest = time.time() - self._policy.max_age
        found = self._run_or_warn(lambda db: db.execute(_SELECT_NOTE, (key, oldest)).fetchone(), otherwise=None)
        return None if found is None else str(found[0])

    def put_note(self, key: str, note: str) -> None:
        """Keep a note: a few hundred bytes for a model that is used, which no number of replies pushes out."""
        row = (key, time.time(), note)
        self._run_or_warn(lambda db: db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", row), otherwise=None)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget the replies under these keys."""
        rows = [(key,) for key in keys]
        if rows:
            self._run_or_warn(lambda db: db.executemany("DELETE FROM replies WHERE key = ?", rows), otherwise=None)

    def close(self) -> None:
        """Close the file; a later use opens it again."""
        with self._lock:
            self._file.close()

    def _run_or_warn(self, work: Callable[[sqlite3.Connection], T], *, otherwise: T) -> T:
        """Do the work; where the file cannot be used, say so in the log and go on without it."""
        with self._lock:
            try:
                return self._run_or_renew(work)
            except (OSError, sqlite3.Error) as error:
                _log.warning("the cache %s is passed over: %s", self.path, error)
                self._file.close()
                return otherwise

    def _run_or_renew(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work; where the file is corrupted, on a new one in its place."""
        try:
            return work(self._open_connection())
        except sqlite3.DatabaseError as error:
            if not _is_corrupt(error):
                raise
            self._file.close()
            _check_ours(self.path)
            self._set_aside(error)
        return work(self._open_connection())

    def _open_connection(self) -> sqlite3.Connection:
        """The open connection of this process; the file is opened or made first where there is none."""
        file = self._file
        if file.db is not None and file.pid == os.getpid():
            return file.db
        # The connection of a parent process may not be used in a forked child, nor closed there.
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _check_ours(self.path)  # before anything is changed about it
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)  # SQLite gives its side files the same mode
        if hasattr(os, "fchmod"):
            with suppress(PermissionError):  # another's file, shared on purpose
                os.fchmod(descriptor, 0o600)
        inode = os.fstat(descriptor).st_ino
        os.close(descriptor)
        db = sqlite3.connect(self.path, timeout=_LOCK_TIMEOUT, isolation_level=None, check_same_thread=False)
        file.take(db, inode=inode)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.executescript(_LAYOUT)
        for table in ("replies", "notes"):
            db.execute(f"DELETE FROM {table} WHERE stored < ?", (time.time() - self._policy.max_age,))  # noqa: S608
        return db

    def _prune(self, db: sqlite3.Connection) -> None:
        """Delete the oldest replies, a tenth at a time, until the file's live pages are within the bound."""

        def pragma(name: str) -> int:
            return int(db.execute(f"PRAGMA {name}").fetchone()[0])

        while (pragma("page_count") - pragma("freelist_count")) * pragma("page_size") > self._policy.max_bytes:
            count = db.execute("SELECT count(*) FROM replies").fetchone()[0]
            db.execute(_DELETE_OLDEST, (count // 10 + 1,))
            if count <= 1:
                return

    def _set_aside(self, error: sqlite3.Error) -> None:
        """Rename a corrupted file and what SQLite keeps beside it, for whoever wants to look."""
        inode = self._file.inode
        self._file.close()
        aside = self.path.with_name(f"{self.path.name}.corrupt-{time.time_ns()}")
        with suppress(FileNotFoundError):
            # Another process may have set it aside already, and what stands there now is a good one.
            if inode is None or self.path.stat().st_ino == inode:
                self.path.rename(aside)
                for side in ("-wal", "-shm"):
                    with suppress(FileNotFoundError):
                        self.path.with_name(self.path.name + side).rename(aside.with_name(aside.name + side))
        _log.warning("the cache %s is corrupted (%s) and was set aside as %s", self.path, error, aside.name)


_SELECT = "SELECT reply FROM replies WHERE key = ? AND stored >= ?"
_SELECT_NOTE = "SELECT note FROM notes WHERE key = ? AND stored >= ?"
_DELETE_OLDEST = "DELETE FROM replies WHERE key IN (SELECT key FROM replies ORDER BY stored LIMIT ?)"


class _OpenFile:
    """The open connection and whose it is; apart from the cache, so that it can be closed after it."""

    def __init__(self) -> None:
        self.db: sqlite3.Connection | None = None
        self.pid = 0
        self.inode: int | None = None
        self._inherited: list[sqlite3.Connection] = []

    def take(self, db: sqlite3.Connection, *, inode: int) -> None:
        if self.db is not None:
            self._inherited.append(self.db)
        self.db, self.pid, self.inode = db, os.getpid(), inode

    def close(self) -> None:
        if self.db is not None and self.pid == os.getpid():
            self.db.close()
            self.db = None


def _to_json(reply: Reply) -> str:
    tokens = reply.tokens
    counted = [tokens.tokens_in, tokens.tokens_out, tokens.tokens_cached, tokens.tokens_reasoning]
    return json.dumps({"text": reply.text, "finish": reply.finish, "tokens": counted, "first_token": reply.first_token})


def _from_json(stored: str) -> Reply:
    """The reply that `_to_json` wrote.

    Raises:
        ValueError: it wrote none such; `TypeError` or `KeyError` where not even the form is its own.
    """
    fields = json.loads(stored)
    first = tuple(TokenChance(text=str(text), logprob=float(logprob)) for text, logprob in fields["first_token"])
    # A reply of one word, asked for with its probabilities, ends at its limit and is whole all the same.
    finish: Finish = "length" if first and fields["finish"] == "length" else "stop"
    if not isinstance(fields["text"], str) or fields["finish"] != finish:
        raise ValueError("not a reply that this library stored")
    tokens_in, tokens_out, cached, reasoning = map(int, fields["tokens"])
    tokens = Tokens(tokens_in=tokens_in, tokens_out=tokens_out, tokens_cached=cached, tokens_reasoning=reasoning)
    return Reply(text=fields["text"], finish=finish, tokens=tokens, first_token=first)


def _check_ours(path: Path) -> None:
    """Raises an error for a file that is neither new nor empty nor begins as a database does."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEADER))
    except FileNotFoundError:
        return
    if head and head != _HEADER:
        raise _ForeignFileError(f"{path} is not a reply cache")


def _is_corrupt(error: sqlite3.Error) -> bool:
    # The low byte is the code, what stands above it the finer reason.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _CORRUPT


def _users_folder() -> Path:
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return root / "summarizer"
