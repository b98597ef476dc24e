"""What of a drafted summary has to be verified, and what code settles by itself."""

from __future__ import annotations

from drafts import (
    CLOSED,
    DETOUR,
    FACTS,
    FERRY,
    LIE,
    ROAD,
    SOURCE,
    WALKERS,
    claims_of,
    drafted,
    drafted_fact,
    knows,
    place,
    section,
    sentence,
)
from hypothesis import given
from hypothesis import strategies as st
from stepping import play

from summarizer.pipelines.outcomes import claim_of
from summarizer.summary.claims import SummaryClaims, cited_by, titles_of
from summarizer.summary.drafted import DraftedSentence, DraftedSummary
from summarizer.verification.looks import first_look
from summarizer.verification.policy import JudgePolicy


def asked_ids(claims: SummaryClaims) -> list[str]:
    """The ids of what is asked about."""
    return [claim.id for claim in claims.asked]


def test_a_sentence_is_asked_about_with_all_that_it_stands_on() -> None:
    """The places of its facts and its own, in the order of the article, each once."""
    (claim,) = claims_of(drafted(sentence(1, FERRY, "f3", "f2", "f1", at=[4, 1]))).asked
    assert (claim.id, claim.statement) == ("s1", FERRY)
    assert claim.cited == (place(0), place(1), place(4), place(6))


def test_what_cites_nothing_or_what_does_not_exist_is_unsound() -> None:
    """No fact and no sentence, an invented fact, or a number that was not shown: none is asked about."""
    shown_nothing = DraftedSentence(id="s4", text="So it is.", fact_ids=("f1",), unknown=(99, 7))
    claims = claims_of(
        drafted(
            sentence(1, FERRY, "f2"),
            sentence(2, "Nobody knows."),
            sentence(3, "Walkers take a ferry.", "f2", "f99"),
            shown_nothing,
            sentence(5, ROAD, at=[5]),
        )
    )
    assert asked_ids(claims) == ["s1", "s5"]
    assert {one: dropped.reason for one, dropped in claims.unsound.items()} == {
        "s2": "it names nothing that it stands on",
        "s3": "it cites facts that do not exist: f99",
        "s4": "it cites sentences that were not shown: 99, 7",
    }
    assert {dropped.verdict for dropped in claims.unsound.values()} == {"unchecked"}


def test_a_repeat_of_a_fact_stands_or_falls_with_it() -> None:
    """A sentence that is a fact to the letter, folded, is not asked about, whichever fact it cites."""
    claims = claims_of(drafted(sentence(1, "walkers take a  ferry.", "f1")))
    assert (claims.asked, claims.repeats) == ((), {"s1": "f2"})


def test_a_fact_that_points_back_is_no_sentence_of_a_summary() -> None:
    """It says of somebody else in a summary than in its sentence, so it is asked about there."""
    left = drafted_fact("f9", "He left.", 2)
    claims = claims_of(drafted(sentence(1, "He left.", "f9")), [left])
    assert (asked_ids(claims), claims.repeats) == (["s1"], {})


def test_a_sentence_is_said_once() -> None:
    """What was written before is unsound with that reason, asked about or repeated from a fact alike."""
    repeat = "Walkers take a ferry."
    claims = claims_of(drafted(*[sentence(n, text, "f2") for n, text in enumerate([FERRY, repeat] * 2, start=1)]))
    assert (asked_ids(claims), claims.repeats) == (["s1"], {"s2": "f2"})
    assert {one: dropped.reason for one, dropped in claims.unsound.items()} == {
        "s3": "it was said before",
        "s4": "it was said before",
    }


def test_what_was_cited_wrongly_was_not_said() -> None:
    """A sentence that stands on nothing keeps no other place from saying the same."""
    claims = claims_of(drafted(sentence(1, FERRY, "f99"), sentence(2, FERRY, "f2")))
    assert (asked_ids(claims), list(claims.unsound)) == (["s2"], ["s1"])


def test_a_judge_sees_what_stands_before_in_the_same_part() -> None:
    """A sentence is judged as its reader reads it; the first of a part opens it, and items of a list stand alone."""
    draft = drafted(
        sentence(1, FERRY, "f2"),
        sentence(2, LIE, "f1"),
        sections=(
            section(
                1,
                "",
                (sentence(3, ROAD, "f2"),),
                (sentence(4, "It is long.", "f3"),),
                bullets=(sentence(5, "So.", "f3"),),
            ),
        ),
    )
    claims = claims_of(draft)
    assert {claim.id: claim.before for claim in claims.asked} == {
        "s1": "",
        "s2": FERRY,
        "s3": "",
        "s4": ROAD,
        "s5": "",
    }
    assert {one: before.id for one, before in claims.before.items()} == {"s2": "s1", "s4": "s3"}


