"""What surrounds a call stands in its order, sync and async alike."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from calls import a_call

from summarizer.calls.call import Call, Reply
from summarizer.document.tokens import counter_for
from summarizer.errors import ModelUnavailable
from summarizer.models.base import ChatModel
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.budget import Budget, BudgetPolicy, Gauge
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.limits import Limiter
from summarizer.runtime.observing.prices import unpriced
from summarizer.runtime.observing.usage import Meter, StageCounts
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.stack import Stack


@pytest.mark.parametrize("run_async", [False, True])
def test_the_order(run_async: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a parameter of the test
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
        slots=ConcurrencyLimit(1),
        retry=RetryPolicy(first_wait=0, longest_wait=0),
        again=lambda call, error, wait: retried.append(call.id),
        limiter_of=lambda call: limiters[model_of(call).name],
        budgets=(narrow, wide),
        gauge=Gauge(counter=counter_for(None), price=unpriced),
        watchers=(meter.watch,),
        cache=CachedCalls(cache, model_of=model_of, replayed=meter.replayed),
    )
    calls = [a_call("extract:c1"), a_call("j", stage="judge_facts")] * 2

    async def arun() -> list[str]:
        asend = stack.asend()
        return [(await asend(call)).text for call in calls]

    send = stack.send()
    found = asyncio.run(arun()) if run_async else [send(call).text for call in calls]
    assert found == ["w", "j", "w", "j"]
    assert retried == ["extract:c1"]
    assert narrow.spent == wide.spent
    assert narrow.spent.calls == 3
    assert meter.report() == {
        "extract": StageCounts(calls=2, failed=1, replayed=1, cost=None),
        "judge_facts": StageCounts(calls=1, replayed=1, cost=None),
    }
    cache.close()
