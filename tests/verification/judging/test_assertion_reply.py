"""A reply in assertions, read against what was asked."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from judging import SENTENCES, source_of

from summarizer.calls.call import Call
from summarizer.errors import ModelUnavailable
from summarizer.verification.judging.assertion_reply import Judgements, WireAssertion, WireClaim, read_judgements
from summarizer.verification.judging.assertions import Question, judge_assertions
from summarizer.verification.judging.pages import page_around

SOURCE = source_of()
PAGE = page_around([SOURCE.units[0].span], source=SOURCE)
ASKED = ("a", "b", "c")


def call() -> Call:
    """The call that asks about the three claims."""
    questions = [Question(id=claim_id, statement="x", spans=(), checks=()) for claim_id in ASKED]
    return next(judge_assertions(questions, source=SOURCE, stage="judge_facts", call_id="j"))


def written(claim_id: str, *numbers: int) -> WireClaim:
    """What a model writes of a claim: one assertion that these sentences entail."""
    assertion = WireAssertion(text="x", sentences=list(numbers), relation="entailed")
    return WireClaim(id=claim_id, assertions=[assertion], correction="")


def read(*claims: WireClaim) -> Judgements:
    """The judgements that claims as written come to."""
    return read_judgements(claims, asked=ASKED, document=SOURCE.document, page=PAGE, call=call())


@given(st.lists(st.sampled_from(["a", "b", "c", "d", ""]), max_size=7))
def test_each_claim_asked_about_is_judged_or_is_not(written_ids: list[str]) -> None:
    """Whatever ids come back: each one asked is a key of exactly one, and judged if it is answered once."""
    found = read(*[written(claim_id, 1) for claim_id in written_ids])
    assert sorted([*found.by_claim, *found.unjudged]) == list(ASKED)
    assert set(found.by_claim) == {claim_id for claim_id in ASKED if written_ids.count(claim_id) == 1}
    assert bool(found.failures) is (sorted(written_ids) != list(ASKED))


def test_numbers_are_those_of_the_page() -> None:
    """The first sentence shown is number 1, places are in the judge's order; one that was not shown entails nothing."""
    found = read(written("a", 2, 1), written("b", 4), written("c"))
    first, second, third = (found.by_claim[claim_id].assertions[0] for claim_id in ASKED)
    assert [evidence.text for evidence in first.evidence] == [SENTENCES[1], SENTENCES[0]]
    assert (first.relation, second.relation, third.relation) == ("entailed", "not_stated", "not_stated")


def test_a_failed_call_has_a_judgement_of_none() -> None:
    """Each claim is named, with the one failure."""
    found = Judgements.none_for(ASKED, error=ModelUnavailable("down"), call=call())
    assert found.by_claim == {}
    assert list(found.unjudged) == list(ASKED)
    assert [failure.lost for failure in found.failures] == ["the judgement of a, b, c"]


def test_calls_about_different_claims_add_up() -> None:
    """Merging loses nothing."""
    one = read(written("a", 1), written("b", 1), written("c", 1))
    other = Judgements.none_for(["d"], error=ModelUnavailable("down"), call=call())
    both = Judgements.merged([one, replace(other)])
    assert (both.by_claim, both.unjudged, both.failures) == (one.by_claim, other.unjudged, other.failures)
