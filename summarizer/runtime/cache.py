"""A reply cache keeps replies on disk, so that the same call is not paid for twice.

    cache = ReplyCache(CachePolicy(path="replies.sqlite3"))
    cache.put("key", reply)
    cache.get("key")    the reply, or None where there is none or it is too old
    cache.note("key")   what was found out of many replies, kept beside them by `put_note`

It is one SQLite file, shared by any number of processes of one machine; `shared_cache` is for many.
"""

from __future__ import annotations

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

from summarizer.calls.call import Reply
from summarizer.disk.paths import file_path
from summarizer.errors import ConfigError
from summarizer.forks import ForkSafeLock
from summarizer.fragments.printable import printable
from summarizer.runtime.storage.cache_file import CacheFile, ForeignFileError
from summarizer.runtime.storage.stored_reply import reply_of_text, text_of_reply

T = TypeVar("T")

# In the name, so that another layout is another file and nothing has to be converted.
_FILE = "replies.v1.sqlite3"
_DAY = 86_400.0
_CORRUPT = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_log = logging.getLogger(__name__)


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
        if self.path is not None:
            file_path(self.path, of="the cache")
        if self.max_bytes < 64 * 1024:
            raise ConfigError(f"max_bytes of the cache must be at least 65536, not {self.max_bytes}")
        if not self.max_age > 0:
            raise ConfigError(f"max_age of the cache must be a number of seconds above 0, not {self.max_age!r}")


class ReplyCache:
    """Replies by key, in a file that only its owner may read; usable from any thread and after a fork.

    Nothing that goes wrong with the file ever fails a call: a corrupted one is set aside under another name, one that
    is locked or on a full disk counts as empty, and a warning in the log says so. A process that is killed leaves a
    file that opens again. What is not a regular file, or no cache of this library, is another's and never touched. A
    file of an earlier version is taken over with what it holds; one of a later version is refused, and stays.
    """

    def __init__(self, policy: CachePolicy) -> None:
        """The file is opened, and made if it is not there.

        Raises:
            ConfigError: the file can be neither opened nor made, is not ours, or is of a later version.
        """
        self._policy = policy
        self.path = Path(policy.path) if policy.path is not None else _users_folder() / _FILE
        self._lock = ForkSafeLock()
        self._file = CacheFile(self.path)
        weakref.finalize(self, self._file.close)
        try:
            with self._lock:
                self._run_or_renew(lambda _: None)
        except ForeignFileError as error:
            raise ConfigError(
                f"{self.path} is not a reply cache of this version ({error}); name another file, or delete this one if "
                "it was a damaged cache"
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
            return reply_of_text(found[0])
        except ValueError:
            self.drop([key])
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep a reply; where it makes the file too large, the oldest go."""

        def store(db: sqlite3.Connection) -> None:
            db.execute("INSERT OR REPLACE INTO replies VALUES (?, ?, ?)", (key, time.time(), text_of_reply(reply)))
            self._prune(db)

        self._run_or_warn(store, otherwise=None)

    def note(self, key: str) -> str | None:
        """The note under this key, unless there is none or it is too old."""
        oldest = time.time() - self._policy.max_age
        found = self._run_or_warn(lambda db: db.execute(_SELECT_NOTE, (key, oldest)).fetchone(), otherwise=None)
        if found is None or not isinstance(found[0], bytes):
            return None
        with suppress(UnicodeDecodeError):
            return found[0].decode()
        return None

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
                _log.warning("the cache %s is passed over: %s", printable(str(self.path)), printable(str(error)))
                self._file.close()
                return otherwise

    def _run_or_renew(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work; where the file is corrupted, on a new one in its place."""
        try:
            return work(self._open_connection())
        except sqlite3.DatabaseError as error:
            if not _is_corrupt(error):
                raise
            self._file.set_aside(error)
        return work(self._open_connection())

    def _open_connection(self) -> sqlite3.Connection:
        """The open connection; where it was opened just now, what is too old is deleted first."""
        db, is_new = self._file.connection()
        if is_new:
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


_SELECT = "SELECT reply FROM replies WHERE key = ? AND stored >= ?"
_SELECT_NOTE = "SELECT note FROM notes WHERE key = ? AND stored >= ?"
_DELETE_OLDEST = "DELETE FROM replies WHERE key IN (SELECT key FROM replies ORDER BY stored LIMIT ?)"


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
