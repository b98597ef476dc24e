"""What stands of a draft after its check: each gap filled, nothing that lost its footing."""

from __future__ import annotations

import pytest
from drafts import (
    CLOSED,
    DETOUR,
    FACTS,
    FERRY,
    HAUNTED,
    LIE,
    ROAD,
    WALKERS,
    drafted,
    drafted_fact,
    found_of,
    knows,
    place,
    section,
    sentence,
)
from judging import SENTENCES, answer, finding, judging
from scripts import json_lines_of
from stepping import Answer

from summarizer.calls.call import Call
from summarizer.errors import ModelUnavailable
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.standing import Standing, is_told, standing

POINTS = "They take a ferry there, walkers say."
GONE = "it points back at the sentence before it, which was not kept"


def stands(draft: DraftedSummary) -> Standing:
    """What stands after an honest judge."""
    return standing(draft, found_of(draft))


def texts(found: Standing) -> list[str]:
    """The sentences that stand, in order."""
    return [one.text for one in found.sentences.values()]


def test_a_supported_sentence_stays_with_the_evidence_that_the_judge_named() -> None:
    """Its evidence is in the document, and its facts are those that it cites."""
    (kept,) = stands(drafted(sentence(1, FERRY, "f2"))).sentences.values()
    assert (kept.text, kept.fact_ids, kept.verdict, kept.decided_by) == (FERRY, ("f2",), "supported", "judge")
    assert [e.text for e in kept.evidence] == [SENTENCES[4]]


def test_a_sentence_on_numbers_alone_names_no_fact() -> None:
    """A thesis that no fact tells is told all the same, with its evidence."""
    (kept,) = stands(drafted(sentence(1, ROAD, at=[5]))).sentences.values()
    assert (kept.text, kept.fact_ids, [e.text for e in kept.evidence]) == (ROAD, (), [SENTENCES[5]])


def test_a_sentence_of_the_article_is_decided_by_its_words() -> None:
    """What the rules find verbatim needs no judge."""
    (kept,) = stands(drafted(sentence(1, SENTENCES[4], "f2"))).sentences.values()
    assert kept.decided_by == "verbatim"


def test_only_facts_that_hold_are_named() -> None:
    """A sentence that holds may cite a fact that does not: the place that it cites is real, the fact is not told."""
    (kept,) = stands(drafted(sentence(1, FERRY, "f4", "f2"))).sentences.values()
    assert kept.fact_ids == ("f2",)


def test_a_repeat_has_the_evidence_of_its_fact() -> None:
    """A sentence that is a fact, folded, has its own words and the fact's evidence and author."""
    draft = drafted(sentence(1, "walkers take a  ferry.", "f1"))
    found = found_of(draft)
    (kept,) = standing(draft, found).sentences.values()
    fact = found.facts["f2"]
    assert (kept.text, kept.fact_ids) == ("walkers take a  ferry.", ("f2",))
    assert (kept.evidence, kept.decided_by) == (fact.evidence, fact.decided_by)


def test_a_repeat_of_a_refused_fact_goes_with_its_reason() -> None:
    """It is dropped with the verdict that the fact has."""
    found = stands(drafted(sentence(1, HAUNTED.statement, "f4")))
    assert not found.sentences
    assert [(one.text, one.verdict) for one in found.dropped] == [(HAUNTED.statement, "not_stated")]


def test_a_dropped_sentence_gives_way_to_the_fact_that_it_told() -> None:
    """The statement of the fact stands in its place, and what was written is listed with the reason."""
    found = stands(drafted(sentence(1, FERRY, "f2"), sentence(2, LIE, "f1"), sentence(3, ROAD, at=[5])))
    assert found.sentences.keys() == {"s1", "s2", "s3"}
    assert found.sentences["s2"].text == CLOSED.statement
    assert [(one.text, one.verdict) for one in found.dropped] == [(LIE, "not_stated")]
    assert LIE in found.dropped[0].reason


