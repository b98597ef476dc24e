"""One look: what its judge is shown, and what is made of what it says, in either form."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from judging import BRIDGE, SENTENCES, answer, finding, judging, source_of
from scripts import lines_of
from stepping import Answer, play, step

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.calls.flow import alone
from summarizer.errors import ModelUnavailable
from summarizer.verification.claim import Claim
from summarizer.verification.judging.pages import CLOSEST
from summarizer.verification.judging.review import Review, ReviewRequest, review
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgeRole

SOURCE = source_of()
SMALL = source_of(max_tokens=64)
FERRY = "Readers learn that a ferry carries walkers until then."
ONE_WORD = JudgeRole(role="judge", form="yes_no")


def request(*statements: str, source: Source = SOURCE, group: str = "claims", again: bool = False) -> ReviewRequest:
    """A request about claims that say nothing about their places."""
    claims = [Claim(id=f"q{n}", statement=text, group=group) for n, text in enumerate(statements, start=1)]
    rulings = {claim.id: source.rules.rule_on(claim.statement) for claim in claims}
    if again:
        return ReviewRequest.second(claims[0], rulings=rulings, source=source)
    return ReviewRequest.first(claims, rulings=rulings)


def one_word(chance: float) -> Reply:
    """A reply whose Yes had this probability."""
    chances = (TokenChance("Yes", math.log(chance)), TokenChance("No", math.log(1 - chance)))
    return Reply(text="Yes", finish="length", first_token=chances)


def asked_one_word(reply: Answer, *, again: bool = False, statement: str = FERRY) -> tuple[Review, Call]:
    """What a look by one word comes to, and its call."""
    flow = review(request(statement, again=again), source=SOURCE, stage="judge_claims", judge=ONE_WORD, call_id="j:1:1")
    stepped = step(flow, reply)
    return stepped.value, stepped.calls[0]


def test_a_list_of_assertions_becomes_a_conclusion_for_each_claim() -> None:
    """Claims are joined by id, and what the judge would mend is kept."""
    other = "Readers learn that a ferry carries cars until then."
    said = {
        FERRY: answer("", finding(FERRY, 3)),
        other: answer("", finding(other, relation="not_stated"), correction=FERRY),
    }
    flow = review(request(FERRY, other), source=SOURCE, stage="judge_claims", judge=JudgeRole(), call_id="j:1:1")
    played = play(alone(flow), judging(said))
    ((call,),) = played.rounds
    assert (call.role, call.prompt_id) == ("main", "judge.v4")
    found = played.value
    assert {i: c.verdict for i, c in found.conclusions.items()} == {"q1": "supported", "q2": "not_stated"}
    assert found.judged == {"q1", "q2"}
    assert found.corrections == {"q2": FERRY}


def test_a_failed_look_leaves_what_the_rules_said() -> None:
    """Each claim has a conclusion all the same, and none counts as judged."""
    flow = review(request(FERRY), source=SOURCE, stage="judge_claims", judge=JudgeRole(), call_id="j:1:1")
    found = step(flow, ModelUnavailable("down")).value
    assert found.conclusions["q1"].verdict == "unchecked"
    assert found.conclusions["q1"].reason == "not judged: down"
    assert not found.judged
    assert [failure.error for failure in found.failures] == ["ModelUnavailable"]


def test_a_second_look_shows_the_chunk_and_the_best_places_of_the_document() -> None:
    """A claim that names no chunk is shown the one in which its best place stands, whole, and asked with doubt."""
    assert len(SMALL.chunks) > 1
    again = request(FERRY, source=SMALL, again=True)
    assert again.chunk_id == SMALL.chunk_at(again.places["q1"][0])
    shown = {unit.span for unit in again.page(SMALL, judge=JudgeRole()).units}
    assert {unit.span for unit in SMALL.chunks[again.chunk_id].units} <= shown
    assert set(SMALL.places(FERRY)) <= shown
    call = next(review(again, source=SMALL, stage="judge_claims", judge=JudgeRole(role="judge"), call_id="j:2:1"))
    assert (call.role, call.prompt_id) == ("judge", "doubt.v3")


def test_a_drafted_claim_is_shown_its_own_chunk_again() -> None:
    """The chunk that it was drafted from stays the one that is shown whole."""
    last = list(SMALL.chunks)[-1]
    assert request(FERRY, source=SMALL, group=last, again=True).chunk_id == last


def test_one_word_is_asked_over_the_closest_sentences() -> None:
    """Few sentences, in order; a second look shows more."""
    found, call = asked_one_word(one_word(0.999))
    assert (call.prompt_id, call.role) == ("yesno.v1", "judge")
    assert len(lines_of(call)) <= CLOSEST
    assert SENTENCES[4] in lines_of(call).values()
    _, wide = asked_one_word(one_word(0.999), again=True)
    assert len(lines_of(wide)) >= len(lines_of(call))
    assert found.conclusions["q1"].verdict == "supported"


def test_a_sure_yes_earns_a_tick_with_evidence() -> None:
    """The one assertion is the statement, entailed by the sentences that the search found, and the checks passed."""
    conclusion = asked_one_word(one_word(1 - 1e-6))[0].conclusions["q1"]
    assert (conclusion.verdict, conclusion.decided_by) == ("supported", "judge")
    (assertion,) = conclusion.assertions
    assert (assertion.text, assertion.relation) == (FERRY, "entailed")
    assert assertion.evidence == conclusion.evidence != ()
    assert all(BRIDGE[e.start : e.end] == e.text for e in conclusion.evidence)
    assert all(check.passed for check in conclusion.checks)


def test_a_sure_no_is_not_stated() -> None:
    """Nothing is entailed, and the reason gives the probability."""
    conclusion = asked_one_word(one_word(1e-6))[0].conclusions["q1"]
    assert (conclusion.verdict, conclusion.decided_by) == ("not_stated", "judge")
    assert "%" in conclusion.reason


def test_between_yes_and_no_nobody_could_tell() -> None:
    """Somewhere between a sure no and a sure yes the claim is unchecked, and has no assertion."""
    found = [asked_one_word(one_word(n / 1000))[0].conclusions["q1"] for n in range(1, 1000)]
    verdicts = list(dict.fromkeys(conclusion.verdict for conclusion in found))
    assert verdicts == ["not_stated", "unchecked", "supported"][: len(verdicts)]
    assert "unchecked" in verdicts
    assert all(c.decided_by is None and not c.assertions for c in found if c.verdict == "unchecked")


@pytest.mark.parametrize("statement", ["Readers learn that the detour adds 71 kilometers to the way to school."])
def test_a_sure_yes_overrules_no_check(statement: str) -> None:
    """A number that the source does not have gets no tick from a word."""
    conclusion = asked_one_word(one_word(1 - 1e-6), statement=statement)[0].conclusions["q1"]
    assert conclusion.verdict != "supported"
    assert conclusion.decided_by == "rule"


def test_a_server_without_probabilities_is_a_failure() -> None:
    """The claim is unchecked, and the failure says what is missing."""
    found, _ = asked_one_word(Reply(text="Yes"))
    assert found.conclusions["q1"].verdict == "unchecked"
    assert "token probabilities" in found.conclusions["q1"].reason
    assert not found.judged


def test_looks_at_different_claims_add_up() -> None:
    """Merging loses nothing."""
    one, _ = asked_one_word(one_word(0.9))
    failed, _ = asked_one_word(Reply(text="Yes"))
    other = replace(failed, conclusions={"z": failed.conclusions["q1"]})
    both = Review.merged([one, other])
    assert set(both.conclusions) == {"q1", "z"}
    assert both.judged == {"q1"}
    assert both.failures == failed.failures
    assert Review.merged([]).conclusions == {}


def test_a_judges_own_word_is_told_beside_the_conclusion() -> None:
    """`believed` holds what it takes for supported whole, also where the rules hold it back; a part is not whole."""
    wrong = "Readers learn that the detour adds 71 kilometers to the way to school."
    part = "Readers learn that a ferry carries cars until then."
    claims = [Claim(id=f"q{n}", statement=text) for n, text in enumerate((wrong, part), start=1)]
    source = source_of()
    rulings = {claim.id: source.rules.rule_on(claim.statement) for claim in claims}
    said = {
        wrong: answer("", finding(wrong, 1)),
        part: answer("", finding("a ferry carries", 1), finding("cars", relation="not_stated")),
    }
    request = ReviewRequest.first(claims, rulings=rulings)
    flow = review(request, source=source, stage="judge_claims", judge=JudgeRole(), call_id="judge_claims:1:1")
    found: Review = play(alone(flow), judging(said)).value
    assert found.judged == {"q1", "q2"}
    assert found.believed == {"q1"}
    assert found.conclusions["q1"].verdict != "supported"
