"""The pace of calls, by a clock that the test turns: limits of one's own, the server's headers, and who shares them."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from contextlib import closing

import pytest
import scripted_server as server
from calls import a_call
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_server import ScriptedServer
from waiting import TurnedClock, asking, begun, patience, unheard

from summarizer.calls.call import Allowance, Call, Left, Reply
from summarizer.calls.flow import Send
from summarizer.errors import ConfigError, DeadlineReached, ModelBusy
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.limits import Limiter, LimitPolicy, OnWait, limiter_for
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.waits import stepped

# As patient as can be, for tests of the pace alone.
PATIENT = RetryPolicy(deadline=1e6, longest_server_wait=1e6)


def paced(limiter: Limiter, send: Send, *, clock: TurnedClock, on_wait: OnWait = unheard) -> Send:
    """The same `send` at the limiter's pace, for a caller that blocks."""
    waiting = patience(PATIENT, clock=clock)
    return stepped(limiter.wrap(asking(send), waits=clock, patience=waiting, on_wait=on_wait))


def sent_at(policy: LimitPolicy, calls: int, *, call: Call | None = None, between: float = 0.0) -> list[float]:
    """When so many calls, asked one after the other, went out."""
    clock, times = TurnedClock(), []
    limiter = Limiter(clock=clock)
    limiter.limit(policy)

    def send(asked: Call) -> Reply:
        times.append(clock.now)
        clock.now += between
        return Reply(text="{}")

    at_pace = paced(limiter, send, clock=clock)
    for _ in range(calls):
        at_pace(call or a_call())
    return times


def most_in_a_minute(times: list[float]) -> int:
    """The most calls that any 60 seconds saw."""
    return max(sum(1 for t in times if start <= t < start + 60) for start in times)


def test_nothing_is_held_back_without_a_limit() -> None:
    """The default policy lets everything pass at once."""
    assert len(set(sent_at(LimitPolicy(), 50))) == 1


@settings(max_examples=25)
@given(limit=st.integers(1, 20), calls=st.integers(1, 50), between=st.sampled_from([0.0, 0.7, 5.0]))
def test_no_minute_sees_more_requests_than_the_limit(limit: int, calls: int, between: float) -> None:
    """At any moment, not only in minutes that begin at a whole one; and no call waits longer than it must."""
    times = sent_at(LimitPolicy(requests_per_minute=limit), calls, between=between)
    assert most_in_a_minute(times) <= limit
    for early, late in itertools.pairwise(times[::limit]):
        assert late - early <= max(60.1, between * limit + 0.1)


def test_no_minute_sees_more_tokens_than_the_limit() -> None:
    """Each call counts its prompt and its whole output limit."""
    call = a_call(limit=900)
    times = sent_at(LimitPolicy(tokens_per_minute=5000), 12, call=call)
    assert most_in_a_minute(times) == 5  # 900 and a short prompt, in steps of a hundred
    assert len(times) == 12


def test_a_call_beyond_the_limit_goes_alone() -> None:
    """It is not refused; a minute belongs to it."""
    times = sent_at(LimitPolicy(tokens_per_minute=500), 3, call=a_call(limit=4000))
    assert all(late - early >= 60 for early, late in itertools.pairwise(times))


def test_both_limits_hold() -> None:
    """The narrower one decides."""
    times = sent_at(LimitPolicy(requests_per_minute=3, tokens_per_minute=100_000), 7)
    assert most_in_a_minute(times) == 3


def test_of_two_policies_the_lower_limit_holds_and_the_past_counts() -> None:
    """A second user of the account cannot raise its limit, and lowering it forgets nothing."""
    clock, times = TurnedClock(), []
    limiter = Limiter(clock=clock)
    limiter.limit(LimitPolicy(requests_per_minute=5))

    def send(call: Call) -> Reply:
        times.append(clock.now)
        return Reply(text="{}")

    at_pace = paced(limiter, send, clock=clock)
    for _ in range(4):
        at_pace(a_call())
    limiter.limit(LimitPolicy(requests_per_minute=2))
    limiter.limit(LimitPolicy(requests_per_minute=50))
    for _ in range(4):
        at_pace(a_call())
    assert len(set(times[:4])) == 1
    assert times[4] - times[0] >= 60
    assert most_in_a_minute(times[4:]) <= 2


def test_async_keeps_the_same_pace() -> None:
    """The same limiter holds back coroutines and threads together."""
    clock, times = TurnedClock(), []
    limiter = Limiter(clock=clock)
    limiter.limit(LimitPolicy(requests_per_minute=4))

    def send(call: Call) -> Reply:
        times.append(clock.now)
        return Reply(text="{}")

    async def main() -> None:
        waiting = patience(PATIENT, clock=clock)
        asend = limiter.wrap(asking(send), waits=clock, patience=waiting, on_wait=unheard)
        await asyncio.gather(*(asend(a_call()) for _ in range(6)))

    asyncio.run(main())
    for _ in range(3):
        paced(limiter, send, clock=clock)(a_call())
    assert len(times) == 9
    assert most_in_a_minute(times) == 4


