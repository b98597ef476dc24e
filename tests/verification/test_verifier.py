"""Verification in rounds: rules, then the judge, then one repair; every claim comes back by its id."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import SENTENCES, answer, finding, judging, source_of
from scripts import json_lines_of
from stepping import Played, no_call, play

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.calls.drivers.dry_run import without_calls
from summarizer.errors import InputError, ModelUnavailable
from summarizer.models.profile import JudgeForm
from summarizer.text.span import Span
from summarizer.verification.claim import Claim
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import CLAIMS_PER_CALL, JudgePolicy, JudgeRole, Level
from summarizer.verification.verifier import Verification, Verified, verify_claims

SOURCE = source_of()
FAST = JudgePolicy(level="fast")
FERRY = "Readers learn that a ferry carries walkers until then."
FREE = "Readers learn that a ferry carries walkers until then for free."


def claim(statement: str, claim_id: str = "a", *, group: str = "") -> Claim:
    """A claim that names the ferry's sentence."""
    return Claim(id=claim_id, statement=statement, cited=(SOURCE.units[4].span,), group=group)


def verified(*claims: Claim, said: Mapping[str, dict[str, object]], repaired: bool = True) -> Played[Verification]:
    """The claims after a judge that says this of the statements that are the keys."""
    plan = verify_claims(claims, source=SOURCE, stage="judge_facts", judge=FAST, repaired=repaired)
    return play(plan, judging(said))


def only(played: Played[Verification]) -> Verified:
    """The one claim that was verified."""
    (one,) = played.value.verified
    return one


def entailed(text: str) -> dict[str, object]:
    """The judge's answer that the ferry's sentence (third in its window) says this."""
    return answer("", finding(text, 3))


def partly(text: str, *, correction: str = "") -> dict[str, object]:
    """The judge's answer that the statement goes beyond the ferry's sentence."""
    return answer("", finding(text, 3), finding("for free", relation="not_stated"), correction=correction)


def test_what_rules_can_decide_is_not_asked() -> None:
    """A verbatim sentence needs no call."""
    plan = verify_claims([claim(SENTENCES[4])], source=SOURCE, stage="judge_facts", judge=FAST, repaired=True)
    played = play(plan, no_call)
    assert played.rounds == ()
    assert only(played).conclusion.decided_by == "verbatim"


def test_what_rules_leave_open_is_judged_in_one_round() -> None:
    """The judge's tick ends it: no second round without something to repair."""
    played = verified(claim(FERRY), said={FERRY: entailed(FERRY)})
    assert played.ids == [["judge_facts:1:1"]]
    one = only(played)
    assert (one.conclusion.verdict, one.conclusion.decided_by) == ("supported", "judge")
    assert one.statement == one.drafted == FERRY


def test_without_a_judge_nothing_is_asked() -> None:
    """Rules alone: what they leave open is unchecked, and no call is made."""
    plan = verify_claims([claim(FERRY)], source=SOURCE, stage="judge_claims", judge=None, repaired=True)
    (one,) = without_calls(plan).verified
    assert (one.conclusion.verdict, one.conclusion.decided_by) == ("unchecked", None)


def test_claims_come_back_in_order_joined_by_id() -> None:
    """Whoever decided, the order is that of the claims."""
    claims = [claim(FERRY, "z"), claim(SENTENCES[1], "m"), claim(FREE, "b")]
    played = verified(*claims, repaired=False, said={FERRY: entailed(FERRY), FREE: partly(FREE)})
    assert [(v.id, v.conclusion.verdict) for v in played.value.verified] == [
        ("z", "supported"),
        ("m", "supported"),
        ("b", "partly_supported"),
    ]


def test_claims_of_one_group_share_calls() -> None:
    """Groups are not mixed, and a call holds at most fifty claims."""
    claims = [claim(f"{FERRY} {n}", f"{g}{n}", group=g) for n in range(51) for g in ("one", "two")]
    said = {c.statement: entailed(c.statement) for c in claims}
    plan = verify_claims(claims, source=SOURCE, stage="judge_facts", judge=FAST, repaired=False)
    sizes = []
    asked = judging(said)

    def counted(call: Call) -> dict[str, object]:
        found = asked(call)
        assert isinstance(found["claims"], list)
        ids = [str(c["id"]) for c in found["claims"]]
        assert len({i.rstrip("0123456789") for i in ids}) == 1
        sizes.append(len(ids))
        return found

    played = play(plan, counted)
    assert CLAIMS_PER_CALL == 50
    assert sizes == [50, 1, 50, 1]
    assert played.ids == [[f"judge_facts:1:{n}" for n in (1, 2, 3, 4)]]


