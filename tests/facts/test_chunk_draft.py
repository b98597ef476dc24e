"""The facts of one chunk as read from an answer: ids and places are given by code, and wrong numbers are named."""

from __future__ import annotations

import pytest
from judging import BRIDGE, SENTENCES

from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.errors import ModelUnavailable, ReplyTruncated
from summarizer.facts.chunk_draft import ChunkDraft, FactAnswer, WireFact, join_drafts, read_facts
from summarizer.facts.draft import drafting_call
from summarizer.facts.wishes import Wishes

DOCUMENT = Document.of(BRIDGE)
CHUNKS = chunk(DOCUMENT, policy=ChunkPolicy(max_tokens=70, lead_tokens=30), counter=counter_for("gpt-5"))
FIRST, SECOND = CHUNKS[0], CHUNKS[1]


def drafted(statement: str, *sentences: int, importance: int = 3) -> WireFact:
    """A fact as a model writes it."""
    wire = {"statement": statement, "sentences": list(sentences), "importance": importance}
    return WireFact.model_validate(wire)


def read(answer: FactAnswer, of: int = 0) -> ChunkDraft:
    """What an answer about one of the chunks comes to."""
    call = drafting_call(CHUNKS[of], document=DOCUMENT, most=10, wishes=Wishes())
    return read_facts(answer, chunk=CHUNKS[of], call=call)


def extracted(*facts: WireFact, of: int = 0) -> ChunkDraft:
    """What these facts come to."""
    return read(FactAnswer(facts=facts), of)


def test_ids_are_the_chunk_and_the_position() -> None:
    """Ids of different chunks never meet, and the order is the model's."""
    one, two = extracted(drafted("a", 1), drafted("b", 1)), extracted(drafted("c", 1), of=1)
    assert [f.id for f in (*one.facts, *two.facts)] == ["c1.1", "c1.2", "c2.1"]
    assert [f.chunk_id for f in (*one.facts, *two.facts)] == ["c1", "c1", "c2"]
    assert one.answered
    assert one.error is None
    assert not one.failures


def test_numbers_are_those_of_the_chunk() -> None:
    """Sentence 1 of the second chunk is its own first line, not that of the document."""
    (fact,) = extracted(drafted("x", 1), of=1).facts
    assert fact.cited == (SECOND.units[0].span,)
    assert fact.cited[0].start > 0


def test_what_comes_beyond_all_that_was_asked_for_is_not_looked_at() -> None:
    """A reply of four thousand facts is drafted whole, and costs no more checks than forty."""
    found = extracted(*(drafted(f"fact {number}", 1) for number in range(4000)))
    assert len(found.facts) == 4000
    assert list(found.unjudged) == [f"c1.{number}" for number in range(41, 4001)]
    assert "more than the 40 facts" in found.unjudged["c1.41"]


def test_places_are_in_the_models_order_each_once() -> None:
    """The sentence that decides stands first, as the model named it; a repeated number is the same place."""
    (fact,) = extracted(drafted("x", 2, 1, 2)).facts
    assert [span.of(BRIDGE) for span in fact.cited] == [SENTENCES[1], SENTENCES[0]]


@pytest.mark.parametrize("outside", [0, -1, len(FIRST.units) + 1, 999])
def test_a_number_outside_the_chunk_is_an_error_of_the_reply(outside: int) -> None:
    """The fact is drafted and not judged, a failure names fact and number, and the others stay as they are."""
    found = extracted(drafted("a", 1), drafted("b", 1, outside), drafted("c", 2))
    assert [f.id for f in found.facts] == ["c1.1", "c1.2", "c1.3"]
    assert set(found.unjudged) == {"c1.2"}
    assert found.answered
    (failure,) = found.failures
    assert (failure.error, failure.stage, failure.call_id) == ("ReplyIncomplete", "extract", "extract:c1")
    assert f"c1.2 cites {outside}" in failure.message
    assert f"1 to {len(FIRST.units)}" in failure.message
    assert failure.lost == "the ticks of c1.2"
    assert found.facts[1].cited == (FIRST.units[0].span,)


def test_all_wrong_numbers_share_one_failure() -> None:
    """One reply, one failure, whatever number of facts it concerns."""
    found = extracted(drafted("a", 90, 91), drafted("b", 92))
    assert set(found.unjudged) == {"c1.1", "c1.2"}
    (failure,) = found.failures
    assert "c1.1 cites 90, 91; c1.2 cites 92" in failure.message


def test_a_fact_without_a_number_is_drafted() -> None:
    """A fact that names no sentence is looked for by the search; it is not lost and not an error."""
    found = extracted(drafted("a"))
    assert found.facts[0].cited == ()
    assert not found.unjudged
    assert not found.failures


@pytest.mark.parametrize(("given", "read"), [(1, 0.2), (3, 0.6), (5, 1.0)])
def test_importance_is_a_share_of_five(given: int, read: float) -> None:
    """1 to 5 becomes 0.2 to 1."""
    assert extracted(drafted("a", 1, importance=given)).facts[0].importance == pytest.approx(read)


def test_white_space_in_a_statement_is_folded() -> None:
    """A statement is one line."""
    assert extracted(drafted("  The bridge\n\tis closed. ", 1)).facts[0].statement == "The bridge is closed."


def test_no_fact_is_an_answer() -> None:
    """An empty list is a usable reply without a failure."""
    found = extracted()
    assert found.answered
    assert not found.facts
    assert not found.failures


def test_more_facts_than_asked_for_are_kept() -> None:
    """The bound of the schema stops a model; what came all the same is not thrown away."""
    assert len(extracted(*[drafted(str(n), 1) for n in range(30)]).facts) == 30


def test_what_is_missing_is_kept_without_empty_lines() -> None:
    """What the text was found not to say is in phrases of one line each."""
    assert read(FactAnswer(facts=[], missing=["who\n pays", "", " "])).missing == ("who pays",)


def test_a_part_of_an_answer_is_an_answer() -> None:
    """Where some facts came before the cut, the failure says after how many; the error is no longer the draft's."""
    cut = ReplyTruncated("cut", raw="")
    found = read(FactAnswer(facts=[drafted("a", 1)], error=cut))
    assert (found.answered, found.error) == (True, None)
    assert [failure.lost for failure in found.failures] == ["the facts of chunk c1 after the first 1"]
    none = read(FactAnswer(facts=[], error=cut))
    assert (none.answered, none.error) == (False, cut)
    assert [failure.lost for failure in none.failures] == ["the facts of chunk c1"]


def test_drafts_of_halves_are_one_draft() -> None:
    """All that both brought is kept, in order; one half with an answer is an answer."""
    down = ModelUnavailable("down")
    failed = read(FactAnswer(facts=[], error=down))
    good = read(FactAnswer(facts=[drafted("a", 1), drafted("b", 99)], missing=["x"]), of=1)
    both = join_drafts([failed, good])
    assert both.facts == good.facts
    assert set(both.unjudged) == {"c2.2"}
    assert both.failures == failed.failures + good.failures
    assert (both.answered, both.error, both.missing) == (True, None, ("x",))
    assert join_drafts([failed, failed]).error is down
