"""Files that a server refuses are sent otherwise; no request is in two batches."""

from __future__ import annotations

from pathlib import Path

import pytest
import scripted_server as act
from batch_server import Asked, BatchServer, Course
from batches import all_of, articles, by, mapped, none_paid_twice, told

from summarizer import (
    BatchPolicy,
    BatchStatus,
    ConfigError,
    Failed,
    ModelRejected,
    ModelUnavailable,
    Result,
    Summarizer,
)


def quick(**limits: int) -> BatchPolicy:
    """A policy for tests with other limits."""
    return BatchPolicy(first_look=0.05, longest_pause=0.2, patience=5.0, **limits)


def test_files_keep_to_the_limits(tmp_path: Path) -> None:
    """Of requests and of bytes; a request that is larger alone is sent alone."""
    with BatchServer() as server:
        found = all_of(server, tmp_path / "b", 5, batches=quick(most_requests=2))
        assert [told(one) for one in found] == mapped(5)
        assert server.sizes[:3] == [2, 2, 1]
    with BatchServer() as server:
        all_of(server, tmp_path / "c", 3, batches=quick(most_bytes=1))
        assert set(server.sizes) == {1}


def test_a_file_too_large_is_sent_in_halves(tmp_path: Path) -> None:
    """Until the server takes it; later files are not larger than what it took."""
    with BatchServer(most_bytes=30_000) as server:
        found = all_of(server, tmp_path / "b", 8)
        assert [told(one) for one in found] == mapped(8)
        assert 1 <= server.refused_files <= 4
        assert none_paid_twice(server)


@pytest.mark.parametrize(
    "refused",
    [
        act.status(413, "Request Entity Too Large"),
        act.html(413),
        act.status(400, "File exceeds the maximum size of 209715200 bytes"),
        act.status(422, "the batch holds more than 3 requests"),
        act.status(400, "no", kind="file_size_exceeded"),
    ],
)
def test_a_size_is_told_in_many_words(tmp_path: Path, refused: act.Action) -> None:
    """By status or by what is said, at the file or at the batch."""
    for path in ("/files", "/batches"):
        seen: list[Asked] = []

        def gate(asked: Asked, path: str = path, seen: list[Asked] = seen) -> act.Action | None:
            if (asked.method, asked.path) != ("POST", path):
                return None
            seen.append(asked)
            return refused if len(seen) == 1 else None

        with BatchServer(gate=gate) as server:
            found = all_of(server, tmp_path / path.strip("/"), 4)
            assert [told(one) for one in found] == mapped(4)
            assert server.sizes[:2] == [2, 2]
            assert none_paid_twice(server)


def test_a_batch_refused_for_its_size_is_sent_in_halves(tmp_path: Path) -> None:
    """Where the server says so when it has read the file."""
    fault = {"code": "too_many_tasks", "message": "The number of tasks exceeds the maximum of 50000.", "line": None}
    with BatchServer(
        course=lambda number: Course(ending="failed", faults=(fault,)) if number == 1 else Course()
    ) as server:
        found = all_of(server, tmp_path / "b", 4)
        assert [told(one) for one in found] == mapped(4)
        assert server.sizes[:2] == [2, 2]


def test_one_request_too_large_fails_its_article_alone(tmp_path: Path) -> None:
    """The others of its file come."""
    with BatchServer(most_bytes=40_000) as server, by(server) as summarizer:
        long = {"text": " ".join(one["text"] for one in articles(70)), "id": "long"}
        summarizer.submit([*articles(2), long], tmp_path / "b")
        found = list(summarizer.collect(tmp_path / "b"))
    assert [told(one) for one in found[:2]] == mapped(2)
    last = found[2]
    assert last.id == "long"
    assert isinstance(last, Failed) or last.failures or last.facts


def test_lines_that_a_server_finds_wrong_fail_alone(tmp_path: Path) -> None:
    """Which it names by their numbers; the others are sent again."""
    fault = {"code": "invalid_request", "message": "no such model for this line", "line": 2}
    with BatchServer(
        course=lambda number: Course(ending="failed", faults=(fault,)) if number == 1 else Course()
    ) as server:
        found = all_of(server, tmp_path / "b", 3)
        assert [type(one) for one in found] == [Result, Failed, Result]
        assert isinstance(found[1], Failed)
        assert "no such model" in found[1].message
        assert server.sizes == [2, 2, 2]


def test_a_server_that_finds_all_wrong_one_by_one_is_believed(tmp_path: Path) -> None:
    """After the third time all requests have failed: no batch for each."""
    fault = {"code": "invalid_model", "message": "The model does not exist", "line": 1}
    with BatchServer(course=lambda number: Course(ending="failed", faults=(fault,))) as server:
        found = all_of(server, tmp_path / "b", 20)
        assert all(isinstance(one, Failed) for one in found)
        assert len(server.batches) == 3


