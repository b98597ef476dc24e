"""The batch endpoint over real HTTP: what a server says is read, whatever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scripted_server as act
from batch_server import Asked, BatchServer, Course

from summarizer import OpenAIChat
from summarizer.errors import ConfigError, ModelBusy, ModelError, ModelRejected, ModelUnavailable
from summarizer.models.batch_endpoint import BatchEndpoint, Batching, FileTooLarge, NoRoom
from summarizer.models.openai.by_batch.endpoint import OpenAIBatches


def endpoint(server: act.ScriptedServer) -> OpenAIBatches:
    """The endpoint of a model at the server."""
    chat = OpenAIChat("scripted", base_url=server.base_url, api_key="sk-key-0123")
    assert isinstance(chat, Batching)
    kept: BatchEndpoint = chat.batches
    assert isinstance(kept, OpenAIBatches)
    return kept


def a_file(tmp_path: Path) -> Path:
    """A file of requests that nobody answers."""
    path = tmp_path / "b.jsonl"
    path.write_bytes(b'{"custom_id": "a", "url": "/v1/chat/completions"}\n')
    return path


def answering(action: act.Action) -> BatchServer:
    """A server that says the same to everything."""
    return BatchServer(gate=lambda asked: action)


def test_a_batch_is_made_found_and_cancelled(tmp_path: Path) -> None:
    """By its tag, over pages of a list, and only among those after a time."""
    with BatchServer(course=lambda number: Course(seconds=60)) as server:
        batches = endpoint(server)
        made = [batches.create(batches.upload(a_file(tmp_path)), tag=f"t-{number}") for number in range(5)]
        assert [one.stage for one in made] == ["under way"] * 5
        found = batches.find("t-0", since=0)
        assert found is not None
        assert found.id == made[0].id
        assert batches.find("t-0", since=1e12) is None
        assert batches.find("none", since=0) is None
        assert batches.look(made[1].id).total == 1
        assert batches.cancel(made[1].id).word == "cancelling"


def test_a_server_that_lists_none_finds_none() -> None:
    """It is no error."""
    with answering(act.status(404)) as server:
        assert endpoint(server).find("t", since=0) is None


@pytest.mark.parametrize(
    ("batch", "stage"),
    [
        ({"status": "validating"}, "under way"),
        ({"status": "finalizing"}, "under way"),
        ({"status": "cancelling"}, "under way"),
        ({"status": "something new"}, "under way"),
        ({}, "under way"),
        ({"status": "COMPLETED"}, "ended"),
        ({"status": "expired", "request_counts": None}, "ended"),
        ({"status": "cancelled"}, "ended"),
        ({"status": "failed", "errors": None}, "refused"),
        ({"status": "failed", "output_file_id": "f"}, "ended"),
    ],
)
def test_a_status_is_read(batch: dict[str, Any], stage: str) -> None:
    """A word that nobody knows is one of a batch that goes on."""
    with answering(act.send({"id": "b", **batch})) as server:
        assert endpoint(server).look("b").stage == stage


@pytest.mark.parametrize(
    ("code", "message", "about"),
    [
        (
            "token_limit_exceeded",
            "Enqueued token limit reached for gpt in org. Limit: 2,000,000 enqueued tokens.",
            "room",
        ),
        ("x", "The number of enqueued tokens has surpassed the configured limit of 30K", "room"),
        ("too_many_tasks", "", "size"),
        ("", "The input file is larger than 200 MB", "size"),
        ("invalid_json_line", "This line is not parseable as valid JSON.", ""),
    ],
)
def test_a_fault_is_about_size_or_room_or_neither(code: str, message: str, about: str) -> None:
    """By code or words; one that names a line is about that line."""
    faults = [{"code": code, "message": message, "line": None}, {"code": code, "message": message, "line": 4}]
    body = {"id": "b", "status": "failed", "errors": {"data": faults}}
    with answering(act.send(body)) as server:
        first, second = endpoint(server).look("b").faults
    assert (first.about, first.line) == (about, 0)
    assert (second.about, second.line) == ("", 4)


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (act.status(413), FileTooLarge),
        (act.status(400, "File is too large."), FileTooLarge),
        (act.status(400, "no", kind="max_size"), FileTooLarge),
        (act.status(400, "Invalid purpose"), ModelRejected),
        (act.status(401, "bad key"), ModelRejected),
        (act.status(404), ConfigError),
        (act.status(501), ConfigError),
        (act.send(b"<html>hello</html>"), ConfigError),
        (act.send([1]), ConfigError),
        (act.status(429, "slow down"), ModelBusy),
        (act.status(429, "queue is full"), NoRoom),
        (act.status(429, "quota", kind="insufficient_quota"), ModelRejected),
        (act.status(500), ModelUnavailable),
        (act.reset_before_body(), ModelUnavailable),
    ],
)
def test_a_refused_file_is_an_error_of_its_kind(tmp_path: Path, action: act.Action, kind: type[Exception]) -> None:
    """No foreign one."""
    with answering(action) as server, pytest.raises(kind):
        endpoint(server).upload(a_file(tmp_path))


def test_answers_are_written_piece_by_piece(tmp_path: Path) -> None:
    """Whole, or it is an error; one that is gone says so by its status."""
    content = b'{"a": 1}\n' * 40_000

    def gate(asked: Asked) -> act.Action | None:
        return act.send(content) if "whole" in asked.path else None

    with BatchServer(gate=gate) as server:
        endpoint(server).download("whole", tmp_path / "a")
        assert (tmp_path / "a").read_bytes() == content
        with pytest.raises(ModelError) as gone:
            endpoint(server).download("gone", tmp_path / "b")
        assert gone.value.status == 404
    with answering(act.reset_in_body()) as server, pytest.raises(ModelUnavailable):
        endpoint(server).download("cut", tmp_path / "c")


def test_no_secret_is_in_an_error(tmp_path: Path) -> None:
    """Whatever a server repeats."""
    with answering(act.status(400, "Key sk-key-0123 may not")) as server, pytest.raises(ModelRejected) as error:
        endpoint(server).upload(a_file(tmp_path))
    assert "0123" not in str(error.value)
