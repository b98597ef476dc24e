"""What is kept is there once, and comes back in its order."""

from __future__ import annotations

from pathlib import Path

from a_store import a_store, pending
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.many.batches.store import Store


def packed(store: Store, *, most_requests: int = 100, most_bytes: int = 1000) -> list[list[bytes]]:
    """All pending requests of the first model, file by file."""
    files = []
    while 0 in store.pending():
        part = store.pack(model=0, most_requests=most_requests, most_bytes=most_bytes, tag="t", now=0.0)
        files.append(list(store.lines(part)))
        assert (part.requests, part.size) == (len(files[-1]), sum(map(len, files[-1])))
    return files


@settings(max_examples=25, deadline=None)
@given(sizes=st.lists(st.integers(4, 60), max_size=12), most=st.integers(1, 5), room=st.integers(1, 100))
def test_files_hold_every_request_once_and_keep_to_the_limits(sizes: list[int], most: int, room: int) -> None:
    """In the order in which they were wanted; one that is too large alone is alone."""
    import tempfile  # noqa: PLC0415 -- a folder for each example

    with tempfile.TemporaryDirectory() as folder, a_store(Path(folder) / "b", articles=1) as store:
        for number, size in enumerate(sizes):
            store.want(1, pending(f"{number}", size=size))
        files = packed(store, most_requests=most, most_bytes=room)
        lines = [line for file in files for line in file]
        assert [len(line) for line in lines] == sizes
        for file in files:
            assert len(file) <= most
            assert len(file) == 1 or sum(map(len, file)) <= room


def test_an_article_is_ready_once_all_it_wants_is_answered(tmp_path: Path) -> None:
    """And a request that two want is made once."""
    with a_store(tmp_path / "b", articles=3) as store:
        assert [one.place for one in store.ready()] == [1, 2, 3]
        for place, key in ((1, "a"), (1, "b"), (2, "b")):
            store.want(place, pending(key))
        assert [one.place for one in store.ready()] == [3]
        part = store.pack(model=0, most_requests=9, most_bytes=999, tag="t", now=0.0)
        assert part.requests == 2
        assert store.answer(part, key="b", number=1, status=200, body=b"{}")
        assert [one.place for one in store.ready()] == [2, 3]
        assert not store.answer(part, key="b", number=1, status=500, body=b"late")
        assert [(one.status, one.body, one.fresh) for one in store.answers("b")] == [(200, b"{}", True)]
        store.looked_at(["b"])
        assert [one.fresh for one in store.answers("b")] == [False]
        store.keep_result(2, state="done", result=b"r")
        assert [one.place for one in store.ready()] == [3]
        finished = store.finished(2)
        assert finished is not None
        assert finished.result == b"r"
        assert store.finished(1) is None


def test_what_a_part_leaves_is_pending_or_passed_over(tmp_path: Path) -> None:
    """A line is known by its number in the file."""
    with a_store(tmp_path / "b", articles=1) as store:
        for key in ("a", "b", "c"):
            store.want(1, pending(key))
        part = store.pack(model=0, most_requests=9, most_bytes=999, tag="t", now=5.0)
        assert (part.tag, part.batch) == ("t-1", "")
        store.sent(part, batch="batch_9")
        (part,) = store.parts("under way")
        assert part.batch == "batch_9"
        assert store.answer_line(part, line=2, status=400, body=b"no")
        assert [one.status for one in store.answers("b")] == [400]
        assert store.end(part, passed_over=None) == 2
        again = store.pack(model=0, most_requests=9, most_bytes=999, tag="t", now=5.0)
        assert (again.tag, again.requests) == ("t-2", 2)
        assert store.end(again, passed_over=0) == 2
        assert [one.status for one in store.answers("a")] == [0]
        assert store.pending() == []


def test_halves_are_by_number(tmp_path: Path) -> None:
    """The larger half is what later files may have."""
    with a_store(tmp_path / "b", articles=1) as store:
        for key, size in (("a", 10), ("b", 50), ("c", 20), ("d", 20)):
            store.want(1, pending(key, size=size))
        part = store.pack(model=0, most_requests=9, most_bytes=999, tag="t", now=0.0)
        assert store.half_of(part) == 60


def test_many_ready_articles_come_in_pages(tmp_path: Path) -> None:
    """Each once, although they stop being ready meanwhile."""
    with a_store(tmp_path / "b", articles=200) as store:
        seen = []
        for one in store.ready():
            seen.append(one.place)
            store.keep_result(one.place, state="done", result=b"")
        assert seen == list(range(1, 201))
