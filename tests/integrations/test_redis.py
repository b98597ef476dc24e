"""Replies in a real Redis server: shared by processes, forgotten in time, and missed without harm when it goes."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from articles import ARTICLES, text_of
from redis_server import PASSWORD, PROGRAM, RedisServer, redis_server
from scripts import honest

from summarizer import Cache, ConfigError, MissingExtra, Reply, ScriptedModel, Summarizer
from summarizer.integrations.redis import RedisCache
from summarizer.runtime.storage.shared_cache import SharedReplies

redis = pytest.importorskip("redis")

FERRY = text_of(next(path for path in ARTICLES if path.stem == "harbor-ferry"))
needs_server = pytest.mark.skipif(
    PROGRAM is None, reason="NO REDIS SERVER: nothing of RedisCache is tested here; apt-get install redis-server"
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """One server for the tests that leave it as it is."""
    with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server


@needs_server
def test_what_was_put_comes_back_until_it_is_dropped(running: RedisServer) -> None:
    """Bytes of all kinds, under a prefix of its own."""
    cache, other = RedisCache(running.url, prefix="a:"), RedisCache(running.url, prefix="b:")
    assert isinstance(cache, Cache)
    value = bytes(range(256)) * 40
    cache.put("key", value)
    assert (cache.get("key"), other.get("key")) == (value, None)
    cache.drop("key")
    cache.drop("key")
    assert cache.get("key") is None
    cache.close()
    cache.put("key", b"again")
    assert cache.get("key") == b"again"
    cache.close()
    other.close()


@needs_server
def test_a_reply_is_forgotten_in_time(running: RedisServer) -> None:
    """The server itself forgets it after `max_age`."""
    cache = RedisCache(running.url, max_age=0.05)
    cache.put("short", b"value")
    time.sleep(0.1)
    assert cache.get("short") is None
    kept = RedisCache(running.url)
    kept.put("long", b"value")
    with redis.Redis.from_url(running.url) as client:
        assert 29 * 86_400 < client.ttl("summarizer:long") <= 30 * 86_400
    cache.close()
    kept.close()


@needs_server
def test_another_process_pays_for_nothing(running: RedisServer) -> None:
    """A pickled cache opened elsewhere finds what this one kept; the same facts come, without a call."""
    cache = RedisCache(running.url, prefix="shared:")
    with Summarizer(model=ScriptedModel(honest()), cache=cache) as summarizer:
        facts = [fact.statement for fact in summarizer.summarize(FERRY).facts]
        assert summarizer.usage.calls > 0
    script = (
        "import pickle, sys; from scripts import honest; from summarizer import ScriptedModel, Summarizer\n"
        "cache, text = pickle.loads(sys.stdin.buffer.read())\n"
        "with Summarizer(model=ScriptedModel(honest()), cache=cache) as summarizer:\n"
        "    print([fact.statement for fact in summarizer.summarize(text).facts], summarizer.usage.calls)\n"
    )
    given = pickle.dumps((cache, FERRY))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], input=given, capture_output=True, check=True, env=env)
    assert done.stdout.decode().strip() == f"{facts} 0"
    cache.close()


@needs_server
def test_a_server_that_goes_and_comes_back_loses_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Killed before or between runs: each run comes to the same, and the log says that the cache is passed over."""
    with redis_server(tmp_path) as server:
        cache = RedisCache(server.url, timeout=0.5)
        with Summarizer(model=ScriptedModel(honest()), cache=cache) as summarizer:
            first = summarizer.summarize(FERRY)
            server.stop()
            second = summarizer.summarize(FERRY)
        assert second.facts == first.facts
        assert second.failures == ()
        assert "the cache RedisCache is passed over" in caplog.text
        assert PASSWORD not in caplog.text
        server.start()
        with Summarizer(model=ScriptedModel(honest()), cache=cache) as summarizer:
            summarizer.summarize(FERRY)
            calls = summarizer.usage.calls
            summarizer.summarize(FERRY)
            assert summarizer.usage.calls == calls > 0
        cache.close()