def test_no_claims_make_no_call() -> None:
    """Nothing to verify is nothing asked."""
    plan = verify_claims([], source=SOURCE, stage="judge_facts", judge=FAST, repaired=True)
    assert play(plan, no_call).value == Verification(verified=(), failures=())


def test_a_correction_that_the_judge_supports_replaces_the_statement() -> None:
    """The correction is judged again in a second round; the first wording stays visible."""
    played = verified(claim(FREE), said={FREE: partly(FREE, correction=FERRY), FERRY: entailed(FERRY)})
    assert played.ids == [["judge_facts:1:1"], ["judge_facts:2:1"]]
    one = only(played)
    assert (one.statement, one.drafted, one.conclusion.verdict) == (FERRY, FREE, "supported")
    assert [e.text for e in one.conclusion.evidence] == [SENTENCES[4]]


def test_a_correction_to_the_source_itself_needs_no_second_call() -> None:
    """Where the correction is a sentence of the source, the rules tick it."""
    played = verified(claim(FREE), said={FREE: partly(FREE, correction=SENTENCES[4])})
    assert len(played.rounds) == 1
    one = only(played)
    assert (one.statement, one.conclusion.decided_by) == (SENTENCES[4], "verbatim")


def test_a_correction_that_fails_leaves_the_first_verdict() -> None:
    """Where the second round refuses too, statement, verdict and reason are those of the first."""
    other = FREE.replace("for free", "at no cost")
    first = verified(claim(FREE), repaired=False, said={FREE: partly(FREE)})
    both = verified(claim(FREE), said={FREE: partly(FREE, correction=other), other: partly(other, correction=FERRY)})
    assert len(both.rounds) == 2
    assert both.value.verified == first.value.verified


@pytest.mark.parametrize(
    "correction",
    [
        pytest.param("", id="empty"),
        pytest.param(FREE, id="identical"),
        pytest.param(FREE.upper().replace(".", " !"), id="the same words"),
        pytest.param("The council of Brenta closed the old bridge.", id="another claim"),
        pytest.param("A ferry.", id="stump"),
        pytest.param("…", id="no word"),
    ],
)
def test_what_is_no_edit_is_no_correction(correction: str) -> None:
    """A correction that is empty, changes nothing, is another claim or a stump starts no second round."""
    played = verified(claim(FREE), said={FREE: partly(FREE, correction=correction)})
    assert len(played.rounds) == 1
    one = only(played)
    assert (one.statement, one.conclusion.verdict) == (FREE, "partly_supported")


def test_a_supported_claim_is_not_corrected() -> None:
    """A judge that mends what holds is not followed."""
    said = entailed(FERRY) | {"correction": SENTENCES[4]}
    played = verified(claim(FERRY), said={FERRY: said})
    assert len(played.rounds) == 1
    assert only(played).statement == FERRY


def test_without_repair_the_statement_stays() -> None:
    """Claims of a user are never rewritten."""
    played = verified(claim(FREE), repaired=False, said={FREE: partly(FREE, correction=FERRY)})
    assert len(played.rounds) == 1
    assert only(played).statement == FREE


def test_a_changed_number_gets_no_tick_and_may_be_repaired() -> None:
    """The rules overrule a judge that calls a wrong number entailed; its correction is checked like any claim."""
    wrong = "Readers learn that the detour adds 71 kilometers to the way to school."
    right = "Readers learn that the detour adds 17 kilometers to the way to school."
    place = Claim(id="a", statement=wrong, cited=(SOURCE.units[6].span,))
    said = {wrong: answer("", finding(wrong, 3)), right: answer("", finding(right, 3))}
    refused = only(verified(place, said=said))
    assert (refused.statement, refused.conclusion.decided_by) == (wrong, "rule")
    assert refused.conclusion.verdict != "supported"
    said[wrong] = answer("", finding(wrong, 3), correction=right)
    repaired = only(verified(place, said=said))
    assert (repaired.statement, repaired.drafted, repaired.conclusion.verdict) == (right, wrong, "supported")


