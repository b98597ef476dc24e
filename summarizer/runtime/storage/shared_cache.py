"""A cache of the user's own keeps replies as bytes by key: Redis, a bucket, whatever many machines can share.

class InMemory:
    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, value: bytes) -> None: ...
    def drop(self, key: str) -> None: ...

replies = SharedReplies(InMemory())
replies.put("key", reply)
replies.get("key")    the reply, or None where there is none, or what came back is not what was put
"""

from __future__ import annotations

import hashlib
import inspect
import logging
import time
from collections.abc import Callable, Iterable
from typing import Final, Protocol, TypeVar, runtime_checkable

from summarizer.calls.call import Reply
from summarizer.errors import ConfigError
from summarizer.forks import ForkSafeLock
from summarizer.fragments.printable import printable
from summarizer.runtime.deadline import Clock
from summarizer.runtime.storage.stored_reply import reply_of_text, text_of_reply

T = TypeVar("T")

# Stands in each key and in front of each value. A later version of the library that writes otherwise counts it up, so
# that two versions can share a cache: neither finds what the other wrote, and neither deletes it.
VERSION: Final = 1
# A cache that failed so often in a row is left alone for so many seconds: each call would wait once more for a server
# that does not answer, and the log would fill. A lone failure, such as a broken connection, costs one reply its place.
_FAILURES: Final = 3
_REST: Final = 30.0

_log = logging.getLogger(__name__)


@runtime_checkable
class Cache(Protocol):
    """Where replies are kept; give an object of your own as `cache=`.

    It is called from several threads at once. Keys are at most 80 of the characters `a-z`, `0-9`, `.` and `-`, so they
    are names of files and objects as they are; they tell apart all that shapes a reply. Values are some kilobytes,
    begin with the version of their form and a checksum, and hold a reply and its counts: words of the article, but no
    API key and no address. How long they are kept, and how many, is up to the cache. What it raises fails no call: it
    counts as empty, and a warning in the log says so. It should raise after some seconds, as calls wait for it.
    """

    def get(self, key: str) -> bytes | None:
        """What was put under this key, or None."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep a value, in place of what was there: a reader sees one of them, whole."""
        ...

    def drop(self, key: str) -> None:
        """Forget what is under this key, if anything is."""
        ...


class Replies(Protocol):
    """What a run asks of a cache; nothing of it raises."""

    def get(self, key: str) -> Reply | None:
        """The reply under this key."""
        ...

    def put(self, key: str, reply: Reply) -> None:
        """Keep a reply."""
        ...

    def drop(self, keys: Iterable[str]) -> None:
        """Forget the replies under these keys."""
        ...

    def note(self, key: str) -> str | None:
        """The note under this key: what was found out of many replies."""
        ...

    def put_note(self, key: str, note: str) -> None:
        """Keep a note."""
        ...

    def close(self) -> None:
        """Let go of what was opened here; a later use opens it again."""
        ...


def check_cache(given: object) -> Cache:
    """The same object, if it is a cache.

    Raises:
        ConfigError: it is none; the message says what is missing.
    """
    wrong = None
    if isinstance(given, type):
        wrong = f"an object, not the class {given.__name__}: {given.__name__}(…)"
    elif not isinstance(given, Cache):
        wrong = f"True, False, a path, a CachePolicy, or an object with get, put and drop, not {type(given).__name__}"
    elif any(inspect.iscoroutinefunction(getattr(given, name)) for name in ("get", "put", "drop")):
        wrong = "an object whose get, put and drop block; they are called in threads, so that no event loop waits"
    if wrong is not None or not isinstance(given, Cache):
        raise ConfigError(f"cache takes {wrong}")
    return given


class SharedReplies:
    """Replies in a cache of the user's own; usable from any thread.

    A value that comes back otherwise than it was put (cut, changed, under another key, of another version) counts as
    none and is left there: the next reply takes its place.
    """

    def __init__(self, cache: Cache, *, clock: Clock = time.monotonic) -> None:
        """Nothing is asked yet.

        Args:
            cache: where they are kept; whoever made it closes it.
            clock: seconds that never go back; tests give their own.
        """
        self.cache = cache
        self._clock = clock
        self._lock = ForkSafeLock()
        self._failures = 0
        self._rests_until = -float("inf")

    def get(self, key: str) -> Reply | None:
        """The reply under this key, or None."""
        body = self._body(_place("replies", key))
        try:
            return None if body is None else reply_of_text(body)
        except ValueError:
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep a reply."""
        place = _place("replies", key)
        self._done(lambda: self.cache.put(place, _sealed(place, text_of_reply(reply))), otherwise=None)

    def drop(self, keys: Iterable[str]) -> None:
        """Forget the replies under these keys."""
        for key in keys:
            place = _place("replies", key)
            self._done(lambda place=place: self.cache.drop(place), otherwise=None)  # type: ignore[misc]

    def note(self, key: str) -> str | None:
        """The note under this key, or None."""
        body = self._body(_place("notes", key))
        try:
            return None if body is None else body.decode()
        except UnicodeDecodeError:
            return None

    def put_note(self, key: str, note: str) -> None:
        """Keep a note."""
        place = _place("notes", key)
        self._done(lambda: self.cache.put(place, _sealed(place, note)), otherwise=None)

    def close(self) -> None:
        """Nothing: the cache is its maker's."""

    def _body(self, place: str) -> bytes | None:
        return self._done(lambda: _opened(place, self.cache.get(place)), otherwise=None)

    def _done(self, work: Callable[[], T], *, otherwise: T) -> T:
        """Do the work; where the cache fails, say so in the log and go on without it."""
        with self._lock:
            if self._clock() < self._rests_until:
                return otherwise
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - whatever a user's cache raises, the run goes on
            self._note_failure(error)
            return otherwise
        with self._lock:
            self._failures = 0
        return value

    def _note_failure(self, error: Exception) -> None:
        with self._lock:
            self._failures += 1
            rests = self._failures >= _FAILURES
            if rests:
                self._failures = 0
                self._rests_until = self._clock() + _REST
        name, said = type(self.cache).__name__, printable(f"{type(error).__name__}: {error}")
        until = f", and left alone for {_REST:.0f} s" if rests else ""
        _log.warning("the cache %s is passed over%s; what is paid for now may not be kept (%s)", name, until, said)


def _place(kind: str, key: str) -> str:
    """The key that a cache sees: `replies.v1.` and the SHA-256 of the call."""
    return f"{kind}.v{VERSION}.{key.replace(':', '-')}"


def _sealed(place: str, body: str) -> bytes:
    """The value that a cache keeps: version and checksum on a line, then the body."""
    content = body.encode("utf-8", "surrogatepass")
    return f"{VERSION} {_checksum(place, content)}\n".encode("ascii") + content


def _opened(place: str, value: object) -> bytes | None:
    """The body of a value that was put under this key, None for any other value.

    Raises:
        TypeError: what the cache came back with is no value at all.
    """
    if value is None:
        return None
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")  # clients that decode what they read
    if not isinstance(value, bytes | bytearray | memoryview):
        raise TypeError(f"get came back with {type(value).__name__}, not with bytes or None")
    head, _, content = bytes(value).partition(b"\n")
    return content if head == f"{VERSION} {_checksum(place, content)}".encode("ascii") else None


def _checksum(place: str, content: bytes) -> str:
    return hashlib.sha256(place.encode("utf-8", "surrogatepass") + b"\n" + content).hexdigest()
