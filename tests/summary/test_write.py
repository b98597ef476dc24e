"""The draft of a summary: what is sent, and what a reply becomes."""

from __future__ import annotations

import json

import pytest
from judging import BRIDGE, SENTENCES
from made import evidence, fact
from scripts import json_lines_of
from stepping import Answer, converse, insist, step

from summarizer.calls.call import Call, Reply
from summarizer.document.document import Document
from summarizer.errors import ContextOverflow, ModelBusy, SummarizerError
from summarizer.facts.fact import CheckedFact
from summarizer.summary.size import Length
from summarizer.summary.write import DraftedSummary, write_summary, writing_call

DOCUMENT = Document.of(BRIDGE)
FACTS = [fact(f"c1.{n}", text, evidence(DOCUMENT, text)) for n, text in enumerate(SENTENCES, start=1)]


def sentence(text: str, *facts: str) -> dict[str, object]:
    """A sentence as a model writes it."""
    return {"text": text, "facts": list(facts)}


def written(
    *,
    headline: str = "",
    lead: list[list[dict[str, object]]] | None = None,
    sections: list[dict[str, object]] | None = None,
) -> DraftedSummary:
    """What a reply with these parts becomes; the lead is paragraphs of sentences."""
    reply = {"headline": headline, "lead": [{"sentences": p} for p in lead or []], "sections": sections or []}
    return step(write_summary(FACTS, document=DOCUMENT, length="medium", language="German"), reply).value


def section(
    title: str, *paragraphs: list[dict[str, object]], bullets: tuple[dict[str, object], ...] = ()
) -> dict[str, object]:
    """A section as a model writes it."""
    return {"title": title, "paragraphs": [{"sentences": p} for p in paragraphs], "bullets": list(bullets)}


def test_sentences_are_numbered_in_reading_order() -> None:
    """Ids are s1, s2 and so on over lead, paragraphs and bullets; titles have ids of their own."""
    draft = written(
        headline="H",
        lead=[[sentence("a", "c1.1"), sentence("b", "c1.2")], [sentence("c", "c1.3")]],
        sections=[
            section("T", [sentence("d", "c1.4")], bullets=(sentence("e", "c1.5"),)),
            section("U", [sentence("f")]),
        ],
    )
    assert [(s.id, s.text) for s in draft.sentences()] == [(f"s{n}", c) for n, c in enumerate("abcdef", start=1)]
    assert [(s.id, s.title) for s in draft.sections] == [("t1", "T"), ("t2", "U")]
    assert draft.headline == "H"
    assert not draft.failures


def test_white_space_is_folded_and_blank_sentences_are_none() -> None:
    """Sentences and titles are one line; what has no words is no sentence and takes no id."""
    draft = written(
        headline=" The\nbridge ",
        lead=[[sentence(" \n", "c1.1"), sentence(" A\n- b ", "c1.1")]],
        sections=[section("The\trest", [sentence("x", "c1.1")])],
    )
    assert [(s.id, s.text) for s in draft.sentences()] == [("s1", "A - b"), ("s2", "x")]
    assert draft.headline == "The bridge"
    assert draft.sections[0].title == "The rest"


def test_fact_ids_are_as_the_model_gave_them_each_once() -> None:
    """Unknown ids stay visible to the check; repeated ones are one."""
    draft = written(lead=[[sentence("a", "c1.2", "zz", "c1.2")]])
    assert draft.sentences()[0].fact_ids == ("c1.2", "zz")


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(text='{"headline": "x"}'), "ReplyMalformed"),
        (Reply(text="", finish="refusal"), "ReplyRefused"),
        (Reply(text="{}", finish="length"), "ReplyTruncated"),
        (Reply(text="\n"), "ReplyEmpty"),
        (ModelBusy("slow down", retry_after=3.0), "ModelBusy"),
    ],
)
def test_no_usable_reply_is_an_empty_draft_that_says_why(reply: Reply | SummarizerError, error: str) -> None:
    """Nothing is written, and the failure names what the result lacks."""
    draft = insist(write_summary(FACTS, document=DOCUMENT, length="short", language="x"), reply).value
    assert not draft.sentences()
    assert draft.headline == ""
    assert [(f.stage, f.call_id, f.error) for f in draft.failures] == [("write", "write", error)]
    assert draft.failures[0].lost == "the summary in the model's own sentences"


