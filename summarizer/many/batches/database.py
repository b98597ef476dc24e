"""The file of a submitted batch is an SQLite database of our own, open in one process at a time.

with opened(Path("news.batch"), new=True) as database: ...     ConfigError where it is another's, or in use
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from summarizer.errors import ConfigError

# Stands in the file's header, as SQLite has it for the marks of programs: "SmSb" in ASCII.
_APPLICATION: Final = 0x536D5362
# A version of the library with other tables counts it up.
_LAYOUT_VERSION: Final = 1
# The header of a database: sqlite.org/fileformat.html, "The Database Header".
_MAGIC: Final = b"SQLite format 3\0"
_HEADER_SIZE: Final = 100
_VERSION_AT, _APPLICATION_AT = slice(60, 64), slice(68, 72)
# A request is known by its call and how often it was made; several articles may want one, as those of an exam.
# `part` is the batch that it is in, or NULL for none; `status` is NULL until an answer came.
_LAYOUT: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    place INTEGER PRIMARY KEY, digest TEXT NOT NULL, id TEXT NOT NULL, url TEXT, given TEXT NOT NULL,
    state TEXT NOT NULL, result BLOB
);
CREATE INDEX open_articles ON articles (place) WHERE state = 'open';
CREATE TABLE wants (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX wanted_by ON wants (place);
CREATE TABLE requests (
    key TEXT NOT NULL, number INTEGER NOT NULL, model INTEGER NOT NULL, call TEXT NOT NULL, shape TEXT NOT NULL,
    line BLOB, bytes INTEGER NOT NULL, part INTEGER, status INTEGER, answer BLOB, fresh INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (key, number)
);
CREATE INDEX unsent ON requests (model) WHERE status IS NULL AND part IS NULL;
CREATE INDEX unanswered ON requests (key) WHERE status IS NULL;
CREATE INDEX under_way ON requests (part) WHERE part IS NOT NULL;
CREATE TABLE parts (
    part INTEGER PRIMARY KEY, model INTEGER NOT NULL, tag TEXT NOT NULL, batch TEXT, began REAL NOT NULL,
    state TEXT NOT NULL, requests INTEGER NOT NULL, bytes INTEGER NOT NULL, looks INTEGER NOT NULL DEFAULT 0
);
"""


@contextmanager
def opened(path: Path, *, new: bool) -> Iterator[sqlite3.Connection]:
    """The open database; nothing stands beside the file once it is closed, so that it can be copied.

    Args:
        path: the file.
        new: make it where it is not there.

    Raises:
        ConfigError: it is not there, is another's, of another version, or another process has it.
    """
    check_file(path, new=new)
    with named_errors(path):
        database = _connected(path)
    try:
        yield database
    finally:
        with suppress(sqlite3.Error):
            database.execute("PRAGMA journal_mode = DELETE")  # what is in the log goes into the file, the log away
        database.close()


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """What SQLite says becomes an error that names the file, and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        if "locked" in str(error):
            raise ConfigError(f"{path} is in use by another process; wait for its end") from error
        raise ConfigError(
            f"{path} cannot be used: {error}; mend that and call again: what was answered is kept"
        ) from error


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """What is done inside is there whole, or not at all."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def check_file(path: Path, *, new: bool) -> None:
    """Look at a file without changing anything about it.

    Args:
        path: the file.
        new: it may be missing, or empty.

    Raises:
        ConfigError: it is missing, is another's, or of another version.
    """
    if path.exists() and not path.is_file():
        raise ConfigError(f"{path} is no regular file; name a file for the articles, or one that does not exist yet")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError:
        header = b""
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror or error}") from error
    if not header:
        if new:
            return
        raise ConfigError(f"{path} holds no articles; give them to submit first")
    application, version = (int.from_bytes(header[place], "big") for place in (_APPLICATION_AT, _VERSION_AT))
    if not header.startswith(_MAGIC) or application != _APPLICATION:
        raise ConfigError(f"{path} was not made by submit and stays as it is; name another file")
    if version != _LAYOUT_VERSION:
        raise ConfigError(
            f"{path} is of another version of summarizer (layout {version}, known here is {_LAYOUT_VERSION})"
        )


def _connected(path: Path) -> sqlite3.Connection:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)  # it holds articles
        os.close(descriptor)
    except OSError as error:
        raise ConfigError(f"{path} cannot be opened: {error.strerror or error}; name another file") from error
    database = sqlite3.connect(path.absolute(), timeout=0, isolation_level=None, check_same_thread=False)
    try:
        # Until it is closed nobody else gets in, and the end of the process, however it comes, lets others in.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        # What is lost with the power would be paid for again: each of the few transactions is written through.
        database.execute("PRAGMA synchronous = FULL")
        with transaction(database):
            if not database.execute("PRAGMA application_id").fetchone()[0]:
                for statement in _LAYOUT.split(";"):
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {_APPLICATION}")
                database.execute(f"PRAGMA user_version = {_LAYOUT_VERSION}")
        # Behind the mark, which must stand in the file itself for whoever opens it after a kill.
        database.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        database.close()
        raise
    return database
