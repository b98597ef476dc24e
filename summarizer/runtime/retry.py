"""The one place where a call is tried again."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from tenacity import AsyncRetrying, RetryCallState, Retrying, retry_if_exception

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.errors import ConfigError, ModelError
from summarizer.runtime.deadline import Deadline

Again: TypeAlias = Callable[[Call, BaseException, float], None]
"""Told that a call is tried again: because of which error, and after how many seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often and how long one call is tried.

    Before try n + 1 a random part of `min(longest_wait, first_wait * 2 ** (n - 1))` seconds passes ("full jitter", Marc
    Brooker, AWS Architecture Blog, 2015: fewest calls in all when many clients were turned away at once). A server that
    names a time gets at least that time.

    Args:
        tries: tries in all, the first included, at least 1. With 4, a call that fails one time in five at random fails
            for good once in 625.
        first_wait: seconds, at least 0; most overloads of a chat server pass in about a second, and 0.5 is what the
            `openai` client itself starts from.
        longest_wait: seconds, at least `first_wait`; rate limits are counted by the minute.
        deadline: seconds for one call with all its tries and waits, above 0; no try starts later. 600 is the time after
            which the `openai` client gives up on a single try.
        article_deadline: seconds for all calls of one article, or of one list of claims, above 0. At its end calls
            under way are given up, what is finished is returned, and the rest is a failure named `DeadlineReached`.
            None, the default, is for ever: a book on a small machine may take hours. A `ChatModel` of your own that
            blocks has to heed `Call.seconds` itself.

    Raises:
        ConfigError: a number out of its range.
    """

    tries: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0
    deadline: float = 600.0
    article_deadline: float | None = None

    def __post_init__(self) -> None:
        """Check the ranges."""
        if self.tries < 1:
            raise ConfigError(f"tries must be at least 1, not {self.tries!r}")
        if not (math.isfinite(self.first_wait) and self.first_wait >= 0):
            raise ConfigError(f"first_wait must be a number of seconds, 0 or more, not {self.first_wait!r}")
        if not (math.isfinite(self.longest_wait) and self.longest_wait >= self.first_wait):
            raise ConfigError(
                f"longest_wait must be at least first_wait ({self.first_wait!r} s), not {self.longest_wait!r}"
            )
        if not (math.isfinite(self.deadline) and self.deadline > 0):
            raise ConfigError(f"deadline must be a number of seconds above 0, not {self.deadline!r}")
        whole = self.article_deadline
        if whole is not None and not (math.isfinite(whole) and whole > 0):
            raise ConfigError(f"article_deadline must be a number of seconds above 0, or None, not {whole!r}")


def with_retries(
    send: Send,
    *,
    policy: RetryPolicy,
    deadline: Deadline | None = None,
    sleep: Callable[[float], None] = time.sleep,
    again: Again | None = None,
) -> Send:
    """The same `send`, tried again while its `ModelError` is `retryable` and the policy allows.

    Args:
        send: makes one try.
        policy: how often and how long.
        deadline: the article's; no wait goes beyond it. None for none.
        sleep: waits for so many seconds; tests give one that only takes note.
        again: told of each wait before it begins.

    Returns:
        A `send` that returns the first reply, or raises the error of the last try, with a note for each try.
    """

    def tried(call: Call) -> Reply:
        tries = _Tries(policy=policy, deadline=deadline or Deadline(), call=call, again=again)
        try:
            return Retrying(
                sleep=sleep,
                stop=tries.stop,
                wait=tries.wait,
                retry=_RETRY,
                after=tries.note,
                before_sleep=tries.say,
                reraise=True,
            )(send, call)
        except ModelError as error:
            tries.tell(error)
            raise

    return tried


def with_async_retries(
    asend: AsyncSend,
    *,
    policy: RetryPolicy,
    deadline: Deadline | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    again: Again | None = None,
) -> AsyncSend:
    """The same as `with_retries`, for an `asend`; cancelling ends a wait at once."""

    async def tried(call: Call) -> Reply:
        tries = _Tries(policy=policy, deadline=deadline or Deadline(), call=call, again=again)

        async def one(call: Call) -> Reply:
            return await asend(call)

        try:
            return await AsyncRetrying(
                sleep=sleep,
                stop=tries.stop,
                wait=tries.wait,
                retry=_RETRY,
                after=tries.note,
                before_sleep=tries.say,
                reraise=True,
            )(one, call)
        except ModelError as error:
            tries.tell(error)
            raise

    return tried


_RETRY = retry_if_exception(lambda error: isinstance(error, ModelError) and error.retryable)


@dataclass(slots=True, kw_only=True)
class _Tries:
    """The tries of one call: how long to wait after each, when to stop, and what to tell about them.

    Waits count as passed when they are asked for, so that the deadline holds whatever `sleep` does.
    """

    policy: RetryPolicy
    deadline: Deadline
    call: Call
    again: Again | None
    told: list[str] = field(default_factory=list)
    gave_up: str = ""

    def wait(self, state: RetryCallState) -> float:
        window = min(self.policy.longest_wait, self.policy.first_wait * 2.0 ** min(state.attempt_number - 1, 64))
        jitter = random.uniform(0, window)  # noqa: S311 -- spreads load, guards nothing
        # On top of the server's wish, not instead: all that it turned away were told the same time.
        return min(_wish(state) + jitter, max(0.0, self._left(state)))

    def stop(self, state: RetryCallState) -> bool:
        left, wish = self._left(state), _wish(state)
        articles = self.deadline.left < self.policy.deadline
        which = "the article's deadline" if articles else f"the deadline of {self.policy.deadline:g} s"
        if state.attempt_number >= self.policy.tries:
            return True
        if left <= 0:
            self.gave_up = f"gave up: {which} has passed"
        elif wish > left:
            self.gave_up = f"gave up: the server asks to wait {wish:g} s, but {left:.3g} s are left of {which}"
        return bool(self.gave_up)

    def note(self, state: RetryCallState) -> None:
        """Take note of a try that another may follow."""
        self._note(_error(state))

    def say(self, state: RetryCallState) -> None:
        """Say that another try follows, and after how many seconds."""
        error = _error(state)
        if self.again is not None and error is not None:
            self.again(self.call, error, state.upcoming_sleep)

    def tell(self, error: ModelError) -> None:
        """Hang a note for each try on the last error, and why no other followed; one try alone needs no telling."""
        if not error.retryable:
            self._note(error)
        for line in self.told if len(self.told) > 1 else ():
            error.add_note(line)
        if self.gave_up:
            error.add_note(self.gave_up)

    def _note(self, error: BaseException | None) -> None:
        self.told.append(f"try {len(self.told) + 1} of {self.policy.tries}: {type(error).__name__}: {error}")

    def _left(self, state: RetryCallState) -> float:
        passed = max(state.seconds_since_start or 0.0, state.idle_for)
        return min(self.policy.deadline - passed, self.deadline.left)


def _error(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome is not None else None


def _wish(state: RetryCallState) -> float:
    """The seconds that the server asked to wait, 0 when it asked for none."""
    return getattr(_error(state), "retry_after", None) or 0.0
