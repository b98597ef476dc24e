"""What surrounds calls, over the whole path: cache, budgets, usage, spans."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from counted import NEWS, QUICK, REPORT, USED, counting, reworded
from hypothesis import given, settings
from hypothesis import strategies as st
from model_server import honest_server
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind
from scripted_server import Action, sleep
from scripts import honest

from summarizer import (
    Budget,
    BudgetPolicy,
    Call,
    ChunkPolicy,
    ConfigError,
    LimitPolicy,
    ModelUnavailable,
    Prices,
    Reply,
    Result,
    RetryPolicy,
    ScriptedModel,
    Summarizer,
)
from summarizer.models.scripted import Answer


def spent_apart(result: Result) -> dict[str, object]:
    """All of a result but what it cost."""
    return result.model_dump(exclude={"usage"})


@pytest.mark.parametrize("text", [NEWS, REPORT])
def test_the_same_article_twice_makes_no_call_the_second_time(tmp_path: Path, text: str) -> None:
    """A warm run sends nothing and gives an equal result; its usage says that it was replayed, and cost nothing."""
    first, second, third = counting(), counting(), counting()
    price = Prices(tokens_in=1, tokens_out=1)

    def made(model: ScriptedModel) -> Summarizer:
        return Summarizer(model=model, cache=tmp_path / "replies", prices=price)

    with made(first) as one, made(second) as two, made(third) as three:
        cold, warm = one.summarize(text), two.summarize(text)
        assert asyncio.run(three.asummarize(text)) == warm
    assert cold.usage.calls == len(first.calls) == warm.usage.replayed
    assert second.calls == third.calls == ()
    assert spent_apart(cold) == spent_apart(warm)
    assert (warm.usage.calls, warm.usage.tokens_in, warm.usage.tries) == (0, 0, ())
    assert warm.usage.cost == 0


def test_a_failure_is_not_replayed(tmp_path: Path) -> None:
    """A reply that its stage could not use is asked for again the next time."""
    script = honest(reword=reworded)

    def broken(call: Call) -> Answer:
        return {"claims": []} if call.stage == "judge_facts" else script(call)

    with Summarizer(model=ScriptedModel(broken), cache=tmp_path / "replies") as bad:
        assert bad.summarize(NEWS).failures
    model = ScriptedModel(script)
    with Summarizer(model=model, cache=tmp_path / "replies") as good:
        assert not good.summarize(NEWS).failures
    assert {call.stage for call in model.calls} >= {"judge_facts"}
    assert "extract" not in {call.stage for call in model.calls}


@settings(max_examples=8, deadline=None)
@given(calls=st.integers(0, 12))
def test_a_budget_ends_in_named_failures(calls: int) -> None:
    """Whatever the number of calls allowed: exactly so many are sent at most, and a result comes back with failures."""
    model = ScriptedModel(honest(reword=reworded))
    summarizer = Summarizer(model=model, article_budget=BudgetPolicy(calls=calls), chunks=ChunkPolicy(max_tokens=400))
    result = summarizer.summarize(REPORT)
    assert len(model.calls) == result.usage.calls <= calls
    reached = [f for f in result.failures if f.error == "BudgetReached"]
    assert reached
    assert all(f.message.endswith("is used up") and f.lost for f in reached)
    assert all(f.verdict == "supported" and f.evidence for f in result.facts)
    assert result.facts
    assert list(result.summary.sentences())


def test_a_budget_is_shared_by_all_who_are_given_it() -> None:
    """One budget bounds several articles of several summarizers, from several threads and tasks."""
    budget = Budget(BudgetPolicy(tokens=20_000))
    models = [counting(), counting()]
    kept = [Summarizer(model=model, budget=budget) for model in models]

    async def main() -> list[Result]:
        return await asyncio.gather(*(s.asummarize(REPORT) for s in kept for _ in range(2)))

    results = [*asyncio.run(main()), kept[0].summarize(NEWS)]
    assert budget.spent.calls == sum(r.usage.calls for r in results) == sum(len(m.calls) for m in models)
    assert budget.spent.tokens <= 20_000
    assert any(f.error == "BudgetReached" for r in results for f in r.failures)


@pytest.mark.parametrize("run_async", [False, True])
def test_an_article_ends_at_its_deadline(run_async: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """Over real HTTP: a server that grows slow after the drafts loses the rest by name, and what was finished stays."""

    def slow(call: Call, number: int) -> Action | None:
        return None if call.stage == "extract" else sleep(30)

    with honest_server(slow) as server:
        summarizer = Summarizer(
            model="slow", base_url=server.base_url, api_key="k", retry=RetryPolicy(article_deadline=6)
        )
        with summarizer:
            began = time.monotonic()
            result = asyncio.run(summarizer.asummarize(REPORT)) if run_async else summarizer.summarize(REPORT)
            assert time.monotonic() - began < 28
    late = [f for f in result.failures if f.error == "DeadlineReached"]
    assert late
    assert any("was given up" in f.message for f in late)
    assert all("article_deadline" in f.message and f.lost for f in late)
    assert result.facts
    assert list(result.summary.sentences())


def test_a_deadline_before_the_first_reply_still_brings_a_result() -> None:
    """Nothing of the model's came in time: sentences of the article stand in, and the failures say so."""
    with honest_server(lambda call, number: sleep(30)) as server:
        result = Summarizer(
            model="slow", base_url=server.base_url, api_key="k", retry=RetryPolicy(article_deadline=0.5)
        ).summarize(REPORT)
    assert {f.error for f in result.failures} == {"DeadlineReached", "NoFactHeld"}
    assert result.facts


