"""A cache of the user's own: what it holds comes back, and nothing that it does wrong fails a call."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import threading
from typing import Any

import pytest
from articles import ARTICLES, text_of
from hypothesis import given
from hypothesis import strategies as st
from scripts import honest
from waiting import TurnedClock

from summarizer import Cache, ConfigError, Reply, ScriptedModel, Summarizer
from summarizer.runtime.storage.shared_cache import SharedReplies

KEY = "ab" * 32
FERRY = text_of(next(path for path in ARTICLES if path.stem == "harbor-ferry"))


class InMemory:
    """The smallest cache."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """What was put."""
        return self.values.get(key)

    def put(self, key: str, value: bytes) -> None:
        """Keep it."""
        self.values[key] = value

    def drop(self, key: str) -> None:
        """Forget it."""
        self.values.pop(key, None)


class Broken(InMemory):
    """Fails at what it is told to, as often as it is told to."""

    def __init__(self, *broken: str, error: Exception | None = None, times: int = 1_000_000) -> None:
        super().__init__()
        self.broken, self.error, self.times = broken, error or OSError("no route"), times
        self.asked = 0

    def _may_fail(self, name: str) -> None:
        self.asked += 1
        if name in self.broken and self.times > 0:
            self.times -= 1
            raise self.error

    def get(self, key: str) -> bytes | None:
        """The same, if it does not fail."""
        self._may_fail("get")
        return super().get(key)

    def put(self, key: str, value: bytes) -> None:
        """The same, if it does not fail."""
        self._may_fail("put")
        super().put(key, value)

    def drop(self, key: str) -> None:
        """The same, if it does not fail."""
        self._may_fail("drop")
        super().drop(key)


def test_what_was_put_comes_back_until_it_is_dropped() -> None:
    """Replies and notes, each under its own key."""
    replies = SharedReplies(InMemory())
    assert (replies.get(KEY), replies.note("exam:1")) == (None, None)
    replies.put(KEY, Reply(text="é\ud800"))
    replies.put_note("exam:1", "passed")
    assert replies.get(KEY) == Reply(text="é\ud800")
    assert replies.note("exam:1") == "passed"
    replies.drop([KEY])
    assert replies.get(KEY) is None
    replies.close()


def test_keys_are_names_and_values_tell_their_version() -> None:
    """They fit as names of files and objects, and a value begins with its version."""
    cache = InMemory()
    replies = SharedReplies(cache)
    replies.put(KEY, Reply(text="yes"))
    replies.put_note(f"exam:{KEY}", "passed")
    assert all(re.fullmatch(r"[a-z0-9.-]{1,80}", key) for key in cache.values)
    assert all(value.startswith(b"1 ") for value in cache.values.values())


@given(at=st.integers(0, 10_000), bit=st.integers(0, 7), cut=st.booleans())
def test_a_value_that_changed_is_none(at: int, bit: int, cut: bool) -> None:  # noqa: FBT001 - drawn
    """One bit or a cut end anywhere; the value is left where it is."""
    cache = InMemory()
    replies = SharedReplies(cache)
    replies.put(KEY, Reply(text="the ferry runs again"))
    [(place, value)] = cache.values.items()
    at %= len(value)
    changed = value[:at] if cut else value[:at] + bytes([value[at] ^ (1 << bit)]) + value[at + 1 :]
    cache.values[place] = changed
    assert replies.get(KEY) is None
    assert cache.values == {place: changed}


def test_a_value_of_another_key_or_version_is_none() -> None:
    """A cache that mixes up keys answers no call with the reply to another; what a later version wrote stays."""
    cache = InMemory()
    replies = SharedReplies(cache)
    replies.put(KEY, Reply(text="yes"))
    [(place, value)] = cache.values.items()
    cache.values[place.replace("ab", "cd")] = value
    assert replies.get("cd" * 32) is None
    cache.values[place] = b"2" + value[1:]
    assert replies.get(KEY) is None
    assert cache.values[place] == b"2" + value[1:]


@pytest.mark.parametrize("body", [b"[]", b'{"text": 5}', b"\xff"])
def test_a_value_that_is_no_reply_is_none(body: bytes) -> None:
    """Though its checksum is right: whoever can write to the cache can make one."""
    cache = InMemory()
    replies = SharedReplies(cache)
    replies.put(KEY, Reply(text="yes"))
    replies.put_note("n", "passed")
    for place in cache.values:
        checksum = hashlib.sha256(place.encode() + b"\n" + body).hexdigest()
        cache.values[place] = f"1 {checksum}\n".encode() + body
    assert replies.get(KEY) is None
    assert replies.note("n") in (None, body.decode("latin-1"))


@pytest.mark.parametrize("kind", [bytearray, memoryview, bytes.decode])
def test_clients_may_come_back_with_other_bytes(kind: Any) -> None:
    """Some decode what they read, some hand out a view."""

    class Other(InMemory):
        def get(self, key: str) -> Any:
            value = super().get(key)
            return None if value is None else kind(value)

    replies = SharedReplies(Other())
    replies.put(KEY, Reply(text="ÿ"))
    assert replies.get(KEY) == Reply(text="ÿ")


@pytest.mark.parametrize("value", [5, [], object(), True])
def test_what_is_no_value_counts_as_a_failure(value: object, caplog: pytest.LogCaptureFixture) -> None:
    """The warning says what came back."""

    class Odd(InMemory):
        def get(self, key: str) -> Any:
            assert key
            return value

    assert SharedReplies(Odd()).get(KEY) is None
    assert f"get came back with {type(value).__name__}" in caplog.text


@pytest.mark.parametrize("error", [OSError("a\n\x1b[31mb"), StopIteration(), ValueError(), RuntimeError("x" * 10)])
@pytest.mark.parametrize("broken", ["get", "put", "drop"])
def test_a_cache_that_fails_loses_no_answer(broken: str, error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    """The run goes on, comes to what it comes to without a cache, and a warning of one line says so."""
    with Summarizer(model=ScriptedModel(honest())) as plain:
        expected = plain.summarize(FERRY)
    with Summarizer(model=ScriptedModel(honest()), cache=Broken(broken, error=error)) as summarizer:
        result = summarizer.summarize(FERRY)
    assert result.facts == expected.facts
    assert (result.summary, result.failures) == (expected.summary, ())
    warned = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert bool(warned) == (broken != "drop")  # nothing has to be dropped here
    assert all("passed over" in line and "\n" not in line and "\x1b" not in line for line in warned)


def test_one_failure_costs_one_reply_and_three_a_rest() -> None:
    """A cache that fails again and again is left alone for half a minute, then asked again."""
    clock = TurnedClock()
    cache = Broken("put", times=1)
    replies = SharedReplies(cache, clock=clock)
    replies.put(KEY, Reply(text="lost"))
    replies.put(KEY, Reply(text="kept"))
    assert replies.get(KEY) == Reply(text="kept")
    cache.broken, cache.times, cache.asked = ("get",), 1_000_000, 0
    for _ in range(100):
        assert replies.get(KEY) is None
    assert cache.asked == 3
    clock.now += 31
    cache.times = 0
    assert replies.get(KEY) == Reply(text="kept")


def test_nothing_secret_reaches_the_cache() -> None:
    """Neither key nor value holds anything of the call, its model or its server; a value is a reply and its counts."""
    cache = InMemory()
    with Summarizer(
        model=ScriptedModel(honest(), name="named-model"), cache=cache, focus="what-was-asked"
    ) as summarizer:
        summarizer.summarize(FERRY)
    assert cache.values
    for key, value in cache.values.items():
        head, _, body = value.partition(b"\n")
        assert set(json.loads(body)) == {"text", "finish", "tokens", "first_token"}
        assert re.fullmatch(rb"1 [0-9a-f]{64}", head)
        assert "named-model" not in key
        assert b"named-model" not in value


def test_a_second_machine_pays_for_nothing() -> None:
    """Two summarizers that share no more than the cache: the second makes no call."""
    cache = InMemory()
    results = []
    for _ in range(2):
        with Summarizer(model=ScriptedModel(honest()), cache=cache) as summarizer:
            results.append(summarizer.summarize(FERRY))
            calls = summarizer.usage.calls
    assert results[0].facts == results[1].facts
    assert calls == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "get, put and drop, not dict"),
        (5, "get, put and drop, not int"),
        (None, "get, put and drop, not NoneType"),
        (InMemory, r"not the class InMemory: InMemory\(…\)"),
    ],
)
def test_what_is_no_cache_is_refused(given: Any, said: str) -> None:
    """Before anything is sent."""
    with pytest.raises(ConfigError, match=said):
        Summarizer(model=None, cache=given)


def test_a_cache_of_coroutines_is_refused() -> None:
    """It would never be awaited."""

    class Asynchronous(InMemory):
        async def get(self, key: str) -> bytes | None:  # type: ignore[override]
            return super().get(key)

    with pytest.raises(ConfigError, match="get, put and drop block"):
        Summarizer(model=None, cache=Asynchronous())  # type: ignore[arg-type]


def test_many_threads_use_it_at_once() -> None:
    """Each gets what it put."""
    replies = SharedReplies(InMemory())
    wrong: list[str] = []

    def use(name: str) -> None:
        for number in range(100):
            replies.put(f"{name}-{number}", Reply(text=name))
            if replies.get(f"{name}-{number}") != Reply(text=name):
                wrong.append(name)

    threads = [threading.Thread(target=use, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_smallest_cache_is_one() -> None:
    """Three methods are enough."""
    assert isinstance(InMemory(), Cache)
