"""The summarizer object: what it is given, what it keeps, and what its trace says."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
import scripted_server as act
from judging import BRIDGE, SENTENCES
from model_server import honest_server
from scripts import honest

from summarizer import (
    BudgetPolicy,
    CallFellBack,
    CallSent,
    ChunkPolicy,
    ConfigError,
    Document,
    Event,
    InputError,
    ModelUnavailable,
    OpenAIChat,
    RetryPolicy,
    ScriptedModel,
    Summarizer,
    __version__,
)
from summarizer.calls.call import JUDGING, Call, Reply

PROMPTS = Path(__file__).parents[1] / "prompts"


def reading() -> ScriptedModel:
    """A model that rewords every third sentence."""
    return ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"), name="tester")


class Letters:
    """Counts a token a letter, and remembers that it was asked."""

    name = "letters"
    exact = True

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.texts = 0

    def count(self, texts: Sequence[str]) -> list[int]:
        """The lengths."""
        self.texts += len(texts)
        return [len(text) for text in texts]


WRITING = ("arrange.v1", "brief.v1", "continue.v1", "extract.v2", "part.v1", "write.v2")


def test_the_trace_says_how_a_result_was_made() -> None:
    """Model, version, prompts with the hashes of their files, tokenizer and options are in the result."""
    counter = Letters()
    policy = ChunkPolicy(max_tokens=300, lead_tokens=20)
    engine = Summarizer(
        model=reading(), max_facts=2, length="short", language="English", chunks=policy, counter=counter
    )
    trace = engine.summarize(BRIDGE).trace
    assert (trace.engine, trace.model, trace.version) == ("model", "tester", __version__)
    assert (trace.max_facts, trace.length, trace.language) == (2, "short", "English")
    assert (trace.tokenizer, trace.tokenizer_exact, trace.chunk_tokens) == ("letters", True, 300)
    assert trace.chunks > 1
    assert counter.texts
    assert {p.id: p.sha256 for p in trace.prompts} == {
        name: hashlib.sha256((PROMPTS / f"{name}.md").read_bytes()).hexdigest()
        for name in (*WRITING, "doubt.v3", "judge.v3", "repair.v1", "schema.v1")
    }


def judged_calls(model: ScriptedModel) -> list[str]:
    """The prompts of the judge's calls that a model got."""
    return sorted({call.prompt_id for call in model.calls if call.stage.startswith("judge")})


def test_a_judge_model_judges_alone_when_fast() -> None:
    """The main model writes and judges nothing; the trace names both."""
    main, judge = reading(), ScriptedModel(honest(), name="judge")
    trace = Summarizer(model=main, judge_model=judge, verification="fast").summarize(BRIDGE).trace
    assert (trace.model, trace.judge_model, trace.verification) == ("tester", "judge", "fast")
    assert judged_calls(main) == []
    assert judged_calls(judge) == ["judge.v3"]
    assert {call.role for call in judge.calls} == {"judge"}


def test_a_judge_model_gives_the_second_opinion_when_strict() -> None:
    """Each model judges in its own seat, and a claim that either refuses is not ticked."""
    main = reading()
    judge = ScriptedModel(honest(relation=lambda text: "not_stated"), name="judge")
    result = Summarizer(model=main, judge_model=judge, verification="strict").summarize(BRIDGE)
    assert judged_calls(main) == ["judge.v3"]
    assert judged_calls(judge) == ["doubt.v3"]
    assert {fact.decided_by for fact in result.facts} <= {"verbatim", "rule"}


def test_without_a_judge_model_one_model_takes_both_seats() -> None:
    """The second look is another prompt to the same model."""
    main = reading()
    Summarizer(model=main, verification="strict").summarize(BRIDGE)
    assert judged_calls(main) == ["doubt.v3", "judge.v3"]


def test_unknown_levels_are_refused() -> None:
    """The option is named."""
    with pytest.raises(ConfigError, match="verification must be one of fast, standard, strict"):
        Summarizer(model=None, verification="thorough")  # type: ignore[arg-type]


