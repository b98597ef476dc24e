"""A minute window counts what went in the last 60 seconds, and says when there is room for more.

window = MinuteWindow(20)
window.wait(1, now=clock())    0.0 while fewer than 20 went; else seconds until the oldest of them is a minute ago
window.take(1, now=clock())    one more went
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.errors import MissingExtra

if TYPE_CHECKING:
    from pyrate_limiter import InMemoryBucket, RateItem

_MINUTE_MS = 60_000


class MinuteWindow:
    """What went in the last minute, as pyrate-limiter's sliding log counts it: strictly, at any moment.

    Raises:
        MissingExtra: the extra `limits` is not installed.
    """

    def __init__(self, limit: int) -> None:
        """Nothing went yet.

        Args:
            limit: how much may go in any 60 seconds, 1 or more.
        """
        self.limit = limit
        self._bucket = _bucket(limit)

    def wait(self, need: int, *, now: float) -> float:
        """Seconds until there is room for so much, 0 when there is; nothing is taken."""
        item = self._weighed_item(need, now)
        self._bucket.leak(item.timestamp)
        if self._bucket.count() + item.weight <= self.limit:
            return 0.0
        self._bucket.put(item)  # refused; what it would have to wait for is known then
        wait = self._bucket.waiting(item)
        return max(1, wait if isinstance(wait, int) else 1) / 1000  # a bucket in memory never gives an awaitable

    def take(self, need: int, *, now: float) -> None:
        """Take note that so much goes now; more than the limit counts as the limit."""
        self._bucket.put(self._weighed_item(need, now))

    def narrowed(self, limit: int) -> MinuteWindow:
        """The window with this limit, if it is lower, and with what went already."""
        if self.limit <= limit:
            return self
        return self._with_limit(limit)

    def copy(self) -> MinuteWindow:
        """The same window, which shares no lock with this one."""
        return self._with_limit(self.limit)

    def _with_limit(self, limit: int) -> MinuteWindow:
        other = MinuteWindow(limit)
        other._bucket.items = list(self._bucket.items)
        return other

    def _weighed_item(self, need: int, now: float) -> RateItem:
        from pyrate_limiter import RateItem  # noqa: PLC0415 -- an extra; loaded by then

        return RateItem("call", int(now * 1000), weight=min(need, self.limit))


def _bucket(limit: int) -> InMemoryBucket:
    try:
        from pyrate_limiter import InMemoryBucket, Rate  # noqa: PLC0415 -- an extra
    except ImportError as error:
        raise MissingExtra(what="a limit of requests or tokens per minute", extra="limits") from error
    return InMemoryBucket([Rate(limit, _MINUTE_MS)])
