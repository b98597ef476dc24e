"""Retries: what is tried again, how long is waited, when it ends, and what the last error tells."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any, TypeAlias

import pytest
import scripted_server as server
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import ScriptedServer
from waiting import TurnedClock, asking, begun, patience, unheard

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.errors import ConfigError, ModelBusy, ModelError, ModelRejected, ModelUnavailable, ReplyEmpty
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.scripted import Answer, ScriptedModel
from summarizer.runtime.retry import OnRetry, RetryPolicy, with_retries
from summarizer.runtime.waits import LoopWaits, stepped

Outcome: TypeAlias = "tuple[Reply | BaseException, list[float], int]"
Tried: TypeAlias = "Callable[[Sequence[Answer], RetryPolicy], Outcome]"


def retried(asend: AsyncSend, *, policy: RetryPolicy, clock: TurnedClock, on_retry: OnRetry = unheard) -> AsyncSend:
    """The same `asend` with retries, by a clock that the test turns."""
    waiting = patience(policy, clock=clock)
    return with_retries(asend, policy=policy, waits=clock, patience=waiting, on_retry=on_retry)


def _sync(answers: Sequence[Answer], policy: RetryPolicy) -> Outcome:
    clock, model = TurnedClock(), ScriptedModel({"extract": answers})
    send = stepped(retried(asking(model.send), policy=policy, clock=clock))
    try:
        return send(a_call()), clock.slept, len(model.calls)
    except (ModelError, ReplyEmpty, ZeroDivisionError) as error:
        return error, clock.slept, len(model.calls)


def _async(answers: Sequence[Answer], policy: RetryPolicy) -> Outcome:
    clock, model = TurnedClock(), ScriptedModel({"extract": answers})
    asend = retried(model.asend, policy=policy, clock=clock)
    try:
        return asyncio.run(asend(a_call())), clock.slept, len(model.calls)
    except (ModelError, ReplyEmpty, ZeroDivisionError) as error:
        return error, clock.slept, len(model.calls)


@pytest.fixture(params=[_sync, _async], ids=["sync", "async"])
def tried(request: pytest.FixtureRequest) -> Tried:
    """One call with retries: its outcome, the waits, and the number of tries."""
    chosen: Tried = request.param
    return chosen


def _notes(outcome: object) -> list[str]:
    return list(getattr(outcome, "__notes__", []))


def test_a_good_reply_is_not_waited_for(tried: Tried) -> None:
    """The first try's reply comes back as it is."""
    assert tried(["good"], RetryPolicy()) == (Reply(text="good"), [], 1)


@pytest.mark.parametrize("nothing", ["", " \n", "<think>Hm.</think>"])
def test_a_reply_without_a_word_is_asked_for_once_more(tried: Tried, nothing: str) -> None:
    """At once, as it is no outage; a second one is handed on, and a policy of one try is kept to."""
    assert tried([nothing, "good"], RetryPolicy()) == (Reply(text="good"), [], 2)
    assert tried([nothing, nothing, "good"], RetryPolicy()) == (Reply(text=nothing), [], 2)
    assert tried([nothing, "good"], RetryPolicy(tries=1)) == (Reply(text=nothing), [], 1)


def test_what_is_no_answer_at_all_is_not_asked_for_again(tried: Tried) -> None:
    """A reply that was cut, refused or filtered says why it is empty."""
    for finish in ("length", "refusal", "content_filter"):
        assert tried([Reply(text="", finish=finish), "good"], RetryPolicy())[2] == 1


def test_an_error_in_place_of_the_second_answer_is_tried_again(tried: Tried) -> None:
    """The second answer is a call like any other."""
    outcome, waits, calls = tried(["", ModelBusy("1"), "good"], RetryPolicy())
    assert (outcome, len(waits), calls) == (Reply(text="good"), 1, 3)


def test_retryable_errors_are_tried_again(tried: Tried) -> None:
    """Errors that may pass are tried again until a reply comes."""
    outcome, waits, calls = tried([ModelUnavailable("1"), ModelBusy("2"), "good"], RetryPolicy())
    assert (outcome, len(waits), calls) == (Reply(text="good"), 2, 3)


@pytest.mark.parametrize("error", [ModelRejected("no"), ModelError("no"), ReplyEmpty("no"), ZeroDivisionError()])
def test_all_others_are_not(tried: Tried, error: Exception) -> None:
    """What another try cannot mend is raised at once, as it is and without notes."""
    outcome, waits, calls = tried([error, "good"], RetryPolicy())
    assert outcome is error
    assert (waits, calls, _notes(error)) == ([], 1, [])