def test_the_trace_without_a_model_names_none() -> None:
    """The extractive engine has no model, no prompts, no chunks, no tokenizer and no usage."""
    result = Summarizer(model=None).summarize(BRIDGE)
    trace = result.trace
    assert (trace.engine, trace.model, trace.prompts, trace.chunks) == ("extractive", None, (), 0)
    assert (trace.tokenizer, trace.tokenizer_exact) == (None, False)
    assert result.usage.calls == 0


def test_the_estimate_of_an_unknown_model_is_not_exact() -> None:
    """The result says that tokens were estimated."""
    trace = Summarizer(model=reading()).summarize(BRIDGE).trace
    assert trace.tokenizer is not None
    assert trace.tokenizer_exact is False


def test_engine_says_which_one_writes() -> None:
    """A model, or none."""
    assert Summarizer(model=reading()).engine == "model"
    assert Summarizer(model=None).engine == "extractive"


def test_title_and_date_reach_the_record_and_the_model() -> None:
    """What the caller knows of the article is shown to the model and kept in the result."""
    model = reading()
    day = date(2026, 5, 4)
    record = Summarizer(model=model).summarize(BRIDGE, title="Bridge shut", date=day, format="plain").document
    assert (record.title, record.date, record.format) == ("Bridge shut", day, "plain")
    assert "[title] Bridge shut\n[date] 2026-05-04\n" in model.calls[0].messages[-1].content


def test_a_document_is_taken_as_it_is() -> None:
    """A Document made before gives the same result as its text."""
    assert Summarizer(model=None).summarize(Document.of(BRIDGE)) == Summarizer(model=None).summarize(BRIDGE)


@pytest.mark.parametrize("known", [{"title": "x"}, {"date": date(2026, 1, 1)}])
def test_a_document_takes_no_second_title_or_date(known: dict[str, object]) -> None:
    """What a Document has already is refused, sync and async, before any call."""
    model = reading()
    with pytest.raises(InputError, match=r"Document\.of"):
        Summarizer(model=model).summarize(Document.of(BRIDGE), **known)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"Document\.of"):
        asyncio.run(Summarizer(model=model).asummarize(Document.of(BRIDGE), **known))  # type: ignore[arg-type]
    assert model.calls == ()


def test_the_language_is_in_the_prompts_that_write() -> None:
    """A language that was asked for reaches extraction and writing."""
    model = reading()
    Summarizer(model=model, language="Sesotho").summarize(BRIDGE)
    asked = {call.stage for call in model.calls if "Sesotho" in call.messages[-1].content}
    assert asked == {"extract", "write"}


def test_verify_keeps_order_and_statements() -> None:
    """One verdict for each claim, in order, each claim as it was given, repeated ones too."""
    claims = [
        SENTENCES[1],
        "Engineers had found cracks in three of its piers.",
        SENTENCES[1],
        f"Readers learn that {SENTENCES[4]}",
    ]
    for engine in (Summarizer(model=None), Summarizer(model=reading())):
        found = engine.verify(claims, BRIDGE)
        assert [claim.statement for claim in found] == claims
        assert len({claim.id for claim in found}) == len(claims)
        assert [claim.verdict for claim in found[:3]] == ["supported", "contradicted", "supported"]


def test_verify_without_a_model_leaves_open_what_rules_leave_open() -> None:
    """Nobody could tell is a verdict of its own; with a judge the same claim is ticked."""
    claim = f"Readers learn that {SENTENCES[4]}"
    assert Summarizer(model=None).verify([claim], BRIDGE)[0].verdict == "unchecked"
    (judged,) = Summarizer(model=reading()).verify([claim], BRIDGE)
    assert (judged.verdict, judged.decided_by) == ("supported", "judge")
    assert judged.assertions


def test_verify_never_rewrites_a_claim() -> None:
    """A correction of the judge changes no claim of a user and makes no second round."""
    claim = "Readers learn that a ferry carries walkers for free."
    model = ScriptedModel(honest(relation=lambda text: "not_stated", correction=lambda text: SENTENCES[4]))
    (found,) = Summarizer(model=model).verify([claim], BRIDGE)
    assert (found.statement, found.verdict) == (claim, "not_stated")
    assert len(model.calls) == 1


def test_averify_is_verify() -> None:
    """The same verdicts sync and async, with a model and without."""
    claims = [SENTENCES[2], f"Readers learn that {SENTENCES[4]}"]
    for model in (None, reading()):
        engine = Summarizer(model=model)
        assert asyncio.run(engine.averify(claims, BRIDGE)) == engine.verify(claims, BRIDGE)