def test_a_failed_judge_leaves_claims_unchecked_and_is_named() -> None:
    """No tick without a judgement; the reason carries the cause, and the failure is in the list."""
    plan = verify_claims([claim(FERRY)], source=SOURCE, stage="judge_facts", judge=FAST, repaired=True)
    played = play(plan, lambda call: ModelUnavailable("the server is down", call_id=call.id))
    one = only(played)
    assert (one.conclusion.verdict, one.conclusion.reason) == ("unchecked", "not judged: the server is down")
    assert [(f.error, f.lost) for f in played.value.failures] == [("ModelUnavailable", "the judgement of a")]


def test_a_judge_that_fails_in_the_second_round_takes_nothing_back() -> None:
    """The first verdict stands, and the failure is in the list."""
    plan = verify_claims([claim(FREE)], source=SOURCE, stage="judge_facts", judge=FAST, repaired=True)
    first = judging({FREE: partly(FREE, correction=FERRY)})
    played = play(plan, lambda call: first(call) if ":1:" in call.id else ModelUnavailable("down"))
    assert only(played).conclusion.verdict == "partly_supported"
    assert [f.call_id for f in played.value.failures] == ["judge_facts:2:1"]


@pytest.mark.parametrize("statement", ["", " ", "…", "\n"])
def test_a_statement_without_words_is_never_ticked(statement: str) -> None:
    """A blank statement ends in a verdict like any other."""
    played = verified(claim(statement), said={statement: answer("", finding("x", 1))})
    assert only(played).conclusion.verdict != "supported"


def test_the_judge_is_shown_what_the_search_found_too() -> None:
    """Evidence in a sentence that the author did not name is looked for before a claim is given up."""
    said = "Readers learn that the detour adds 17 kilometers to the way to school."
    plan = verify_claims(
        [Claim(id="a", statement=said, cited=(Span(0, 5),))],
        source=SOURCE,
        stage="judge_facts",
        judge=FAST,
        repaired=False,
    )
    played = play(plan, judging({said: answer("", finding(said, 1))}))
    assert SENTENCES[0] in played.rounds[0][0].messages[-1].content
    assert SENTENCES[6] in played.rounds[0][0].messages[-1].content


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([FERRY, FREE, SENTENCES[4], "Nobody knows.", ""]), max_size=7),
    st.sampled_from(["", FERRY, SENTENCES[4]]),
)
def test_every_claim_comes_back(statements: list[str], correction: str) -> None:
    """Claims in = claims out, in order, and the drafted wording is what came in."""
    claims = [claim(text, f"q{n}") for n, text in enumerate(statements)]
    said = {text: partly(text, correction=correction) for text in (FERRY, FREE, "Nobody knows.", "")}
    found = verified(*claims, said=said).value.verified
    assert [(v.id, v.drafted) for v in found] == [(c.id, c.statement) for c in claims]


WRONG = "Readers learn that the detour adds 71 kilometers to the way to school."
UNFOUND = "Readers learn that a ferry carries 64 walkers."
STANDARD = JudgePolicy(level="standard")


def looked_twice(
    statement: str, first: dict[str, object], second: dict[str, object], *, repaired: bool = False, cited: int = 4
) -> Played[Verification]:
    """A claim that names one sentence, after two looks at the standard level."""
    asked = Claim(id="a", statement=statement, cited=(SOURCE.units[cited].span,))
    plan = verify_claims([asked], source=SOURCE, stage="judge_facts", judge=STANDARD, repaired=repaired)
    return play(plan, lambda call: judging({statement: first if call.prompt_id == "judge.v4" else second})(call))


def test_a_judge_that_agrees_with_the_rules_is_asked_once() -> None:
    """The standard level costs no more than the fast one where nothing is disputed."""
    played = looked_twice(FERRY, entailed(FERRY), {})
    assert played.ids == [["judge_facts:1:1"]]
    assert only(played).conclusion.verdict == "supported"


def test_a_tick_against_a_conflict_is_never_given() -> None:
    """A judge who calls a wrong number in a copied phrase entailed ticks nothing, and no second one is asked."""
    said = answer("", finding(WRONG, 5))
    played = looked_twice(WRONG, said, said, cited=6)
    assert played.ids == [["judge_facts:1:1"]]
    one = only(played)
    assert one.conclusion.verdict != "supported"
    assert one.conclusion.decided_by == "rule"


