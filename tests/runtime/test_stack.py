"""What surrounds a call stands in its order, sync and async alike."""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import itertools
from collections.abc import Mapping
from pathlib import Path

import pytest
from calls import a_call
from hypothesis import given, settings
from hypothesis import strategies as st
from waiting import TurnedClock, Way, in_thread, on_loop, unheard

from summarizer.calls.call import Call, Reply
from summarizer.document.tokens import counter_for
from summarizer.errors import DeadlineReached, ModelBusy, ModelError, ModelUnavailable
from summarizer.models.base import ChatModel
from summarizer.models.http.rate_limits import allowance_of, retry_after
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.budget import Budget, BudgetPolicy, CallCosts
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.limits import Limiter
from summarizer.runtime.observing.prices import unpriced
from summarizer.runtime.observing.usage import Meter, StageCounts
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.stack import Stack
from summarizer.runtime.waits import stepped


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_the_order(way: Way, tmp_path: Path) -> None:
    """Every try draws on each budget and is counted; a reply from the cache does neither; each role has its model."""
    down = ModelUnavailable("down")
    writer = ScriptedModel({"extract": [down, Reply(text="w")]}, name="writer")
    judge = ScriptedModel({"judge_facts": [Reply(text="j")]}, name="judge")
    meter, limiters = Meter(), {"writer": Limiter(), "judge": Limiter()}
    narrow, wide = Budget(BudgetPolicy(calls=3)), Budget(BudgetPolicy(calls=9))
    cache = ReplyCache(CachePolicy(path=tmp_path / "replies"))
    retried: list[str] = []

    def model_of(call: Call) -> ChatModel:
        return judge if call.stage == "judge_facts" else writer

    stack = Stack(
        model_of=model_of,
        deadline=Deadline(),
        concurrency=ConcurrencyLimit(1),
        retry=RetryPolicy(first_wait=0, longest_wait=0),
        limiter_of=lambda call: limiters[model_of(call).name],
        budgets=(narrow, wide),
        costs=CallCosts(counter=counter_for(None), price=unpriced),
        watchers=(meter.watch,),
        on_retry=lambda call, error, wait: retried.append(call.id),
        on_wait=unheard,
        cache=CachedCalls(cache, model_of=model_of, replayed=meter.replayed),
    )
    calls = [a_call("extract:c1"), a_call("j", stage="judge_facts")] * 2
    send = way(stack.over)
    assert [send(call).text for call in calls] == ["w", "j", "w", "j"]
    assert retried == ["extract:c1"]
    assert narrow.spent == wide.spent
    assert narrow.spent.calls == 3
    assert meter.report() == {
        "extract": StageCounts(calls=2, failed=1, replayed=1, cost=None),
        "judge_facts": StageCounts(calls=1, replayed=1, cost=None),
    }
    cache.close()


def answer_with(headers: Mapping[str, str], *, status: int) -> Reply:
    """What the OpenAI client's answer with these headers comes to: a reply, or the error of a status above 200."""
    if status == 200:
        return Reply(text="{}", allowance=allowance_of(headers))
    wish = retry_after(headers)
    if wish is None:
        raise ModelUnavailable("down", status=status)
    raise ModelBusy("slow down", status=status, retry_after=wish)


SECONDS = st.floats(0, 1e12).map(str) | st.integers(-5, 90_000).map(str)
DATES = st.datetimes(timezones=st.just(dt.UTC)).map(lambda day: email.utils.format_datetime(day, usegmt=True))
WISHES = st.fixed_dictionaries({}, optional={"retry-after": SECONDS | DATES | st.text(), "retry-after-ms": SECONDS})
UNITS = st.sampled_from(["ms", "s", "m", "h", "d"])
RESETS = SECONDS | st.builds(lambda number, unit: f"{number}{unit}", st.integers(0, 999), UNITS)
LIMITS = st.fixed_dictionaries(
    {"x-ratelimit-remaining-requests": st.integers(0, 20).map(str), "x-ratelimit-reset-requests": RESETS},
    optional={"x-ratelimit-limit-requests": st.integers(1, 100).map(str)},
)
ANSWERS = st.tuples(LIMITS, st.just(200)) | st.tuples(WISHES, st.sampled_from([429, 503]))


@settings(deadline=None)
@given(
    answers=st.lists(ANSWERS, min_size=1, max_size=25),
    deadline=st.floats(0.1, 2000),
    longest=st.floats(0.1, 2000),
    article=st.none() | st.floats(0.1, 2000),
)
def test_whatever_a_server_says_no_call_sleeps_beyond_a_deadline(
    answers: list[tuple[dict[str, str], int]], deadline: float, longest: float, article: float | None
) -> None:
    """For any headers: each call's sleeps stay within its deadline, all together within the article's, each is told.

    One wait alone is never longer than a server is waited for, and the jitter after it.
    """
    clock, told, turn = TurnedClock(), list[float](), itertools.cycle(answers)

    def answered(call: Call) -> Reply:
        headers, status = next(turn)
        return answer_with(headers, status=status)

    policy = RetryPolicy(deadline=deadline, longest_server_wait=longest, article_deadline=article)
    limiter, model = Limiter(clock=clock), ScriptedModel(answered)
    stack = Stack(
        model_of=lambda call: model,
        deadline=Deadline(article, clock=clock),
        concurrency=ConcurrencyLimit(1),
        retry=policy,
        limiter_of=lambda call: limiter,
        budgets=(),
        costs=CallCosts(counter=counter_for(None), price=unpriced),
        watchers=(),
        on_retry=lambda call, error, seconds: told.append(seconds),
        on_wait=lambda call, seconds, reason: told.append(seconds),
        cache=None,
        clock=clock,
    )
    send = stepped(stack.over(clock))
    for _ in range(8):
        before = len(clock.slept)
        with contextlib.suppress(ModelError, DeadlineReached):
            send(a_call())
        slept = clock.slept[before:]
        assert sum(slept) <= deadline + 1e-6
        assert all(seconds <= longest + policy.longest_wait + 1e-6 for seconds in slept)
    if article is not None:
        assert sum(clock.slept) <= article + 1e-6
    assert sum(told) == pytest.approx(sum(clock.slept), abs=1e-6)
