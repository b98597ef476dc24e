"""Asking for the facts of one chunk: what is sent, and what is done where no whole answer comes."""

from __future__ import annotations

import json

import pytest
from judging import BRIDGE, SENTENCES
from scripts import lines_of
from stepping import Answer, converse, insist, step

from summarizer.calls.call import Call, Reply
from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.errors import ContextOverflow, ModelUnavailable, SummarizerError
from summarizer.facts.chunk_draft import ChunkDraft
from summarizer.facts.draft import draft_facts, drafting_call, raise_if_unreachable
from summarizer.facts.wishes import Wishes

DOCUMENT = Document.of(BRIDGE)
CHUNKS = chunk(DOCUMENT, policy=ChunkPolicy(max_tokens=70, lead_tokens=30), counter=counter_for("gpt-5"))
FIRST, SECOND = CHUNKS[0], CHUNKS[1]
GERMAN = Wishes(language="German")


def drafted(statement: str, *sentences: int, importance: int = 3) -> dict[str, object]:
    """A fact as a model writes it."""
    return {"statement": statement, "sentences": list(sentences), "importance": importance}


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(text='{"facts": [{"statement": "x", "sentences": [1], "importance": 9}]}'), "ReplyMalformed"),
        (Reply(text='{"facts": [{"statement": "x", "sentences": ["one"], "importance": 3}]}'), "ReplyMalformed"),
        (Reply(text="I cannot", finish="refusal"), "ReplyRefused"),
        (Reply(text='{"facts": []}', finish="length"), "ReplyTruncated"),
        (Reply(text=""), "ReplyEmpty"),
        (ModelUnavailable("down"), "ModelUnavailable"),
    ],
)
def test_no_usable_reply_is_a_failure_of_the_chunk(reply: Reply | SummarizerError, error: str) -> None:
    """The failure names the chunk; the error itself is kept, so that the pipeline can tell why."""
    found = insist(draft_facts(SECOND, document=DOCUMENT, most=10, wishes=GERMAN), reply).value
    assert not found.facts
    assert not found.answered
    assert type(found.error).__name__ == error
    assert [(f.error, f.call_id, f.lost) for f in found.failures] == [(error, "extract:c2", "the facts of chunk c2")]


def test_an_answer_that_cannot_be_read_is_repaired_once() -> None:
    """The repair's facts count, and nothing failed; the ids are those of an answer at once."""
    flow = draft_facts(SECOND, document=DOCUMENT, most=10, wishes=GERMAN)
    stepped = step(flow, Reply(text="Sure!"), {"facts": [drafted("a", 1)]})
    assert [f.id for f in stepped.value.facts] == ["c2.1"]
    assert not stepped.value.failures
    assert [c.id for c in stepped.calls] == ["extract:c2", "extract:c2:repair"]


WHOLE = [drafted("a", 1), drafted("b", 2)]
LISTED = ", ".join(json.dumps(fact) for fact in WHOLE)


@pytest.mark.parametrize(
    ("cut", "kept"),
    [
        (f'{{"facts": [{LISTED}, {{"statement": "c", "sentences": [1], "importance": 3', ["a", "b"]),
        (f'{{"facts": [{LISTED}, {{"statement": "c", "importance": 3, "sentences": [1', ["a", "b"]),
        (f'{{"facts": [{LISTED}, {{"statement": "c', ["a", "b"]),
        (f'{{"facts": [{LISTED}, ', ["a", "b"]),
        (f'{{"facts": [{LISTED}', ["a", "b"]),
        (f'```json\n{{"facts": [{LISTED}]', ["a", "b"]),
        (f'{{"facts": [{LISTED[:-1]}', ["a"]),
        (f'{{"facts": [{json.dumps(WHOLE[0])}, {{"statement": "x"}}, {json.dumps(WHOLE[1])}, {{', ["a", "b"]),
    ],
)
def test_whole_facts_of_a_cut_answer_are_kept_and_the_rest_is_asked_for(cut: str, kept: list[str]) -> None:
    """Only facts that came whole count; the second call shows them, has a larger limit, and adds what is missing."""
    flow = draft_facts(FIRST, document=DOCUMENT, most=10, wishes=GERMAN)
    stepped = step(flow, Reply(text=cut, finish="length"), {"facts": [drafted("d", 1)]})
    assert [f.statement for f in stepped.value.facts] == [*kept, "d"]
    assert [f.id for f in stepped.value.facts] == [f"c1.{n}" for n in range(1, len(kept) + 2)]
    assert not stepped.value.failures
    first, second = stepped.calls
    assert second.max_output_tokens == 2 * first.max_output_tokens
    assert second.prompt_id == "continue.v1"
    assert second.messages[0] == first.messages[0]
    assert second.messages[-1].content.startswith(first.messages[-1].content)
    shown = second.messages[-1].content.removeprefix(first.messages[-1].content)
    assert [json.loads(line)["statement"] for line in shown.splitlines() if line.startswith("{")] == kept


