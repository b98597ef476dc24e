"""Batches are looked at, and the answers of those that have ended are kept, each joined to its request by id.

Receiving(store, endpoints, …).look()    ->  what has ended is kept
Receiving(store, endpoints, …).pause()   ->  the seconds until the next look; None where nothing is under way
"""

from __future__ import annotations

import json
import logging
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from summarizer.errors import ModelError, ModelUnavailable
from summarizer.many.batches.policy import BatchPolicy
from summarizer.many.batches.replaying import parsed_id
from summarizer.many.batches.sending import Sending
from summarizer.many.batches.store import Part, Store
from summarizer.models.batch_endpoint import PASSED_OVER, BatchEndpoint, BatchState, NoRoom
from summarizer.runtime.observing.events import BatchEnded, BatchLooked, Event

# Looks after which answers that a server tells of, and does not hand out whole, are given up: they are asked for again,
# and paid again, so not at the first.
_MOST_LOOKS: Final = 5
# Answers that are written at once: enough that the disk is not waited for each time.
_AT_ONCE: Final = 500
# Words for a request that was not tried.
_NOT_TRIED: Final = ("expired", "cancel")
_FAILED: Final = 500

_log = logging.getLogger("summarizer")


class Receiving:
    """Looks at batches, each when its time has come."""

    def __init__(
        self,
        store: Store,
        endpoints: Sequence[BatchEndpoint],
        *,
        sending: Sending,
        policy: BatchPolicy,
        tell: Callable[[Event], None],
    ) -> None:
        """Nothing was looked at yet.

        Args:
            store: what is kept.
            endpoints: of each model.
            sending: is told what a batch came to.
            policy: how often is looked.
            tell: told of each look.
        """
        self._store = store
        self._endpoints = endpoints
        self._sending = sending
        self._policy = policy
        self._tell = tell
        self._next: dict[int, float] = {}  # when a part is looked at again, by the clock that never goes back

    def look(self) -> None:
        """Look at every batch whose time has come, and keep what there is.

        Raises:
            ModelError: a server did not answer, or does not know a batch.
            NoRoom: a batch was refused, as there is no room for it now.
        """
        trouble: ModelError | NoRoom | None = None
        for part in self._store.parts("under way"):
            if self._due(part) > time.monotonic():
                continue
            try:
                self._look_at(part)
            except NoRoom as full:
                trouble = full
            except ModelError as error:
                if not error.retryable:
                    raise
                trouble = trouble or error  # the others are looked at nonetheless
        if trouble is not None:
            raise trouble

    def pause(self) -> float | None:
        """Seconds until the next look is worth it; None where nothing is under way."""
        parts = self._store.parts("under way")
        times = [self._due(part) for part in parts]
        return max(0.0, min(times) - time.monotonic()) if times else None

    def _due(self, part: Part) -> float:
        """When a part is looked at; one that another process sent at once, unless that was a moment ago."""
        if part.number not in self._next:
            elapsed = max(0.0, time.time() - part.began)
            self._next[part.number] = time.monotonic() + max(0.0, self._policy.first_look - elapsed)
        return self._next[part.number]

    def take_now(self, part: Part) -> bool:
        """Look at a batch at once; True where it is over and its answers are kept."""
        state = self._looked_at(part)
        if state.stage == "ended" and not self._lacks_files(part, state):
            self._take(part, state)
        return state.stage != "under way"

    def _look_at(self, part: Part) -> None:
        """Look at one batch, and keep what there is."""
        state = self._looked_at(part)
        if state.stage == "under way" or self._lacks_files(part, state):
            elapsed = time.time() - part.began
            self._next[part.number] = time.monotonic() + self._policy.pause(elapsed=max(0, elapsed))
        elif state.stage == "refused":
            self._sending.after_refusal(part, state.faults)
        else:
            self._take(part, state)
            self._sending.note_end()

    def _looked_at(self, part: Part) -> BatchState:
        try:
            state = self._endpoints[part.model].look(part.batch)
        except ModelError as error:
            if error.status == 404:
                todo = "use the key of the account that sent it, or call cancel to have its requests sent again"
                error.args = (f"{error}; the server does not know batch {part.batch}: {todo}",)
            raise
        told = BatchLooked(
            at=time.time(), article="", batch=part.batch, requests=part.requests, done=state.done, status=state.word
        )
        self._tell(told)
        return state

    def _lacks_files(self, part: Part, state: BatchState) -> bool:
        """True where a server has answers and does not say yet where they are."""
        if state.stage != "ended" or not state.answered or state.files or part.looks >= _MOST_LOOKS:
            return False
        self._count_look(part)
        return True

    def _take(self, part: Part, state: BatchState) -> None:
        """Keep the answers of a batch that has ended; what has none is asked for again."""
        answered = 0
        with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
            for number, file_id in enumerate(state.files):
                path = Path(folder) / str(number)
                self._download(part, file_id, path)
                answered += self._keep(part, path)
        # Whoever cancelled it wants the rest nonetheless, once collect is called again: it was never tried.
        was_tried = "cancel" not in state.word
        with self._store.transaction():
            unanswered = self._store.end(part, passed_over=PASSED_OVER if was_tried else None)
        self._next.pop(part.number, None)
        told = BatchEnded(
            at=time.time(),
            article="",
            batch=part.batch,
            requests=part.requests,
            answered=answered,
            unanswered=unanswered,
            status=state.word,
        )
        self._tell(told)

    def _download(self, part: Part, file_id: str, path: Path) -> None:
        """Fetch a file whole; one that cannot be had at all counts as empty in the end.

        Raises:
            ModelError: it was not fetched, and may be another time.
        """
        try:
            self._endpoints[part.model].download(file_id, path)
            if all(_object(line) is not None for line in _lines(path)):
                return
        except ModelError as error:
            if error.retryable or error.status != 404:
                raise
            path.touch()
        if part.looks < _MOST_LOOKS:
            self._count_look(part)
            raise ModelUnavailable(f"the answers of batch {part.batch} could not be fetched whole")
        _log.warning("answers of batch %s are damaged or gone, and are asked for again", part.batch)

    def _keep(self, part: Part, path: Path) -> int:
        """How many answers of a file belong to requests of a part; each is kept once, whatever order they come in."""
        kept = 0
        lines = _lines(path)
        while some := [line for _, line in zip(range(_AT_ONCE), lines, strict=False)]:
            with self._store.transaction():
                kept += sum(self._keep_one(part, line) for line in some)
        return kept

    def _keep_one(self, part: Part, line: bytes) -> bool:
        row = _object(line)
        if row is None:
            return False
        name = parsed_id(row.get("custom_id"))
        answer = _answer_of(row)
        if answer is None:
            return False  # it was not tried, as the end of the batch says too
        status, body = answer
        shown = self._endpoints[part.model].mask(body.decode("utf-8", "replace")).encode()
        if name is None or not self._store.knows(*name):
            _log.warning("batch %s has an answer to %.80r, which was not asked", part.batch, row.get("custom_id"))
            return False
        # Of two answers the first counts; and what a process kept before it was killed comes once more.
        return self._store.answer(part, key=name[0], number=name[1], status=status, body=shown)

    def _count_look(self, part: Part) -> None:
        self._store.do("UPDATE parts SET looks = looks + 1 WHERE part = ?", part.number)


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        for line in file:
            if line.strip():
                yield line


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _answer_of(row: dict[str, Any]) -> tuple[int, bytes] | None:
    """Status and body of an answer, be it a response or an error alone; None where the request was not tried."""
    response, error = row.get("response"), row.get("error")
    if isinstance(response, dict) and ("body" in response or "status_code" in response):
        body = response.get("body")
        told = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        return _status(response.get("status_code"), otherwise=_FAILED if error else 200), told
    if not isinstance(error, dict):
        return (_FAILED, json.dumps({"error": error}).encode()) if error else (200, json.dumps(response).encode())
    code = str(error.get("code") or "")
    if any(word in code for word in _NOT_TRIED):
        return None
    return _status(code, otherwise=429 if "rate_limit" in code else _FAILED), json.dumps({"error": error}).encode()


def _status(told: object, *, otherwise: int) -> int:
    with suppress(TypeError, ValueError):
        status = int(str(told))
        if 100 <= status < 600:
            return status
    return otherwise
