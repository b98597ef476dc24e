"""The journal knows what is finished, whatever becomes of the process."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.batch.journal import Finished, Journal, State, article_key, row_key
from summarizer.errors import ConfigError
from summarizer.runtime.budget import Spent

SETTINGS = {"model": "m", "length": "medium"}
NOTHING = Spent()


def finished(article_id: str, *, place: int, state: State = "done", **more: str) -> Finished:
    """An article with one row."""
    rows = () if state == "failed" else ({"article_id": article_id, "text": "Brücke \ud83d"},)
    return Finished(
        key=article_key(article_id),
        id=article_id,
        place=place,
        digest="d",
        url=None,
        state=state,
        rows=rows,
        **more,
    )


def test_what_was_kept_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    """State, rows, failures and what was spent."""
    folder = tmp_path / "b"
    with Journal.opened(folder) as journal:
        journal.hold_to(SETTINGS)
        journal.keep(finished("b", place=2), spent=Spent(calls=3, tokens=10, cost=Decimal("0.5")))
        journal.keep(finished("a", place=1, state="partial", error="E", message="half \ud83d"), spent=NOTHING)
        journal.keep(finished("c", place=3, state="failed", error="E", message="no"), spent=Spent(calls=5))
    assert Journal.is_in(folder)
    with Journal.opened(folder) as journal:
        assert journal.state_of(article_key("b"), digest="d") == "done"
        assert journal.state_of(article_key("b"), digest="other") == "open"
        assert journal.state_of(article_key("z"), digest="d") == "open"
        assert [row["article_id"] for row in journal.rows()] == ["a", "b"]
        assert next(journal.rows())["text"] == "Brücke \ud83d"
        assert [(row["row"], row["id"], row["state"]) for row in journal.failures()] == [
            (1, "a", "partial"),
            (3, "c", "failed"),
        ]
        assert journal.counts() == {"done": 1, "partial": 1, "failed": 1}
        assert journal.spent_before == Spent(calls=5)


def test_spending_adds_up_over_runs(tmp_path: Path) -> None:
    """Each run tells what it has spent so far."""
    for run in (1, 2):
        with Journal.opened(tmp_path / "b") as journal:
            journal.keep(finished("a", place=1), spent=Spent(calls=1, cost=Decimal("0.1")))
            journal.keep(finished("b", place=2), spent=Spent(calls=4, cost=Decimal("0.3")))
        with Journal.opened(tmp_path / "b") as journal:
            assert journal.spent_before == Spent(calls=4 * run, cost=Decimal("0.3") * run)


def test_other_settings_are_refused_by_name_or_begin_anew(tmp_path: Path) -> None:
    """They are never mixed."""
    other = {"model": "n", "focus": "x" * 500}
    with Journal.opened(tmp_path / "b") as journal:
        assert journal.changes(SETTINGS) == ""
        journal.hold_to(SETTINGS)
        journal.keep(finished("a", place=1), spent=NOTHING)
        journal.hold_to(SETTINGS, renew=True)
        assert journal.counts() == {"done": 1}
        with pytest.raises(ConfigError, match="model was 'm' and is 'n'") as raised:
            journal.hold_to(other)
        assert "length was 'medium' and is not there" in str(raised.value)
        assert "--redo" in str(raised.value)
        assert len(str(raised.value)) < 600
        journal.hold_to(other, renew=True)
        assert journal.counts() == {}
        journal.hold_to(other)


def test_a_run_tells_what_it_meets_twice(tmp_path: Path) -> None:
    """The same again, and another one of the same name; the next run meets all anew."""
    for _ in range(2):
        with Journal.opened(tmp_path / "b") as journal:
            assert journal.meet("id:a", place=1, digest="d") == "new"
            assert journal.meet("id:a", place=2, digest="d") == "repeated"
            assert journal.meet("id:a", place=3, digest="e") == "other"


def test_places_are_those_of_the_last_whole_input(tmp_path: Path) -> None:
    """What it has no more is kept, and not shown; it comes back where it does."""
    with Journal.opened(tmp_path / "b") as journal:
        for place, name in enumerate("abc", start=1):
            journal.keep(finished(name, place=place), spent=NOTHING)
    with Journal.opened(tmp_path / "b") as journal:
        for place, name in enumerate("ca", start=1):
            journal.meet(article_key(name), place=place, digest="d")
        assert journal.settle() == 1
        assert [row["article_id"] for row in journal.rows()] == ["c", "a"]
        assert journal.counts() == {"done": 2}
        assert journal.state_of(article_key("b"), digest="d") == "done"
    with Journal.opened(tmp_path / "b") as journal:
        for place, name in enumerate("bca", start=1):
            journal.meet(article_key(name), place=place, digest="d")
        assert journal.settle() == 0
        assert [row["article_id"] for row in journal.rows()] == ["b", "c", "a"]


def test_rows_that_are_no_articles_are_forgotten_for_the_next_run(tmp_path: Path) -> None:
    """An article that is called like one is not."""
    with Journal.opened(tmp_path / "b") as journal:
        journal.keep(finished("row:1", place=1), spent=NOTHING)
        row = Finished(key=row_key(1), id="row 1", place=1, digest="", url=None, state="failed")
        journal.keep(row, spent=NOTHING)
        journal.forget_rows()
        assert journal.counts() == {"done": 1}


def test_two_are_not_open_at_once(tmp_path: Path) -> None:
    """The second is refused; after the first it is let in."""
    with Journal.opened(tmp_path / "b"), pytest.raises(ConfigError, match="another process"):
        Journal.opened(tmp_path / "b")
    Journal.opened(tmp_path / "b").close()


@pytest.mark.parametrize("sql", ["CREATE TABLE mine (a)", "PRAGMA user_version = 7", "PRAGMA application_id = 9"])
def test_the_database_of_another_is_left_as_it_is(sql: str, tmp_path: Path) -> None:
    """And so is that of another version."""
    path = tmp_path / "journal.sqlite3"
    database = sqlite3.connect(path)
    database.execute(sql)
    database.close()
    before = path.read_bytes()
    with pytest.raises(ConfigError, match="no journal of this version"):
        Journal.opened(tmp_path)
    assert path.read_bytes() == before


def test_what_cannot_be_opened_says_where_and_what_to_do(tmp_path: Path) -> None:
    """A file in place of the folder, a damaged journal, and one that fails in the middle."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigError, match="cannot be opened"):
        Journal.opened(tmp_path / "file")
    (tmp_path / "journal.sqlite3").write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    with pytest.raises(ConfigError, match="move the folder away"):
        Journal.opened(tmp_path)
    with Journal.opened(tmp_path / "b") as journal:
        other = sqlite3.connect(tmp_path / "b" / "journal.sqlite3")
        other.execute("DROP TABLE articles")
        other.close()
        with pytest.raises(ConfigError, match="start again"):
            journal.keep(finished("a", place=1), spent=NOTHING)
        with pytest.raises(ConfigError, match="no such table"):
            list(journal.rows())
