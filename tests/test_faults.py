"""The whole path over real HTTP with the real client: every fault ends in a named failure or the right error."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import scripted_server as act
from model_server import call_of, honest_server
from scripts import honest

import summarizer
from summarizer import Call, ModelRejected, ModelUnavailable, OpenAIChat, Result, RetryPolicy, Summarizer

NEWS = (Path(__file__).parents[1] / "examples" / "articles" / "harbor-ferry.txt").read_text("utf-8")
REPORT = (Path(__file__).parents[1] / "examples" / "articles" / "coastal-grid-report.md").read_text("utf-8")
QUICK = RetryPolicy(tries=3, first_wait=0.01, longest_wait=0.05)


def checked(result: Result) -> Result:
    """The result, after the laws that hold whatever happened."""
    assert result.document.text is not None
    assert all(result.document.text[e.start : e.end] == e.text for e in result.evidences())
    assert all(f.verdict == "supported" and f.evidence for f in result.facts)
    assert all(s.evidence and s.fact_ids for s in result.summary.sentences())
    assert all(f.reason for f in result.rejected)
    return result


def test_summarize_over_http() -> None:
    """summarize() with a name and a base_url gives a result with the server's token counts."""
    with honest_server() as server:
        result = checked(summarizer.summarize(NEWS, model="m", base_url=server.base_url))
    assert result.trace.model == "m"
    assert result.summary.written_by == "model"
    assert result.usage.calls == len(server.requests)
    assert result.usage.tokens_in == 11 * len(server.requests)
    assert not result.failures


def test_asummarize_equals_summarize_over_http() -> None:
    """Both clients, against the same server, give equal results."""
    with honest_server() as server:
        one = summarizer.summarize(NEWS, model="m", base_url=server.base_url)
        two = asyncio.run(summarizer.asummarize(NEWS, model="m", base_url=server.base_url))
    assert one == two


def test_one_summarizer_in_two_event_loops() -> None:
    """A Summarizer outlives the event loop that it was first used in."""
    with honest_server() as server, Summarizer(model="m", base_url=server.base_url) as kept:
        assert asyncio.run(kept.asummarize(NEWS)) == asyncio.run(kept.asummarize(NEWS))


def first_extraction(action: act.Action) -> Callable[[Call, int], act.Action | None]:
    """The fault that meets the first call alone."""
    return lambda call, number: action if number == 1 else None


def first_chunk(action: act.Action) -> Callable[[Call, int], act.Action | None]:
    """The fault that meets every call about the chunk that was asked about first, repairs and second tries included."""
    task: list[str] = []

    def fault(call: Call, number: int) -> act.Action | None:
        if call.stage != "extract":
            return None
        words = call.messages[-1].content
        if not task:
            task.append(words)
        return action if words.startswith(task[0][:200]) else None

    return fault


PASSING = [
    pytest.param(act.status(429, headers={"retry-after": "0"}), id="429 with Retry-After"),
    pytest.param(act.status(429), id="429"),
    pytest.param(act.status(500), id="500"),
    pytest.param(act.status(503), id="503"),
    pytest.param(act.html(), id="HTML error page"),
    pytest.param(act.reset_before_body(), id="reset before the body"),
    pytest.param(act.reset_in_body(), id="reset in the body"),
]


@pytest.mark.parametrize("action", PASSING)
def test_passing_faults_are_tried_again(action: act.Action) -> None:
    """What another try mends costs one more call and nothing else."""
    with honest_server(first_extraction(action)) as server:
        model = OpenAIChat("m", base_url=server.base_url)
        result = checked(Summarizer(model=model, retry=QUICK).summarize(NEWS))
        model.close()
    assert not result.failures
    assert result.facts
    assert result.usage.failed == 1


def test_a_timeout_is_tried_again() -> None:
    """A server that does not answer in time is asked again."""
    with honest_server(first_extraction(act.sleep(5))) as server:
        model = OpenAIChat("m", base_url=server.base_url, timeout=0.5)
        result = checked(Summarizer(model=model, retry=QUICK).summarize(NEWS))
        model.close()
    assert not result.failures
    assert result.usage.failed == 1


LASTING = [
    pytest.param(act.refusal("I cannot help with that"), "ReplyRefused", id="refusal"),
    pytest.param(act.content_filter(), "ReplyRefused", id="content filter"),
    pytest.param(act.reply('{"facts": [{"statement": "The', finish="length"), "ReplyTruncated", id="truncation"),
    pytest.param(act.reply("{not json"), "ReplyMalformed", id="invalid JSON"),
    pytest.param(act.reply('{"facts": [], "facts": []}'), "ReplyMalformed", id="duplicate keys"),
    pytest.param(act.reply({"facts": [{"statement": "x"}]}), "ReplyMalformed", id="missing fields"),
    pytest.param(act.empty_choices(), "ReplyEmpty", id="empty choices"),
    pytest.param(act.reply(""), "ReplyEmpty", id="empty text"),
]


