"""Who is asked about which claims, by how hard a verification looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from judging import SENTENCES, answer, finding, judging, source_of
from scripts import json_lines_of
from stepping import no_call, play

from summarizer.calls.call import Call
from summarizer.calls.flow import each
from summarizer.verification.claim import Claim
from summarizer.verification.judging.panel import Panel, SecondRequest
from summarizer.verification.judging.review import Review, ReviewRequest
from summarizer.verification.policy import CLAIMS_PER_CALL, JudgePolicy, JudgeRole, Level, Standing
from summarizer.verification.rules.ruling import Ruling

SOURCE = source_of()
FERRY = "Readers learn that a ferry carries walkers until then."
WRONG = "Readers learn that the detour adds 71 kilometers to the way to school."
UNFOUND = "Readers learn that a ferry carries 64 walkers."


def panel(level: Level = "standard", *, form: Any = "assertions") -> Panel:
    """A panel in which one model is both judges."""
    return Panel(source=SOURCE, stage="judge_claims", policy=JudgePolicy.of(level, main=form))


def ruled(*statements: str) -> tuple[list[Claim], dict[str, Ruling]]:
    """Claims, and the rules' rulings on them."""
    claims = [Claim(id=f"q{n}", statement=text, group="claims") for n, text in enumerate(statements, start=1)]
    return claims, {claim.id: SOURCE.rules.rule_on(claim.statement) for claim in claims}


def grouped(requests: list[ReviewRequest]) -> list[list[str]]:
    """The ids of the claims of each request."""
    return [[claim.id for claim in request.claims] for request in requests]


def judged(level: Level, said: Mapping[str, dict[str, object]], *statements: str) -> tuple[Review, list[Call]]:
    """What the first reviews of statements come to, and their calls."""
    claims, rulings = ruled(*statements)
    here = panel(level)
    played = play(each(here.reviews(here.first_requests(claims, rulings), number=1)), judging(said))
    return Review.merged(played.value), [call for calls in played.rounds for call in calls]


def test_what_the_rules_support_is_in_no_request() -> None:
    """A sentence of the source needs no judge; a wrong number may still be mended by one."""
    assert SOURCE.rules.rule_on(WRONG).verdict != "unchecked"
    assert grouped(panel().first_requests(*ruled(SENTENCES[4], FERRY, WRONG))) == [["q2", "q3"]]


def test_one_word_is_not_asked_where_the_rules_speak_against_a_claim() -> None:
    """It could earn no tick, as it names no evidence of its own; and each claim is asked about alone."""
    assert grouped(panel(form="yes_no").first_requests(*ruled(FERRY, WRONG, FERRY))) == [["q1"], ["q3"]]


@pytest.mark.parametrize(("level", "sizes"), [("fast", [50, 2]), ("standard", [50, 2]), ("strict", [1] * 52)])
def test_claims_share_calls_unless_strict(level: Level, sizes: list[int]) -> None:
    """As many in a call as an article in one piece has; when strict each is alone."""
    assert CLAIMS_PER_CALL == 50
    assert [len(ids) for ids in grouped(panel(level).first_requests(*ruled(*[FERRY] * 52)))] == sizes


def test_groups_are_not_mixed() -> None:
    """Claims of different chunks are different requests, in the order in which the groups begin."""
    claims = [Claim(id=f"{group}{n}", statement=FERRY, group=group) for n in (1, 2) for group in ("c2", "c1")]
    rulings = {claim.id: SOURCE.rules.rule_on(FERRY) for claim in claims}
    assert grouped(panel().first_requests(claims, rulings)) == [["c21", "c22"], ["c11", "c12"]]


