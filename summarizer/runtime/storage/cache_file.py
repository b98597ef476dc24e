"""A cache's file is a regular one of our own: what another made is refused, and nothing about it is changed.

file = CacheFile(Path("replies.sqlite3"))
file.connection()        the open SQLite connection of this process; the file is made where there is none
file.set_aside(error)    a corrupted file of our own gets another name
"""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from summarizer.fragments.printable import printable

# Stands in the file's header, as SQLite has it for the marks of programs: "SmRz" in ASCII.
APPLICATION_ID: Final = 0x536D527A
# The layout of the tables. A version of the library that has another counts it up; files without it have 0.
LAYOUT_VERSION: Final = 1
# Earlier versions of the library left no mark: their files are told by their tables, which are these and no others.
_COLUMNS: Final = {
    "replies": [("key", "TEXT"), ("stored", "REAL"), ("reply", "TEXT")],
    "notes": [("key", "TEXT"), ("stored", "REAL"), ("note", "TEXT")],
}
_LAYOUT: Final = (
    "CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, stored REAL NOT NULL, reply TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS by_age ON replies (stored)",
    "CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, stored REAL NOT NULL, note TEXT NOT NULL)",
)
_LOCK_TIMEOUT = 10.0  # seconds to wait for another process's write, which takes a millisecond
# The header of a database: sqlite.org/fileformat.html, "The Database Header".
_MAGIC = b"SQLite format 3\0"
_HEADER_SIZE = 100
_USER_VERSION, _APPLICATION = slice(60, 64), slice(68, 72)
_SIDES = ("-wal", "-shm", "-journal")

_log = logging.getLogger(__name__)


class ForeignFileError(OSError):
    """The file is not one of our own, or of a layout that this version does not know; it is left as it is."""


class CacheFile:
    """The file and its open connection; apart from the cache, so that it can be closed after it."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened yet."""
        self._path = path
        self._db: sqlite3.Connection | None = None
        self._pid = 0
        self._inode: int | None = None
        self._inherited: list[sqlite3.Connection] = []

    def connection(self) -> tuple[sqlite3.Connection, bool]:
        """The open connection of this process, and whether it was opened just now.

        Raises:
            ForeignFileError: the file is not ours.
            OSError: it can be neither opened nor made; `sqlite3.Error` where SQLite says so.
        """
        # The connection of a parent process may not be used in a forked child, nor closed there.
        if self._db is not None and self._pid == os.getpid():
            return self._db, False
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        check_ours(self._path)  # before anything is changed about it
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)  # SQLite gives its side files the same mode
        try:
            if hasattr(os, "fchmod"):
                with suppress(PermissionError):  # another user's file, shared on purpose
                    os.fchmod(descriptor, 0o600)
            inode = os.fstat(descriptor).st_ino
        finally:
            os.close(descriptor)
        # In full: SQLite takes some names, such as ":memory:", for something else than files.
        path = self._path.absolute()
        db = sqlite3.connect(path, timeout=_LOCK_TIMEOUT, isolation_level=None, check_same_thread=False)
        if self._db is not None:
            self._inherited.append(self._db)
        self._db, self._pid, self._inode = db, os.getpid(), inode
        db.text_factory = bytes  # odd bytes in a row are that row's fault, and not the file's
        _lay_out(db, self._path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        return db, True

    def close(self) -> None:
        """Close the connection, if this process opened it."""
        if self._db is not None and self._pid == os.getpid():
            self._db.close()
            self._db = None

    def set_aside(self, error: sqlite3.Error) -> None:
        """Rename a corrupted file and what SQLite keeps beside it, for whoever wants to look.

        Raises:
            ForeignFileError: what stands there is not ours.
        """
        self.close()
        check_ours(self._path)
        aside = self._path.with_name(f"{self._path.name}.corrupt-{time.time_ns()}")
        with suppress(FileNotFoundError):
            # Another process may have set it aside already, and what stands there now is a good one.
            if self._inode is None or self._path.stat().st_ino == self._inode:
                self._path.rename(aside)
                for side in ("-wal", "-shm"):
                    with suppress(FileNotFoundError):
                        self._path.with_name(self._path.name + side).rename(aside.with_name(aside.name + side))
        shown = printable(str(self._path))
        _log.warning("the cache %s is corrupted (%s) and was set aside as %s", shown, error, printable(aside.name))


def check_ours(path: Path) -> None:
    """Look at a file without changing anything about it: it is not there, empty, or a cache of our own.

    Raises:
        ForeignFileError: it is a device, a pipe, or another's; or a later version of the library made it.
        OSError: it cannot be read.
    """
    for place in (path, *(path.with_name(path.name + side) for side in _SIDES)):
        with suppress(FileNotFoundError):
            mode = place.stat().st_mode  # before it is opened: a pipe would wait for whoever writes into it
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                raise ForeignFileError(f"{place} is not a regular file")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError:
        return
    if not header:
        return
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise ForeignFileError(f"{path} is not a database")
    application, version = (int.from_bytes(header[place], "big") for place in (_APPLICATION, _USER_VERSION))
    if not _marked(path, application, version):
        _check_tables(path)


def _marked(path: Path, application: int, version: int) -> bool:
    """True for our mark, False for none.

    Raises:
        ForeignFileError: it is another's mark, or a layout that is not known yet.
    """
    if application == APPLICATION_ID:
        if version > LAYOUT_VERSION:
            raise ForeignFileError(
                f"{path} was made by a later version of summarizer (layout {version}, known here is {LAYOUT_VERSION})"
            )
        return True
    if application or version:
        raise ForeignFileError(f"{path} is the database of another program")
    return False


def _check_tables(path: Path) -> None:
    """Look at the tables of a file without a mark; SQLite is kept from writing, and from making files beside it.

    What an unfinished run left in the log beside it is read only where the file itself could be ours, because for that
    SQLite may have to make an index of the log.
    """
    _check_tables_in(path, "immutable=1")
    if path.with_name(path.name + "-wal").exists():
        _check_tables_in(path, "mode=ro")


def _check_tables_in(path: Path, how: str) -> None:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_LOCK_TIMEOUT)) as db:
            ours = _has_our_tables(db)
    except (sqlite3.Error, UnicodeError) as error:
        raise ForeignFileError(f"{path} is no database that can be read: {error}") from error
    if not ours:
        raise ForeignFileError(f"{path} is the database of another program")


def _has_our_tables(db: sqlite3.Connection) -> bool:
    """True where there are no tables but ours, with our columns, and nothing but indexes beside them."""
    for kind, name in db.execute("SELECT type, name FROM sqlite_master").fetchall():
        if kind == "index":
            continue
        if kind != "table" or name not in _COLUMNS:
            return False
        columns = [(column, of) for _, column, of, *_ in db.execute(f"PRAGMA table_info({name})")]
        if columns != _COLUMNS[name]:
            return False
    return True


def _lay_out(db: sqlite3.Connection, path: Path) -> None:
    """Give the file our mark and the tables that it lacks; both at once, so that no other process sees one of them."""
    db.execute("BEGIN IMMEDIATE")
    try:
        application, version = (
            int(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
        )
        marked = _marked(path, application, version)
        if not marked and db.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
            _log.info(
                "the cache %s is of an earlier version of summarizer; what it holds is kept", printable(str(path))
            )
        for statement in _LAYOUT:
            db.execute(statement)
        if not marked or version < LAYOUT_VERSION:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {LAYOUT_VERSION}")
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
