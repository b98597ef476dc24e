"""A small model picks the key sentences of a chunk, one a call."""

from __future__ import annotations

import json
from typing import cast

import pytest
from stepping import step

from summarizer.errors import ModelRejected, ModelUnavailable
from summarizer.facts.select import Selectable, select
from summarizer.models.base import Call, Reply
from summarizer.text.chunk import ChunkPolicy, chunk
from summarizer.text.document import Document
from summarizer.text.tokens import counter_for

TEXT = (
    "Bridge closed\n\nThe council closed the “old” bridge on Monday. Repairs take six weeks. A ferry carries 28 cars. "
    "It costs 9 euros. The island has 5,100 people. A clinic stays open."
)
DOCUMENT = Document.of(TEXT, format="plain")
(CHUNK,) = chunk(DOCUMENT, policy=ChunkPolicy(), counter=counter_for(None))
SELECTABLE = Selectable(chunk=CHUNK, numbers=tuple(range(2, len(CHUNK.units) + 1)), count=3)
COUNCIL, FERRY, ISLAND = (
    "The council closed the “old” bridge on Monday.",
    "A ferry carries 28 cars.",
    "The island has 5,100 people.",
)


def allowed(call: Call) -> list[str]:
    """The sentences that a call's schema allows."""
    schema = json.loads(json.dumps(call.schema))
    return cast("list[str]", schema["properties"]["sentence"]["enum"])


def test_a_pick_is_a_sentence_at_its_place() -> None:
    """Each draft is a sentence of the article, and its span holds just that."""
    extraction = step(
        select(SELECTABLE, document=DOCUMENT), *({"sentence": sentence} for sentence in (FERRY, COUNCIL, ISLAND))
    ).value
    assert [fact.statement for fact in extraction.facts] == [FERRY, COUNCIL, ISLAND]
    assert [TEXT[s.start : s.end] for fact in extraction.facts for s in fact.cited] == [FERRY, COUNCIL, ISLAND]
    assert [fact.id for fact in extraction.facts] == ["c1.1", "c1.2", "c1.3"]


def test_the_first_pick_is_the_most_important() -> None:
    """Importance falls with every pick and stays above half."""
    facts = step(
        select(SELECTABLE, document=DOCUMENT), *({"sentence": sentence} for sentence in (FERRY, COUNCIL, ISLAND))
    ).value.facts
    assert facts[0].importance == 1
    assert [fact.importance for fact in facts] == sorted((fact.importance for fact in facts), reverse=True)
    assert facts[-1].importance > 0.5


def test_what_was_picked_is_not_allowed_again() -> None:
    """Every call allows the sentences that are left, in the words of the first call, for the server's prompt cache."""
    calls = step(
        select(SELECTABLE, document=DOCUMENT), *({"sentence": sentence} for sentence in (FERRY, COUNCIL, ISLAND))
    ).calls
    assert "Bridge closed" not in allowed(calls[0])
    assert set(allowed(calls[0])) - set(allowed(calls[1])) == {FERRY}
    assert set(allowed(calls[1])) - set(allowed(calls[2])) == {COUNCIL}
    assert len({call.messages for call in calls}) == 1
    assert len({call.id for call in calls}) == len(calls)


def test_no_more_is_asked_for_than_is_there() -> None:
    """Of two sentences at most two are picked, whatever the count."""
    two = Selectable(chunk=CHUNK, numbers=SELECTABLE.numbers[:2], count=9)
    picks = ({"sentence": COUNCIL}, {"sentence": "Repairs take six weeks."})
    assert len(step(select(two, document=DOCUMENT), *picks).value.facts) == 2


@pytest.mark.parametrize("sentence", ["The council opened the bridge.", COUNCIL])
def test_what_may_not_be_picked_ends_the_picking(sentence: str) -> None:
    """A server that does not hold to the schema may bring other words, or a sentence again: a failure by name."""
    extraction = step(select(SELECTABLE, document=DOCUMENT), {"sentence": COUNCIL}, {"sentence": sentence}).value
    assert [fact.statement for fact in extraction.facts] == [COUNCIL]
    (failure,) = extraction.failures
    assert (failure.error, failure.call_id) == ("ReplyIncomplete", "extract:c1.2")
    assert "after the first 1" in failure.lost


def test_a_bad_reply_is_repaired_once() -> None:
    """What is no JSON is asked for once more."""
    stepped = step(
        select(Selectable(chunk=CHUNK, numbers=SELECTABLE.numbers, count=1), document=DOCUMENT),
        Reply(text="no JSON"),
        {"sentence": COUNCIL},
    )
    assert [fact.statement for fact in stepped.value.facts] == [COUNCIL]
    assert [call.id for call in stepped.calls] == ["extract:c1.1", "extract:c1.1:repair"]


@pytest.mark.parametrize("answer", [Reply(text=""), ModelRejected("no", call_id="x", status=400)])
def test_what_failed_is_named(answer: Reply | ModelRejected) -> None:
    """An unusable reply, or none, leaves a failure that names the chunk, and no fact."""
    extraction = step(select(SELECTABLE, document=DOCUMENT), answer).value
    assert extraction.facts == ()
    assert not extraction.answered
    assert extraction.failures[0].call_id == "extract:c1.1"
    assert "chunk c1" in extraction.failures[0].lost
    assert extraction.error is not None


def test_what_was_picked_before_a_failure_stays() -> None:
    """A line that breaks at the second pick does not lose the first."""
    extraction = step(
        select(SELECTABLE, document=DOCUMENT), {"sentence": ISLAND}, ModelUnavailable("gone", call_id="x")
    ).value
    assert [fact.statement for fact in extraction.facts] == [ISLAND]
    assert extraction.answered
    assert extraction.error is None
    assert [failure.error for failure in extraction.failures] == ["ModelUnavailable"]