def test_a_fact_that_another_sentence_tells_fills_no_gap() -> None:
    """Named, or standing on the same place, anywhere in the summary: nothing is said twice."""
    named = stands(drafted(sentence(1, LIE, "f2"), sentence(2, FERRY, "f2")))
    assert texts(named) == [FERRY]
    same_place = stands(drafted(sentence(1, LIE, "f2"), sentence(2, FERRY, at=[4])))
    assert texts(same_place) == [FERRY]
    elsewhere = stands(drafted(sentence(1, LIE, "f2"), sentence(2, ROAD, "f2", at=[5])))
    assert texts(elsewhere) == [ROAD]
    filled_before = stands(drafted(sentence(1, ROAD, at=[5]), sentence(2, LIE, "f2"), sentence(3, f"{LIE} Yes.", "f2")))
    assert texts(filled_before) == [ROAD, WALKERS.statement]


def test_facts_in_gaps_make_no_summary_alone() -> None:
    """Where no sentence of the model held, there is none: the caller has a stand-in for that."""
    assert texts(stands(drafted(sentence(1, LIE, "f2")))) == []


def test_a_refused_fact_fills_no_gap() -> None:
    """The next one that the sentence told does, if there is one."""
    held = sentence(1, FERRY, "f2")
    assert texts(stands(drafted(held, sentence(2, LIE, "f4")))) == [FERRY]
    assert texts(stands(drafted(held, sentence(2, LIE, "f4", "f3")))) == [FERRY, DETOUR.statement]


def test_a_fact_that_leans_fills_no_gap() -> None:
    """A statement that begins with "she" in the place of a dropped sentence would be said of whoever stands before."""
    asks = drafted_fact("f9", "She spoke of 4.2 million euros.", 2)
    draft = drafted(sentence(1, FERRY, "f2"), sentence(2, LIE, "f9"))
    assert texts(standing(draft, found_of(draft, facts=[*FACTS, asks]))) == [FERRY]


def test_a_changed_number_is_dropped() -> None:
    """The rules overrule a judge that entails a wrong number."""
    wrong = "Readers learn that the detour adds 71 kilometers."
    found = stands(drafted(sentence(1, wrong, at=[6]), sentence(2, FERRY, "f2")))
    assert texts(found) == [FERRY]
    assert [one.text for one in found.dropped] == [wrong]


def test_an_unsound_sentence_is_dropped_with_its_reason() -> None:
    """What cites nothing is listed as it is, unseen by a judge."""
    found = stands(drafted(sentence(1, "Nobody knows.")))
    assert [(one.text, one.verdict, one.reason) for one in found.dropped] == [
        ("Nobody knows.", "unchecked", "it names nothing that it stands on")
    ]


def test_a_mended_sentence_stays_in_its_mended_form() -> None:
    """What the judge can mend is judged again, and nothing is dropped."""
    wrong = "Readers learn that a ferry carries walkers for free."
    mended = answer(
        "", finding("a ferry carries walkers", 5), finding("for free", relation="not_stated"), correction=FERRY
    )
    facts = [WALKERS]
    said = judging(
        {wrong: mended, FERRY: answer("", finding(FERRY, 5)), WALKERS.statement: answer("", finding("x", 5))}
    )
    draft = drafted(sentence(1, wrong, "f2"))
    found = standing(draft, found_of(draft, facts=facts, judge=said))
    assert (texts(found), found.dropped) == ([FERRY], ())


def test_a_failed_judge_drops_what_needs_one() -> None:
    """Verbatim sentences stay, the others are dropped unchecked."""
    draft = drafted(sentence(1, SENTENCES[4], "f2"), sentence(2, ROAD, at=[5]))
    found = standing(draft, found_of(draft, judge=lambda call: ModelUnavailable("down")))
    assert texts(found) == [SENTENCES[4]]
    assert [(one.text, one.verdict) for one in found.dropped] == [(ROAD, "unchecked")]


def test_what_points_back_at_a_dropped_sentence_goes_with_it() -> None:
    """A pronoun behind a dropped sentence is whoever the reader thinks of; behind one that stays it may stay."""
    good, points = sentence(1, FERRY, "f2"), sentence(3, POINTS, "f2")
    assert texts(stands(drafted(good, points))) == [FERRY, POINTS]
    found = stands(drafted(good, sentence(2, LIE, "f4"), points, sentence(4, "Then he swam.", "f2")))
    assert texts(found) == [FERRY]
    reasons = {dropped.text: dropped.reason for dropped in found.dropped}
    assert reasons[POINTS] == GONE


