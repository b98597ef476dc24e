"""Two looks at claims: what the first leaves open, what the second asks about, and that it is one round for all."""

from __future__ import annotations

import pytest
from judging import SENTENCES, answer, finding, judging, source_of
from scripts import json_lines_of
from stepping import Played, no_call, play

from summarizer.calls.call import Call
from summarizer.calls.flow import Plan
from summarizer.verification.claim import Claim
from summarizer.verification.looks import Look, SecondLook, first_look, rulings_on, second_look, variants_look
from summarizer.verification.policy import JudgePolicy, Level

SOURCE = source_of()
FERRY = "Readers learn that a ferry carries walkers until then."
FREE = "Readers learn that a ferry carries walkers until then for free."
UNFOUND = "Readers learn that a ferry carries 64 walkers."
SHOPS = "Readers learn that shops near the river complain of empty tables."
SAID = {
    FERRY: answer("", finding(FERRY, 3)),
    SHOPS: answer("", finding(SHOPS, 6)),
    FREE: answer("", finding(FREE, 3), finding("for free", relation="not_stated"), correction=FERRY),
    UNFOUND: answer("", finding(UNFOUND, 3)),
}


def claim(claim_id: str, statement: str, *, cited: int = 4) -> Claim:
    """A claim that names one sentence."""
    return Claim(id=claim_id, statement=statement, cited=(SOURCE.units[cited].span,))


def at_number(call: Call) -> dict[str, object]:
    """The judge's answers, each at the number that the ferry's sentence has on this page."""
    lines = call.messages[-1].content.split("\n")
    (ferry,) = [line[1:].split("]")[0] for line in lines if line.endswith(f"] {SENTENCES[4]}")]
    said = judging(SAID)(call)
    for one in said["claims"]:  # type: ignore[attr-defined]
        for assertion in one["assertions"]:
            if assertion["sentences"] and "ferry" in assertion["text"]:
                assertion["sentences"] = [int(ferry)]
    return said


def looked(*claims: Claim, level: Level = "standard", repaired: bool = True) -> Played[Look]:
    """A first look at claims."""
    judge = JudgePolicy(level=level)
    return play(first_look(claims, source=SOURCE, stage="judge_facts", judge=judge, repaired=repaired), at_number)


def again(*looks: Look) -> Played[SecondLook]:
    """A second look at what first looks left."""
    return play(second_look(looks, source=SOURCE, stage="second_look"), at_number)


def test_the_rules_alone_say_what_they_can() -> None:
    """A sentence of the source is supported, other words are nobody's yet; no call is made."""
    rulings = rulings_on([claim("a", SENTENCES[4]), claim("b", FERRY)], SOURCE)
    assert {claim_id: ruling.verdict for claim_id, ruling in rulings.items()} == {"a": "supported", "b": "unchecked"}


def test_without_a_judge_a_look_is_the_rules_word() -> None:
    """Nobody is asked in either look, and every claim has a conclusion."""
    claims = [claim("a", SENTENCES[4]), claim("b", FERRY)]

    def both() -> Plan[SecondLook]:
        look = yield from first_look(claims, source=SOURCE, stage="judge_claims", judge=None, repaired=True)
        return (yield from second_look([look], source=SOURCE, stage="second_look"))

    (found,) = play(both(), no_call).value.looked
    assert {claim_id: one.verdict for claim_id, one in found.found.items()} == {"a": "supported", "b": "unchecked"}


def test_a_first_look_is_one_call_and_holds_every_claim() -> None:
    """What rules decide is not asked; what they leave open shares a call; corrections are kept for later."""
    played = looked(claim("a", SENTENCES[4]), claim("b", FERRY), claim("c", FREE))
    assert played.ids == [["judge_facts:1:1"]]
    assert [one["id"] for one in json_lines_of(played.rounds[0][0])] == ["b", "c"]
    look = played.value
    assert look.found.keys() == {"a", "b", "c"}
    assert look.judged == {"b", "c"}
    assert [(one.id, one.statement) for one in look.corrections] == [("c", FERRY)]
    assert looked(claim("c", FREE), repaired=False).value.corrections == ()


def test_what_is_supported_and_undisputed_is_firm() -> None:
    """A claim that a second look will ask about, or that does not hold, is not."""
    look = looked(claim("a", SENTENCES[4]), claim("b", FERRY), claim("c", FREE), claim("d", UNFOUND)).value
    assert look.firm == {"a", "b"}


def test_part_of_a_look_keeps_what_was_found() -> None:
    """Claims and corrections are those asked for, and the judge stays."""
    whole = looked(claim("b", FERRY), claim("c", FREE)).value
    part = whole.part({"c"})
    assert [one.id for one in part.claims] == [one.id for one in part.corrections] == ["c"]
    assert (part.judge, part.found) == (whole.judge, whole.found)
    assert whole.part({"b"}).corrections == ()


def test_second_looks_of_several_first_ones_are_one_call() -> None:
    """A correction of one, a disputed claim of another and a variant are asked about together, by their ids."""
    one, other = looked(claim("c", FREE)).value, looked(claim("s1", UNFOUND)).value
    variant = variants_look([claim("s2a", SHOPS, cited=7)], source=SOURCE, judge=one.judge)
    played = again(one, other, variant)
    assert played.ids == [["second_look:1:1"]]
    assert {str(asked["id"]) for asked in json_lines_of(played.rounds[0][0])} == {"c", "s1", "s2a"}
    mended, settled, worded = played.value.looked
    assert mended.corrected == {"c": FERRY}
    assert mended.found["c"].verdict == "supported"
    assert settled.found["s1"].verdict == "supported"
    assert worded.found.keys() == {"s2a"}


def test_where_nothing_is_left_open_there_is_no_second_call() -> None:
    """What the first look found stands as it is."""
    look = looked(claim("b", FERRY)).value
    played = again(look, look.part(()))
    assert played.rounds == ()
    assert played.value.looked[0].found == look.found


def test_a_correction_that_does_not_hold_changes_nothing() -> None:
    """Statement and verdict are those of the first look."""
    look = looked(claim("c", FREE)).value

    def refusing(call: Call) -> dict[str, object]:
        return {"claims": [answer("c", finding(FERRY, relation="not_stated"))]}

    (found,) = play(second_look([look], source=SOURCE, stage="second_look"), refusing).value.looked
    assert found.corrected == {}
    assert found.found == look.found


@pytest.mark.parametrize(("level", "asked"), [("fast", False), ("standard", True), ("strict", True)])
def test_variants_are_looked_at_unless_one_look_is_all_there_is(level: Level, *, asked: bool) -> None:
    """Nobody has looked at them before, so without a look they are unchecked."""
    variant = variants_look([claim("s2a", FERRY)], source=SOURCE, judge=JudgePolicy(level=level))
    played = again(variant)
    assert bool(played.rounds) is asked
    assert played.value.looked[0].found["s2a"].verdict == ("supported" if asked else "unchecked")


def test_a_variant_that_is_a_sentence_of_the_source_needs_no_call() -> None:
    """The rules tick it."""
    variant = variants_look([claim("s2a", SENTENCES[4])], source=SOURCE, judge=JudgePolicy())
    played = again(variant)
    assert played.rounds == ()
    assert played.value.looked[0].found["s2a"].decided_by == "verbatim"