def test_an_answer_cut_twice_keeps_both_and_says_what_is_lost() -> None:
    """Whole facts of both answers are kept, and one failure names the rest."""
    cut = Reply(text=f'{{"facts": [{LISTED}, {{"st', finish="length")
    found = insist(draft_facts(FIRST, document=DOCUMENT, most=10, wishes=GERMAN), cut).value
    assert len(found.facts) == 4
    assert found.answered
    assert [(f.error, f.lost) for f in found.failures] == [
        ("ReplyTruncated", "the facts of chunk c1 after the first 4")
    ]


def test_an_answer_that_runs_on_is_not_asked_for_again() -> None:
    """What came whole is kept, one failure names the rest, and a weak model does not fill a larger limit too."""
    endless = f'{{"facts": [{LISTED}, {{"statement": "{"and so on " * 200}'
    stepped = step(draft_facts(FIRST, document=DOCUMENT, most=10, wishes=GERMAN), Reply(text=endless, finish="length"))
    assert [f.statement for f in stepped.value.facts] == ["a", "b"]
    assert [f.error for f in stepped.value.failures] == ["ReplyTruncated"]


def test_an_answer_of_reasoning_alone_is_asked_for_again_with_much_more_room() -> None:
    """Where the limit cut before a word came, the same call goes out with four times the limit."""
    flow = draft_facts(FIRST, document=DOCUMENT, most=10, wishes=GERMAN)
    stepped = step(flow, Reply(text="", finish="length"), {"facts": [drafted("a", 1)]})
    first, second = stepped.calls
    assert second.max_output_tokens == 4 * first.max_output_tokens
    assert second.messages == first.messages
    assert not stepped.value.failures


def test_a_chunk_that_does_not_fit_is_halved() -> None:
    """The halves hold the chunk's sentences, each numbered from 1, and the facts cite places of the whole document."""
    asked: list[Call] = []

    def small(call: Call) -> Answer:
        asked.append(call)
        if len(lines_of(call)) > 2:
            return ContextOverflow("too long", call_id=call.id, status=400)
        return {"facts": [drafted(text, number) for number, text in lines_of(call).items()]}

    (whole,) = chunk(DOCUMENT, policy=ChunkPolicy(max_tokens=2000), counter=counter_for("gpt-5"))
    found = converse(draft_facts(whole, document=DOCUMENT, most=10, wishes=GERMAN), small)
    assert [f.cited[0].of(BRIDGE) for f in found.facts] == list(SENTENCES)
    assert [f.statement for f in found.facts] == list(SENTENCES)
    assert {f.chunk_id[:3] for f in found.facts} == {"c1a", "c1b"}
    assert len({f.id for f in found.facts}) == len(SENTENCES)
    assert found.answered
    assert not found.failures
    assert {"extract:c1", "extract:c1a", "extract:c1b"} <= {call.id for call in asked}


def test_halving_has_a_floor() -> None:
    """A model that takes nothing is asked a bounded number of times, and every part comes back as a failure."""
    (whole,) = chunk(DOCUMENT, policy=ChunkPolicy(max_tokens=2000), counter=counter_for("gpt-5"))
    stepped = insist(
        draft_facts(whole, document=DOCUMENT, most=10, wishes=GERMAN), ContextOverflow("too long", status=400)
    )
    assert len(stepped.calls) <= 15
    assert not stepped.value.answered
    assert isinstance(stepped.value.error, ContextOverflow)
    assert {f.error for f in stepped.value.failures} == {"ContextOverflow"}
    assert len(stepped.value.failures) <= 8


