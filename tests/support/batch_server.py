"""An OpenAI-compatible server with files and batches on 127.0.0.1: it answers each request by a script.

with BatchServer() as server:
    Summarizer(model="scripted", base_url=server.base_url, api_key="k", batches=QUICK).submit(articles, path)

It counts what it answered by `custom_id` and by body, so that a test sees what was paid twice.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import scripted_server as act
from model_server import call_of
from scripts import honest

from summarizer.calls.call import Call
from summarizer.many.batches.policy import BatchPolicy

# For tests: a batch of theirs takes a part of a second.
QUICK = BatchPolicy(first_look=0.05, longest_pause=0.2, patience=5.0)

Ending = Literal["completed", "expired", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a batch goes: after so many seconds it ends so, with a share of its requests worked on.

    `faults` are the errors of one that fails at its validation.
    """

    seconds: float = 0.0
    ending: Ending = "completed"
    share: float = 1.0
    faults: tuple[Mapping[str, object], ...] = ()


@dataclass(slots=True, kw_only=True)
class Batch:
    """A batch on the server."""

    id: str
    tag: str
    file_id: str
    created: float
    course: Course
    lines: list[dict[str, Any]]
    cancelled: bool = False
    over: bool = False
    files: dict[str, str] = field(default_factory=dict)
    worked: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request about files or batches, as it came."""

    method: str
    path: str
    number: int


Gate = Callable[[Asked], "act.Action | None"]
Fault = Callable[[Call, int], "Mapping[str, Any] | None"]


class _BatchHandler(act._Handler):
    server_of_script: BatchServer

    def do_GET(self) -> None:  # noqa: N802 -- the base class calls it so
        self.server_of_script.handle(self, b"")

    def do_POST(self) -> None:  # noqa: N802 -- as above
        self.server_of_script.handle(self, self.rfile.read(int(self.headers.get("content-length") or "0")))


class BatchServer(act.ScriptedServer):
    """Files and batches; a request of a file is answered as the honest model does.

    Args:
        course: how the batch of a number goes, from 1.
        fault: an error line instead of an answer, for a call and the number of its try among all with that body.
        gate: another answer to a request about files and batches, or None.
        most_bytes: of a file; a larger one is refused.
        most_under_way: batches at once; one more fails for want of room.
        answers: what the model says to a call.
    """

    handler = _BatchHandler

    def __init__(
        self,
        *,
        course: Callable[[int], Course] = lambda number: Course(),
        fault: Fault = lambda call, number: None,
        gate: Gate = lambda asked: None,
        most_bytes: int = 1 << 40,
        most_under_way: int = 1 << 40,
        answers: Callable[[Call], Any] | None = None,
    ) -> None:
        super().__init__(lambda body, number: act.reply(self._answers(call_of(body))))
        self._course = course
        self._fault = fault
        self._gate = gate
        self._most_bytes = most_bytes
        self._most_under_way = most_under_way
        self._answers = answers or honest(reword=lambda text: f"Readers learn that {text}")
        self._guard = threading.RLock()
        self._files: dict[str, bytes] = {}
        self._tries: Counter[str] = Counter()
        self.batches: list[Batch] = []
        self.asked: list[Asked] = []
        self.sizes: list[int] = []  # requests of each file that was taken
        self.refused_files = 0
        self.answered: Counter[str] = Counter()  # by custom_id, replies alone: they are paid
        self.paid: Counter[str] = Counter()  # by body, the same
        self.failed_lines = 0

    def handle(self, handler: act._Handler, body: bytes) -> None:
        """Answer one request."""
        url = urlsplit(handler.path)
        if url.path.endswith("/chat/completions"):
            self.action(act.Request(path=handler.path, headers={}, body=json.loads(body)))(handler)
            return
        with self._guard:
            asked = Asked(method=handler.command, path=url.path.removeprefix("/v1"), number=len(self.asked) + 1)
            self.asked.append(asked)
            self.arrived.set()
            action = self._gate(asked) or self._act(asked, body, handler, parse_qs(url.query))
        action(handler)

    def _act(self, asked: Asked, body: bytes, handler: act._Handler, query: Mapping[str, list[str]]) -> act.Action:
        if asked.path == "/files" and asked.method == "POST":
            return self._upload(_multipart(handler.headers["content-type"], body))
        if asked.path == "/batches" and asked.method == "POST":
            return self._create(json.loads(body))
        if asked.path == "/batches":
            return self._list(query)
        if found := re.fullmatch(r"/batches/([^/]+)(/cancel)?", asked.path):
            batch = next((one for one in self.batches if one.id == found[1]), None)
            if batch is None:
                return act.status(404, f"No batch found with id '{found[1]}'.")
            return self._cancel(batch) if found[2] else act.send(self._shown(batch))
        if found := re.fullmatch(r"/files/([^/]+)/content", asked.path):
            content = self._files.get(found[1])
            return act.status(404, "No such File object") if content is None else act.send(content)
        return act.status(404, "no such path")

    def _upload(self, content: bytes) -> act.Action:
        if len(content) > self._most_bytes:
            self.refused_files += 1
            return act.status(400, "File is too large.", type="invalid_request_error")
        file_id = f"file-{len(self._files) + 1}"
        self._files[file_id] = content
        shown = {"id": file_id, "object": "file", "bytes": len(content), "purpose": "batch", "filename": "b.jsonl"}
        return act.send({**shown, "created_at": int(time.time()), "status": "processed"})

    def _create(self, asked: Mapping[str, Any]) -> act.Action:
        lines = [json.loads(line) for line in self._files[asked["input_file_id"]].splitlines()]
        assert len({line["custom_id"] for line in lines}) == len(lines)
        assert all(len(line["custom_id"]) <= 64 and line["url"] == asked["endpoint"] for line in lines)
        course = self._course(len(self.batches) + 1)
        if sum(not one.over for one in map(self._settled, self.batches)) >= self._most_under_way:
            full = {"code": "token_limit_exceeded", "message": "Enqueued token limit reached. Limit: 9.", "line": None}
            course = Course(ending="failed", faults=(full,))
        batch = Batch(
            id=f"batch_{len(self.batches) + 1}",
            tag=(asked.get("metadata") or {}).get("summarizer", ""),
            file_id=asked["input_file_id"],
            created=time.time(),
            course=course,
            lines=lines,
        )
        self.batches.append(batch)
        if course.ending != "failed":
            self.sizes.append(len(lines))
        return act.send(self._shown(batch, fresh=True))

    def _list(self, query: Mapping[str, list[str]]) -> act.Action:
        newest = list(reversed(self.batches))
        after = query.get("after", [""])[0]
        if after:
            newest = newest[[one.id for one in newest].index(after) + 1 :]
        page = newest[:2]  # short pages, so that a client has to turn them
        return act.send(
            {"object": "list", "data": [self._shown(one) for one in page], "has_more": len(newest) > len(page)}
        )

    def _cancel(self, batch: Batch) -> act.Action:
        if self._settled(batch).over:
            return act.status(409, "Cannot cancel a batch that has ended.")
        batch.cancelled = True
        return act.send({**self._shown(batch, fresh=True), "status": "cancelling"})

    def _settled(self, batch: Batch) -> Batch:
        """The batch as it is now; it is worked on once its time has come, or as far as it was when it is cancelled."""
        if batch.over or (time.time() < batch.created + batch.course.seconds and not batch.cancelled):
            return batch
        batch.over = True
        if batch.course.ending == "failed":
            return batch
        worked = round(len(batch.lines) * batch.course.share)
        if batch.cancelled:
            worked = len(batch.lines) // 2
        lines = list(batch.lines)
        random.Random(batch.id).shuffle(lines)  # noqa: S311 -- guards nothing
        output: list[dict[str, Any]] = []
        errors: list[dict[str, Any]] = []
        for line in lines[:worked]:
            row, good = self._answer(line)
            (output if good else errors).append(row)
        passed = "batch_cancelled" if batch.cancelled else "batch_expired"
        for line in lines[worked:]:
            error = {"code": passed, "message": "This request could not be executed."}
            errors.append({"id": "r", "custom_id": line["custom_id"], "response": None, "error": error})
        batch.worked, batch.failed = len(output), len(errors)
        for name, rows in (("output_file_id", output), ("error_file_id", errors)):
            if rows:
                batch.files[name] = f"{batch.id}-{name}"
                self._files[batch.files[name]] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
        return batch

    def _answer(self, line: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
        call = call_of(line["body"])
        key = hashlib.sha256(json.dumps(line["body"], sort_keys=True).encode()).hexdigest()
        self._tries[key] += 1
        fault = self._fault(call, self._tries[key])
        if fault is not None:
            self.failed_lines += 1
            return {"id": "r", "custom_id": line["custom_id"], **fault}, False
        self.answered[line["custom_id"]] += 1
        self.paid[key] += 1
        text = self._answers(call)
        body = act.completion(text if isinstance(text, str) else json.dumps(text))
        response = {"status_code": 200, "request_id": "q", "body": body}
        return {"id": "r", "custom_id": line["custom_id"], "response": response, "error": None}, True

    def _shown(self, batch: Batch, *, fresh: bool = False) -> dict[str, Any]:
        if not fresh:
            self._settled(batch)
        word: str = batch.course.ending if batch.over else "in_progress"
        if batch.cancelled:
            word = "cancelled" if batch.over else "cancelling"
        shown = {
            "id": batch.id,
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "completion_window": "24h",
            "input_file_id": batch.file_id,
            "created_at": int(batch.created),
            "status": word,
            "metadata": {"summarizer": batch.tag},
            "request_counts": {"total": len(batch.lines), "completed": batch.worked, "failed": batch.failed},
            **batch.files,
        }
        if batch.over and batch.course.faults:
            shown["errors"] = {"object": "list", "data": list(batch.course.faults)}
        return shown


def error_line(status: int, message: str = "scripted", **error: object) -> dict[str, Any]:
    """A line of an error file: a request that was answered with an error."""
    body = {"error": {"message": message, "type": "error", "code": None, **error}}
    return {"response": {"status_code": status, "request_id": "q", "body": body}, "error": None}


def _multipart(content_type: str, body: bytes) -> bytes:
    """The file in a form."""
    message = message_from_bytes(b"content-type: " + content_type.encode() + b"\r\n\r\n" + body)
    parts = {str(part.get_param("name", header="content-disposition")): part for part in message.get_payload()}  # type: ignore[union-attr]
    assert parts["purpose"].get_payload() == "batch"  # type: ignore[union-attr]
    content = parts["file"].get_payload(decode=True)  # type: ignore[union-attr]
    assert isinstance(content, bytes)
    return content