@pytest.mark.parametrize(("action", "error"), LASTING)
def test_an_unusable_reply_is_a_named_failure(action: act.Action, error: str) -> None:
    """A chunk whose reply cannot be used, nor any second one, comes back as a failure; the other chunks finish."""
    with honest_server(first_chunk(action)) as server:
        result = checked(Summarizer(model="lasting", base_url=server.base_url, retry=QUICK).summarize(REPORT))
    assert [(f.stage, f.error) for f in result.failures] == [("extract", error)]
    assert result.failures[0].lost.startswith("the facts of chunk")
    assert result.facts


MENDED = [
    pytest.param(act.reply("{not json"), 2, id="invalid JSON"),
    pytest.param(act.reply('{"facts": [], "facts": []}'), 2, id="duplicate keys"),
    pytest.param(act.reply({"facts": [{"statement": "x"}]}), 2, id="missing fields"),
    pytest.param(act.reply('{"facts": [{"statement": "The', finish="length"), 1, id="truncation"),
]


@pytest.mark.parametrize(("action", "more"), MENDED)
def test_one_bad_reply_is_mended(action: act.Action, more: int) -> None:
    """One more call or two, and nothing is lost."""
    with honest_server() as good:
        wanted = Summarizer(model="mended", base_url=good.base_url, retry=QUICK).summarize(NEWS)
    with honest_server(first_extraction(action)) as server:
        result = checked(Summarizer(model="mended", base_url=server.base_url, retry=QUICK).summarize(NEWS))
        assert len(server.requests) <= len(good.requests) + more
    assert not result.failures
    assert [f.statement for f in result.facts] == [f.statement for f in wanted.facts]


NO_FORMAT = act.status(400, "response_format is not supported")
SERVERS = {
    "400 to json_schema": {"json_schema": NO_FORMAT},
    "400 to every response_format": {"json_schema": NO_FORMAT, "json_object": NO_FORMAT},
    "ignores schemas": {"json_schema": act.reply("Sure! Here is what I found.")},
    "knows only words": {
        "json_schema": NO_FORMAT,
        "json_object": NO_FORMAT,
        "tool": act.status(400, "this model does not support tools"),
    },
}


@pytest.mark.parametrize("kind", SERVERS)
def test_every_kind_of_server_gives_the_same_summary(kind: str) -> None:
    """Whatever form of structured output a server knows, the result is that of the best one."""
    refusals = SERVERS[kind]

    def act_on(body: Mapping[str, Any], number: int) -> act.Action:
        mode = body["response_format"]["type"] if "response_format" in body else "tool" if "tools" in body else "text"
        return refusals.get(mode) or act.reply(honest(reword=lambda t: f"Readers learn that {t}")(call_of(body)))

    with honest_server() as best:
        wanted = Summarizer(model="best", base_url=best.base_url, retry=QUICK).summarize(NEWS)
    with act.ScriptedServer(act_on) as server:
        result = checked(Summarizer(model="kind", base_url=server.base_url, retry=QUICK).summarize(NEWS))
        assert len(server.requests) <= len(best.requests) + 8 * len(refusals), "learnt once, by the calls in flight"
    assert not result.failures
    assert result.facts == wanted.facts
    assert result.summary == wanted.summary


def test_a_small_context_is_met_by_smaller_calls() -> None:
    """A server whose context holds no whole chunk gets halves of them; every drafted fact comes back."""

    def fault(call: Call, number: int) -> act.Action | None:
        words = sum(len(m.content) for m in call.messages)
        return act.status(400, "too long", kind="context_length_exceeded") if words > 7000 else None

    with honest_server(fault) as server:
        result = checked(Summarizer(model="small", base_url=server.base_url, retry=QUICK).summarize(REPORT))
        drafted = len(result.facts) + len(result.rejected)
    assert result.facts
    assert drafted > 6
    assert not [f for f in result.failures if f.stage in ("extract", "judge_facts")]


def counted(call: Call) -> int:
    """The letters of a call's prompt."""
    return sum(len(message.content) for message in call.messages)


# How a prompt that does not fit is refused, and how many letters the least of them has.
TOO_LARGE: dict[str, tuple[int, Callable[[int], act.Action]]] = {
    "a 400 without a word": (12_000, lambda letters: act.send(b"", code=400)),
    "numbers in a list": (
        7000,
        lambda letters: act.send([{"error": {"message": f"input: {letters // 4} tokens of {7000 // 4}"}}], code=400),
    ),
    "a page under 413": (7000, lambda letters: act.html(413)),
}


@pytest.mark.parametrize("kind", TOO_LARGE)
def test_a_prompt_that_may_be_too_large_is_halved(kind: str) -> None:
    """Whatever a server says of a prompt that does not fit, half of it is tried, and every drafted fact comes back."""
    least, refusal = TOO_LARGE[kind]

    def fault(call: Call, number: int) -> act.Action | None:
        return refusal(counted(call)) if call.stage == "extract" and counted(call) > least else None

    with honest_server(fault) as server:
        result = checked(Summarizer(model=kind, base_url=server.base_url, retry=QUICK).summarize(REPORT))
    assert len(result.facts) + len(result.rejected) > 6
    assert not [f for f in result.failures if f.stage == "extract"]