def test_the_last_error_tells_each_try(tried: Tried) -> None:
    """After the last try its error is raised, and carries a note for every try."""
    errors = [ModelUnavailable("first"), ModelBusy("second"), ModelUnavailable("third")]
    outcome, _, calls = tried(errors, RetryPolicy(tries=3))
    assert outcome is errors[-1]
    assert calls == 3
    assert _notes(outcome) == [
        "try 1 of 3: ModelUnavailable: first",
        "try 2 of 3: ModelBusy: second",
        "try 3 of 3: ModelUnavailable: third",
    ]


def test_an_error_that_ends_the_tries_tells_them_too(tried: Tried) -> None:
    """A final error after one that could be tried again carries both."""
    outcome, _, _ = tried([ModelUnavailable("first"), ModelRejected("second")], RetryPolicy())
    assert _notes(outcome) == ["try 1 of 4: ModelUnavailable: first", "try 2 of 4: ModelRejected: second"]


@pytest.mark.parametrize("tries", [1, 2, 5])
def test_tries_count_all(tried: Tried, tries: int) -> None:
    """`tries` is the number of tries in all."""
    _, waits, calls = tried([ModelUnavailable(str(i)) for i in range(9)], RetryPolicy(tries=tries))
    assert (calls, len(waits)) == (tries, tries - 1)


@given(
    first=st.floats(0, 5),
    longest=st.floats(5, 50),
    wishes=st.lists(st.none() | st.floats(0, 30), min_size=1, max_size=6),
)
def test_waits(first: float, longest: float, wishes: list[float | None]) -> None:
    """A wait is at least the server's wish, and at most that plus a doubling window that `longest_wait` caps."""
    policy = RetryPolicy(tries=len(wishes) + 1, first_wait=first, longest_wait=longest, deadline=10_000)
    _, waits, _ = _sync([*(ModelBusy("x", retry_after=wish) for wish in wishes), "good"], policy)
    assert len(waits) == len(wishes)
    for n, (wait, wish) in enumerate(zip(waits, wishes, strict=True)):
        least = wish or 0.0
        assert least <= wait <= least + min(longest, first * 2**n) + 1e-9


def test_jitter_is_full(tried: Tried) -> None:
    """Waits spread over the whole window, from near 0 to near its end."""
    policy = RetryPolicy(tries=200, first_wait=1, longest_wait=1, deadline=10_000)
    _, waits, _ = tried([ModelUnavailable("x") for _ in range(200)], policy)
    assert min(waits) < 0.2
    assert max(waits) > 0.8


def test_a_wish_beyond_the_deadline_ends_at_once(tried: Tried) -> None:
    """Nobody waits for a time that the deadline does not reach, and the error says so."""
    outcome, waits, calls = tried([ModelBusy("x", retry_after=3600), "good"], RetryPolicy())
    assert isinstance(outcome, ModelBusy)
    assert (waits, calls) == ([], 1)
    assert _notes(outcome) == ["gave up: the server asks to wait 3600 s, but 600 s are left of the deadline of 600 s"]


def test_waits_use_up_the_deadline(tried: Tried) -> None:
    """All waits of one call together stay within the deadline; then the tries end, and the error says so."""
    policy = RetryPolicy(tries=50, first_wait=0, longest_wait=0, deadline=10)
    outcome, waits, calls = tried([ModelBusy(str(i), retry_after=4) for i in range(50)], policy)
    assert (waits, calls) == ([4, 4], 3)
    assert _notes(outcome)[-1].startswith("gave up: the server asks to wait 4 s, but")
    policy = RetryPolicy(tries=50, first_wait=100, longest_wait=100, deadline=10)
    outcome, waits, _ = tried([ModelUnavailable(str(i)) for i in range(50)], policy)
    assert sum(waits) == pytest.approx(10, abs=0.5)
    assert _notes(outcome)[-1] == "gave up: the deadline of 10 s has passed"


def test_calls_do_not_share_their_tries() -> None:
    """One `send` with retries gives each call all its tries."""
    answers: list[Answer] = [ModelUnavailable("x"), "one", ModelUnavailable("x"), "two"]
    policy = RetryPolicy(tries=2, first_wait=0, longest_wait=0)
    send = stepped(retried(ScriptedModel({"extract": answers}).asend, policy=policy, clock=TurnedClock()))
    assert [send(a_call()).text, send(a_call()).text] == ["one", "two"]