@pytest.mark.parametrize("opening", ["The drowned", "The haunting"])
def test_what_a_dropped_sentence_introduced_goes_with_it(opening: str) -> None:
    """Accusations that a dropped sentence brought up are nobody's; "the bridge", told before, stays."""
    told = sentence(1, "Readers learn that the old bridge was closed by the council.", "f1")
    lie = sentence(2, "The bridge is haunted by the drowned of a haunting.", "f4")
    lost = sentence(3, f"{opening} made the council of Brenta close the old bridge.", "f1")
    kept = sentence(4, "The bridge of Brenta has cracks in two of its piers.", at=[1])
    found = stands(drafted(told, lie, lost))
    assert {dropped.text: dropped.reason for dropped in found.dropped}[lost.text] == GONE
    assert kept.text in texts(stands(drafted(told, lie, kept)))


def test_a_sentence_without_footing_is_told_so_that_it_can_be_read_alone() -> None:
    """Its own wording takes its place if a judge found that supported, else it goes."""
    wording = "Readers learn that walkers take a ferry there."
    lie = sentence(1, LIE, "f4")
    found = stands(drafted(lie, sentence(2, POINTS, "f2", alone=wording)))
    assert texts(found) == [wording]
    haunted = sentence(3, POINTS, "f2", alone="Walkers are haunted by the ferry.")
    refused = stands(drafted(sentence(1, ROAD, at=[5]), sentence(2, LIE, "f4"), haunted))
    assert texts(refused) == [ROAD, WALKERS.statement]


def test_what_its_writer_says_to_lean_does() -> None:
    """A sentence with a wording of its own goes or is reworded behind a gap, though code sees no pronoun in it."""
    wording = "Readers learn that cars take the road over Fossa now."
    found = stands(drafted(sentence(1, LIE, "f4"), sentence(2, ROAD, at=[5], alone=wording)))
    assert texts(found) == [wording]


def test_a_part_may_open_as_its_writer_chose() -> None:
    """A sentence that leans and opens a section has its wording, or stays where no wording holds."""
    wording = "Readers learn that walkers take a ferry there."
    for alone, told in ((wording, wording), ("", POINTS)):
        opens = sentence(2, POINTS, "f2", alone=alone)
        found = stands(drafted(sentence(1, ROAD, at=[5]), sections=(section(1, "", (opens,)),)))
        assert texts(found) == [ROAD, told]


def test_footing_is_lost_along_a_chain() -> None:
    """What points at a sentence that went because it pointed, goes too."""
    chain = [sentence(n, text, at=[4]) for n, text in enumerate([LIE, POINTS, "They like it there."], start=1)]
    found = stands(drafted(*chain))
    assert not found.sentences
    assert [one.reason for one in found.dropped[1:]] == [GONE, GONE]


def test_no_reason_is_without_words() -> None:
    """Whatever goes, the list says why."""

    def doubtful(call: Call) -> Answer:
        silent = {"claims": [answer(str(claim["id"])) for claim in json_lines_of(call)]}
        return silent if call.stage == "judge_summary" else knows(call)

    draft = drafted(sentence(1, ROAD, at=[5]), sentence(2, LIE, "f4"), sentence(3, "Nobody knows."))
    found = standing(draft, found_of(draft, judge=doubtful))
    assert len(found.dropped) == 3
    assert all(one.reason for one in found.dropped)


def test_a_fact_is_told_by_its_name_or_its_deciding_place() -> None:
    """A sentence that stands on another place and names another fact does not tell it."""
    draft = drafted(sentence(1, FERRY, "f2"), sentence(2, ROAD, at=[5]))
    found = found_of(draft)
    told = list(standing(draft, found).sentences.values())
    assert is_told(found.facts["f2"], told)
    assert is_told(found.facts["f2"], [told[0].model_copy(update={"fact_ids": ()})])
    assert not is_told(found.facts["f3"], told)
    assert place(6) == found.facts["f3"].evidence[0].span
