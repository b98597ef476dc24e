"""The file is ours, in one process at a time, whole after a kill, and another's file is never touched."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import ConfigError
from summarizer.many.batches.database import opened, transaction


def test_it_is_made_once_and_closed_into_one_file(tmp_path: Path) -> None:
    """Which only its owner may read."""
    path = tmp_path / "b"
    for _ in range(2):
        with opened(path, new=True) as database, transaction(database):
            database.execute("INSERT OR REPLACE INTO meta VALUES ('a', 'b')")
        assert [one.name for one in tmp_path.iterdir()] == ["b"]
    assert path.stat().st_mode & 0o777 == 0o600
    with opened(path, new=False) as database:
        assert database.execute("SELECT * FROM meta").fetchall() == [("a", "b")]


def test_what_fails_inside_a_transaction_is_not_there(tmp_path: Path) -> None:
    """Nothing of it."""
    with opened(tmp_path / "b", new=True) as database:
        with pytest.raises(sqlite3.IntegrityError), transaction(database):
            database.execute("INSERT INTO meta VALUES ('a', 'b'), ('c', NULL)")
        assert database.execute("SELECT count(*) FROM meta").fetchone() == (0,)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """With what makes one."""
    with pytest.raises(ConfigError, match="give them to submit first"), opened(tmp_path / "b", new=False):
        pass
    with pytest.raises(ConfigError, match="name another file"), opened(tmp_path / "no" / "b", new=True):
        pass


def test_another_s_file_stays_as_it_is(tmp_path: Path) -> None:
    """A text, a database of another program, a folder, a pipe."""
    text, other, pipe = tmp_path / "text", tmp_path / "other", tmp_path / "pipe"
    text.write_text("dear diary " * 50)
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE mine (a)")
    database.close()
    os.mkfifo(pipe)
    before = text.read_bytes(), other.read_bytes()
    for path in (text, other, pipe, tmp_path):
        with pytest.raises(ConfigError, match=r"name another file|no regular file"), opened(path, new=True):
            pass
    assert (text.read_bytes(), other.read_bytes()) == before


def test_a_later_version_s_file_is_refused(tmp_path: Path) -> None:
    """It says which version is known."""
    with opened(tmp_path / "b", new=True) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(ConfigError, match="layout 99, known here is 1"), opened(tmp_path / "b", new=True):
        pass


HOLDER = """
import sys, time
from pathlib import Path
from summarizer.many.batches.database import opened, transaction
with opened(Path(sys.argv[1]), new=True) as database:
    with transaction(database):
        database.execute("INSERT OR REPLACE INTO meta VALUES ('kept', 'yes')")
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT OR REPLACE INTO meta VALUES ('half', 'no')")
    print("open", flush=True)
    time.sleep(60)
"""


def test_one_process_at_a_time_and_whole_after_a_kill(tmp_path: Path) -> None:
    """What was written through is there, the rest is not; nobody else gets in before."""
    path = tmp_path / "b"
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(ConfigError, match="in use by another process"), opened(path, new=False):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with opened(path, new=False) as database:
        assert database.execute("SELECT name FROM meta").fetchall() == [("kept",)]
    assert [one.name for one in tmp_path.iterdir()] == ["b"]
