"""Keeps the pace of calls below an account's limits: those that the user names, and those that the server tells."""

from __future__ import annotations

import asyncio
import math
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from summarizer.calls.call import Call, Left, Reply
from summarizer.calls.flow import AsyncSend, Send
from summarizer.errors import ConfigError, MissingExtra, ModelBusy
from summarizer.models.base import ChatModel
from summarizer.runtime.concurrency import ConcurrencyLimit

if TYPE_CHECKING:
    from pyrate_limiter import InMemoryBucket, RateItem

_MINUTE_MS = 60_000
# Tokens are counted in steps, so that a window of a million holds ten thousand entries and not a million.
_TOKEN_STEP = 100
# Bytes of UTF-8 a token, on the low side, so that the count is high: English has about 4.4, most other languages more.
_BYTES_PER_TOKEN = 3
# The server's own numbers count once a tenth of its limit is left, or ten requests where it does not name the limit.
_SCARCE_SHARE, _SCARCE_REQUESTS = 0.1, 10
# Seconds that a header alone can hold back a call. A window of a minute may really need them all, but a bucket that
# refills all the time, as OpenAI's, has long room again; the other kind then says 429 and how long to wait.
_LONGEST_PACE = 10.0


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
            if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < least):
                raise ConfigError(f"{name} must be a whole number of at least {least}, or None, not {value!r}")
        if self.requests_per_minute or self.tokens_per_minute:
            _bucket(1)


@runtime_checkable
class Accounted(Protocol):
    """A model that says which account it draws on; a `ChatModel` of your own may, and need not."""

    @property
    def account(self) -> str:
        """A fingerprint of where it is asked and with which key; holds no secret."""
        ...


class Limiter:
    """Holds back calls until they may go; one object for all work on one account, from any thread and event loop.

    `slots` are the calls that may be under way at once.
    """

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is limited yet.

        Args:
            clock: seconds that never go back; tests give their own.
        """
        self.slots = ConcurrencyLimit()
        self._clock = clock
        self._lock = threading.Lock()
        self._requests: _Window | None = None
        self._tokens: _Window | None = None
        self._next = 0.0  # no call goes before
        self._apart = 0.0  # seconds between calls while the server's allowance is scarce

    def limit(self, policy: LimitPolicy) -> None:
        """Keep to this policy too: of several limits the lowest holds, and what was sent before still counts."""
        if policy.concurrency:
            self.slots.narrow(policy.concurrency)
        with self._lock:
            if policy.requests_per_minute:
                self._requests = _narrowed(self._requests, policy.requests_per_minute)
            if policy.tokens_per_minute:
                self._tokens = _narrowed(self._tokens, max(1, policy.tokens_per_minute // _TOKEN_STEP))

    def wrap(self, send: Send, *, sleep: Callable[[float], None] = time.sleep) -> Send:
        """The same `send`, each call held back until it may go; belongs inside the retries, as every try counts."""

        def paced(call: Call) -> Reply:
            while (wait := self._wait(call)) > 0:
                sleep(wait)
            try:
                reply = send(call)
            except ModelBusy as error:
                self._turned_away(error)
                raise
            self._told(reply, call)
            return reply

        return paced

    def awrap(self, asend: AsyncSend, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> AsyncSend:
        """The same for an `asend`."""

        async def paced(call: Call) -> Reply:
            while (wait := self._wait(call)) > 0:
                await sleep(wait)
            try:
                reply = await asend(call)
            except ModelBusy as error:
                self._turned_away(error)
                raise
            self._told(reply, call)
            return reply

        return paced

    def _wait(self, call: Call) -> float:
        """0 when the call may go, which is then taken note of; else seconds after which to ask again."""
        steps = math.ceil(_tokens(call) / _TOKEN_STEP)
        with self._lock:
            now = self._clock()
            if now < self._next:
                return self._next - now
            due = [(w, n) for w, n in ((self._requests, 1), (self._tokens, steps)) if w is not None]
            longest = max((window.wait(need, now=now) for window, need in due), default=0.0)
            if longest > 0:
                return longest
            for window, need in due:
                window.take(need, now=now)
            self._next = now + self._apart
            return 0.0

    def _turned_away(self, error: ModelBusy) -> None:
        """Hold back all calls of the account for as long as the server asked one to wait."""
        if error.retry_after:
            with self._lock:
                self._next = max(self._next, self._clock() + error.retry_after)

    def _told(self, reply: Reply, call: Call) -> None:
        allowance = reply.allowance
        if reply.requests > 1 and self._requests is not None:
            with self._lock:
                self._requests.take(reply.requests - 1, now=self._clock())
        if allowance is None:
            return
        apart = max(_apart(allowance.requests, each=1), _apart(allowance.tokens, each=_tokens(call)))
        with self._lock:
            self._apart = apart
            if apart:
                self._next = max(self._next, self._clock() + apart)


_limiters: dict[str, Limiter] = {}
_limiters_lock = threading.Lock()


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


class _Window:
    """What went in the last minute, as pyrate-limiter's sliding log counts it: strictly, at any moment."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._bucket = _bucket(limit)

    def wait(self, need: int, *, now: float) -> float:
        """Seconds until there is room; nothing is taken."""
        item = self._item(need, now)
        self._bucket.leak(item.timestamp)
        if self._bucket.count() + item.weight <= self.limit:
            return 0.0
        self._bucket.put(item)  # refused; what it would have to wait for is known then
        wait = self._bucket.waiting(item)
        return max(1, wait if isinstance(wait, int) else 1) / 1000  # a bucket in memory never gives an awaitable

    def take(self, need: int, *, now: float) -> None:
        """Take note that so much goes now."""
        self._bucket.put(self._item(need, now))

    def narrowed(self, limit: int) -> _Window:
        """The window with a lower limit, and with what went already."""
        lower = _Window(limit)
        lower._bucket.items = self._bucket.items
        return lower

    def _item(self, need: int, now: float) -> RateItem:
        from pyrate_limiter import RateItem  # noqa: PLC0415 -- an extra; loaded by then

        return RateItem("call", int(now * 1000), weight=min(need, self.limit))


def _narrowed(window: _Window | None, limit: int) -> _Window:
    if window is None:
        return _Window(limit)
    return window if window.limit <= limit else window.narrowed(limit)


def _bucket(limit: int) -> InMemoryBucket:
    try:
        from pyrate_limiter import InMemoryBucket, Rate  # noqa: PLC0415 -- an extra
    except ImportError as error:
        raise MissingExtra(what="a limit of requests or tokens per minute", extra="limits") from error
    return InMemoryBucket([Rate(limit, _MINUTE_MS)])


def _tokens(call: Call) -> int:
    """At most what a call takes of a limit of tokens, roughly."""
    return sum(len(m.content.encode("utf-8", "replace")) for m in call.messages) // _BYTES_PER_TOKEN + (
        call.max_output_tokens
    )


def _apart(left: Left | None, *, each: int) -> float:
    """Seconds between calls that make what is left last until it is whole again; 0 while there is plenty."""
    if left is None:
        return 0.0
    calls = left.remaining // max(1, each)
    scarce = (
        calls < _SCARCE_REQUESTS if left.limit is None else calls < 1 or left.remaining < _SCARCE_SHARE * left.limit
    )
    return min(_LONGEST_PACE, left.reset / max(1, calls)) if scarce else 0.0
