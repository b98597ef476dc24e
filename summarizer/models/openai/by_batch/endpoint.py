"""OpenAI's batch endpoint, and every other that speaks the same: files are sent, worked on within a day, and fetched.

OpenAIChat("gpt-5-mini").batches.create(file_id, tag="…")  ->  BatchState(id="batch_…", stage="under way", …)
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from summarizer.calls.call import Call, Reply
from summarizer.errors import ConfigError, ModelBusy, ModelError, ModelUnavailable
from summarizer.models.batch_endpoint import (
    BatchAnswer,
    BatchFault,
    BatchLine,
    BatchState,
    FileTooLarge,
    NoRoom,
    Stage,
)
from summarizer.models.loop_thread import LoopThread
from summarizer.models.openai.by_batch.lines import BatchLines
from summarizer.models.openai.error_body import read_error
from summarizer.models.openai.errors import translate

if TYPE_CHECKING:
    import openai

T = TypeVar("T")

# What every request of a batch is put to, and what a batch is created with.
PATH: Final = "/v1/chat/completions"
_WINDOW: Final = "24h"
# The name under which a batch carries its tag, in its metadata.
_TAG: Final = "summarizer"
_ENDED: Final = ("completed", "expired", "cancelled")
# Seconds for a request about a batch; a file has a second more for each so many bytes: 1 Mbit/s, which is a slow line.
_SECONDS: Final = 60.0
_BYTES_A_SECOND: Final = 125_000
_LARGEST_ANSWERS: Final = 4_000_000_000  # bytes: 50,000 answers of 80 kB
# A server that has no such endpoint.
_NO_ENDPOINT: Final = (404, 405, 501)
# In what words a file is refused for its size, codes among them, "_" read as a space: OpenAI says "File is too large.",
# others count requests or tokens.
_SIZE: Final = re.compile(
    r"too (?:large|big|long|many)|exceed|maximum (?:of|number|size|file)|at most|size limit|limit of|larger than|"
    r"more than|over the limit|payload|max(?:imum)? (?:size|requests|lines|bytes)|file ?size"
)
# What is full for now, and has room again once batches end.
_FULL: Final = re.compile(r"token limit exceeded|enqueued|batch limit|batches|queue|concurrent|in progress")
# A file that was uploaded a moment ago, and is not everywhere yet.
_NOT_YET: Final = re.compile(
    r"\bfile\b.{0,80}(?:not found|not ready|processing|processed)|no such file|not.{0,20}file "
)


class OpenAIBatches:
    """The batches of one model; satisfies `BatchEndpoint`. Each method blocks until its request is answered."""

    path = PATH

    def __init__(self, thread: LoopThread[openai.AsyncOpenAI], *, lines: BatchLines, via: str) -> None:
        """Nothing is sent yet.

        Args:
            thread: holds the client.
            lines: how a call becomes a line, and an answer a reply.
            via: the proxy that requests go through, as a message calls it; "" for none.
        """
        self._thread = thread
        self._lines = lines
        self._where = lines.where
        self._via = via

    def after(self, call: Call, answers: Sequence[BatchAnswer], *, tries: int) -> Reply | ModelError | BatchLine:
        """What follows from the answers to a call so far; see `BatchLines.after`."""
        return self._lines.after(call, answers, tries=tries)

    def mask(self, text: str) -> str:
        """The text with every secret of the endpoint replaced."""
        return self._where.mask(text)

    def upload(self, path: Path) -> str:
        """Send a file of requests; its name there."""

        async def sent(client: openai.AsyncOpenAI) -> str:
            with path.open("rb") as file:
                response = await client.files.with_raw_response.create(file=(path.name, file), purpose="batch")
            return str(_object(response.content)["id"])

        return self._asked(sent, about="/files", seconds=_SECONDS + path.stat().st_size / _BYTES_A_SECOND)

    def create(self, file_id: str, *, tag: str) -> BatchState:
        """Have a file worked on, as a batch that is known by a tag."""

        async def created(client: openai.AsyncOpenAI) -> BatchState:
            response = await client.batches.with_raw_response.create(
                input_file_id=file_id, endpoint=PATH, completion_window=_WINDOW, metadata={_TAG: tag}
            )
            return self._state(_object(response.content))

        return self._asked(created, about="/batches")

    def look(self, batch_id: str) -> BatchState:
        """How a batch stands."""

        async def looked(client: openai.AsyncOpenAI) -> BatchState:
            return self._state(_object((await client.batches.with_raw_response.retrieve(batch_id)).content))

        return self._asked(looked)

    def find(self, tag: str, *, since: float) -> BatchState | None:
        """The batch of this tag that was created after a time, or None; None too where the server lists none."""

        async def found(client: openai.AsyncOpenAI) -> BatchState | None:
            async for batch in client.batches.list(limit=100):
                if (batch.metadata or {}).get(_TAG) == tag:
                    return self._state(batch.to_dict(mode="json"))
                if batch.created_at < since:
                    return None
            return None

        try:
            return self._asked(found)
        except ModelError as error:
            if error.status in _NO_ENDPOINT:
                return None
            raise

    def cancel(self, batch_id: str) -> BatchState:
        """Have no more of a batch begun; what is finished is answered."""

        async def cancelled(client: openai.AsyncOpenAI) -> BatchState:
            return self._state(_object((await client.batches.with_raw_response.cancel(batch_id)).content))

        return self._asked(cancelled)

    def download(self, file_id: str, path: Path) -> None:
        """Write a file of answers to a path, piece by piece."""

        async def written(client: openai.AsyncOpenAI) -> None:
            left = _LARGEST_ANSWERS
            async with client.files.with_streaming_response.content(file_id) as response:
                with path.open("wb") as file:
                    async for piece in response.iter_bytes(1 << 16):
                        left -= len(piece)
                        if left < 0:
                            raise ModelError(f"{self._where.shown}: the file {file_id} has no end")
                        await asyncio.to_thread(file.write, piece)

        self._asked(written, seconds=_SECONDS + _LARGEST_ANSWERS / _BYTES_A_SECOND)

    def _asked(
        self, work: Callable[[openai.AsyncOpenAI], Awaitable[T]], *, about: str = "", seconds: float = _SECONDS
    ) -> T:
        """What one request comes to; its errors are this library's."""
        closed = ModelError("the model was closed while its batch endpoint was asked")
        future = self._thread.submit(
            lambda client: self._within(client, work, about=about, seconds=seconds), closed=closed
        )
        try:
            return future.result()
        finally:
            future.cancel()  # after an interrupt nobody waits for it

    async def _within(
        self,
        client: openai.AsyncOpenAI,
        work: Callable[[openai.AsyncOpenAI], Awaitable[T]],
        *,
        about: str,
        seconds: float,
    ) -> T:
        import openai  # noqa: PLC0415 -- heavy; loaded by then

        failure: Exception
        try:
            async with asyncio.timeout(seconds):
                return await work(client)
        except TimeoutError:
            failure = ModelUnavailable(f"{self._where.shown}: no complete answer within {seconds:.3g} seconds")
        except openai.APIStatusError as error:
            with contextlib.suppress(Exception):
                await error.response.aread()  # of a streamed one it is not read yet
            failure = self._refusal(error, about=about)
        except openai.OpenAIError as error:
            failure = translate(error, call_id="", server=self._where.shown, mask=self._where.mask, via=self._via)
        except (_NoObject, KeyError) as error:
            text = (
                f"{self._where.shown}{about}: the answer is none of a batch endpoint ({self._where.mask(str(error))})"
            )
            failure = ModelUnavailable(text)
            if about:
                failure = self._no_endpoint(f"it answers {about} with something else")
        except Exception as error:
            if not type(error).__module__.startswith("httpx2"):
                raise
            failure = ModelUnavailable(f"{self._where.shown}: {self._where.mask(str(error)) or type(error).__name__}")
        raise failure  # out here, so that the client's error, whose words are not masked, does not hang on to it

    def _refusal(self, error: openai.APIStatusError, *, about: str) -> Exception:
        """What a refused request means: the file is too large, there is no such endpoint, or whatever else it is."""
        said, status = _said(error), error.status_code
        otherwise = translate(error, call_id="", server=self._where.shown, mask=self._where.mask)
        if not about:
            return otherwise
        if about == "/batches" and status in (400, 404, 409) and _NOT_YET.search(said):
            return ModelUnavailable(f"{self._where.shown}: {self._where.mask(said)}", status=status)
        if status in _NO_ENDPOINT:
            return self._no_endpoint(f"it answers {about} with {status}")
        if isinstance(otherwise, ModelBusy):
            return NoRoom(self._where.mask(said)) if _about(said) == "room" else otherwise
        is_too_large = status == 413 or (status in (400, 422) and _about(said) == "size")
        return FileTooLarge(self._where.mask(said)) if is_too_large else otherwise

    def _no_endpoint(self, why: str) -> ConfigError:
        return ConfigError(
            f"{self._where.shown} has no batch endpoint ({why}): use map, which asks it directly, or give a base_url "
            "that has /files and /batches"
        )

    def _fault(self, fault: dict[str, Any]) -> BatchFault:
        code, words = str(fault.get("code") or ""), self._where.mask(str(fault.get("message") or ""))
        line = int(fault.get("line") or 0)
        return BatchFault(code=code, words=words, line=line, about="" if line else _about(f"{code} {words}"))

    def _state(self, batch: dict[str, Any]) -> BatchState:
        word = str(batch.get("status") or "").lower()
        counts = batch.get("request_counts") or {}
        answered, failed = int(counts.get("completed") or 0), int(counts.get("failed") or 0)
        files = tuple(str(batch[name]) for name in ("output_file_id", "error_file_id") if batch.get(name))
        faults = tuple(self._fault(fault) for fault in (batch.get("errors") or {}).get("data") or ())
        return BatchState(
            id=str(batch["id"]),
            stage=_stage(word, has_files=bool(files)),
            word=word,
            files=files,
            done=answered + failed,
            answered=answered,
            total=int(counts.get("total") or 0),
            faults=faults,
        )


def _about(said: str) -> Literal["size", "room", ""]:
    """Whether words are about too much in a batch, or too much in others beside it, which is also told by numbers."""
    said = said.lower().replace("_", " ")
    if _FULL.search(said):
        return "room"
    return "size" if _SIZE.search(said) else ""


def _stage(word: str, *, has_files: bool) -> Stage:
    if word == "failed" and not has_files:
        return "refused"
    return "ended" if word in (*_ENDED, "failed") else "under way"


class _NoObject(ValueError):
    """The body of an answer is no JSON object."""


def _object(content: bytes) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or "id" not in value:
        raise _NoObject(f"it begins {content[:80]!r}")
    return value


def _said(error: openai.APIStatusError) -> str:
    body = read_error(error.response.content)
    return " ".join((body.words, *sorted(body.codes))).lower()