def test_strict_asks_the_second_judge_only_where_the_first_supports() -> None:
    """Both must pass a claim, so the word of one who does not is enough."""
    other = "Readers learn that a ferry carries cars until then."
    said = {FERRY: answer("", finding(FERRY, 3)), other: answer("", finding(other, relation="not_stated"))}
    found, calls = judged("strict", said, FERRY, other)
    assert [(c.id, c.role, c.prompt_id) for c in calls] == [
        ("judge_claims:1:1", "main", "judge.v4"),
        ("judge_claims:1:1:second", "judge", "doubt.v3"),
        ("judge_claims:1:2", "main", "judge.v4"),
    ]
    assert found.conclusions["q2"].verdict == "not_stated"


def test_strict_is_supported_only_if_both_judges_say_so() -> None:
    """The second judge's word stands against the first's, and what it would mend is offered."""
    claims, rulings = ruled(FERRY)
    here = panel("strict")

    def divided(call: Call) -> dict[str, object]:
        if call.prompt_id == "judge.v4":
            return {"claims": [answer("q1", finding(FERRY, 3))]}
        return {
            "claims": [answer("q1", finding(FERRY, 3, relation="not_stated"), correction="A ferry carries walkers.")]
        }

    found = Review.merged(play(each(here.reviews(here.first_requests(claims, rulings), number=1)), divided).value)
    assert found.conclusions["q1"].verdict == "not_stated"
    assert found.corrections == {"q1": "A ferry carries walkers."}


def test_a_failed_second_judge_leaves_a_claim_unchecked() -> None:
    """One judge's support is not two."""
    claims, rulings = ruled(FERRY)
    here = panel("strict")

    def failing(call: Call) -> dict[str, object]:
        return {"claims": [answer("q1", finding(FERRY, 3))]} if call.prompt_id == "judge.v4" else {"claims": []}

    found = Review.merged(play(each(here.reviews(here.first_requests(claims, rulings), number=1)), failing).value)
    assert found.conclusions["q1"].verdict == "unchecked"
    assert not found.judged
    assert found.failures


@pytest.mark.parametrize(("level", "count"), [("fast", 0), ("standard", 1), ("strict", 0)])
def test_only_standard_reviews_again_what_is_disputed(level: Level, count: int) -> None:
    """The judge supports what has a number that the source lacks: a question, which when standard is asked again."""
    claims, rulings = ruled(FERRY, UNFOUND)
    here = panel(level)
    requests = here.first_requests(claims, rulings)
    said = {FERRY: answer("", finding(FERRY, 3)), UNFOUND: answer("", finding(UNFOUND, 4))}
    found = Review.merged(play(each(here.reviews(requests, number=1)), judging(said)).value).conclusions
    seconds = here.second_requests(claims, requests=requests, found=found)
    assert [one.claim_id for one in seconds] == ["q2"] * count
    flows = here.second_reviews(seconds, number=2)
    assert [next(flow).id for flow in flows] == ["judge_claims:2:1"] * count


def test_every_claim_judged_may_be_reviewed_again() -> None:
    """A policy can ask for a second review of all of them, which is the most that "standard" can come to."""
    claims, rulings = ruled(FERRY)
    supported = {FERRY: answer("", finding(FERRY, 5))}
    disputed = JudgePolicy.of("standard", main="assertions")
    for policy, count in ((disputed, 0), (replace(disputed, second_reviews="all"), 1)):
        here = Panel(source=SOURCE, stage="judge_claims", policy=policy)
        requests = here.first_requests(claims, rulings)
        found = Review.merged(play(each(here.reviews(requests, number=1)), judging(supported)).value).conclusions
        assert found["q1"].verdict == "supported"
        assert len(here.second_requests(claims, requests=requests, found=found)) == count


def test_second_looks_share_calls() -> None:
    """Several claims in a call of the second judge, each by its id; one in a call where it is asked for one word."""
    claims, rulings = ruled(FERRY, f"{FERRY} So they say.")
    for form, ids in (("assertions", [["q1", "q2"]]), ("yes_no", [["q1"], ["q2"]])):
        here = panel(form=form)
        calls = [next(flow) for flow in here.second_reviews(here.anew(claims, rulings=rulings), number=2)]
        assert [call.id for call in calls] == [f"judge_claims:2:{place}" for place in range(1, len(ids) + 1)]
        if form == "assertions":
            assert [[one["id"] for one in json_lines_of(call)] for call in calls] == ids


