"""Limits keep calls below what an account allows: what the user names, and what the server tells.

limiter = limiter_for(model, policy=LimitPolicy(requests_per_minute=60))
limiter.wrap(asend, …)    a call waits until it may go, or is refused at once where that would take too long
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from summarizer.calls.call import Call, Left, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.errors import ConfigError, ModelBusy, in_seconds
from summarizer.forks import ForkSafeLock, renew_in_child
from summarizer.models.base import ChatModel
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Clock, Patience
from summarizer.runtime.minute_window import MinuteWindow
from summarizer.runtime.observing.events import WaitReason
from summarizer.runtime.waits import Waits

# Tokens are counted in steps, so that a window of a million holds ten thousand entries and not a million.
_TOKEN_STEP = 100
# Bytes of UTF-8 a token, on the low side, so that the count is high: English has about 4.4, most other languages more.
_BYTES_PER_TOKEN = 3
# The server's own numbers count once a tenth of its limit is left, or ten requests where it does not name the limit.
_SCARCE_SHARE, _SCARCE_REQUESTS = 0.1, 10
# Seconds that a header alone can hold back a call. A window of a minute may really need them all, but a bucket that
# refills all the time, as OpenAI's, has long room again; the other kind then says 429 and how long to wait.
_LONGEST_PACE = 10.0
# Seconds for which a server's wish is taken at its word by other calls than the one that was told. Then one asks again:
# a wrong clock or a broken proxy ("Retry-After: Fri, 31 Dec 9999") must not shut a process out for good.
_BELIEVED = 300.0

OnWait: TypeAlias = Callable[[Call, float, WaitReason], None]
"""Told that a call is held back: for so many seconds, and at whose wish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitPolicy:
    """What an account may be sent by one process: at once, and in any 60 seconds.

    A call counts its prompt by its bytes and its whole output limit, which is how servers admit calls, so that tokens
    are counted high. A call of more tokens than the limit counts as the limit.

    Args:
        requests_per_minute: at least 1; None, the default, is no limit of one's own: most servers tell theirs.
        tokens_per_minute: at least 100; None as before.
        concurrency: calls under way at once, at least 1, of all that this process does with the same key; None, the
            default, leaves it to the `workers` of each `Summarizer`.

    Raises:
        ConfigError: a number out of its range.
        MissingExtra: a limit by the minute is named, and the extra `limits` is not installed.
    """

    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    concurrency: int | None = None

    def __post_init__(self) -> None:
        """Check the ranges, and that limits can be kept."""
        for name, least in (("requests_per_minute", 1), ("tokens_per_minute", _TOKEN_STEP), ("concurrency", 1)):
            value = getattr(self, name)
            if value is None:
                continue
            if not isinstance(value, int) or isinstance(value, bool) or value < least:
                raise ConfigError(f"{name} must be a whole number of at least {least}, or None, not {value!r}")
        if self.requests_per_minute or self.tokens_per_minute:
            MinuteWindow(1)


@runtime_checkable
class Accounted(Protocol):
    """A model that says which account it draws on; a `ChatModel` of your own may, and need not."""

    @property
    def account(self) -> str:
        """A fingerprint of where it is asked and with which key; holds no secret."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pause:
    """Why a call may not go yet, and seconds after which to ask again."""

    seconds: float
    reason: WaitReason
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _ServersWish:
    """A server's wish to be left alone `until` a time; `said` is the error that told it, `at` a time."""

    until: float
    at: float
    said: str

    def left(self, now: float) -> float:
        """Seconds that are left of it, 0 once it is over or no longer believed."""
        return max(0.0, self.until - now) if now < self.at + _BELIEVED else 0.0


