"""A server that asks to be left alone for hours, and a user who presses Ctrl-C: nobody waits in silence."""

from __future__ import annotations

import asyncio
import email.utils
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import scripted_server as server
from counted import NEWS
from model_server import honest_server
from scripted_server import Action, ScriptedServer, always

from summarizer import Call, CallRetried, CallWaiting, Event, ModelBusy, Result, RetryPolicy, Summarizer

ROOT = Path(__file__).parents[1]
# The figure of a report: 14.9 hours.
HOURS = 53578


def summarized(summarizer: Summarizer, *, run_async: bool) -> Result:
    """The news, summarized one way or the other."""
    return asyncio.run(summarizer.asummarize(NEWS)) if run_async else summarizer.summarize(NEWS)


def wish_of_hours(form: str) -> Mapping[str, str]:
    """The headers that ask for them; a date is counted from now, however long other tests took before."""
    return {
        "seconds": {"retry-after": str(HOURS)},
        "milliseconds": {"retry-after-ms": str(HOURS * 1000)},
        "date": {"retry-after": email.utils.formatdate(time.time() + HOURS, usegmt=True)},
        "absurd": {"retry-after": "1e300"},
    }[form]


@pytest.mark.parametrize("run_async", [False, True])
@pytest.mark.parametrize("status", [429, 503, 529])
@pytest.mark.parametrize("form", ["seconds", "milliseconds", "date", "absurd"])
def test_a_wish_of_hours_is_an_error_at_once(form: str, status: int, run_async: bool) -> None:  # noqa: FBT001
    """For the call that is told so and for every later one with the same key, which does not even ask."""
    headers = wish_of_hours(form)
    with ScriptedServer(always(server.status(status, "come back later", headers=headers))) as http:
        told: list[Event] = []
        key = uuid.uuid4().hex  # an account of its own, whatever port the server has
        with Summarizer(model="m", base_url=http.base_url, api_key=key, on_event=told.append) as summarizer:
            began = time.monotonic()
            for _ in range(2):
                with pytest.raises(ModelBusy, match=r"come back later.*the server asks to wait") as caught:
                    summarized(summarizer, run_async=run_async)
                assert caught.value.retry_after is not None
                assert caught.value.retry_after > HOURS - 60
            assert time.monotonic() - began < 10
        assert len(http.requests) == 1
    assert "extract:c1 was not sent, as it would have had to wait" in str(caught.value)
    assert not [event for event in told if isinstance(event, CallRetried | CallWaiting)]


@pytest.mark.parametrize("run_async", [False, True])
def test_an_absurd_reset_does_not_hold_up_an_article(run_async: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """Headers that say nothing is left for a day slow the calls down, are told, and end at the article's deadline."""
    headers = {
        "x-ratelimit-limit-requests": "500",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "24h",
    }

    def with_headers(call: Call, number: int) -> Action | None:
        return server.send(server.completion('{"facts": []}'), headers=headers) if call.stage == "extract" else None

    told: list[Event] = []
    with honest_server(with_headers) as http:
        summarizer = Summarizer(
            model="m",
            base_url=http.base_url,
            api_key=f"key-reset-{run_async}",
            retry=RetryPolicy(article_deadline=3),
            on_event=told.append,
        )
        with summarizer:
            began = time.monotonic()
            summarized(summarizer, run_async=run_async)
            second = summarized(summarizer, run_async=run_async)
            assert time.monotonic() - began < 8
    assert {failure.error for failure in second.failures} >= {"DeadlineReached"}
    assert any("little is left of its limits" in failure.message for failure in second.failures)


@pytest.mark.parametrize("run_async", [False, True])
def test_a_short_wish_is_kept_and_told(run_async: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """A server that asks for a moment gets it, and whoever listens hears of it before."""
    told: list[Event] = []

    def busy_once(call: Call, number: int) -> Action | None:
        return server.status(429, headers={"retry-after-ms": "300"}) if number == 1 else None

    with honest_server(busy_once) as http:
        key = f"key-short-{run_async}"
        with Summarizer(model="m", base_url=http.base_url, api_key=key, on_event=told.append) as summarizer:
            result = summarized(summarizer, run_async=run_async)
    assert result.facts
    assert [event.wait >= 0.3 for event in told if isinstance(event, CallRetried)] == [True]


@pytest.mark.parametrize("run_async", [False, True])
def test_an_articles_time_begins_with_its_first_request(run_async: bool) -> None:  # noqa: FBT001 -- as above
    """Of many at once each has all of it, however long it waits behind others, and what is begun is finished first."""

    def slowly(call: Call, number: int) -> Action | None:
        time.sleep(0.15)
        return None

    # Sixty articles of three calls take 7 s on four places, and where each call waits for its turn 4.5 s pass between
    # the first and the last of an article: more than it may take.
    texts = [f"The old bridge of Brenta was closed on Monday. It had stood for {n} years." for n in range(60)]
    with honest_server(slowly) as http:
        retry = RetryPolicy(article_deadline=3)
        with Summarizer(model="m", base_url=http.base_url, workers=4, retry=retry, exam="never") as summarizer:
            began = time.monotonic()
            if run_async:

                async def all_of_them() -> list[Result]:
                    return await asyncio.gather(*map(summarizer.asummarize, texts))

                results = asyncio.run(all_of_them())
            else:
                with ThreadPoolExecutor(60) as pool:
                    results = list(pool.map(summarizer.summarize, texts))
            assert time.monotonic() - began > 3
    assert [result.failures for result in results if result.failures] == []
    assert all(result.facts for result in results)


SCRIPT = """
import asyncio, os, sys, time
from summarizer import Reply, Summarizer

class Stuck:
    name = "stuck"
    def send(self, call):
        print("asked", flush=True)
        time.sleep(60)
        return Reply(text="")
    async def asend(self, call):
        print("asked", flush=True)
        await asyncio.sleep(60)
        return Reply(text="")

def heard(event):
    if type(event).__name__ in ("CallRetried", "CallWaiting"):
        print("waits", flush=True)

url, run_async = sys.argv[1], sys.argv[2] == "async"
model = {"model": Stuck()} if url == "stuck" else {"model": "m", "base_url": url, "api_key": "k"}
summarizer = Summarizer(**model, on_event=heard)
text = "The old bridge of Brenta was closed on Monday. It had stood for a hundred years."
asyncio.run(summarizer.asummarize(text)) if run_async else summarizer.summarize(text)
"""


def interrupted(url: str, *, run_async: bool) -> float:
    """Seconds from Ctrl-C to the end of a process that waits: for a model, or because a server asked it to."""
    arguments = [sys.executable, "-c", SCRIPT, url, "async" if run_async else "sync"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() in {"asked\n", "waits\n"}
        time.sleep(0.2)
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        try:
            _, errors = process.communicate(timeout=30)
        finally:
            process.kill()
        assert "KeyboardInterrupt" in errors
        return time.monotonic() - began


@pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted in another way there")
@pytest.mark.parametrize("run_async", [False, True])
def test_ctrl_c_ends_a_process_that_waits(run_async: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """Within a second: one that waits as a server asked it to, and one whose model does not answer."""
    with ScriptedServer(always(server.status(429, headers={"retry-after": "250"}))) as http:
        # The machine may be busy: what matters is that it is not the 250 or 60 seconds.
        assert interrupted(http.base_url, run_async=run_async) < 30
    assert interrupted("stuck", run_async=run_async) < 30
