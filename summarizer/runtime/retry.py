"""Retries: the one place where a call is tried again.

with_retries(asend, policy=RetryPolicy(tries=4), …)    a reply, or the error of the last try with a note for each
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.calls.replies import is_empty
from summarizer.errors import ConfigError, ModelError, ReplyEmpty, in_seconds
from summarizer.runtime.deadline import Clock, Deadline, Patience
from summarizer.runtime.waits import Waits

OnRetry: TypeAlias = Callable[[Call, BaseException, float], None]
"""Told that a call is tried again: because of which error, and after how many seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often and how long one call is tried.

    Before try n + 1 a random part of `min(longest_wait, first_wait * 2 ** (n - 1))` seconds passes ("full jitter", Marc
    Brooker, AWS Architecture Blog, 2015: fewest calls in all when many clients were turned away at once). A server that
    names a time gets at least that time, or, where it is longer than the call may wait, no other try: the error is
    raised at once, and says how long was asked for.

    Args:
        tries: tries in all, the first included, at least 1. With 4, a call that fails one time in five at random fails
            for good once in 625.
        first_wait: seconds, at least 0; most overloads of a chat server pass in about a second, and 0.5 is what the
            `openai` client itself starts from.
        longest_wait: seconds, at least `first_wait`; rate limits are counted by the minute.
        longest_server_wait: seconds that a server may ask to be left alone, above 0. Limits by the minute are whole
            again in 60; 300 leaves room for five such windows. More is asked for when the quota of a day is used up,
            which is better told than slept through.
        deadline: seconds for one call with all its tries and the waits between them, above 0; no try starts later. 600
            is the time after which the `openai` client gives up on a single try.
        article_deadline: seconds for all calls of one article, or of one list of claims, above 0; from its first
            request on, or where a server has that wait, and not while it waits behind other articles, which it goes
            before from then on. At its end calls under way are given up, what is finished is returned, and the rest is
            a failure named `DeadlineReached`. None, the default, is for ever: a book on a small machine may take hours.
            A `ChatModel` of your own that blocks has to heed `Call.seconds` itself.

    Raises:
        ConfigError: a number out of its range.
    """

    tries: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0
    longest_server_wait: float = 300.0
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
        for name, seconds in (("longest_server_wait", self.longest_server_wait), ("deadline", self.deadline)):
            if not (math.isfinite(seconds) and seconds > 0):
                raise ConfigError(f"{name} must be a number of seconds above 0, not {seconds!r}")
        whole = self.article_deadline
        if whole is not None and not (math.isfinite(whole) and whole > 0):
            raise ConfigError(f"article_deadline must be a number of seconds above 0, or None, not {whole!r}")

    def patience(self, article: Deadline, *, clock: Clock = time.monotonic) -> Patience:
        """What a call that begins now may wait for, inside the article's deadline."""
        return Patience(
            article=article,
            seconds=self.deadline,
            longest_server_wait=self.longest_server_wait,
            clock=clock,
            began=clock(),
        )


_RETRYABLE = retry_if_exception(lambda error: isinstance(error, ModelError) and error.retryable)


def with_retries(
    asend: AsyncSend, *, policy: RetryPolicy, waits: Waits, patience: Patience, on_retry: OnRetry
) -> AsyncSend:
    """The same `asend`, tried again while its `ModelError` is `retryable` and the policy allows, once after no answer.

    A reply without a word in it is the one reply that is worth the same again: models and servers leave one out now and
    then. A second one is handed on as it is.

    Args:
        asend: makes one try.
        policy: how often, and how long between tries.
        waits: how to wait.
        patience: how long the call may still wait.
        on_retry: told of each wait before it begins.

    Returns:
        An `asend` that returns the first reply, or raises the error of the last try, with a note for each try.
    """

    async def answered(call: Call) -> Reply:
        reply = await tried(call)
        if policy.tries == 1 or not is_empty(reply) or patience.left <= 0:
            return reply
        on_retry(call, ReplyEmpty(f"the reply to {call.id} holds no text", call_id=call.id), 0.0)
        return await tried(call)

    async def tried(call: Call) -> Reply:
        try:
            return await asend(call)
        except ModelError as error:
            failed = [error]

        tries = _Tries(policy=policy, patience=patience, call=call, on_retry=on_retry)

        # tenacity comes in once a try has failed: its bookkeeping costs 0.1 ms, and most calls need one try.
        async def one_try(call: Call) -> Reply:
            if failed:
                raise failed.pop()
            return await asend(call)

        try:
            return await AsyncRetrying(
                sleep=waits.sleep,
                stop=tries.stop,
                wait=tries.wait,
                retry=_RETRYABLE,
                after=tries.note,
                before_sleep=tries.announce,
                reraise=True,
            )(one_try, call)
        except ModelError as error:
            tries.explain(error)
            raise

    return answered


@dataclass(slots=True, kw_only=True)
class _Tries:
    """The tries of one call: how long to wait after each, when to stop, and what to tell about them."""

    policy: RetryPolicy
    patience: Patience
    call: Call
    on_retry: OnRetry
    notes: list[str] = field(default_factory=list)
    gave_up: str = ""

    def wait(self, state: RetryCallState) -> float:
        """Seconds until the next try."""
        doublings = min(state.attempt_number - 1, 64)
        window = min(self.policy.longest_wait, self.policy.first_wait * 2.0**doublings)
        jitter = random.uniform(0, window)  # noqa: S311 -- spreads load, guards nothing
        # On top of the server's wish, not instead: all that it turned away were told the same time.
        return min(_seconds_asked_for(state) + jitter, self.patience.left)

    def stop(self, state: RetryCallState) -> bool:
        """True when no other try follows."""
        if state.attempt_number >= self.policy.tries:
            return True
        wish = _seconds_asked_for(state)
        if self.patience.left <= 0:
            self.gave_up = f"gave up: {self.patience.ends_with} has passed"
        elif objection := self.patience.objection(wish):
            self.gave_up = f"gave up: the server asks to wait {in_seconds(wish)}, but {objection}"
        return bool(self.gave_up)

    def note(self, state: RetryCallState) -> None:
        """Take note of a try that another may follow."""
        self._take_note(_error_of(state))

    def announce(self, state: RetryCallState) -> None:
        """Say that another try follows, and after how many seconds."""
        error = _error_of(state)
        if error is not None:
            self.on_retry(self.call, error, state.upcoming_sleep)

    def explain(self, error: ModelError) -> None:
        """Hang a note for each try on the last error, and why no other followed; one try alone needs no telling."""
        if not error.retryable:
            self._take_note(error)
        for line in self.notes if len(self.notes) > 1 else ():
            error.add_note(line)
        if self.gave_up:
            error.add_note(self.gave_up)

    def _take_note(self, error: BaseException | None) -> None:
        number = len(self.notes) + 1
        self.notes.append(f"try {number} of {self.policy.tries}: {type(error).__name__}: {error}")


def _error_of(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome is not None else None


def _seconds_asked_for(state: RetryCallState) -> float:
    """The seconds that the server asked to wait, 0 when it asked for none."""
    return getattr(_error_of(state), "retry_after", None) or 0.0
