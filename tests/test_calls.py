"""What surrounds calls, over the whole path: cache, budgets, usage, events, spans, estimate."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind
from scripts import honest

from summarizer import (
    Budget,
    BudgetPolicy,
    Call,
    CallAnswered,
    CallFailed,
    CallReplayed,
    CallRetried,
    CallSent,
    ChunkPolicy,
    ConfigError,
    Event,
    FactRejected,
    FactTicked,
    ModelUnavailable,
    OpenAIChat,
    Prices,
    Reply,
    Result,
    RetryPolicy,
    ScriptedModel,
    StageFinished,
    StageStarted,
    Summarizer,
    Tokens,
)
from summarizer.models.scripted import Answer

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
NEWS = (ARTICLES / "harbor-ferry.txt").read_text("utf-8")
REPORT = (ARTICLES / "coastal-grid-report.md").read_text("utf-8")[:9000]
QUICK = RetryPolicy(tries=3, first_wait=0, longest_wait=0)
USED = Tokens(tokens_in=1000, tokens_out=100, tokens_cached=200, tokens_reasoning=40)


def reworded(text: str) -> str:
    return f"Readers learn that {text}"


def counting() -> ScriptedModel:
    """The honest model, with token counts as a server gives them."""
    said = honest(reword=reworded)

    def answer(call: Call) -> Reply:
        return Reply(text=json.dumps(said(call)), tokens=USED)

    return ScriptedModel(answer)


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


def events_of(*, run_async: bool) -> list[Event]:
    seen, told = Counter[str](), list[Event]()
    good = counting()

    def shaky(call: Call) -> Answer:
        seen[call.id] += 1
        return ModelUnavailable("down", status=503) if seen[call.id] == 1 else good.send(call)

    summarizer = Summarizer(model=ScriptedModel(shaky), retry=QUICK, on_event=told.append)
    result = asyncio.run(summarizer.asummarize(REPORT)) if run_async else summarizer.summarize(REPORT)
    assert [e.fact_id for e in told if isinstance(e, FactTicked)] == [f.id for f in result.facts]
    assert [e.fact_id for e in told if isinstance(e, FactRejected)] == [f.id for f in result.rejected]
    assert {e.article for e in told} == {result.document.sha256}
    assert sum(isinstance(e, CallSent) for e in told) == result.usage.calls
    assert sum(isinstance(e, CallFailed) for e in told) == result.usage.failed
    return told


@pytest.mark.parametrize("run_async", [False, True])
def test_events_tell_what_happens(run_async: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """Each try is sent once and ends once; retries stand between; stages open before their calls and close after."""
    told = events_of(run_async=run_async)
    assert [e.at for e in told] == sorted(e.at for e in told)
    opened: set[str] = set()
    under_way: set[tuple[str, int]] = set()
    for event in told:
        match event:
            case StageStarted():
                assert event.stage not in opened
                opened.add(event.stage)
            case StageFinished():
                opened.remove(event.stage)
                assert event.seconds >= 0
            case CallSent():
                assert event.stage in opened
                under_way.add((event.call_id, event.number))
            case CallAnswered() | CallFailed():
                under_way.remove((event.call_id, event.number))
    assert not opened
    assert not under_way
    assert {e.status for e in told if isinstance(e, CallFailed)} == {503}
    assert sum(isinstance(e, CallRetried) for e in told) == sum(isinstance(e, CallFailed) for e in told)


def test_replays_are_told(tmp_path: Path) -> None:
    """A warm run tells of replays, and of no try."""
    told: list[Event] = []
    with Summarizer(model=counting(), cache=tmp_path / "r") as cold:
        calls = cold.summarize(NEWS).usage.calls
    with Summarizer(model=counting(), cache=tmp_path / "r", on_event=told.append) as warm:
        warm.summarize(NEWS)
    assert sum(isinstance(e, CallReplayed) for e in told) == calls
    assert not any(isinstance(e, CallSent) for e in told)


def test_a_hook_that_raises_costs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """The result is the same as without it; the traceback is logged, once, and the hook is left alone in this run."""
    asked: list[Event] = []

    def broken(event: Event) -> None:
        asked.append(event)
        raise ValueError("a bug of the user's")

    summarizer = Summarizer(model=counting(), on_event=broken)
    assert summarizer.summarize(NEWS) == Summarizer(model=counting()).summarize(NEWS)
    assert len(asked) == 1
    assert caplog.text.count("ValueError: a bug of the user's") == 1


def test_no_word_of_the_article_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """At every level the log holds ids, counts and names of errors; a failure is a warning, the end is for INFO."""
    script = honest(reword=reworded)

    def broken(call: Call) -> Answer:
        return Reply(text=NEWS, finish="refusal") if call.stage == "write" else script(call)

    with caplog.at_level(logging.DEBUG):
        result = Summarizer(model=ScriptedModel(broken)).summarize(NEWS)
    assert result.failures
    assert not [s for s in result.document.text.split(". ") if len(s) > 20 and s in caplog.text]  # type: ignore[union-attr]
    assert "Kittiwake" not in caplog.text
    assert [r.levelname for r in caplog.records if "failed: ReplyRefused" in r.message] == ["WARNING"]
    assert [r.levelname for r in caplog.records if "facts ticked" in r.message] == ["INFO"]


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


@pytest.mark.parametrize("text", [NEWS, REPORT[:5000]])
@pytest.mark.parametrize("level", ["fast", "standard", "strict"])
def test_an_estimate_bounds_an_honest_run(text: str, level: str) -> None:
    """Likely is at most the most, and a run without failures takes no more calls of any stage than the most."""
    model = ScriptedModel(honest(reword=reworded, every=4))
    summarizer = Summarizer(model=model, verification=level)  # type: ignore[arg-type]
    found = summarizer.estimate(text)
    assert not model.calls
    assert found.cost_likely is None
    for part in (found, *found.by_stage.values()):
        assert 0 < part.calls_likely <= part.calls_most
        assert 0 < part.tokens_in_likely <= part.tokens_in_most
        assert 0 < part.tokens_out_likely <= part.tokens_out_most
    usage = summarizer.summarize(text).usage
    assert usage.by_stage.keys() <= found.by_stage.keys()
    assert all(stage.calls <= found.by_stage[name].calls_most for name, stage in usage.by_stage.items())
    assert found.by_stage["extract"].calls_likely == usage.by_stage["extract"].calls


def test_an_estimate_knows_prices() -> None:
    """The cost of an estimate is that of its tokens; the extractive engine costs nothing."""
    model = OpenAIChat("gpt-5-mini", api_key="sk-test", base_url="https://api.openai.com/v1")
    found = Summarizer(model=model).estimate(NEWS)
    assert found.cost_likely is not None
    assert found.cost_most is not None
    assert 0 < found.cost_likely < found.cost_most
    mine = Summarizer(model=model, prices=Prices(tokens_in=1, tokens_out=1)).estimate(NEWS)
    assert mine.cost_most == Decimal(mine.tokens_in_most + mine.tokens_out_most) / 1_000_000
    assert Summarizer(model=None).estimate(NEWS).cost_most == 0