def test_one_object_serves_many_threads() -> None:
    """Eight articles at once give what each gives alone."""
    engine = Summarizer(model=reading())
    alone = engine.summarize(BRIDGE)
    with ThreadPoolExecutor(8) as pool:
        assert all(result == alone for result in pool.map(engine.summarize, [BRIDGE] * 8))


@pytest.mark.parametrize("workers", [0, -1])
def test_workers_out_of_range(workers: int) -> None:
    """At least one call must be in flight."""
    with pytest.raises(ConfigError, match="workers"):
        Summarizer(model=None, workers=workers)


class Waiting:
    """A model that knows how many calls were in flight at once."""

    name = "waiting"

    def __init__(self) -> None:
        """No call is in flight."""
        self._script = reading()
        self._now = 0
        self.most = 0

    def send(self, call: Call) -> Reply:
        """Not used here."""
        raise NotImplementedError

    async def asend(self, call: Call) -> Reply:
        """Give way to the other calls before the answer."""
        self._now += 1
        self.most = max(self.most, self._now)
        for _ in range(5):
            await asyncio.sleep(0)
        self._now -= 1
        return await self._script.asend(call)


@pytest.mark.parametrize("workers", [1, 3])
def test_no_more_calls_in_flight_than_workers(workers: int) -> None:
    """The calls of a stage go side by side up to the limit."""
    model = Waiting()
    policy = ChunkPolicy(max_tokens=64, lead_tokens=0)
    asyncio.run(Summarizer(model=model, workers=workers, chunks=policy).asummarize(BRIDGE * 4))
    assert model.most == workers


def test_a_model_given_is_not_closed() -> None:
    """Who made a model closes it: one that was handed in serves on after the summarizer is closed."""
    with honest_server() as server:
        given = OpenAIChat("m", base_url=server.base_url)
        with Summarizer(model=given) as engine:
            first = engine.summarize(BRIDGE)
        assert Summarizer(model=given).summarize(BRIDGE) == first
        given.close()


def test_with_gives_the_summarizer() -> None:
    """Sync and async, `with` gives the object itself, and closing twice does no harm."""
    with Summarizer(model="m", base_url="http://127.0.0.1:9/v1") as engine:
        assert engine.engine == "model"
    engine.close()

    async def entered() -> str:
        async with Summarizer(model="m", base_url="http://127.0.0.1:9/v1") as inside:
            return inside.engine

    assert asyncio.run(entered()) == "model"


def test_a_bug_in_a_model_reaches_the_caller_as_it_is() -> None:
    """An exception that is none of ours is the same in both ways of calling, and no group of exceptions."""
    broken = Summarizer(model=ScriptedModel(lambda _: KeyError("lost")))
    text = " ".join(SENTENCES)
    with pytest.raises(KeyError, match="lost"):
        broken.summarize(text)
    with pytest.raises(KeyError, match="lost"):
        asyncio.run(broken.asummarize(text))
    claims = ["The engineers of the town were glad of it."]
    with pytest.raises(KeyError, match="lost"):
        broken.verify(claims, text)
    with pytest.raises(KeyError, match="lost"):
        asyncio.run(broken.averify(claims, text))


def test_one_call_is_told_otherwise() -> None:
    """Size, wishes, looks and hook of one call are its own; the next is as the object has it; usage adds up."""
    model, of_object, of_call = reading(), list[Event](), list[Event]()
    kept = Summarizer(model=model, max_facts=3, focus="the bridge", on_event=of_object.append)
    first = kept.summarize(
        BRIDGE, max_facts=1, length="short", focus=None, verification="fast", on_event=of_call.append
    )
    assert of_call
    assert not of_object
    assert (first.trace.max_facts, first.trace.length, first.trace.focus) == (1, "short", None)
    assert first.trace.verification == "fast"
    assert len(first.facts) == 1
    second = kept.summarize(BRIDGE)
    assert of_object
    assert (second.trace.max_facts, second.trace.length, second.trace.focus) == (3, "medium", "the bridge")
    assert kept.usage.calls == first.usage.calls + second.usage.calls
    assert asyncio.run(kept.asummarize(BRIDGE, max_facts=2)).trace.max_facts == 2
    assert kept.estimate(BRIDGE, verification="fast").calls_likely < kept.estimate(BRIDGE).calls_likely