@pytest.mark.parametrize("second", [True, False])
def test_a_question_is_settled_by_two_equal_answers(*, second: bool) -> None:
    """A number that code finds nowhere, in a wording of the claim's own, is believed of two judges, and not of one."""
    yes, no = answer("", finding(UNFOUND, 5)), answer("", finding(UNFOUND, 5, relation="not_stated"))
    played = looked_twice(UNFOUND, yes, yes if second else no)
    assert played.ids == [["judge_facts:1:1"], ["judge_facts:2:1"]]
    assert (only(played).conclusion.verdict == "supported") is second
    plan = verify_claims([claim(UNFOUND)], source=SOURCE, stage="judge_facts", judge=FAST, repaired=False)
    once = only(play(plan, judging({UNFOUND: yes}))).conclusion
    assert (once.verdict, once.decided_by) == ("unchecked", None)
    assert "64" in once.reason


def test_better_evidence_in_a_second_look_may_earn_the_tick() -> None:
    """The first judge named a sentence that lacks the number; the second named the one that has it."""
    said = "Readers learn that the detour adds 17 kilometers to the way to school."
    played = looked_twice(said, answer("", finding(said, 1)), answer("", finding(said, 6)), cited=0)
    assert played.ids == [["judge_facts:1:1"], ["judge_facts:2:1"]]
    one = only(played)
    assert (one.conclusion.verdict, one.conclusion.decided_by) == ("supported", "judge")
    assert [e.text for e in one.conclusion.evidence] == [SENTENCES[6]]


def test_a_judge_that_passed_over_a_part_is_asked_again() -> None:
    """The second look is the judgement that covers the statement."""
    played = looked_twice(FERRY, answer("", finding("Readers learn.", 3)), answer("", finding(FERRY, 5)))
    assert len(played.rounds) == 2
    assert only(played).conclusion.verdict == "supported"


def test_a_claim_that_has_a_correction_is_not_looked_at_again_as_it_was() -> None:
    """Its correction is, by the second judge, in the call that looks again at what is disputed."""
    claims = [claim(FREE, "a"), claim(UNFOUND, "b")]
    no = answer("", finding(UNFOUND, 3, relation="not_stated"))
    said = {FREE: partly(FREE, correction=FERRY), FERRY: entailed(FERRY), UNFOUND: answer("", finding(UNFOUND, 3))}
    plan = verify_claims(claims, source=SOURCE, stage="judge_facts", judge=STANDARD, repaired=True)
    played = play(plan, lambda call: judging(said | {UNFOUND: no} if call.prompt_id == "doubt.v3" else said)(call))
    assert played.ids == [["judge_facts:1:1"], ["judge_facts:2:1"]]
    (call,) = played.rounds[1]
    assert call.prompt_id == "doubt.v3"
    assert [one["claim"] for one in json_lines_of(call)] == [FERRY, UNFOUND]
    repaired, refused = played.value.verified
    assert (repaired.statement, repaired.conclusion.verdict) == (FERRY, "supported")
    assert refused.conclusion.verdict != "supported"


def test_a_correction_that_throws_away_what_held_is_not_taken() -> None:
    """The smallest edit: what the judge found entailed stays."""
    said = "Readers learn that a ferry carries walkers for free and engineers found cracks in two piers."
    found = answer(
        "",
        finding("Readers learn that a ferry carries walkers", 5),
        finding("engineers found cracks in two piers", 2),
        finding("for free", relation="not_stated"),
        correction="Readers learn that a ferry carries.",
    )
    played = verified(claim(said), said={said: found})
    assert len(played.rounds) == 1
    assert only(played).statement == said


@pytest.mark.parametrize("second", [True, False])
def test_strict_needs_both_judges(*, second: bool) -> None:
    """One round, two calls deep; supported only if the second judge says so too."""
    plan = verify_claims(
        [claim(FERRY)], source=SOURCE, stage="judge_facts", judge=JudgePolicy(level="strict"), repaired=True
    )
    no = answer("", finding(FERRY, relation="not_stated"))
    yes = {"judge.v4": answer("", finding(FERRY, 3)), "doubt.v3": answer("", finding(FERRY, 5)) if second else no}
    played = play(plan, lambda call: judging({FERRY: yes[call.prompt_id]})(call))
    assert played.ids == [["judge_facts:1:1", "judge_facts:1:1:second"]]
    assert (only(played).conclusion.verdict == "supported") == second