def test_second_looks_at_a_long_text_share_no_longer_a_page_than_a_chunk_is() -> None:
    """Claims from all over it are in several calls, side by side, in their order; of one piece they are in one."""
    text = " ".join(f"In year {n} the ferry of Brenta carried {n * 7} walkers over the river Fossa." for n in range(99))
    statements = [f"Readers learn that in year {n} the ferry carried {n * 7} walkers." for n in range(0, 99, 9)]
    for tokens, most in ((200, 4), (9000, 11)):
        source = source_of(text, max_tokens=tokens)
        here = Panel(source=source, stage="judge_claims", policy=JudgePolicy.of("standard", main="assertions"))
        claims = [Claim(id=f"q{n}", statement=statement) for n, statement in enumerate(statements)]
        rulings = {claim.id: source.rules.rule_on(claim.statement) for claim in claims}
        asked = here.anew(claims, rulings=rulings)
        calls = [next(flow) for flow in here.second_reviews(asked, number=2)]
        ids = [[str(one["id"]) for one in json_lines_of(call)] for call in calls]
        assert [one for batch in ids for one in batch] == [one.claim_id for one in asked]
        assert max(map(len, ids)) <= most
        assert (len(calls) == 1) is (tokens == 9000)


def test_what_the_rules_decide_is_not_looked_at_anew() -> None:
    """A correction that is a sentence of the source needs no judge."""
    claims, rulings = ruled(SENTENCES[4], FERRY)
    assert [one.claim_id for one in panel().anew(claims, rulings=rulings)] == ["q2"]


def test_each_judge_is_asked_in_its_own_form() -> None:
    """A large model that lists assertions, and a small judge that says one word."""
    policy = JudgePolicy.of("standard", main="assertions", judge="yes_no")
    here = Panel(source=SOURCE, stage="judge_claims", policy=policy)
    claims, rulings = ruled(FERRY)
    (first,) = here.reviews(here.first_requests(claims, rulings), number=1)
    again = ReviewRequest.second(claims[0], rulings=rulings, source=SOURCE)
    (second,) = here.second_reviews([SecondRequest(request=again, shown=frozenset())], number=2)
    assert [(call.role, call.prompt_id) for call in (next(first), next(second))] == [
        ("main", "judge.v4"),
        ("judge", "yesno.v1"),
    ]
    assert policy.second == JudgeRole(role="judge", form="yes_no")


def test_a_judge_who_failed_its_exam_is_not_asked() -> None:
    """Its claims stay as the rules left them, with the reason; when strict, either seat will do."""
    claims, rulings = ruled(FERRY, WRONG)
    policy = JudgePolicy.of("strict", main="assertions")
    failed = Standing(outcome="failed", model="tiny", key="k", why="tiny failed")
    here = Panel(source=SOURCE, stage="judge_claims", policy=policy.seated([failed, Standing()]))
    played = play(each(here.reviews(here.first_requests(claims, rulings), number=1)), no_call)
    found = Review.merged(played.value)
    assert (found.conclusions["q1"].verdict, found.conclusions["q1"].reason) == ("unchecked", "tiny failed")
    assert found.conclusions["q2"].verdict == rulings["q2"].verdict
    assert (found.judged, found.believed, found.corrections) == (frozenset(), frozenset(), {})
    second = Panel(source=SOURCE, stage="judge_claims", policy=policy.seated([Standing(), failed]))
    played = play(
        each(second.reviews(second.first_requests(claims[:1], {"q1": rulings["q1"]}), number=1)),
        judging({FERRY: answer("", finding(FERRY, 3))}),
    )
    assert Review.merged(played.value).conclusions["q1"].verdict == "unchecked"