def test_one_check_is_told_otherwise() -> None:
    """`verify` and `verify_text` take what is about checking, and no word about writing."""
    kept, events = Summarizer(model=reading()), list[Event]()
    kept.verify(SENTENCES[:1], BRIDGE, verification="strict", on_event=events.append)
    kept.verify_text("Readers learn that it rains.", BRIDGE, article_budget=BudgetPolicy(calls=0))
    assert kept.usage.calls == len([event for event in events if isinstance(event, CallSent)])
    with pytest.raises(TypeError, match="length"):
        kept.verify(SENTENCES[:1], BRIDGE, length="short")  # type: ignore[call-arg]


def test_an_exam_taken_in_one_call_counts_in_the_next() -> None:
    """What a call with choices finds out about a judge is kept by the object."""
    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"), name="tester")
    kept = Summarizer(model=model, exam="always")
    kept.summarize(BRIDGE, max_facts=1)
    before = len([call for call in model.calls if call.stage == "exam"])
    kept.summarize(BRIDGE)
    assert before
    assert len([call for call in model.calls if call.stage == "exam"]) == before


NO_WAIT = RetryPolicy(tries=2, first_wait=0, longest_wait=0)


@pytest.mark.parametrize("code", [500, 429, 404, 401])
def test_another_server_stands_in(code: int) -> None:
    """A result comes from the other server, and trace, notice, events and every rendering say so."""
    events: list[Event] = []
    with honest_server(lambda call, number: act.status(code)) as down, honest_server() as up:
        other = OpenAIChat("backup", base_url=up.base_url)
        with Summarizer(
            model="main", base_url=down.base_url, fallback_model=other, retry=NO_WAIT, on_event=events.append
        ) as kept:
            result = kept.summarize(BRIDGE)
            checked = kept.verify_text("Readers learn that a ferry carries walkers until then.", BRIDGE)
        other.close()
    assert result.facts
    assert result.failures == ()
    assert len(down.requests) <= 2 * 2 * 3  # calls, tries, and two guesses at what a bare 500 is about
    assert {(one.model, one.fallback) for one in result.trace.fallbacks} == {("main", "backup")}
    assert {one.call_id for one in result.trace.fallbacks} == {one.call_id for one in result.usage.tries}
    assert "backup" in result.trace.unexamined_judges
    assert [one for one in events if isinstance(one, CallFellBack)]
    for told in (result.to_text(), result.to_markdown(), result.to_html(), checked.notices[0].message):
        assert "backup answered" in told
    assert checked.sentences[0].verdict == "supported"


def test_a_fallback_that_would_owe_an_exam_does_not_judge() -> None:
    """It drafts and writes; what only a judge could settle is unchecked, as a word that nobody tried ticks nothing."""
    first = ScriptedModel(lambda call: ModelUnavailable("down"), name="first")
    second = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"), name="second")
    kept = Summarizer(model=first, fallback_model=second, exam="always", retry=NO_WAIT)
    kept.summarize(BRIDGE)
    assert second.calls
    assert not [call for call in second.calls if call.stage in JUDGING]


def test_a_reply_of_a_fallback_is_cached_as_its_own(tmp_path: Path) -> None:
    """The model that was down is asked again by the next run, and gets no words of another under its name."""
    script = honest(reword=lambda text: f"Readers learn that {text}")
    first, second = (
        ScriptedModel(lambda call: ModelUnavailable("down"), name="first"),
        ScriptedModel(script, name="second"),
    )
    cache = tmp_path / "replies"
    Summarizer(model=first, fallback_model=second, cache=cache, retry=NO_WAIT).summarize(BRIDGE)
    asked = len(second.calls)
    again = Summarizer(model=first, fallback_model=second, cache=cache, retry=NO_WAIT).summarize(BRIDGE)
    assert again.usage.replayed == asked == len(second.calls)
    mended = ScriptedModel(script, name="first")
    Summarizer(model=mended, fallback_model=second, cache=cache, retry=NO_WAIT).summarize(BRIDGE)
    assert len(mended.calls) == asked