def test_one_key_has_one_bound_of_calls_under_way() -> None:
    """Two objects with eight workers each and the same key keep to the concurrency of the account between them."""
    lock, most, now = threading.Lock(), 0, 0

    def counted(call: Call) -> Answer:
        nonlocal most, now
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.01)
        with lock:
            now -= 1
        return honest()(call)

    class Keyed(ScriptedModel):
        account = "one key of two objects"

    limits = LimitPolicy(concurrency=3)
    both = [
        Summarizer(model=Keyed(counted), limits=limits, chunks=ChunkPolicy(max_tokens=200, lead_tokens=0))
        for _ in range(2)
    ]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda s: s.summarize(REPORT), both))
    assert all(r.facts and not r.failures for r in results)
    assert 1 < most <= 3


def test_workers_bound_all_articles_of_an_object() -> None:
    """Articles summarized side by side share the places of the object that they were given to."""
    now = most = 0
    script = honest()

    class Slow(ScriptedModel):
        async def asend(self, call: Call) -> Reply:
            nonlocal now, most
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.002)
            now -= 1
            return await super().asend(call)

    summarizer = Summarizer(model=Slow(script), workers=2, chunks=ChunkPolicy(max_tokens=200, lead_tokens=0))

    async def main() -> None:
        await asyncio.gather(*(summarizer.asummarize(REPORT) for _ in range(5)))

    asyncio.run(main())
    assert most == 2


def test_money_needs_a_price() -> None:
    """A bound in dollars for a model of unknown price is refused before anything is sent; with prices it holds."""
    with pytest.raises(ConfigError, match="prices"):
        Summarizer(model=counting(), article_budget=BudgetPolicy(cost=1))
    priced = Summarizer(
        model=counting(), article_budget=BudgetPolicy(cost="0.02"), prices=Prices(tokens_in=1, tokens_out=1)
    )
    usage = priced.summarize(REPORT).usage
    assert usage.cost is not None
    assert 0 < usage.cost <= Decimal("0.02")


def test_usage_by_stage_and_by_try() -> None:
    """Totals are the sums over stages and over tries, failed tries are among them, and `usage` sums up all work."""
    good, seen = counting(), Counter[str]()

    def shaky(call: Call) -> Answer:
        seen[call.id] += 1
        return ModelUnavailable("down") if seen[call.id] == 1 and call.stage == "extract" else good.send(call)

    summarizer = Summarizer(
        model=ScriptedModel(shaky), retry=QUICK, prices=Prices(tokens_in=1, tokens_out=2, tokens_cached="0.5")
    )
    usage = summarizer.summarize(NEWS).usage
    assert usage.failed == usage.by_stage["extract"].failed == sum(t.error is not None for t in usage.tries) > 0
    assert len(usage.tries) == usage.calls
    for name in ("tokens_in", "tokens_out", "tokens_cached", "tokens_reasoning"):
        assert getattr(usage, name) == sum(getattr(t, name) for t in usage.tries)
        assert getattr(usage, name) == sum(getattr(s, name) for s in usage.by_stage.values())
    answered = usage.calls - usage.failed
    assert usage.cost == answered * Decimal(800 + 100 + 200) / 1_000_000
    assert [t.number for t in usage.tries if t.call_id == "extract:c1"] == [1, 2]
    summarizer.verify(["Readers hear of the Kittiwake."], NEWS)
    assert summarizer.usage.calls == usage.calls + 1
    assert summarizer.usage.by_stage["judge_claims"].calls == 1


def test_an_unknown_price_is_none() -> None:
    """Without prices the cost is unknown, not 0; without a call it is 0."""
    assert Summarizer(model=counting()).summarize(NEWS).usage.cost is None
    assert Summarizer(model=None).summarize(NEWS).usage.cost == 0


def spans_of(*, run_async: bool) -> tuple[Result, tuple[ReadableSpan, ...]]:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    seen, good = Counter[str](), counting()

    def shaky(call: Call) -> Answer:
        seen[call.id] += 1
        return ModelUnavailable("down", status=503) if call.id == "write" and seen[call.id] == 1 else good.send(call)

    summarizer = Summarizer(model=ScriptedModel(shaky, name="m"), retry=QUICK, telemetry=provider)
    result = asyncio.run(summarizer.asummarize(NEWS)) if run_async else summarizer.summarize(NEWS)
    return result, exporter.get_finished_spans()


@pytest.mark.parametrize("run_async", [False, True])
def test_spans_after_the_genai_conventions(run_async: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """One span a run, one of kind CLIENT for each try as its child, with the attributes that the conventions name."""
    result, spans = spans_of(run_async=run_async)
    (root,) = (span for span in spans if span.name == "summarize")
    tries = [span for span in spans if span.name == "chat m"]
    assert len(spans) == len(tries) + 1 == result.usage.calls + 1
    assert {span.parent.span_id for span in tries if span.parent} == {root.context.span_id}
    assert {span.kind for span in tries} == {SpanKind.CLIENT}
    (failed,) = (span for span in tries if not span.status.is_ok and "error.type" in (span.attributes or {}))
    assert failed.attributes is not None
    assert (failed.attributes["error.type"], failed.attributes["http.response.status_code"]) == (
        "ModelUnavailable",
        503,
    )
    for span in tries:
        assert span.attributes is not None
        assert span.attributes["gen_ai.operation.name"] == "chat"
        assert span.attributes["gen_ai.request.model"] == "m"
        if span is not failed:
            assert span.attributes["gen_ai.usage.input_tokens"] == USED.tokens_in
            assert span.attributes["gen_ai.usage.output_tokens"] == USED.tokens_out
            assert span.attributes["gen_ai.usage.cache_read.input_tokens"] == USED.tokens_cached
            assert span.attributes["gen_ai.response.finish_reasons"] == ("stop",)
    assert "Kittiwake" not in "".join(span.to_json() for span in spans)
