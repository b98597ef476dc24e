"""Facts and summary drafted in one call: each is read as from a call of its own."""

from __future__ import annotations

import json

import pytest
from judging import SENTENCES, source_of
from scripts import lines_of
from stepping import Answer, insist, step

from summarizer.calls.call import Reply
from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.tokens import counter_for
from summarizer.errors import ModelUnavailable, SummarizerError
from summarizer.facts.wishes import Wishes
from summarizer.summary.brief import Brief, brief_call, write_brief
from summarizer.summary.size import SummarySize

DOCUMENT = source_of().document
(CHUNK,) = chunk(DOCUMENT, policy=ChunkPolicy(max_tokens=2000), counter=counter_for(None))
SIZE = SummarySize(sentences=7, sections=1)
WISHES = Wishes(language="German", focus="what it costs")
FACTS = [
    {"statement": "The bridge is closed.", "sentences": [1], "importance": 5},
    {"statement": "It is haunted.", "sentences": [77], "importance": 1},
]
SENTENCE = {"text": "a", "facts": ["c1.1"], "sentences": [1, 78], "alone": ""}
WHOLE = {
    "facts": FACTS,
    "headline": "H",
    "parts": [{"title": "", "blocks": [{"bullets": False, "sentences": [SENTENCE]}]}],
    "missing": ["who pays"],
}


def brief(answer: Answer) -> Brief:
    """What one kind of answer comes to."""
    return insist(write_brief(CHUNK, document=DOCUMENT, most=4, size=SIZE, wishes=WISHES), answer).value


def test_a_reply_holds_facts_and_a_summary_of_them() -> None:
    """Facts have the ids that the sentences name, and the numbers of both are those of the article."""
    found = brief(WHOLE)
    assert [fact.id for fact in found.facts.facts] == ["c1.1", "c1.2"]
    assert found.facts.facts[0].cited[0].of(DOCUMENT.text) == SENTENCES[0]
    assert set(found.facts.unjudged) == {"c1.2"}
    assert found.facts.missing == ("who pays",)
    (sentence,) = found.summary.sentences()
    assert (sentence.fact_ids, sentence.cited, sentence.unknown) == (("c1.1",), found.facts.facts[0].cited, (78,))
    assert found.summary.headline == "H"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Reply(text='{"facts": []}'), "ReplyMalformed"),
        (Reply(text="{}", finish="length"), "ReplyTruncated"),
        (ModelUnavailable("down"), "ModelUnavailable"),
    ],
)
def test_without_an_answer_both_say_why(answer: Reply | SummarizerError, error: str) -> None:
    """No fact and no sentence; the failures name the facts and the summary as lost."""
    found = brief(answer)
    assert (found.facts.facts, found.facts.answered, found.summary.sentences()) == ((), False, ())
    assert type(found.facts.error).__name__ == error
    failures = (*found.facts.failures, *found.summary.failures)
    assert [(f.error, f.stage, f.lost) for f in failures] == [
        (error, "brief", "the facts of chunk c1"),
        (error, "brief", "the summary in the model's own sentences"),
    ]


def test_a_cut_answer_is_asked_for_once_with_more_room() -> None:
    """The second answer is read, with nothing of the first."""
    flow = write_brief(CHUNK, document=DOCUMENT, most=4, size=SIZE, wishes=WISHES)
    stepped = step(flow, Reply(text='{"facts": [', finish="length"), WHOLE)
    assert len(stepped.value.facts.facts) == 2
    assert stepped.calls[1].max_output_tokens == 2 * stepped.calls[0].max_output_tokens


def test_the_call_asks_for_both_within_bounds() -> None:
    """The article stands first; counts, ids, language and wishes are told, and only ids that are asked for exist."""
    call = brief_call(CHUNK, document=DOCUMENT, most=3, size=SIZE, wishes=WISHES)
    assert list(lines_of(call).values()) == list(SENTENCES)
    words = call.messages[-1].content
    wanted = ("c1.1, c1.2", "At most 3,", "At most 7 sentences", "at most 1 titled sections", "German")
    assert all(one in words for one in (*wanted, WISHES.as_words(), f"from 1 to {len(SENTENCES)}"))
    assert json.dumps(["c1.1", "c1.2", "c1.3"]) in json.dumps(call.schema)
    assert (call.id, call.stage, call.prompt_id) == ("brief", "brief", "brief.v1")


def test_a_bad_fact_moves_no_id() -> None:
    """What sentences name stays what they mean, and the bad fact is named."""
    facts = [FACTS[0], {"statement": "broken"}, FACTS[0]]
    found = brief({**WHOLE, "facts": facts})
    assert [fact.id for fact in found.facts.facts] == ["c1.1", "c1.3"]
    assert [failure.lost for failure in found.facts.failures] == ["those facts of chunk c1 that could not be read"]
    assert not found.summary.failures


def test_a_bad_sentence_is_named_and_the_others_stay() -> None:
    """The facts have lost nothing."""
    parts = [{"title": "", "blocks": [{"bullets": False, "sentences": [SENTENCE, {"text": 7}]}]}]
    found = brief({**WHOLE, "parts": parts})
    assert len(found.summary.sentences()) == 1
    assert [failure.lost for failure in found.summary.failures] == [
        "those sentences of the summary that could not be read"
    ]
    assert [failure.error for failure in found.facts.failures] == ["ReplyIncomplete"]
