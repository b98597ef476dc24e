"""The cache gives back what was put, holds its bounds, and survives whatever happens to its file."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.call import Reply, TokenChance, Tokens
from summarizer.errors import ConfigError
from summarizer.runtime.cache import CachePolicy, ReplyCache

REPLY = Reply(
    text='{"a": "é 😀"}',
    tokens=Tokens(tokens_in=9, tokens_out=5, tokens_cached=3, tokens_reasoning=2),
    first_token=(TokenChance(text="yes", logprob=-0.25),),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "replies.sqlite3"


def test_what_is_put_comes_back(file: Path) -> None:
    """A reply comes back equal, after closing too; a dropped one, or another key, does not."""
    cache = ReplyCache(CachePolicy(path=file))
    cache.put("a", REPLY)
    cache.put("b", REPLY)
    cache.drop(["b"])
    cache.close()
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (REPLY, None, None)
    cache.close()


def test_a_reply_of_one_word_comes_back_as_it_was(file: Path) -> None:
    """It ends at its limit; without its probabilities a reply that was cut is none."""
    cache = ReplyCache(CachePolicy(path=file))
    word = Reply(text="Yes", finish="length", first_token=(TokenChance(text="Yes", logprob=-0.25),))
    cache.put("word", word)
    cache.put("cut", Reply(text='{"a": [', finish="length"))
    assert (cache.get("word"), cache.get("cut")) == (word, None)
    cache.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReplyCache]:
    cache = ReplyCache(CachePolicy(path=tmp_path_factory.mktemp("cache") / "replies"))
    yield cache
    cache.close()


@given(text=st.text(st.characters()))
def test_any_text_survives(kept: ReplyCache, text: str) -> None:
    """Whatever a model writes, lone surrogates included, comes back to the letter."""
    kept.put("k", Reply(text=text))
    assert kept.get("k") == Reply(text=text)


def test_only_the_owner_may_read(file: Path) -> None:
    """The file and what SQLite puts beside it have mode 600, even where the file was wider before."""
    file.parent.mkdir()
    file.touch(mode=0o644)
    cache = ReplyCache(CachePolicy(path=file))
    cache.put("a", REPLY)
    assert {stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()} == {0o600}
    cache.close()


def test_old_replies_do_not_count(file: Path) -> None:
    """A reply older than `max_age` is not given, and gone after the next opening."""
    cache = ReplyCache(CachePolicy(path=file, max_age=1000))
    cache.put("a", REPLY)
    with sqlite3.connect(file) as db:
        db.execute("UPDATE replies SET stored = stored - 2000")
    db.close()
    assert cache.get("a") is None
    cache.close()
    ReplyCache(CachePolicy(path=file, max_age=1000)).close()
    later = ReplyCache(CachePolicy(path=file, max_age=10_000))
    assert later.get("a") is None
    later.close()


def test_the_oldest_go_when_it_is_full(file: Path) -> None:
    """The live pages stay within `max_bytes`, and the newest replies stay."""
    cache = ReplyCache(CachePolicy(path=file, max_bytes=256 * 1024))
    for number in range(300):
        cache.put(str(number), Reply(text="x" * 2000))
    assert cache.get("299")
    assert cache.get("0") is None
    cache.close()
    with sqlite3.connect(file) as db:
        live = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")]
    db.close()
    assert (live[0] - live[1]) * live[2] <= 256 * 1024


@pytest.mark.parametrize("damage", ["all but the header", "middle"])
def test_a_corrupted_file_is_set_aside(file: Path, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    """Garbage behind the header of a file of ours, all the way or in the middle, is renamed and logged."""
    cache = ReplyCache(CachePolicy(path=file))
    for number in range(200):
        cache.put(str(number), Reply(text="x" * 2000))
    cache.close()
    data = bytearray(file.read_bytes())
    garbled = slice(4096, len(data) - 4096) if damage == "middle" else slice(100, len(data))
    data[garbled] = os.urandom(garbled.stop - garbled.start)
    file.write_bytes(data)
    cache = ReplyCache(CachePolicy(path=file))
    with caplog.at_level(logging.WARNING, "summarizer"):
        found = [cache.get(str(number)) for number in range(200)]
        cache.put("new", REPLY)
    assert cache.get("new") == REPLY
    assert None in found
    assert list(file.parent.glob("*.corrupt-*"))
    cache.close()


@pytest.mark.parametrize(
    "content",
    [
        b"Buy milk.\n",
        b"S",
        b"SQLite format 2\0",
        os.urandom(9000),
        b"SQLite format 3\0",
        b"SQLite format 3\0" + bytes(90),
    ],
)
def test_a_file_that_is_no_database_is_left_alone(file: Path, content: bytes) -> None:
    """Another's file, or one whose very header is damaged, is refused by its name; bytes, mode and folder stay."""
    file.parent.mkdir()
    file.write_bytes(content)
    file.chmod(0o640)
    with pytest.raises(ConfigError, match=r"is not a reply cache of this version .*; name another file"):
        ReplyCache(CachePolicy(path=file))
    assert file.read_bytes() == content
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_becomes_anothers_is_passed_over(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file that is replaced by no database while it is closed ends no call, and is not touched."""
    cache = ReplyCache(CachePolicy(path=file))
    cache.close()
    file.write_bytes(b"Buy milk.\n")
    with caplog.at_level(logging.WARNING, "summarizer"):
        assert cache.get("a") is None
        cache.put("a", REPLY)
    assert "passed over" in caplog.text
    assert file.read_bytes() == b"Buy milk.\n"
    assert not list(file.parent.glob("*.corrupt-*"))


def test_an_empty_file_becomes_a_cache(file: Path) -> None:
    """A file without a byte, as `touch` or a temporary file makes it, is taken."""
    file.parent.mkdir()
    file.touch()
    cache = ReplyCache(CachePolicy(path=file))
    cache.put("a", REPLY)
    assert cache.get("a") == REPLY
    cache.close()


_TOKENS = '"text": "a", "finish": "stop", "first_token": [], "tokens"'


@pytest.mark.parametrize(
    "stored",
    [
        "'[1]'",
        "x'ff00fe'",
        "CAST(x'7b22ff22' AS TEXT)",
        "5",
        "1e300",
        "''",
        f"'{{{_TOKENS}: [1e999, 0, 0, 0]}}'",
        f"'{{{_TOKENS}: [-1, 0, 0, 0]}}'",
        f"'{{{_TOKENS}: [1, 0, 0]}}'",
        f"'{{{_TOKENS}: [{9:0>5000}, 0, 0, \"{'9' * 5000}\"]}}'",
        "'" + "[" * 200_000 + "'",
        """'{"text": "a", "finish": "stop", "first_token": [["a", NaN]], "tokens": [1, 1, 1, 1]}'""",
        """'{"text": 5, "finish": "stop", "first_token": [], "tokens": [1, 1, 1, 1]}'""",
    ],
)
def test_a_row_that_is_no_reply_is_dropped(file: Path, stored: str) -> None:
    """A stored value that this library did not write, of whatever bytes, is a miss, and gone."""
    cache = ReplyCache(CachePolicy(path=file))
    cache.put("a", REPLY)
    with sqlite3.connect(file) as db:
        db.execute(f"UPDATE replies SET reply = {stored}")  # noqa: S608
    assert cache.get("a") is None
    assert db.execute("SELECT count(*) FROM replies").fetchone() == (0,)
    db.close()
    cache.close()


def test_a_failing_file_is_passed_over(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    """When the file can no longer be used, calls go on without it, and the log says so."""
    cache = ReplyCache(CachePolicy(path=file))
    cache.close()
    for path in file.parent.iterdir():
        path.unlink()
    file.mkdir()
    with caplog.at_level(logging.WARNING, "summarizer"):
        assert cache.get("a") is None
    assert "passed over" in caplog.text


def test_an_unusable_path_is_an_error(tmp_path: Path) -> None:
    """A folder in the place of the file is named when the cache is made."""
    with pytest.raises(ConfigError, match="cannot be opened"):
        ReplyCache(CachePolicy(path=tmp_path))


def test_the_users_folder(tmp_path: Path) -> None:
    """Without a path the file is in the user's cache folder, as the environment names it when the cache is made."""
    before = dict(os.environ)
    try:
        os.environ.update(XDG_CACHE_HOME=str(tmp_path), LOCALAPPDATA=str(tmp_path), HOME=str(tmp_path))
        cache = ReplyCache(CachePolicy())
        cache.close()
    finally:
        os.environ.clear()
        os.environ.update(before)
    assert tmp_path in cache.path.parents
    assert cache.path.parent.name == "summarizer"


@pytest.mark.parametrize(
    "policy", [{"max_bytes": 10}, {"max_age": 0}, {"max_age": -1.0}, {"path": 3}, {"path": "a\0b"}]
)
def test_a_bad_policy_is_refused(policy: dict[str, object]) -> None:
    """A bound out of its range is refused, and so is a path that is none."""
    with pytest.raises(ConfigError):
        CachePolicy(**policy)  # type: ignore[arg-type]


def test_notes_are_kept_beside_replies(file: Path) -> None:
    """They come back until they are too old, and no number of replies pushes them out."""
    kept = ReplyCache(CachePolicy(path=file, max_bytes=64 * 1024))
    kept.put_note("exam:a", "passed")
    for number in range(200):
        kept.put(f"k{number}", Reply(text="x" * 2000))
    assert kept.get("k0") is None
    assert kept.note("exam:a") == "passed"
    assert kept.note("exam:b") is None
    kept.put_note("exam:a", "failed")
    assert kept.note("exam:a") == "failed"
    kept.close()
    with sqlite3.connect(file) as db:
        db.execute("UPDATE notes SET stored = 0")
    db.close()
    assert kept.note("exam:a") is None
    kept.close()


def test_an_odd_note_is_none(file: Path) -> None:
    """A note that is no text, whoever wrote it, is as none."""
    kept = ReplyCache(CachePolicy(path=file))
    for value in ("x'ff'", "CAST(x'ff41' AS TEXT)", "7"):
        kept.put_note("a", "passed")
        with sqlite3.connect(file) as db:
            db.execute(f"UPDATE notes SET note = {value}")  # noqa: S608
        db.close()
        assert kept.note("a") in {None, "7"}
    kept.close()