def test_a_refusal_of_all_is_raised_and_can_be_mended(tmp_path: Path) -> None:
    """Nothing is lost by it."""
    fault = {"code": "invalid_endpoint", "message": "The endpoint is not for this project.", "line": None}
    with (
        BatchServer(
            course=lambda number: Course(ending="failed", faults=(fault,)) if number == 1 else Course()
        ) as server,
        by(server) as summarizer,
    ):
        summarizer.submit(articles(2), tmp_path / "b")
        with pytest.raises(ModelRejected, match="not for this project"):
            list(summarizer.collect(tmp_path / "b"))
        assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(2)


@pytest.mark.parametrize("share", [1, 2])
def test_a_server_without_room_is_waited_for(tmp_path: Path, share: int) -> None:
    """Batches beyond what it takes at once are sent once others have ended."""
    with BatchServer(most_under_way=share, course=lambda number: Course(seconds=0.1)) as server:
        found = all_of(server, tmp_path / "b", 6, batches=quick(most_requests=2))
        assert [told(one) for one in found] == mapped(6)
        assert none_paid_twice(server)


def test_a_queue_full_of_others_batches_is_waited_for_whole(tmp_path: Path) -> None:
    """Where the server says that it would hold ours: nothing is halved."""
    words = "Enqueued token limit reached. Limit: 2,000,000 enqueued tokens. Please try again once others completed."
    full = {"code": "token_limit_exceeded", "message": words, "line": None}
    with BatchServer(
        course=lambda number: Course(ending="failed", faults=(full,)) if number < 4 else Course()
    ) as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 4)] == mapped(4)
        assert server.sizes == [4, 4, 4]


def test_a_full_queue_at_the_door_is_waited_for(tmp_path: Path) -> None:
    """The same, where the server says so with 429 instead of a batch that fails."""

    def gate(asked: Asked) -> act.Action | None:
        full = asked.method == "POST" and asked.path == "/batches" and asked.number < 9
        return act.status(429, "Too many batches in progress", kind="batch_limit_exceeded") if full else None

    with BatchServer(gate=gate) as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 3)] == mapped(3)


def test_a_batch_whose_creation_was_not_heard_of_is_found(tmp_path: Path) -> None:
    """The server made it, and its answer was lost: it is not made twice."""

    class Lossy(BatchServer):
        def handle(self, handler: act._Handler, body: bytes) -> None:
            lost = handler.command == "POST" and handler.path.endswith("/batches") and len(self.batches) < 2
            if not lost:
                super().handle(handler, body)
                return
            real, handler.answer = handler.answer, lambda *_: None  # type: ignore[method-assign]
            super().handle(handler, body)
            handler.answer = real  # type: ignore[method-assign]
            handler.cut()

    with Lossy() as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 3)] == mapped(3)
        assert server.sizes == [3, 3, 3]
        assert none_paid_twice(server)


@pytest.mark.parametrize("path", ["/files", "/batches"])
@pytest.mark.parametrize("answer", [act.status(404, "Not Found"), act.html(405), act.status(501), act.send(b"<html>")])
def test_a_server_without_the_endpoint_is_named(tmp_path: Path, path: str, answer: act.Action) -> None:
    """With what to do instead; the articles stay in the file."""
    with (
        BatchServer(gate=lambda asked: answer if asked.path == path else None) as server,
        by(server) as summarizer,
        pytest.raises(ConfigError, match=r"no batch endpoint.*use map"),
    ):
        summarizer.submit(articles(2), tmp_path / "b")
    assert BatchStatus.read(tmp_path / "b").articles == 2


def test_a_file_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    """A server may know a file a moment after it took it."""

    def gate(asked: Asked) -> act.Action | None:
        early = asked.method == "POST" and asked.path == "/batches" and asked.number == 2
        return act.status(404, "No such File object: file-1") if early else None

    with BatchServer(gate=gate) as server:
        assert [told(one) for one in all_of(server, tmp_path / "b", 1)] == mapped(1)


@pytest.mark.parametrize("path", ["/files", "/batches", "/batches/batch_1"])
def test_a_wrong_key_is_told_and_nothing_is_lost(tmp_path: Path, path: str) -> None:
    """At once, wherever it is met; the next call goes on."""
    with BatchServer(gate=lambda asked: act.status(401, "Bad key") if asked.path == path else None) as server:
        with by(server) as summarizer, pytest.raises(ModelRejected, match="API key is missing or wrong"):
            _all_of(summarizer, tmp_path / "b")
        server._gate = lambda asked: None
        with by(server) as summarizer:
            assert _all_of(summarizer, tmp_path / "b") == mapped(1)
        assert none_paid_twice(server)


def test_a_server_that_stays_down_is_given_up(tmp_path: Path) -> None:
    """After the patience of the policy, with what to do; the next call goes on."""
    impatient = BatchPolicy(first_look=0.05, longest_pause=0.1, patience=0.3)
    with BatchServer(gate=lambda asked: act.status(503)) as server, by(server, batches=impatient) as summarizer:
        summarizer.submit(articles(1), tmp_path / "b")
        with pytest.raises(ModelUnavailable, match="call collect again later"):
            list(summarizer.collect(tmp_path / "b"))
        server._gate = lambda asked: None
        assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(1)


def _all_of(summarizer: Summarizer, place: Path) -> list[object]:
    summarizer.submit(articles(1), place)
    return [told(one) for one in summarizer.collect(place)]