def test_titles_are_asked_about_beside_their_sentences() -> None:
    """One that may assert something goes with the places of all below it; a label needs nobody; none is made up."""
    draft = drafted(
        sentence(1, FERRY, "f2"),
        headline="Town shuts its bridge",
        sections=(section(1, "The road", (sentence(2, ROAD, at=[5]),)), section(2, "", (sentence(3, LIE, "f3"),))),
    )
    claims = claims_of(draft)
    assert asked_ids(claims) == ["s1", "s2", "s3", "t0"]
    assert claims.labels == {"t1"}
    assert claims.asked[-1].cited == (place(4), place(5), place(6))
    assert titles_of(draft).keys() == {"t0", "t1"}


def test_no_call_is_made_for_titles_alone() -> None:
    """Where every sentence repeats a fact, only a label can stand."""
    told = sentence(1, WALKERS.statement, "f2")
    claims = claims_of(drafted(told, headline="Town shuts its bridge"))
    assert (claims.asked, claims.labels) == ((), frozenset())
    assert claims_of(drafted(told, headline="A ferry")).labels == {"t0"}


def test_the_sentences_of_a_part_share_calls_where_parts_are_read_apart() -> None:
    """By part each section and its title are a group of their own; else all is one."""
    draft = drafted(
        sentence(1, FERRY, "f2"),
        headline="Town shuts its bridge",
        sections=(section(1, "Cars drive on", (sentence(2, ROAD, "f3"),)),),
    )
    groups = {claim.id: claim.group for claim in claims_of(draft, by_part=True).asked}
    assert groups["s1"] == groups["t0"] != groups["s2"] == groups["t1"]
    assert len({claim.group for claim in claims_of(draft).asked}) == 1


def test_places_are_those_of_sentences_and_their_facts() -> None:
    """In the order of the article, each once; a fact that is not known has none."""
    known = {fact.id: fact for fact in FACTS}
    sentences = [sentence(1, LIE, "f3", "f9"), sentence(2, LIE, "f1", at=[6])]
    assert cited_by(sentences, known) == (*CLOSED.cited, *DETOUR.cited)


def variants_of(draft: DraftedSummary) -> list[tuple[str, str]]:
    """The ids and words of the wordings that are asked about after a first look."""
    claims = claims_of(draft)
    plan = first_look(claims.asked, source=SOURCE, stage="judge_summary", judge=JudgePolicy(), repaired=True)
    look = play(plan, knows).value
    asked = [claim_of(one) for one in FACTS]
    plan = first_look(asked, source=SOURCE, stage="judge_facts", judge=JudgePolicy(), repaired=True)
    of_facts = play(plan, knows).value
    worded = claims.variants(draft, look, of_facts=of_facts, facts=FACTS, language="en")
    return [(one.id, one.statement) for one in worded]


def test_a_wording_that_can_be_read_alone_is_asked_about_where_it_is_needed() -> None:
    """Behind a sentence that did not hold, or that a second look may take away; behind one that stands it is not."""
    wording = "Walkers say they take a ferry."
    leaning = sentence(2, "They take a ferry there, walkers say.", "f2", alone=wording)
    assert variants_of(drafted(sentence(1, LIE, "f1"), leaning)) == [("s2a", wording)]
    assert variants_of(drafted(sentence(1, WALKERS.statement, "f2"), leaning)) == []


def test_a_part_that_opens_with_a_sentence_that_leans_needs_its_wording() -> None:
    """Nothing stands before it that could tell who "they" are; a sentence that leans on nothing needs none."""
    leaning = sentence(2, "They take a ferry there.", "f2", alone="Walkers take a ferry there.")
    plain = sentence(3, ROAD, "f2", alone="Cars drive over Fossa.")
    draft = drafted(sentence(1, FERRY, "f2"), sections=(section(1, "", (leaning,)), section(2, "", (plain,))))
    assert variants_of(draft) == [("s2a", "Walkers take a ferry there.")]


def test_an_unsound_sentence_needs_no_wording() -> None:
    """What stands on nothing is not said in other words either."""
    assert variants_of(drafted(sentence(1, LIE, "f1"), sentence(2, FERRY, alone="A ferry carries walkers."))) == []


TEXTS = st.sampled_from([FERRY, ROAD, LIE, WALKERS.statement, CLOSED.statement])
FACT_IDS = st.lists(st.sampled_from(["f1", "f2", "f3", "f99"]), max_size=2)


@given(st.lists(st.tuples(TEXTS, FACT_IDS), max_size=8))
def test_every_sentence_is_in_one_place(told: list[tuple[str, list[str]]]) -> None:
    """Asked about, a repeat or unsound, and no text is in the first two twice."""
    draft = drafted(*[sentence(n, text, *ids) for n, (text, ids) in enumerate(told, start=1)])
    claims = claims_of(draft)
    places = [*asked_ids(claims), *claims.repeats, *claims.unsound]
    assert sorted(places) == sorted(one.id for one in draft.sentences())
    said = [one.text for one in draft.sentences() if one.id not in claims.unsound]
    assert len(set(said)) == len(said)
