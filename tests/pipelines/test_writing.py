"""The whole path with a scripted model: what must hold of any result, and what each kind of reply leads to."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from scripts import honest, json_lines_of, lines_of

from summarizer import (
    Call,
    ChunkPolicy,
    ModelRejected,
    ModelUnavailable,
    Reply,
    Result,
    RetryPolicy,
    ScriptedModel,
    Summarizer,
)

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
NEWS = (ARTICLES / "harbor-ferry.txt").read_text("utf-8")
REPORT = (ARTICLES / "coastal-grid-report.md").read_text("utf-8")
ONCE = RetryPolicy(tries=1)


def reworded(text: str) -> str:
    """The sentence with an opener that rules cannot see through, so that the judge is asked."""
    return f"Readers learn that {text}"


def laws(result: Result, *, drafted: int) -> None:
    """What holds of every result."""
    text = result.document.text
    assert text is not None
    assert len(result.facts) + len(result.rejected) == drafted
    ids = [f.id for f in (*result.facts, *result.rejected)]
    assert len(set(ids)) == len(ids)
    for evidence in result.evidences():
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.text.strip()
    for fact in result.facts:
        assert fact.verdict == "supported"
        assert fact.evidence
        assert fact.outcome == "ticked"
        assert all(check.passed for check in fact.checks)
    for fact in result.rejected:
        assert fact.outcome != "ticked"
        assert fact.reason
        assert (fact.outcome == "refused") == (fact.verdict != "supported")
    for sentence in result.summary.sentences():
        assert sentence.evidence
        assert sentence.verdict == "supported"
        assert sentence.fact_ids
        assert all(result.fact(i).verdict == "supported" for i in sentence.fact_ids)
    assert Result.model_validate_json(result.model_dump_json()) == result


def drafted_by(model: ScriptedModel) -> int:
    """How many facts the honest script drafted: every third numbered sentence from the second on."""
    return sum(len(list(lines_of(call))[1::3]) for call in model.calls if call.stage == "extract")


def test_verbatim_facts_need_no_judge() -> None:
    """Statements that are their span are ticked by rules; only what rules leave open is sent."""
    model = ScriptedModel(honest())
    result = Summarizer(model=model).summarize(NEWS)
    laws(result, drafted=drafted_by(model))
    assert {f.decided_by for f in result.facts} == {"verbatim"}
    asked = [claim["id"] for call in model.calls if call.stage == "judge_facts" for claim in json_lines_of(call)]
    assert not [claim_id for claim_id in asked if str(claim_id).startswith("c")]


def test_reworded_facts_are_judged() -> None:
    """Statements in other words are ticked only after the judge found every assertion entailed."""
    model = ScriptedModel(honest(reword=reworded))
    result = Summarizer(model=model).summarize(NEWS)
    laws(result, drafted=drafted_by(model))
    assert "judge" in {f.decided_by for f in result.facts}
    assert result.summary.written_by == "model"
    assert result.trace.engine == "model"
    assert {call.prompt_id for call in model.calls} <= {p.id for p in result.trace.prompts}


@pytest.mark.parametrize("relation", ["not_stated", "contradicted"])
def test_what_the_judge_does_not_find_entailed_gets_no_tick(relation: str) -> None:
    """No tick without entailment; all drafted facts come back refused, and the article's own sentences stand in."""
    model = ScriptedModel(honest(reword=reworded, relation=lambda text: relation))
    result = Summarizer(model=model).summarize(NEWS)
    refused = [f for f in result.rejected if f.outcome == "refused"]
    assert len(refused) == drafted_by(model)
    assert {f.decided_by for f in result.facts} == {"verbatim"}
    assert result.summary.written_by == "extractive"
    assert [f.error for f in result.failures] == ["NoFactHeld"]
    laws(result, drafted=len(result.facts) + len(result.rejected))


def test_a_judge_cannot_tick_a_changed_number() -> None:
    """Hard facts are code's to check: a judge that calls everything entailed ticks no wrong number."""

    def changed(text: str) -> str:
        return "Readers learn that " + text.translate(str.maketrans("0123456789", "7890123456"))

    model = ScriptedModel(honest(reword=changed))
    result = Summarizer(model=model).summarize(NEWS)
    for fact in result.facts:
        assert not any(character.isdigit() for character in fact.drafted)
    assert any(character.isdigit() for fact in result.rejected for character in fact.drafted)


def test_a_repaired_fact_shows_both_wordings() -> None:
    """A correction that holds replaces the statement; the drafted wording stays visible."""

    def relation(text: str) -> str:
        return "not_stated" if "surely" in text else "entailed"

    def surely(text: str) -> str:
        return reworded(text) + " surely"

    model = ScriptedModel(
        honest(reword=surely, relation=relation, correction=lambda text: text.removesuffix(" surely"))
    )
    result = Summarizer(model=model).summarize(NEWS)
    laws(result, drafted=drafted_by(model))
    repaired = [f for f in result.facts if f.statement != f.drafted]
    assert repaired
    assert all(f.drafted == f.statement + " surely" for f in repaired)