def test_a_failed_second_look_takes_the_tick_of_a_doubted_claim() -> None:
    """Where two must say supported, one that could not be asked has not said it."""
    said = "Pedestrians get across by boat."
    asked = judging({said: answer("", finding(said, 3))})
    plan = verify_claims([claim(said)], source=SOURCE, stage="judge_facts", judge=STANDARD, repaired=False)
    played = play(plan, lambda call: asked(call) if ":1:" in call.id else ModelUnavailable("down", call_id=call.id))
    assert played.ids == [["judge_facts:1:1"], ["judge_facts:2:1"]]
    assert only(played).conclusion.verdict == "unchecked"
    assert [failure.call_id for failure in played.value.failures] == ["judge_facts:2:1"]


@settings(max_examples=40, deadline=None)
@given(
    level=st.sampled_from(["fast", "standard", "strict"]),
    statements=st.lists(st.sampled_from([FERRY, FREE, WRONG, SENTENCES[4], "Nobody knows.", ""]), max_size=6),
    correction=st.sampled_from(["", FERRY, SENTENCES[4], WRONG]),
    relation=st.sampled_from(["entailed", "not_stated", "contradicted"]),
    repaired=st.booleans(),
)
def test_the_laws_hold_at_every_level(
    *, level: Level, statements: list[str], correction: str, relation: str, repaired: bool
) -> None:
    """Claims in = claims out in at most two rounds; no tick without evidence, with a conflict, or by nobody."""
    claims = [claim(text, f"q{n}") for n, text in enumerate(statements)]
    said = {
        text: answer("", finding(text, 3, relation=relation), correction=correction)
        for text in (FERRY, FREE, WRONG, "Nobody knows.", "")
    }
    plan = verify_claims(claims, source=SOURCE, stage="judge_facts", judge=JudgePolicy(level=level), repaired=repaired)
    played = play(plan, judging(said))
    assert len(played.rounds) <= 2
    assert [(v.id, v.drafted) for v in played.value.verified] == [(c.id, c.statement) for c in claims]
    for one in played.value.verified:
        found = one.conclusion
        assert (found.decided_by is None) == (found.verdict == "unchecked")
        assert repaired or one.statement == one.drafted
        if found.verdict == "supported":
            assert found.evidence
            assert not any(check.conflict for check in found.checks)


STRANGE = st.sampled_from(["Zebras sleep.", "Background", "1.", "The mayor sings.", "A ferry sings."])
BARE = st.sampled_from(["***", "A ferry carries walkers.", "x\n\ny\n\nz", "# Title"])


@settings(deadline=None)
@given(
    statements=st.lists(STRANGE | st.text(max_size=20), min_size=1, max_size=4),
    text=BARE | st.text(min_size=1, max_size=40).filter(str.strip),
    form=st.sampled_from(["assertions", "yes_no"]),
    level=st.sampled_from(["fast", "standard", "strict"]),
    cut=st.booleans(),
)
def test_no_judge_is_shown_an_empty_page(
    *, statements: list[str], text: str, form: JudgeForm, level: Level, cut: bool
) -> None:
    """Every call about a claim shows at least one numbered sentence, and no prompt says "from 1 to 0"."""
    try:
        source = source_of(text)
    except InputError:  # lone surrogates, a page of HTML without an article
        return
    shown: list[str] = []

    def support(call: Call) -> Reply | dict[str, object]:
        """Says yes to everything, so that second judges are asked too."""
        shown.append("\n".join(message.content for message in call.messages))
        if call.schema_name == "yes_no":
            return Reply(text="Yes", first_token=(TokenChance("Yes", -0.01), TokenChance("No", -4.6)))
        asked = {str(one["id"]): str(one["claim"]) for one in json_lines_of(call)}
        return {"claims": [answer("", finding(said, 1)) | {"id": claim_id} for claim_id, said in asked.items()]}

    judge = JudgeRole(form=form)
    plan = verify_claims(
        [Claim(id=f"q{number}", statement=one) for number, one in enumerate(statements)],
        source=source if cut else Source.of(source.document),
        stage="judge_claims",
        judge=JudgePolicy(level=level, first=judge, second=judge),
        repaired=True,
    )
    play(plan, support)
    assert all("[1] " in prompt for prompt in shown)
    assert not any("from 1 to 0" in prompt for prompt in shown)