def test_the_call_shows_the_chunk_and_its_lead() -> None:
    """Numbered lines are the chunk's, the sentences before it have no number, and the language is named."""
    call = drafting_call(SECOND, document=DOCUMENT, most=10, wishes=GERMAN)
    words = call.messages[-1].content
    assert (call.id, call.stage, call.prompt_id, call.schema_name) == ("extract:c2", "extract", "extract.v2", "facts")
    assert list(lines_of(call).values()) == [unit.span.of(BRIDGE) for unit in SECOND.units]
    assert SECOND.lead
    assert all(f"[before] {SENTENCES[i]}" in words for i in SECOND.lead)
    assert "German" in words
    assert json.dumps(call.schema).count(json.dumps([unit.number for unit in SECOND.units])) == 1


@pytest.mark.parametrize(("sentences", "most", "count"), [(1, 9, 2), (4, 9, 2), (10, 9, 5), (60, 9, 9), (60, 1, 1)])
def test_how_many_facts_are_asked_for(sentences: int, most: int, count: int) -> None:
    """At most as many as wished, and of a short chunk a fact for two sentences, but two."""
    document = Document.of(" ".join(f"Mill {n} closed for good." for n in range(sentences)))
    (whole,) = chunk(document, policy=ChunkPolicy(), counter=counter_for(None))
    assert len(whole.units) == sentences
    call = drafting_call(whole, document=document, most=most, wishes=Wishes())
    assert f"at most {count}." in call.messages[-1].content


def test_a_reader_is_told_what_the_text_does_not_say() -> None:
    """The wishes stand in the call, and what the model found missing comes back, each in one line."""
    wishes = Wishes(focus="what changes for pupils")
    reply = {"facts": [drafted("a", 1)], "missing": ["who pays\nfor the bus", " "]}
    stepped = step(draft_facts(FIRST, document=DOCUMENT, most=10, wishes=wishes), reply)
    assert wishes.as_words() in stepped.calls[0].messages[-1].content
    assert stepped.value.missing == ("who pays for the bus",)


def test_a_run_ends_where_no_chunk_reached_the_model() -> None:
    """The first error is raised; one answer, or an answer that could not be read, is enough to go on with."""

    def of(answer: Answer) -> ChunkDraft:
        return insist(draft_facts(FIRST, document=DOCUMENT, most=10, wishes=GERMAN), answer).value

    down, busy = of(ModelUnavailable("down")), of(ModelUnavailable("busy"))
    with pytest.raises(ModelUnavailable, match="down"):
        raise_if_unreachable([down, busy])
    raise_if_unreachable([down, of({"facts": []})])
    raise_if_unreachable([down, of(Reply(text=""))])
    raise_if_unreachable([])


def test_one_bad_fact_is_named_and_the_others_stay() -> None:
    """They keep the ids of their places in the answer, and no other answer is asked for."""
    flow = draft_facts(SECOND, document=DOCUMENT, most=10, wishes=GERMAN)
    stepped = step(flow, {"facts": [drafted("a", 1), {"statement": "b"}, drafted("c", 2)]})
    found = stepped.value
    assert [(fact.id, fact.statement) for fact in found.facts] == [("c2.1", "a"), ("c2.3", "c")]
    assert found.answered
    (failure,) = found.failures
    assert (failure.error, failure.call_id) == ("ReplyMalformed", "extract:c2")
    assert failure.lost == "those facts of chunk c2 that could not be read"
    assert "facts.1: " in failure.message


def test_of_a_bad_answer_with_a_bad_repair_what_could_be_read_stays() -> None:
    """One good fact of three is worth a repair, and is kept where that brings nothing."""
    flow = draft_facts(SECOND, document=DOCUMENT, most=10, wishes=GERMAN)
    stepped = step(flow, {"facts": [drafted("a", 1), {}, {}]}, Reply(text="Sure!"))
    assert [c.id for c in stepped.calls] == ["extract:c2", "extract:c2:repair"]
    assert [fact.statement for fact in stepped.value.facts] == ["a"]
    assert [failure.call_id for failure in stepped.value.failures] == ["extract:c2"]