def test_sync_and_async_give_the_same_result() -> None:
    """One pipeline under two drivers: equal results, to the last token count."""
    small = ChunkPolicy(max_tokens=400, lead_tokens=60)
    one = Summarizer(model=ScriptedModel(honest(reword=reworded)), chunks=small).summarize(REPORT)
    two = asyncio.run(Summarizer(model=ScriptedModel(honest(reword=reworded)), chunks=small).asummarize(REPORT))
    assert one == two


def test_sync_works_inside_a_running_loop() -> None:
    """A notebook cell can call summarize()."""

    async def cell() -> Result:
        return Summarizer(model=ScriptedModel(honest())).summarize(NEWS)

    assert asyncio.run(cell()).facts


def test_a_failed_chunk_is_named_and_the_others_finish() -> None:
    """One chunk without an answer costs its own facts alone."""
    script = honest()

    def failing(call: Call) -> dict[str, object] | Exception:
        return ModelUnavailable("down", call_id=call.id) if call.id == "extract:c2" else script(call)

    model = ScriptedModel(failing)
    result = Summarizer(model=model, retry=ONCE).summarize(REPORT)
    assert [(f.call_id, f.error) for f in result.failures] == [("extract:c2", "ModelUnavailable")]
    assert "c2" in result.failures[0].lost
    laws(
        result,
        drafted=sum(len(list(lines_of(c))[1::3]) for c in model.calls if c.stage == "extract" and c.id != "extract:c2"),
    )
    assert result.usage.failed == 1


@pytest.mark.parametrize("error", [ModelUnavailable("down"), ModelRejected("no such model", status=404)])
def test_no_answer_at_all_is_an_error(error: Exception) -> None:
    """When no chunk was answered, the cause is raised instead of an empty result."""
    with pytest.raises(type(error), match=str(error)):
        Summarizer(model=ScriptedModel(lambda call: error), retry=ONCE).summarize(NEWS)


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(text='{"facts": [', finish="length"), "ReplyTruncated"),
        (Reply(text="I cannot help with that", finish="refusal"), "ReplyRefused"),
        (Reply(text="", finish="content_filter"), "ReplyRefused"),
        (Reply(text=""), "ReplyEmpty"),
        (Reply(text="Sure! Here are the facts."), "ReplyMalformed"),
        (Reply(text='{"facts": [{"statement": "x", "sentences": ["one"], "importance": 9}]}'), "ReplyMalformed"),
    ],
)
def test_an_unusable_extraction_is_named_and_never_ticked(reply: Reply, error: str) -> None:
    """Each kind of unusable reply has its own name in the failures, and the article's own sentences stand in."""
    result = Summarizer(model=ScriptedModel(lambda call: reply)).summarize(NEWS)
    assert result.failures[0].error == error
    assert result.summary.written_by == "extractive"
    assert all(f.decided_by == "verbatim" for f in result.facts)


def test_unknown_sentence_numbers_are_an_error_of_the_reply() -> None:
    """A fact that cites a sentence which it was not shown is drafted, refused and named; the others are kept."""
    script = honest()

    def forged(call: Call) -> dict[str, object]:
        if call.stage != "extract":
            return script(call)
        first, second = list(lines_of(call).values())[2:4]
        return {
            "facts": [
                {"statement": first, "sentences": [999], "importance": 5},
                {"statement": second, "sentences": [4], "importance": 5},
            ]
        }

    result = Summarizer(model=ScriptedModel(forged)).summarize(NEWS)
    assert [f.id for f in result.facts] == ["c1.2"]
    assert result.fact("c1.1").verdict == "unchecked"
    assert result.failures[0].error == "ReplyIncomplete"
    assert "999" in result.failures[0].message


def test_missing_repeated_and_unknown_judge_ids() -> None:
    """Claims that the judge left out or answered twice are unchecked, and the failure names them."""
    script = honest(reword=reworded)

    def careless(call: Call) -> dict[str, object]:
        answer = script(call)
        if call.stage == "judge_facts":
            claims = answer["claims"]
            assert isinstance(claims, list)
            del claims[0]
            claims.append(claims[0])
            claims.append({"id": "zz", "assertions": [], "correction": ""})
        return answer

    model = ScriptedModel(careless)
    result = Summarizer(model=model).summarize(NEWS)
    laws(result, drafted=drafted_by(model))
    broken = [f for f in result.failures if f.stage == "judge_facts"]
    assert broken
    assert all(f.error == "ReplyIncomplete" for f in broken)
    assert "is not answered" in broken[0].message
    assert "answered 2 times" in broken[0].message
    assert any(f.verdict == "unchecked" and "not judged" in f.reason for f in result.rejected)


