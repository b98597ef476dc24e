"""Counts calls and tokens by stage."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import get_args

from summarizer.flow import AsyncSend, Send
from summarizer.models.base import Call, Reply, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCounts:
    """What the tries of one stage came to: `0 <= failed <= calls`, and `tokens_cached <= tokens_in`."""

    calls: int = 0
    failed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0


class Meter:
    """Counts every try that goes through what it wraps, from any thread; so it belongs inside the retries.

    A try that brings a reply counts its tokens, usable or not; one that raises counts as failed.
    """

    def __init__(self) -> None:
        """Everything is at zero."""
        self._lock = threading.Lock()
        self._counts: dict[Stage, StageCounts] = {}

    def wrap(self, send: Send) -> Send:
        """The same `send`, counted."""

        def metered(call: Call) -> Reply:
            reply: Reply | None = None
            try:
                reply = send(call)
            finally:  # an interrupt ends a try too
                self._count(call.stage, reply)
            return reply

        return metered

    def awrap(self, asend: AsyncSend) -> AsyncSend:
        """The same `asend`, counted; a cancelled try counts as failed."""

        async def metered(call: Call) -> Reply:
            reply: Reply | None = None
            try:
                reply = await asend(call)
            finally:
                self._count(call.stage, reply)
            return reply

        return metered

    def report(self) -> dict[Stage, StageCounts]:
        """The counts so far, of each stage that made a call, in the order of the stages; no later call changes them."""
        with self._lock:
            return {stage: self._counts[stage] for stage in get_args(Stage) if stage in self._counts}

    def _count(self, stage: Stage, reply: Reply | None) -> None:
        with self._lock:
            so_far = self._counts.get(stage, StageCounts())
            if reply is None:
                counted = replace(so_far, calls=so_far.calls + 1, failed=so_far.failed + 1)
            else:
                counted = replace(
                    so_far,
                    calls=so_far.calls + 1,
                    tokens_in=so_far.tokens_in + reply.tokens.tokens_in,
                    tokens_out=so_far.tokens_out + reply.tokens.tokens_out,
                    tokens_cached=so_far.tokens_cached + reply.tokens.tokens_cached,
                )
            self._counts[stage] = counted