def test_a_cut_summary_is_asked_for_once_with_more_room() -> None:
    """Nothing of an answer that was cut is used; the second, with twice the limit, is the summary."""
    flow = write_summary(FACTS, document=DOCUMENT, length="short", language="x")
    whole = {"headline": "x", "lead": [{"sentences": [{"text": "b", "facts": ["c1.1"]}]}], "sections": []}
    stepped = step(flow, Reply(text='{"headline": "old", "lead": [{"sent', finish="length"), whole)
    assert [s.text for s in stepped.value.sentences()] == ["b"]
    assert not stepped.value.failures
    assert stepped.calls[1].max_output_tokens == 2 * stepped.calls[0].max_output_tokens


def test_facts_that_do_not_fit_are_halved_and_named() -> None:
    """The more important half is written, and the failure names the facts that were left out."""

    def small(call: Call) -> Answer:
        ids = [str(fact["id"]) for fact in json_lines_of(call)]
        if len(ids) > 3:
            return ContextOverflow("too long", call_id=call.id, status=400)
        return {"headline": "x", "lead": [{"sentences": [{"text": "a", "facts": ids}]}], "sections": []}

    draft = converse(write_summary(FACTS, document=DOCUMENT, length="short", language="x"), small)
    (sentence,) = draft.sentences()
    left = [f.id for f in FACTS if f.id not in sentence.fact_ids]
    assert list(sentence.fact_ids) == [f.id for f in FACTS[: len(sentence.fact_ids)]]
    assert left
    assert {f.error for f in draft.failures} == {"ContextOverflow"}
    assert all(any(i in f.lost for f in draft.failures) for i in left)


def test_a_context_too_small_for_any_facts_is_a_failure() -> None:
    """Halving ends at a handful of facts, and then nothing is written."""
    stepped = insist(
        write_summary(FACTS, document=DOCUMENT, length="short", language="x"), ContextOverflow("x", status=400)
    )
    assert not stepped.value.sentences()
    assert len(stepped.calls) <= 4
    assert stepped.value.failures[-1].lost == "the summary in the model's own sentences"


def test_the_call_sends_facts_with_their_evidence_and_nothing_else() -> None:
    """The model sees the facts given and the sentences behind them; the rest of the article stays out."""
    call = writing_call(FACTS[:2], document=DOCUMENT, length="medium", language="German")
    assert json_lines_of(call) == [
        {"id": f"c1.{n}", "fact": SENTENCES[n - 1], "source": [SENTENCES[n - 1]]} for n in (1, 2)
    ]
    everything = " ".join(message.content for message in call.messages)
    assert SENTENCES[2] not in everything
    assert "German" in everything
    assert json.dumps(["c1.1", "c1.2"]) in json.dumps(call.schema)
    assert (call.id, call.stage, call.prompt_id) == ("write", "write", "write.v1")


@pytest.mark.parametrize(
    ("facts", "length", "sentences", "sections"),
    [
        (1, "medium", 2, 1),
        (4, "medium", 6, 2),
        (9, "medium", 13, 4),
        (9, "short", 5, 1),
        (9, "long", 13, 4),
        (48, "long", 36, 8),
    ],
)
def test_no_more_is_asked_for_than_the_facts_carry(facts: int, length: Length, sentences: int, sections: int) -> None:
    """The length bounds a summary of many facts, the facts bound one of few."""
    some: list[CheckedFact] = (FACTS * 6)[:facts]
    call = writing_call(some, document=DOCUMENT, length=length, language="x")
    assert f"about {sentences} sentences in all, with at most {sections} sections" in call.messages[-1].content