def test_cancelling_ends_a_wait() -> None:
    """A call that waits for its next try is cancelled at once."""

    async def main() -> None:
        waiting = asyncio.Event()

        class Endless(LoopWaits):
            async def sleep(self, seconds: float) -> None:
                assert seconds >= 0
                waiting.set()
                await asyncio.Event().wait()

        model, policy = ScriptedModel({"extract": ModelUnavailable("x")}), RetryPolicy()
        tried = with_retries(model.asend, policy=policy, waits=Endless(), patience=patience(policy), on_retry=unheard)
        task = asyncio.ensure_future(tried(a_call()))
        await waiting.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(model.calls) == 1

    asyncio.run(main())


def test_over_http() -> None:
    """A real server that is busy, then broken, then well is asked three times, and waited for as it wished."""
    script = server.in_turn(
        server.status(429, headers={"retry-after": "7"}), server.reset_in_body(), server.reply({"facts": []})
    )
    clock = TurnedClock()
    with ScriptedServer(script) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        reply = stepped(retried(asking(model.send), policy=RetryPolicy(), clock=clock))(a_call())
        assert (reply.text, len(http.requests)) == ('{"facts": []}', 3)
    assert clock.slept[0] >= 7
    assert clock.slept[1] <= 1


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"tries": 0}, "tries"),
        ({"first_wait": -1}, "first_wait"),
        ({"first_wait": float("nan")}, "first_wait"),
        ({"longest_wait": 0.1}, "longest_wait"),
        ({"longest_wait": float("inf")}, "longest_wait"),
        ({"longest_server_wait": 0}, "longest_server_wait"),
        ({"longest_server_wait": float("inf")}, "longest_server_wait"),
        ({"deadline": 0}, "deadline"),
        ({"deadline": float("nan")}, "deadline"),
    ],
)
def test_numbers_out_of_range(wrong: dict[str, Any], named: str) -> None:
    """A policy that cannot work is refused, and the message names the number."""
    with pytest.raises(ConfigError, match=named):
        RetryPolicy(**wrong)


def test_each_wait_is_told_before_it_begins() -> None:
    """`on_retry` hears of the call, the error and the wait, once for each try that follows another."""
    told: list[tuple[str, str, float]] = []
    clock = TurnedClock()

    def on_retry(call: Call, error: BaseException, wait: float) -> None:
        assert len(told) == len(clock.slept)
        told.append((call.id, str(error), wait))

    model = ScriptedModel({"extract": [ModelUnavailable("1"), ModelUnavailable("2"), Reply(text="{}")]})
    stepped(retried(model.asend, policy=RetryPolicy(), clock=clock, on_retry=on_retry))(a_call())
    assert [(call_id, error) for call_id, error, _ in told] == [("extract:c1", "1"), ("extract:c1", "2")]
    assert [wait for *_, wait in told] == clock.slept


def test_a_wish_longer_than_a_server_is_waited_for_ends_at_once(tried: Tried) -> None:
    """Even where the call's deadline would allow it, and the error says which number to change."""
    outcome, waits, calls = tried([ModelBusy("x", retry_after=3600), "good"], RetryPolicy(deadline=100_000))
    assert isinstance(outcome, ModelBusy)
    assert (waits, calls) == ([], 1)
    assert _notes(outcome) == [
        "gave up: the server asks to wait 3600 s, but a call waits 300 s for a server at most (longest_server_wait)"
    ]
    policy = RetryPolicy(deadline=100_000, longest_server_wait=3600)
    outcome, waits, _ = tried([ModelBusy("x", retry_after=3600), "good"], policy)
    assert (outcome, len(waits)) == (Reply(text="good"), 1)


def test_no_try_begins_after_the_articles_deadline() -> None:
    """The call's own deadline may be later: the sooner of the two holds, and is named."""
    clock, policy = TurnedClock(), RetryPolicy(tries=50, first_wait=0, longest_wait=0)
    waiting = policy.patience(begun(10, clock=clock), clock=clock)
    model = ScriptedModel({"extract": [ModelBusy(str(number), retry_after=4) for number in range(50)]})
    asend = with_retries(model.asend, policy=policy, waits=clock, patience=waiting, on_retry=unheard)
    with pytest.raises(ModelBusy) as caught:
        stepped(asend)(a_call())
    assert clock.slept == [4, 4]
    note = "gave up: the server asks to wait 4 s, but 2 s are left of the article's deadline"
    assert _notes(caught.value)[-1] == note