class Limiter:
    """Holds back calls until they may go; one object for all work on one account, from any thread and event loop.

    `concurrency` bounds the calls that are under way at once.
    """

    def __init__(self, *, clock: Clock = time.monotonic) -> None:
        """Nothing is limited yet.

        Args:
            clock: seconds that never go back; tests give their own.
        """
        self.concurrency = ConcurrencyLimit()
        self._clock = clock
        self._lock = ForkSafeLock()
        self._request_window: MinuteWindow | None = None
        self._token_window: MinuteWindow | None = None
        self._wish: _ServersWish | None = None
        self._next = 0.0  # no call goes before
        self._spacing = 0.0  # seconds between calls while the server's allowance is scarce
        renew_in_child(self)

    def renew(self) -> None:
        """Count on in windows of one's own, where a thread of the parent process may have been counting."""
        self._request_window = self._request_window and self._request_window.copy()
        self._token_window = self._token_window and self._token_window.copy()

    def limit(self, policy: LimitPolicy) -> None:
        """Keep to this policy too: of several limits the lowest holds, and what was sent before still counts."""
        if policy.concurrency:
            self.concurrency.narrow(policy.concurrency)
        with self._lock:
            if policy.requests_per_minute:
                self._request_window = _narrowed_window(self._request_window, policy.requests_per_minute)
            if policy.tokens_per_minute:
                self._token_window = _narrowed_window(
                    self._token_window, max(1, policy.tokens_per_minute // _TOKEN_STEP)
                )

    def wrap(self, asend: AsyncSend, *, waits: Waits, patience: Patience, on_wait: OnWait) -> AsyncSend:
        """The same `asend`, each call held back until it may go; belongs inside the retries, as every try counts.

        A wait at the server's wish counts against all that `patience` bounds; one for the user's own limits, which is a
        wait for other calls, against the article's deadline alone. What would take longer is refused at once.

        Args:
            asend: makes one try.
            waits: how to wait.
            patience: how long the call may still wait.
            on_wait: told of each wait before it begins.
        """

        async def paced(call: Call) -> Reply:
            told: set[WaitReason] = set()
            while (pause := self._pause_before(call)) is not None:
                if pause.reason != "limits":  # those are a queue, and what a server asks for is none
                    patience.article.begin()
                _refuse_if_too_long(pause, call=call, patience=patience)
                # Of many that wait for one place all but one wait again: that is the same wait, unless the server asks.
                if pause.reason == "server" or pause.reason not in told:
                    told.add(pause.reason)
                    on_wait(call, pause.seconds, pause.reason)
                await waits.sleep(pause.seconds)
            patience.article.begin()
            try:
                reply = await asend(call)
            except ModelBusy as error:
                self._note_refusal(error)
                raise
            self._note_reply(reply, call)
            return reply

        return paced

    def _pause_before(self, call: Call) -> _Pause | None:
        """None when the call may go, which is then taken note of."""
        steps = math.ceil(_tokens_of(call) / _TOKEN_STEP)
        with self._lock:
            now = self._clock()
            if self._wish is not None and (left := self._wish.left(now)):
                return _Pause(seconds=left, reason="server", because=self._wish.said)
            if now < self._next:
                because = "the server's headers say that little is left of its limits"
                return _Pause(seconds=self._next - now, reason="allowance", because=because)
            needs = [
                (window, need) for window, need in ((self._request_window, 1), (self._token_window, steps)) if window
            ]
            longest = max((window.wait(need, now=now) for window, need in needs), default=0.0)
            if longest > 0:
                because = "LimitPolicy allows no more by the minute"
                return _Pause(seconds=longest, reason="limits", because=because)
            for window, need in needs:
                window.take(need, now=now)
            self._next = now + self._spacing
            return None

    def _note_refusal(self, error: ModelBusy) -> None:
        """Hold back all calls of the account for as long as the server asked one to wait."""
        if not error.retry_after:
            return
        with self._lock:
            now = self._clock()
            until = now + error.retry_after
            if self._wish is None or not self._wish.left(now) or until > self._wish.until:
                self._wish = _ServersWish(until=until, at=now, said=str(error))

    def _note_reply(self, reply: Reply, call: Call) -> None:
        """Count the requests that a reply took, and keep the pace that its headers ask for."""
        if reply.requests > 1 and self._request_window is not None:
            with self._lock:
                self._request_window.take(reply.requests - 1, now=self._clock())
        allowance = reply.allowance
        if allowance is None:
            return
        spacing = max(_spacing(allowance.requests, each=1), _spacing(allowance.tokens, each=_tokens_of(call)))
        with self._lock:
            self._spacing = spacing
            if spacing:
                self._next = max(self._next, self._clock() + spacing)


_limiters: dict[str, Limiter] = {}
_limiters_lock = ForkSafeLock()


def limiter_for(model: ChatModel, *, policy: LimitPolicy) -> Limiter:
    """The limiter of the model's account, the same one for every model of this process that draws on it.

    A model that does not say which account it draws on gets one of its own.
    """
    if isinstance(model, Accounted):
        with _limiters_lock:
            limiter = _limiters.setdefault(model.account, Limiter())
    else:
        limiter = Limiter()
    limiter.limit(policy)
    return limiter


def _refuse_if_too_long(pause: _Pause, *, call: Call, patience: Patience) -> None:
    """Raise an error for a pause that the call does not wait for."""
    patience.article.check_wait(pause.seconds, call=call, why=pause.because)
    objection = patience.objection(pause.seconds) if pause.reason != "limits" else ""
    if objection:
        error = ModelBusy(
            f"{call.id} was not sent, as it would have had to wait {in_seconds(pause.seconds)}, but {objection}: "
            f"{pause.because}",
            call_id=call.id,
            retry_after=pause.seconds,
        )
        error.requests = 0
        raise error


def _narrowed_window(window: MinuteWindow | None, limit: int) -> MinuteWindow:
    return MinuteWindow(limit) if window is None else window.narrowed(limit)


def _tokens_of(call: Call) -> int:
    """At most what a call takes of a limit of tokens, roughly."""
    prompt = sum(len(message.content.encode("utf-8", "replace")) for message in call.messages)
    return prompt // _BYTES_PER_TOKEN + call.max_output_tokens


def _spacing(left: Left | None, *, each: int) -> float:
    """Seconds between calls that make what is left last until it is whole again; 0 while there is plenty."""
    if left is None:
        return 0.0
    calls = left.remaining // max(1, each)
    if left.limit is None:
        scarce = calls < _SCARCE_REQUESTS
    else:
        scarce = calls < 1 or left.remaining < _SCARCE_SHARE * left.limit
    return min(_LONGEST_PACE, left.reset / max(1, calls)) if scarce else 0.0