def paced_by(allowance: Callable[[int], Allowance | None], calls: int) -> list[float]:
    """When calls went out whose replies carry these allowances."""
    clock, times = TurnedClock(), []
    limiter = Limiter(clock=clock)

    def send(call: Call) -> Reply:
        times.append(clock.now)
        return Reply(text="{}", allowance=allowance(len(times)))

    at_pace = paced(limiter, send, clock=clock)
    for _ in range(calls):
        at_pace(a_call())
    return [time - times[0] for time in times]


def test_plenty_left_holds_nobody_back() -> None:
    """While a tenth of the server's limit is left, calls go at once."""
    assert paced_by(lambda n: Allowance(requests=Left(60, 500, 50.0), tokens=None), 5) == [0.0] * 5


def test_the_last_requests_are_spread_over_the_time_until_more_come() -> None:
    """With four left and eight seconds to go, calls go two seconds apart."""
    assert paced_by(lambda n: Allowance(requests=Left(4, 500, 8.0), tokens=None), 4) == [0.0, 2.0, 4.0, 6.0]


def test_tokens_are_spread_by_the_calls_that_they_suffice_for() -> None:
    """Tokens for about two more calls and six seconds to go: three seconds apart."""
    each = 64 + (len("List facts.") + len("Zürich lies on a lake. 😀".encode())) // 3
    times = paced_by(lambda n: Allowance(requests=None, tokens=Left(2 * each + 3, 100_000, 6.0)), 3)
    assert times == [0.0, 3.0, 6.0]


def test_nothing_left_waits_for_the_reset_but_not_for_ever() -> None:
    """A reset of an hour, which a bucket that refills all the time may name, holds a call for ten seconds."""
    assert paced_by(lambda n: Allowance(requests=Left(0, 500, 5.0), tokens=None), 2) == [0.0, 5.0]
    assert paced_by(lambda n: Allowance(requests=Left(0, 500, 3600.0), tokens=None), 2) == [0.0, 10.0]


def test_the_pace_recovers_with_the_allowance() -> None:
    """Once the server has room again, calls go at once."""
    scarce, plenty = Left(1, 500, 4.0), Left(499, 500, 0.1)
    times = paced_by(lambda n: Allowance(requests=scarce if n == 1 else plenty, tokens=None), 4)
    assert times == [0.0, 4.0, 8.0, 8.0]


def test_one_call_turned_away_holds_back_the_others() -> None:
    """The wish of a 429 is kept by every call of the account, not only by the one that got it."""
    clock, times = TurnedClock(), []
    limiter = Limiter(clock=clock)

    def send(call: Call) -> Reply:
        times.append(clock.now)
        if len(times) == 1:
            raise ModelBusy("slow down", retry_after=7.0)
        return Reply(text="{}")

    at_pace = paced(limiter, send, clock=clock)
    with pytest.raises(ModelBusy):
        at_pace(a_call())
    at_pace(a_call())
    assert times[1] - times[0] == pytest.approx(7.0)


def test_models_of_one_account_share_a_limiter() -> None:
    """Two models with the same server and key draw on one limit, whatever their names; another key has its own."""
    one = OpenAIChat("m", base_url="http://localhost:1/v1", api_key="key-one-1234")
    same = OpenAIChat("n", base_url="http://localhost:1/v1", api_key="key-one-1234")
    other = OpenAIChat("m", base_url="http://localhost:1/v1", api_key="key-two-1234")
    off = LimitPolicy()
    assert limiter_for(one, policy=off) is limiter_for(same, policy=off)
    assert limiter_for(one, policy=off) is not limiter_for(other, policy=off)
    assert "key-one-1234" not in one.account
    mine = ScriptedModel({})
    assert limiter_for(mine, policy=off) is not limiter_for(mine, policy=off)


def test_headers_of_a_real_server_lower_the_pace() -> None:
    """Over HTTP: the reply's headers make the next call wait, before any 429."""
    headers = {
        "x-ratelimit-limit-requests": "100",
        "x-ratelimit-remaining-requests": "2",
        "x-ratelimit-reset-requests": "6s",
    }
    clock = TurnedClock()
    limiter = Limiter(clock=clock)
    script = server.always(server.send(server.completion('{"facts": []}'), headers=headers))
    with ScriptedServer(script) as http, closing(OpenAIChat("paced", base_url=http.base_url)) as model:
        at_pace = paced(limiter, model.send, clock=clock)
        for _ in range(3):
            at_pace(a_call())
    assert clock.slept == [3.0, 3.0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"requests_per_minute": 0},
        {"requests_per_minute": -1},
        {"requests_per_minute": 1.5},
        {"requests_per_minute": True},
        {"tokens_per_minute": 99},
        {"tokens_per_minute": "many"},
    ],
)
def test_numbers_out_of_range(wrong: dict[str, int]) -> None:
    """A limit that cannot be meant is refused before any call, by its name."""
    with pytest.raises(ConfigError, match=next(iter(wrong))):
        LimitPolicy(**wrong)