def test_an_unexplained_refusal_is_halved_once() -> None:
    """Where no half is taken either, the server's own words come back, for three prompts of a chunk and no more."""
    prompts: set[str] = set()

    def fault(call: Call, number: int) -> act.Action | None:
        if len(call.messages) > 1:  # else it is one of these in the plainest form
            prompts.add(call.messages[-1].content)
        return act.status(400, "seat 12 is taken")

    with honest_server() as server:
        Summarizer(model="once", base_url=server.base_url, retry=QUICK).summarize(REPORT)
        chunks = sum(call_of(request.body).stage == "extract" for request in server.requests)
    with honest_server(fault) as server, pytest.raises(ModelRejected, match="seat 12 is taken"):
        Summarizer(model="never", base_url=server.base_url, retry=QUICK).summarize(REPORT)
    assert len(prompts) <= 3 * chunks


@pytest.mark.parametrize("action", [act.reply(""), act.empty_choices(), act.send(act.completion(None))])
def test_an_empty_reply_now_and_then_costs_one_call(action: act.Action) -> None:
    """It is asked for once more, and nothing is lost."""
    with honest_server(first_extraction(action)) as server:
        result = checked(Summarizer(model="now and then", base_url=server.base_url, retry=QUICK).summarize(NEWS))
    assert not result.failures
    assert server.requests[0].body == server.requests[1].body


@pytest.mark.parametrize(("action", "error"), LASTING)
def test_an_unusable_judgement_leaves_facts_unchecked(action: act.Action, error: str) -> None:
    """Without a usable judgement nothing is ticked that needs one, and the reason names the cause."""

    def fault(call: Call, number: int) -> act.Action | None:
        return action if call.schema_name == "judgement" else None

    with honest_server(fault) as server:
        result = checked(Summarizer(model="m", base_url=server.base_url, retry=QUICK).summarize(NEWS))
    assert error in {f.error for f in result.failures}
    assert any(f.verdict == "unchecked" and "not judged" in f.reason for f in result.rejected)
    assert all(f.decided_by != "judge" for f in result.facts)


@pytest.mark.parametrize(("action", "error"), LASTING)
def test_an_unusable_summary_is_replaced_by_evidence(action: act.Action, error: str) -> None:
    """When the writing fails, the evidence sentences of the facts stand in, and the failure is named."""

    def fault(call: Call, number: int) -> act.Action | None:
        return action if call.schema_name == "summary" else None

    with honest_server(fault) as server:
        result = checked(Summarizer(model="m", base_url=server.base_url, retry=QUICK).summarize(NEWS))
    assert [(f.stage, f.error) for f in result.failures] == [("write", error)]
    assert result.summary.written_by == "evidence"
    assert list(result.summary.sentences())


@pytest.mark.parametrize(
    ("action", "error", "words"),
    [
        (act.status(401, "bad key"), ModelRejected, "key"),
        (act.status(404, "no such model"), ModelRejected, "model"),
        (act.status(500), ModelUnavailable, "500"),
    ],
)
def test_no_answer_at_all_is_the_right_error(action: act.Action, error: type[Exception], words: str) -> None:
    """When nothing was answered, the cause is raised, with what to do about it."""
    with (
        honest_server(lambda call, number: action) as server,
        Summarizer(model="m", base_url=server.base_url, retry=QUICK) as kept,
        pytest.raises(error, match=words),
    ):
        kept.summarize(NEWS)


def test_the_key_is_in_no_result_and_no_error() -> None:
    """An API key never leaves the request."""
    key = "sk-very-secret-0123456789"
    with honest_server() as server:
        result = summarizer.summarize(NEWS, model="m", base_url=server.base_url, api_key=key)
        assert any(key in r.headers["authorization"] for r in server.requests)
    assert key not in result.model_dump_json()
    with (
        honest_server(lambda call, number: act.status(401, f"bad key {key}")) as server,
        pytest.raises(ModelRejected) as caught,
    ):
        summarizer.summarize(NEWS, model="m", base_url=server.base_url, api_key=key)
    assert key not in str(caught.value)
    assert key not in repr(caught.value.__cause__)


def test_verify_with_a_judge_over_http() -> None:
    """verify() keeps order and length, and takes each claim as it is."""
    claims = [
        "Readers hear of the Kittiwake.",
        "Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday.",
        "Shares in Brennvik Yard fell 9.3 percent to $14.20 on Thursday.",
    ]
    script = honest(relation=lambda text: "entailed", correction=lambda text: "Something else entirely, shorter.")
    with honest_server(script=script) as server:
        found = summarizer.verify(claims, NEWS, model="m", base_url=server.base_url)
    assert [claim.statement for claim in found] == claims
    assert found[1].decided_by in ("verbatim", "rule")
    assert found[2].verdict != "supported"
