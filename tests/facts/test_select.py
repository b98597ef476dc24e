"""A small model copies out the key sentences of a chunk."""

from __future__ import annotations

import json

import pytest
from stepping import step

from summarizer.errors import ModelRejected
from summarizer.facts.extract import Extraction
from summarizer.facts.select import Selectable, select, selection_call
from summarizer.models.base import Reply
from summarizer.text.chunk import ChunkPolicy, chunk
from summarizer.text.document import Document
from summarizer.text.tokens import counter_for

TEXT = (
    "Bridge closed\n\nThe council closed the “old” bridge on Monday. Repairs take six weeks. A ferry carries 28 cars. "
    "It costs 9 euros. The island has 5,100 people. A clinic stays open."
)
DOCUMENT = Document.of(TEXT, format="plain")
(CHUNK,) = chunk(DOCUMENT, policy=ChunkPolicy(), counter=counter_for(None))
SELECTABLE = Selectable(chunk=CHUNK, numbers=tuple(range(2, len(CHUNK.units) + 1)))


def picked(*picks: tuple[str, int]) -> Extraction:
    """What a reply with these copies and numbers comes to."""
    facts = [{"statement": copied, "sentence": number} for copied, number in picks]
    return step(select(SELECTABLE, document=DOCUMENT), {"facts": facts}).value


def number_of(words: str) -> int:
    """The number of the sentence with these words."""
    return next(unit.number for unit in CHUNK.units if words in TEXT[unit.span.start : unit.span.end])


def test_a_copy_is_the_sentence_with_its_own_marks() -> None:
    """Other quotation marks, case and a missing stop are the sentence's own again; the span is the unit's."""
    (fact,) = picked(('the council closed the "old" bridge on monday', number_of("council"))).facts
    assert fact.statement == "The council closed the “old” bridge on Monday."
    assert TEXT[fact.cited[0].start : fact.cited[0].end] == fact.statement


def test_other_words_stay_and_end_with_a_stop() -> None:
    """What the model reworded is the draft; a part of the sentence gets the stop that the sentence has."""
    (part,) = picked(("The council closed the bridge", number_of("council"))).facts
    assert part.statement == "The council closed the bridge."
    (other,) = picked(("Bridge shut", number_of("council"))).facts
    assert other.statement == "Bridge shut"


def test_ids_and_importance_follow_the_order() -> None:
    """Facts are numbered as they came, the first is the most important, and none is below half."""
    facts = picked(("A", 2), ("B", 3), ("C", 4)).facts
    assert [fact.id for fact in facts] == ["c1.1", "c1.2", "c1.3"]
    assert [fact.importance for fact in facts] == sorted((fact.importance for fact in facts), reverse=True)
    assert facts[0].importance == 1
    assert facts[-1].importance > 0.5


def test_a_number_that_is_none_of_the_chunk_is_no_place() -> None:
    """A server that does not hold to the schema may let one through; the draft then has no place, and no error."""
    (fact,) = picked(("Repairs take six weeks.", 99)).facts
    assert fact.cited == ()


def test_the_schema_allows_just_these_numbers_and_this_many() -> None:
    """The numbers are those that may be picked, and as many facts are forced as are asked for in words."""
    call = selection_call(SELECTABLE, document=DOCUMENT)
    facts = json.loads(json.dumps(call.schema))["properties"]["facts"]
    assert facts["items"]["properties"]["sentence"]["enum"] == list(SELECTABLE.numbers)
    assert list(facts["items"]["properties"]) == ["statement", "sentence"]
    assert facts["minItems"] == facts["maxItems"] == len(SELECTABLE.numbers) // 2
    assert f"the {facts['maxItems']} most important" in call.messages[-1].content


@pytest.mark.parametrize(
    "answer", [Reply(text="no JSON"), Reply(text=""), ModelRejected("no", call_id="x", status=400)]
)
def test_what_failed_is_named(answer: Reply | ModelRejected) -> None:
    """An unusable reply, or none, leaves a failure that names the chunk, and no fact."""
    extraction = step(select(SELECTABLE, document=DOCUMENT), answer).value
    assert extraction.facts == ()
    assert not extraction.answered
    assert extraction.failures[0].call_id == "extract:c1"
    assert extraction.error is not None