def turned_away(limiter: Limiter, *, clock: TurnedClock, seconds: float) -> None:
    """One call that the server turns away for so long."""

    def busy(call: Call) -> Reply:
        raise ModelBusy("http://a.example/v1: slow down", call_id=call.id, retry_after=seconds)

    with pytest.raises(ModelBusy):
        paced(limiter, busy, clock=clock)(a_call("first"))


def after_that(limiter: Limiter, policy: RetryPolicy, *, clock: TurnedClock, article: Deadline | None = None) -> Reply:
    """What another call of the account comes to."""
    waiting = policy.patience(article or Deadline(clock=clock), clock=clock)
    answered = asking(lambda call: Reply(text="{}"))
    return stepped(limiter.wrap(answered, waits=clock, patience=waiting, on_wait=unheard))(a_call("later"))


def test_a_wish_of_hours_is_an_error_at_once_for_later_calls_too() -> None:
    """Nobody sleeps, and the error says how long it would have been, who asked, and which number may be changed."""
    clock = TurnedClock()
    limiter = Limiter(clock=clock)
    turned_away(limiter, clock=clock, seconds=53578)
    with pytest.raises(ModelBusy) as caught:
        after_that(limiter, RetryPolicy(), clock=clock)
    assert str(caught.value) == (
        "later was not sent, as it would have had to wait 53578 s, but 600 s are left of the deadline of 600 s: "
        "http://a.example/v1: slow down"
    )
    assert (caught.value.call_id, caught.value.retry_after, caught.value.requests) == ("later", 53578, 0)
    with pytest.raises(ModelBusy, match=r"a call waits 300 s for a server at most \(longest_server_wait\)"):
        after_that(limiter, RetryPolicy(deadline=1e6), clock=clock)
    with pytest.raises(
        DeadlineReached, match=r"53578 s, and 8 s are left.*deadline of 8 s.*slow down.*article_deadline"
    ):
        after_that(limiter, RetryPolicy(), clock=clock, article=begun(8, clock=clock))
    assert clock.slept == []


def test_a_wish_is_believed_for_five_minutes() -> None:
    """Then one call asks again, as a wrong header must not shut a process out; what it is told holds from then on."""
    clock = TurnedClock()
    limiter = Limiter(clock=clock)
    turned_away(limiter, clock=clock, seconds=53578)
    clock.now += 299
    with pytest.raises(ModelBusy):
        after_that(limiter, RetryPolicy(), clock=clock)
    clock.now += 2
    turned_away(limiter, clock=clock, seconds=20)
    after_that(limiter, RetryPolicy(), clock=clock)
    assert clock.slept == [20]


def test_waits_are_told_before_they_begin() -> None:
    """A server's wish with its seconds; of the calls that wait for one place among others only the first wait."""
    clock, told = TurnedClock(), list[tuple[str, float, str]]()
    limiter = Limiter(clock=clock)
    turned_away(limiter, clock=clock, seconds=7)

    def on_wait(call: Call, seconds: float, reason: str) -> None:
        assert sum(clock.slept) == sum(seconds for _, seconds, _ in told)
        told.append((call.id, seconds, reason))

    def scarce(call: Call) -> Reply:
        return Reply(text="{}", allowance=Allowance(requests=Left(1, 500, 4.0), tokens=None))

    at_pace = paced(limiter, scarce, clock=clock, on_wait=on_wait)
    at_pace(a_call("one"))
    at_pace(a_call("two"))
    assert told == [("one", 7, "server"), ("two", 4, "allowance")]
    told.clear()
    clock.slept.clear()
    limiter.limit(LimitPolicy(requests_per_minute=1))
    at_pace = paced(limiter, lambda call: Reply(text="{}"), clock=clock, on_wait=on_wait)
    for name in ("three", "four"):
        at_pace(a_call(name))
    assert [(name, reason) for name, _, reason in told] == [
        ("three", "allowance"),
        ("four", "allowance"),
        ("four", "limits"),
    ]


def test_ones_own_limit_counts_against_the_article_alone() -> None:
    """A call waits for its turn among others however long that takes, unless the article ends before."""
    clock = TurnedClock()
    limiter = Limiter(clock=clock)
    limiter.limit(LimitPolicy(requests_per_minute=1))
    hasty = RetryPolicy(deadline=1)
    after_that(limiter, hasty, clock=clock)
    after_that(limiter, hasty, clock=clock)
    assert sum(clock.slept) == pytest.approx(60, abs=0.1)
    with pytest.raises(DeadlineReached, match="LimitPolicy allows no more by the minute"):
        after_that(limiter, hasty, clock=clock, article=begun(8, clock=clock))