def test_a_judge_that_skips_a_part_has_not_judged() -> None:
    """Assertions that do not cover the statement support nothing."""
    script = honest(reword=reworded)

    def lazy(call: Call) -> dict[str, object]:
        if call.stage != "judge_facts":
            return script(call)
        found = [{"text": "Something happened.", "sentences": [1], "relation": "entailed"}]
        return {"claims": [{"id": c["id"], "assertions": found, "correction": ""} for c in json_lines_of(call)]}

    result = Summarizer(model=ScriptedModel(lazy), verification="fast").summarize(NEWS)
    refused = [f for f in result.rejected if f.outcome == "refused"]
    assert refused
    assert all("passed over" in f.reason or f.decided_by == "rule" for f in refused)


def test_summary_sentences_that_do_not_hold_are_dropped_with_a_reason() -> None:
    """A sentence without support, without facts or with invented fact ids is not in the summary, and is listed."""
    script = honest()

    def inventive(call: Call) -> dict[str, object]:
        answer = script(call)
        if call.stage == "write":
            known = str(json_lines_of(call)[0]["id"])
            answer["parts"][0]["blocks"][0]["sentences"] += [  # type: ignore[index]
                {"text": "The Moon is made of cheese.", "facts": [known]},
                {"text": "Nobody knows.", "facts": []},
                {"text": "It cites an invented fact.", "facts": ["f999"]},
            ]
        return answer

    def relation(text: str) -> str:
        return "not_stated" if "cheese" in text else "entailed"

    script = honest(relation=relation)
    result = Summarizer(model=ScriptedModel(inventive)).summarize(NEWS)
    texts = [s.text for s in result.summary.sentences()]
    assert not {"The Moon is made of cheese.", "Nobody knows.", "It cites an invented fact."} & set(texts)
    reasons = {d.text: d.reason for d in result.summary.dropped}
    assert "names nothing that it stands on" in reasons["Nobody knows."]
    assert "f999" in reasons["It cites an invented fact."]
    assert "The Moon is made of cheese." in reasons


def test_where_no_written_sentence_holds_the_evidence_stands_in() -> None:
    """A summary of which nothing holds is replaced by the evidence sentences of the facts, and says so."""
    script = honest()

    def empty(call: Call) -> dict[str, object]:
        if call.stage == "write":
            lost = [{"text": "All is lost.", "facts": []}]
            return {"headline": "", "parts": [{"title": "", "blocks": [{"sentences": lost}]}]}
        return script(call)

    result = Summarizer(model=ScriptedModel(empty)).summarize(NEWS)
    laws(result, drafted=len(result.facts) + len(result.rejected))
    assert result.summary.written_by == "evidence"
    assert list(result.summary.sentences())


def test_a_title_that_states_something_must_hold() -> None:
    """A title that the judge finds unsupported is replaced by words of the article."""
    script = honest()

    def boastful(call: Call) -> dict[str, object]:
        answer = script(call)
        if call.stage == "write":
            answer["headline"] = "Ferry company collapses in disgrace"
        return answer

    script = honest(relation=lambda text: "not_stated" if "disgrace" in text else "entailed")
    result = Summarizer(model=ScriptedModel(boastful)).summarize(NEWS)
    assert "disgrace" not in result.summary.headline
    assert result.summary.headline_evidence
    assert any("disgrace" in d.text for d in result.summary.dropped)


def test_usage_counts_every_call_by_stage() -> None:
    """The report's totals are the sums over the stages, and the stages are those that made calls."""
    model = ScriptedModel(honest(reword=reworded))
    usage = Summarizer(model=model).summarize(NEWS).usage
    assert usage.calls == len(model.calls)
    assert {stage: u.calls for stage, u in usage.by_stage.items()} == Counter(c.stage for c in model.calls)


@pytest.mark.parametrize("length", ["short", "medium", "long"])
def test_without_a_model_everything_is_verbatim(length: str) -> None:
    """The extractive engine ticks sentences of the article, in three lengths, and calls nobody."""
    summarizer = Summarizer(model=None, length=length)  # type: ignore[arg-type]
    for path in sorted(ARTICLES.glob("*.*")):
        if path.name == "README.md":
            continue
        result = summarizer.summarize(path.read_text("utf-8"))
        laws(result, drafted=len(result.facts) + len(result.rejected))
        assert result.trace.engine == "extractive"
        assert 0 < len(result.facts) <= 24
        assert not [f for f in result.rejected if f.outcome == "refused"]
        assert {s.decided_by for s in result.summary.sentences()} == {"verbatim"}
        assert result == summarizer.summarize(path.read_text("utf-8"))


@pytest.mark.parametrize("most", [1, 3, 12])
def test_max_facts_is_the_most(most: int) -> None:
    """Never more key facts than asked for; what is over comes back as surplus."""
    result = Summarizer(model=ScriptedModel(honest()), max_facts=most).summarize(REPORT)
    assert len(result.facts) == most
    assert any(f.outcome == "surplus" for f in result.rejected)