@needs_server
def test_a_server_that_does_not_answer_is_waited_for_a_few_times(tmp_path: Path) -> None:
    """A frozen one costs a few time limits, not one for each call."""
    with redis_server(tmp_path) as server:
        cache = RedisCache(server.url, timeout=0.2)
        replies = SharedReplies(cache)
        replies.put("key", Reply(text="kept"))
        assert server.process is not None
        server.process.send_signal(signal.SIGSTOP)
        begun = time.monotonic()
        assert all(replies.get("key") is None for _ in range(500))
        assert time.monotonic() - begun < 20  # three times two tries of 0.2 s; 500 would be 200 s
        server.process.send_signal(signal.SIGCONT)
        cache.close()


@needs_server
@pytest.mark.parametrize("url", ["redis://127.0.0.1:{port}/0", "redis://:wrong@127.0.0.1:{port}/0"])
def test_a_server_that_refuses_loses_no_answer(
    url: str, running: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Without its password, or with a wrong one, the run goes on."""
    cache = RedisCache(url.format(port=running.port))
    with Summarizer(model=ScriptedModel(honest()), cache=cache) as summarizer:
        assert summarizer.summarize(FERRY).facts
    assert "passed over" in caplog.text
    assert "wrong@" not in caplog.text
    cache.close()


@needs_server
def test_a_full_server_loses_no_answer(running: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """One that takes no more, as `maxmemory` without a policy has it."""
    with redis.Redis.from_url(running.url) as client:
        client.config_set("maxmemory", 1)
        cache = RedisCache(running.url, prefix="full:")
        with Summarizer(model=ScriptedModel(honest()), cache=cache) as summarizer:
            assert summarizer.summarize(FERRY).facts
        client.config_set("maxmemory", 0)
    assert "OutOfMemory" in caplog.text
    cache.close()


@needs_server
def test_a_client_of_ones_own_stays_ones_own(running: RedisServer) -> None:
    """It may decode what it reads, is not closed, and cannot go to another process."""
    with redis.Redis.from_url(running.url, decode_responses=True) as client:
        cache = RedisCache(client, prefix="own:")
        replies = SharedReplies(cache)
        replies.put("key", Reply(text="ÿ"))
        cache.close()
        assert replies.get("key") == Reply(text="ÿ")
        with pytest.raises(ConfigError, match="give it the server's URL"):
            pickle.dumps(cache)


def test_nothing_is_connected_before_it_is_used() -> None:
    """A server that is not there yet is no error of the settings."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    cache = RedisCache(f"redis://127.0.0.1:{port}/0")
    with pytest.raises(redis.ConnectionError):
        cache.get("key")


def test_what_is_shown_of_it_holds_no_password() -> None:
    """In no place that a URL has for one."""
    for url in (
        "redis://:geheim@host:1/0",
        "rediss://me:geheim@host/0?password=geheim",
        "unix://me@/s?password=geheim",
    ):
        assert "geheim" not in repr(RedisCache(url))
    with pytest.raises(ConfigError) as refused:
        RedisCache("http://me:geheim@host/0")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("given", "options", "said"),
    [
        ("nothing", {}, "no URL of a Redis server"),
        ("redis://host:port/0", {}, "no URL of a Redis server"),
        (5, {}, "takes a URL or a client that blocks"),
        (None, {}, "takes a URL or a client that blocks"),
        ("redis://host", {"max_age": 0}, "max_age of RedisCache"),
        ("redis://host", {"max_age": float("inf")}, "max_age of RedisCache"),
        ("redis://host", {"timeout": True}, "timeout of RedisCache"),
        ("redis://host", {"prefix": b"x"}, "prefix of RedisCache"),
    ],
)
def test_what_cannot_be_used_is_refused(given: Any, options: dict[str, Any], said: str) -> None:
    """Before anything is connected."""
    with pytest.raises(ConfigError, match=said):
        RedisCache(given, **options)


def test_without_its_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(MissingExtra, match=r"summarizer\[redis\]"):
        RedisCache()


def test_a_client_for_event_loops_is_refused() -> None:
    """Its answers would never be awaited."""
    from redis.asyncio import Redis  # noqa: PLC0415 - beside the other one

    with pytest.raises(ConfigError, match="a client that blocks"):
        RedisCache(cast("Any", Redis()))
