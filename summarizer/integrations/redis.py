"""Replies are kept in Redis, so that all machines of a cluster share what was paid for once.

with Summarizer(model="gpt-5-mini", cache=RedisCache("redis://cache.internal:6379/0")) as summarizer: ...
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from summarizer.errors import ConfigError, MissingExtra

if TYPE_CHECKING:
    from redis import Redis

# As `CachePolicy` has it: hosted models change behind a name.
_MAX_AGE: Final = 30 * 86_400.0
# A server beside the workers answers within a millisecond, so one that needs two seconds does not answer.
_TIMEOUT: Final = 2.0


class RedisCache:
    """A `Cache` in a Redis server, or in one that speaks its protocol, such as Valkey; needs the extra `redis`.

    Usable from any thread and after a fork; no connection is made before the first use. It pickles as its settings. How
    much is kept is up to the server: set `maxmemory` and `maxmemory-policy allkeys-lru` there. Whoever can write to the
    server can put words into a model's mouth, so give it a password, and no one else.

    Args:
        where: the URL of a server (`redis://`, `rediss://` with TLS, or `unix://`), or a client of your own, such as
            that of a cluster or of Sentinel, which then keeps its own time limits.
        max_age: seconds after which the server forgets a reply, above 0; 30 days, as in `CachePolicy`.
        prefix: stands in front of every key, so that others can use the same database.
        timeout: seconds that one request may take, above 0.

    Raises:
        ConfigError: one of them cannot be used.
        MissingExtra: the package `redis` is not installed.
    """

    def __init__(
        self,
        where: str | Redis = "redis://localhost:6379/0",
        *,
        max_age: float = _MAX_AGE,
        prefix: str = "summarizer:",
        timeout: float = _TIMEOUT,
    ) -> None:
        for name, value in (("max_age", max_age), ("timeout", timeout)):
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
                raise ConfigError(f"{name} of RedisCache must be a number of seconds above 0, not {value!r}")
        if not isinstance(prefix, str):
            raise ConfigError(f"prefix of RedisCache must be a str, not {prefix!r}")
        self._where, self._max_age, self._prefix, self._timeout = where, max_age, prefix, timeout
        self._client = _client_at(where, timeout=timeout) if isinstance(where, str) else _checked_client(where)

    def get(self, key: str) -> bytes | None:
        """What was put under this key, or None."""
        value: bytes | None = self._client.get(self._prefix + key)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep a value for `max_age` seconds."""
        self._client.set(self._prefix + key, value, px=max(1, round(self._max_age * 1000)))

    def drop(self, key: str) -> None:
        """Forget what is under this key."""
        self._client.delete(self._prefix + key)

    def close(self) -> None:
        """Close the connections, unless the client was given; a later use opens them again."""
        if isinstance(self._where, str):
            self._client.close()

    def __repr__(self) -> str:
        where = _masked(self._where) if isinstance(self._where, str) else type(self._where).__name__
        return f"RedisCache({where!r}, prefix={self._prefix!r})"

    def __reduce__(self) -> tuple[Callable[..., RedisCache], tuple[object, ...]]:
        if not isinstance(self._where, str):
            raise ConfigError(
                "a RedisCache with a client of your own cannot go to another process; give it the server's URL"
            )
        settings = {"max_age": self._max_age, "prefix": self._prefix, "timeout": self._timeout}
        return functools.partial(RedisCache, **settings), (self._where,)  # type: ignore[arg-type]


def _client_at(url: str, *, timeout: float) -> Any:
    """A client that has not connected yet.

    Raises:
        ConfigError: the URL cannot be used.
        MissingExtra: there is no package for it.
    """
    try:
        from redis import Redis  # noqa: PLC0415 - an extra, loaded where it is used
        from redis.backoff import NoBackoff  # noqa: PLC0415 - likewise
        from redis.retry import Retry  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtra(what="a cache in Redis", extra="redis") from error
    # Its own ten tries take seconds, for which a call would wait. One more mends a connection that went stale.
    once_more = Retry(NoBackoff(), 1)
    try:
        return Redis.from_url(url, socket_timeout=timeout, socket_connect_timeout=timeout, retry=once_more)
    except (ValueError, TypeError) as error:
        raise ConfigError(
            f"{_masked(url)!r} is no URL of a Redis server; give one such as redis://host:6379/0"
        ) from error


def _checked_client(given: object) -> Any:
    """Raises ConfigError for what is no client, or one that does not block."""
    asynchronous = type(given).__module__.startswith("redis.asyncio")
    if asynchronous or not all(callable(getattr(given, name, None)) for name in ("get", "set", "delete")):
        raise ConfigError(
            f"RedisCache takes a URL or a client that blocks, such as redis.Redis, not {type(given).__module__}."
            f"{type(given).__name__}"
        )
    return given


def _masked(url: str) -> str:
    """The URL without what stands before its `@`, and without its query: both can hold a password."""
    return re.sub(r"//[^/]*@", "//***@", url.partition("?")[0])
