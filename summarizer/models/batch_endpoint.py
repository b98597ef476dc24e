"""A batch endpoint takes a file of calls and answers within a day; a model may have one, and need not.

    endpoint.after(call, ())                  ->  BatchLine(body={…}, shape="…"), what is sent of a call first
    endpoint.after(call, [BatchAnswer(…)])    ->  its Reply, the ModelError that it came to, or what is sent next
    endpoint.upload(path); endpoint.create(file_id, tag="…"); endpoint.look(batch_id); endpoint.download(file_id, path)

Each of the latter is one request, and raises a `ModelError` where that did not succeed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, runtime_checkable

from summarizer.calls.call import Call, Reply
from summarizer.errors import ModelError

# The status of a request that a batch has passed over: it expired, or ended without a word about it.
PASSED_OVER = 0

Stage: TypeAlias = Literal["under way", "ended", "refused"]
"""What a batch has come to: "refused" is for one of which no request was tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """What is sent of a call: the body of the request, and how it was put together, to be kept until its answer."""

    body: Mapping[str, object]
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchAnswer:
    """What came of one request: the HTTP status and body, or `PASSED_OVER`; and the shape in which it was sent.

    `fresh` is True where nobody has looked at it before.
    """

    status: int
    body: bytes
    shape: str
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFault:
    """Why a batch was refused: the server's code and words, and the line that they are about, from 1; 0 for none.

    It may be about the size of the batch, or about the room that other batches leave.
    """

    code: str
    words: str
    line: int = 0
    about: Literal["size", "room", ""] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchState:
    """A batch as its server sees it.

    Attributes:
        id: its name there.
        stage: what it has come to.
        word: the server's own word for that.
        files: where the answers are, and the errors of single requests; empty until it has ended.
        done: requests that have an answer by now, errors included.
        answered: those among them that have a reply.
        total: all of them, 0 where the server does not say.
        faults: why it was refused.
    """

    id: str
    stage: Stage
    word: str
    files: tuple[str, ...] = ()
    done: int = 0
    answered: int = 0
    total: int = 0
    faults: tuple[BatchFault, ...] = ()


class FileTooLarge(Exception):
    """The server takes no file of this size, or no batch of so many requests or tokens."""


class NoRoom(Exception):
    """The server takes no further batch until others have ended."""


class BatchEndpoint(Protocol):
    """A model's batch endpoint; `path` is what each request of a file is put to."""

    path: str

    def after(self, call: Call, answers: Sequence[BatchAnswer], *, tries: int) -> Reply | ModelError | BatchLine:
        """What follows from the answers to a call so far; the same for the same answers.

        Args:
            call: what is asked.
            answers: of each try, in their order.
            tries: after how many that may succeed another time none is made.
        """
        ...

    def mask(self, text: str) -> str:
        """The text with every secret of the endpoint replaced."""
        ...

    def upload(self, path: Path) -> str:
        """Send a file of requests; its name there.

        Raises:
            FileTooLarge: it is too large for the server.
            ConfigError: the server has no batch endpoint.
        """
        ...

    def create(self, file_id: str, *, tag: str) -> BatchState:
        """Have a file worked on, as a batch that is known by a tag.

        Raises:
            FileTooLarge: it is too large for the server.
            NoRoom: it takes no further one now.
            ConfigError: the server has no batch endpoint.
        """
        ...

    def look(self, batch_id: str) -> BatchState:
        """How a batch stands."""
        ...

    def find(self, tag: str, *, since: float) -> BatchState | None:
        """The batch of this tag that was created after a time, in seconds since 1970, or None."""
        ...

    def cancel(self, batch_id: str) -> BatchState:
        """Have no more of a batch begun; what is finished is answered."""
        ...

    def download(self, file_id: str, path: Path) -> None:
        """Write a file of answers to a path."""
        ...


@runtime_checkable
class Batching(Protocol):
    """A model that has a batch endpoint."""

    @property
    def batches(self) -> BatchEndpoint:
        """The endpoint."""
        ...
