"""A cache's file is ours by its mark or by its tables; nothing of another's is changed, and no version loses rows."""

from __future__ import annotations

import hashlib
import logging
import os
import socket
import sqlite3
import stat
import tempfile
from pathlib import Path

import pytest

from summarizer.calls.call import Reply
from summarizer.errors import ConfigError
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.storage.cache_file import APPLICATION_ID, LAYOUT_VERSION

# What the first versions of this library made: no mark, and at first no notes.
_FIRST = (
    "CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, stored REAL NOT NULL, reply TEXT NOT NULL);"
    "CREATE INDEX IF NOT EXISTS by_age ON replies (stored);"
)
_SECOND = _FIRST + "CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, stored REAL NOT NULL, note TEXT NOT NULL);"
_REPLY = '{"text": "kept", "finish": "stop", "tokens": [1, 1, 0, 0], "first_token": []}'


def _folder(path: Path) -> dict[str, tuple[str, int]]:
    """What stands in a folder: each file's bytes and mode."""
    return {
        one.name: (hashlib.sha256(one.read_bytes()).hexdigest(), stat.S_IMODE(one.stat().st_mode))
        for one in path.iterdir()
    }


def _made(path: Path, *statements: str, journal: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA journal_mode = {journal}")
    for statement in statements:
        db.execute(statement)
    db.close()
    path.chmod(0o644)


@pytest.mark.parametrize("journal", ["delete", "wal"])
@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE bookmarks (url TEXT)"],
        ["CREATE TABLE replies (id INTEGER PRIMARY KEY, body TEXT)"],
        ["CREATE TABLE replies (key TEXT PRIMARY KEY, stored REAL NOT NULL, reply TEXT NOT NULL, likes INTEGER)"],
        [*_SECOND.split(";")[:3], "CREATE TABLE users (name TEXT)"],
        [*_SECOND.split(";")[:3], "CREATE VIEW seen AS SELECT key FROM replies"],
        [
            *_SECOND.split(";")[:3],
            "CREATE TRIGGER told AFTER DELETE ON replies BEGIN DELETE FROM notes; END",
        ],
        ["CREATE VIRTUAL TABLE replies USING fts5(key, stored, reply)"],
        ["PRAGMA application_id = 252006674", "CREATE TABLE t (a)"],
        ["PRAGMA application_id = 252006674", *_SECOND.split(";")[:3]],
        ["PRAGMA user_version = 7", "CREATE TABLE t (a)"],
        ["PRAGMA user_version = 7"],
    ],
)
def test_the_database_of_another_program_is_left_alone(tmp_path: Path, statements: list[str], journal: str) -> None:
    """By its mark, or by a table, column, view or trigger that is none of ours: bytes, modes and folder stay."""
    path = tmp_path / "other.sqlite3"
    _made(path, *statements, journal=journal)
    before = _folder(tmp_path)
    with pytest.raises(ConfigError, match="the database of another program"):
        ReplyCache(CachePolicy(path=path))
    assert _folder(tmp_path) == before


def test_a_database_in_use_elsewhere_is_left_alone(tmp_path: Path) -> None:
    """What another program has written and not yet moved out of its log counts as well."""
    path = tmp_path / "other.sqlite3"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(ConfigError, match="another program"):
        ReplyCache(CachePolicy(path=path))
    assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]
    db.close()


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "side"])
def test_only_a_regular_file_is_opened(tmp_path: Path, kind: str) -> None:
    """A pipe does not block, a device keeps its mode, and neither does one where SQLite would put its log."""
    path = tmp_path / "replies"
    with socket.socket(socket.AF_UNIX) as server, tempfile.TemporaryDirectory(dir="/tmp") as short:
        if kind == "pipe":
            os.mkfifo(path, 0o644)
        elif kind == "socket":
            path = Path(short) / "s"
            server.bind(str(path))
        elif kind == "device":
            path = Path(os.devnull)
        else:
            os.mkfifo(tmp_path / "replies-wal", 0o644)
        mode = path.stat().st_mode if kind != "side" else None
        with pytest.raises(ConfigError, match="not a regular file"):
            ReplyCache(CachePolicy(path=path))
        if mode is None:
            assert not path.exists()
        else:
            assert path.stat().st_mode == mode


@pytest.mark.parametrize("layout", [_FIRST, _SECOND])
@pytest.mark.parametrize("state", ["closed", "open"])
def test_a_cache_of_an_earlier_version_is_taken_over(
    tmp_path: Path, layout: str, state: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Its replies count, the log says so once; the earlier version reads and writes on beside the new one."""
    path = tmp_path / "replies"
    old = sqlite3.connect(path, isolation_level=None)
    old.execute("PRAGMA journal_mode = WAL")
    old.executescript(layout)
    old.execute("INSERT INTO replies VALUES ('old', 9e9, ?)", (_REPLY,))
    if state == "closed":
        old.close()
    with caplog.at_level(logging.INFO, "summarizer"):
        new = ReplyCache(CachePolicy(path=path))
        new.close()
        assert new.get("old") == new.get("old")
    assert caplog.text.count("earlier version") == 1
    new.put("new", Reply(text="new"))
    if state == "closed":
        old = sqlite3.connect(path, isolation_level=None)
    old.executescript(layout)  # as the earlier version does whenever it opens the file
    old.execute("INSERT INTO replies VALUES ('later', 9e9, ?)", (_REPLY,))
    assert {key for (key,) in old.execute("SELECT key FROM replies")} == {"old", "new", "later"}
    old.close()
    assert [new.get(key).text for key in ("old", "new", "later")] == ["kept", "new", "kept"]  # type: ignore[union-attr]
    new.close()


def test_a_cache_of_a_later_version_is_refused_and_stays(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The message says whose it is; where it is renewed while it is in use, calls go on without it."""
    path = tmp_path / "replies"
    cache = ReplyCache(CachePolicy(path=path))
    cache.put("a", Reply(text="a"))
    cache.close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {LAYOUT_VERSION + 1}")
        db.execute("ALTER TABLE replies ADD COLUMN packed BLOB")
    db.close()
    before = _folder(tmp_path)
    with caplog.at_level(logging.WARNING, "summarizer"):
        assert cache.get("a") is None
        cache.put("b", Reply(text="b"))
        cache.drop(["a"])
    assert "later version of summarizer" in caplog.text
    with pytest.raises(ConfigError, match=r"made by a later version of summarizer .*; name another file"):
        ReplyCache(CachePolicy(path=path))
    assert _folder(tmp_path) == before


def test_a_cache_has_our_mark_from_its_first_byte(tmp_path: Path) -> None:
    """The mark stands in the header of the file itself, before anything of the log is moved into it."""
    path = tmp_path / "replies"
    cache = ReplyCache(CachePolicy(path=path))
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == LAYOUT_VERSION
    cache.close()


def test_a_name_that_sqlite_takes_for_something_else_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache named ":memory:" keeps its replies, too."""
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:replies?mode=memory", "per%20cent#1"):
        cache = ReplyCache(CachePolicy(path=name))
        cache.put("a", Reply(text="a"))
        cache.close()
        again = ReplyCache(CachePolicy(path=tmp_path / name))
        assert again.get("a") == Reply(text="a")
        again.close()
