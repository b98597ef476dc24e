"""Pending requests are sent: packed into files that the server takes, uploaded, and made batches of.

Sending(store, endpoints, policy=…, tell=…).send_all()   every pending request is on its way, or waits for room
"""

from __future__ import annotations

import json
import logging
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from summarizer.errors import ModelRejected
from summarizer.many.batches.policy import BatchPolicy
from summarizer.many.batches.store import Part, Store
from summarizer.models.batch_endpoint import BatchEndpoint, BatchFault, FileTooLarge, NoRoom
from summarizer.runtime.observing.events import BatchSent, Event

# The largest file that a server has taken after it refused a larger one, as a note in the store.
_MOST_BYTES: Final = "most bytes"
# Batches in a row that a server refuses for single lines; then it names one at a time, and all get its word.
_REFUSED_IN_A_ROW: Final = 3
# Seconds by which clocks of two machines and a server may differ, where a batch is looked for by when it was made.
_CLOCKS: Final = 86_400.0

# The tokens that a server says its queue holds; and the bytes of a line for one of them, four in English and more else.
_LIMIT: Final = re.compile(r"\b(\d{1,3}(?:,\d{3})+|\d{1,12})([KkMm]?)\b")
_BYTES_A_TOKEN: Final = 4

_log = logging.getLogger("summarizer")


class Sending:
    """Sends what is pending, and learns how much a server takes."""

    def __init__(
        self,
        store: Store,
        endpoints: Sequence[BatchEndpoint],
        *,
        policy: BatchPolicy,
        tell: Callable[[Event], None],
    ) -> None:
        """Nothing is sent yet.

        Args:
            store: what is kept.
            endpoints: of each model.
            policy: how large files are.
            tell: told of each batch.
        """
        self._store = store
        self._endpoints = endpoints
        self._policy = policy
        self._tell = tell
        self._room: int | None = None  # batches under way at most, once a server said that it has no room for more
        self._refused = 0

    def find_lost(self) -> None:
        """Settle which parts their server has that were on their way when a process ended, or a request broke off.

        No request is in two batches: a batch that the server has under the tag of a part is the part's.
        """
        for part in self._store.parts("sending"):
            found = self._endpoints[part.model].find(part.tag, since=part.began - _CLOCKS)
            with self._store.transaction():
                if found is None:
                    self._store.end(part, passed_over=None)
                else:
                    self._note_sent(part, batch=found.id)

    def send_all(self) -> None:
        """Send every pending request, one file after the other.

        Raises:
            ModelError: a file did not get through; its requests are pending still, or found by `find_lost`.
            NoRoom: the server takes no further batch now; what it was not sent is pending still.
            ConfigError: the server has no batch endpoint.
        """
        for model in self._store.pending():
            while model in self._store.pending() and self._has_room():
                part = self._store.pack(
                    model=model,
                    most_requests=self._policy.most_requests,
                    most_bytes=self._most_bytes(),
                    tag=str(self._store.meta("tag")),
                    now=time.time(),
                )
                self._send(part)

    def after_refusal(self, part: Part, faults: Sequence[BatchFault]) -> None:
        """Have the requests of a part sent otherwise, of which the server refused the whole.

        Raises:
            NoRoom: there is none for it now.
            ModelRejected: it is refused for a reason that concerns all; the requests are pending still.
        """
        words = "; ".join(dict.fromkeys(fault.words or fault.code for fault in faults)) or "it does not say why"
        about = {fault.about for fault in faults}
        if "room" in about:
            self._note_full(part, others=len(self._store.parts("under way")) - 1, words=words)
            raise NoRoom(words)
        if "size" in about:
            self._halve(part, words=words)
            return
        named = [fault for fault in faults if fault.line]
        with self._store.transaction():
            self._answer_named(part, named)
            self._store.end(part, passed_over=None)
        if not named:
            raise ModelRejected(f"the server refuses the batch: {words}; mend that and call collect again")

    def _answer_named(self, part: Part, named: Sequence[BatchFault]) -> None:
        """The requests that a server names have its refusal for an answer, and so have all where it names no end."""
        self._refused += 1
        for fault in named:
            self._store.answer_line(part, line=fault.line, status=400, body=_error_body(fault))
        if named and self._refused >= _REFUSED_IN_A_ROW:
            self._store.answer_all(part, status=400, body=_error_body(named[0]))

    def note_end(self) -> None:
        """A batch ended well, so that there is room for one more, and files are taken."""
        self._refused = 0
        if self._room is not None:
            self._room += 1

    def _send(self, part: Part) -> None:
        endpoint = self._endpoints[part.model]
        with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
            path = Path(folder) / f"{part.tag}.jsonl"
            with path.open("wb") as file:
                for line in self._store.lines(part):
                    file.write(line)
            try:
                file_id = endpoint.upload(path)
                batch = endpoint.create(file_id, tag=part.tag)
            except FileTooLarge as refused:
                self._halve(part, words=str(refused))
                return
            except NoRoom as full:
                self._note_full(part, others=len(self._store.parts("under way")), words=str(full))
                raise
        self._note_sent(part, batch=batch.id)

    def _note_sent(self, part: Part, *, batch: str) -> None:
        self._store.sent(part, batch=batch)
        self._tell(BatchSent(at=time.time(), article="", batch=batch, requests=part.requests))

    def _halve(self, part: Part, *, words: str) -> None:
        """Have the requests of a part sent in halves; one alone that is too large has failed."""
        with self._store.transaction():
            if part.requests == 1:
                fault = BatchFault(code="request_too_large", words=words or "the request is too large")
                self._store.answer_line(part, line=1, status=413, body=_error_body(fault))
            else:
                self._store.put_meta(_MOST_BYTES, str(self._store.half_of(part)))
            self._store.end(part, passed_over=None)
        _log.info("a file of %d requests (%d bytes) is too large for the server: %s", part.requests, part.size, words)

    def _note_full(self, part: Part, *, others: int, words: str) -> None:
        """There is no room beside others; where there are none of ours, half of it may find some, or may have to wait.

        A queue that would hold the part, by the number that its server names, is full of others' batches.
        """
        limit = max(map(_number, _LIMIT.findall(words)), default=0)
        with self._store.transaction():
            if not others and part.requests > 1 and part.size / _BYTES_A_TOKEN > limit:
                self._store.put_meta(_MOST_BYTES, str(self._store.half_of(part)))
            self._store.end(part, passed_over=None)
        self._room = max(1, others)

    def _has_room(self) -> bool:
        return self._room is None or len(self._store.parts("under way")) < self._room

    def _most_bytes(self) -> int:
        learnt = self._store.meta(_MOST_BYTES)
        return min(self._policy.most_bytes, int(learnt)) if learnt else self._policy.most_bytes


def _number(told: tuple[str, str]) -> int:
    """The number that is written as "2,000,000", "30K" or "2M"."""
    return int(told[0].replace(",", "")) * {"": 1, "k": 1000, "m": 1_000_000}[told[1].lower()]


def _error_body(fault: BatchFault) -> bytes:
    return json.dumps({"error": {"message": fault.words, "code": fault.code or None}}).encode()
