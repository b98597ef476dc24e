"""The verdict: computed from assertions, and from the rules on the evidence that the judge named."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import BRIDGE, SENTENCES, source_of

from summarizer.text.span import Evidence, Span
from summarizer.verification.judging.agreement import is_doubted
from summarizer.verification.judging.assertion_reply import NO_SUPPORT, Judgement
from summarizer.verification.judging.conclusion import (
    BELIEVED_FROM_SUPPORT,
    Conclusion,
    by_assertions,
    by_rules,
    by_yes_no,
    is_label,
    judged_verdict,
    unjudged,
    verdict_of,
)
from summarizer.verification.judging.source import Source
from summarizer.verification.judging.yes_no import Calibration
from summarizer.verification.verdict import Assertion, Relation

SOURCE = source_of()
RELATIONS: tuple[Relation, ...] = ("entailed", "contradicted", "not_stated")


def finding(text: str, *sentences: int, relation: Relation = "entailed", source: Source = SOURCE) -> Assertion:
    """An assertion with sentences of the article, counted from 0, as its evidence."""
    places = tuple(Evidence.cut(source.document.text, source.units[n].span) for n in sentences)
    return Assertion(text=text, relation=relation, evidence=places)


def concluded(
    statement: str, *assertions: Assertion, cited: tuple[Span, ...] = (), source: Source = SOURCE
) -> Conclusion:
    """What a judgement of a statement comes to."""
    judgement = Judgement(assertions=assertions, correction="")
    return by_assertions(statement, judgement=judgement, rules=source.rules, cited=cited)


@pytest.mark.parametrize(
    ("relations", "verdict"),
    [
        ((), "not_stated"),
        (("entailed",), "supported"),
        (("entailed", "entailed"), "supported"),
        (("not_stated",), "not_stated"),
        (("entailed", "not_stated"), "partly_supported"),
        (("not_stated", "entailed", "entailed"), "partly_supported"),
        (("contradicted",), "contradicted"),
        (("entailed", "contradicted"), "contradicted"),
        (("not_stated", "contradicted", "entailed"), "contradicted"),
        (("not_stated", "contradicted"), "contradicted"),
    ],
)
def test_verdict_of(relations: tuple[Relation, ...], verdict: str) -> None:
    """One contradiction contradicts, nothing asserted is not stated, and only all entailed is supported."""
    assert verdict_of([Assertion(text="x", relation=r) for r in relations]) == verdict


@given(st.lists(st.sampled_from(RELATIONS), max_size=8))
def test_supported_exactly_when_there_are_assertions_and_all_are_entailed(relations: list[Relation]) -> None:
    """The verdict depends neither on order nor on how many there are, but that one is needed."""
    assertions = [Assertion(text="x", relation=r) for r in relations]
    assert (verdict_of(assertions) == "supported") == (bool(relations) and set(relations) == {"entailed"})
    assert verdict_of(assertions) == verdict_of(assertions[::-1])


def test_entailed_in_full_is_supported_by_the_judge() -> None:
    """Every assertion entailed, every word covered, every check passed: the tick is the judge's, with its evidence."""
    said = "Readers learn that the council of Brenta closed the old bridge on 3 May 2026."
    found = concluded(said, finding(said, 0))
    assert (found.verdict, found.decided_by) == ("supported", "judge")
    assert [e.text for e in found.evidence] == [SENTENCES[0]]
    assert found.checks
    assert all(check.passed for check in found.checks)
    assert found.assertions == (finding(said, 0),)
    assert found.reason == "every assertion is entailed by the evidence"


def test_evidence_is_in_the_judges_order_each_place_once() -> None:
    """Assertions that share a sentence give one list of places, the one that decides first, as the judge names them."""
    said = "Readers learn that the old bridge is closed and a ferry carries walkers."
    found = concluded(
        said, finding("a ferry carries walkers", 4, 0), finding("Readers learn the old bridge is closed", 0)
    )
    assert [e.text for e in found.evidence] == [SENTENCES[4], SENTENCES[0]]


def test_a_partly_supported_statement_keeps_what_is_entailed_as_evidence() -> None:
    """The evidence is that of the entailed part, and the reason quotes the part that is not stated."""
    found = concluded(
        "Readers learn that a ferry carries walkers for free.",
        finding("a ferry carries walkers", 4),
        finding("for free", 5, relation="not_stated"),
    )
    assert (found.verdict, found.decided_by) == ("partly_supported", "judge")
    assert [e.text for e in found.evidence] == [SENTENCES[4]]
    assert found.reason == "not stated: “for free”"


def test_a_contradicted_statement_shows_what_contradicts_it() -> None:
    """The evidence is that of the contradiction alone."""
    found = concluded(
        "Readers learn that Brenta has a ferry and a second bridge.",
        finding("Brenta has a ferry", 4),
        finding("a second bridge", 8, relation="contradicted"),
    )
    assert (found.verdict, found.decided_by) == ("contradicted", "judge")
    assert [e.text for e in found.evidence] == [SENTENCES[8]]
    assert found.reason == "contradicted: “a second bridge”"


def test_nothing_asserted_is_not_stated() -> None:
    """A judge that lists no assertion ticks nothing."""
    found = concluded("Readers learn things about Brenta")
    assert (found.verdict, found.decided_by) == ("not_stated", "judge")
    assert found.reason == "the judge found nothing asserted"
    assert found.assertions == ()


@pytest.mark.parametrize(
    "said",
    [
        "Readers learn that the detour adds 71 kilometers to the way to school.",
        "Readers learn that repairs would cost 4.3 million euros.",
        "Readers learn that engineers had found cracks in three of its piers.",
        "Readers learn that the council of Brenta closed the old bridge on 4 May 2026.",
        "The detour adds 71 kilometers to the way to school.",
    ],
)
def test_the_judge_cannot_tick_what_the_rules_refuse(said: str) -> None:
    """A number or date that the document does not have is refused by rule, however sure the judge is."""
    found = concluded(said, finding(said, 0, 2, 6))
    assert found.verdict in ("contradicted", "not_stated", "partly_supported")
    assert found.decided_by == "rule"
    assert found.reason != "every assertion is entailed by the evidence"
    assert not all(check.passed for check in found.checks)
    assert found.assertions


def test_a_number_from_another_sentence_is_a_question() -> None:
    """A number that the named evidence lacks, and that stands elsewhere in the document, is for a second answer."""
    said = "Readers learn that shops near the river complain of 17 empty tables."
    found = concluded(said, finding(said, 7))
    (number,) = (check for check in found.checks if check.kind == "number")
    assert (number.item, number.outcome, number.found) == ("17", "question", "in_document")
    assert is_doubted(found)


@pytest.mark.parametrize(
    ("assertion", "passed_over"),
    [
        ("Something happened.", "kilometers"),
        ("Readers learn that the detour adds kilometers.", "17"),
        ("Readers learn that the detour adds 18 kilometers.", "17"),
        ("Readers learn that the detour adds 17.0 kilometers.", "17"),
    ],
)
def test_a_judge_that_passes_over_a_part_has_not_judged(assertion: str, passed_over: str) -> None:
    """Assertions that repeat less than half of the words, or not each number, leave the statement unchecked."""
    found = concluded("Readers learn that the detour adds 17 kilometers.", finding(assertion, 6))
    assert (found.verdict, found.decided_by) == ("unchecked", None)
    assert found.reason.startswith("the judge passed over: ")
    assert passed_over in found.reason


def test_rewording_covers() -> None:
    """Other endings, and half of the words left out, are ordinary rewording."""
    said = "Readers learned that shopkeepers near rivers were complaining of emptying tables."
    assert concluded(said, finding("Shops near the river complain of empty tables", 7)).verdict == "supported"


def test_a_statement_without_long_words_is_covered_by_its_own_words_alone() -> None:
    """Short words count too: an assertion about something else supports no short statement."""
    found = concluded("He ate it all up.", finding("Cars take the road over Fossa.", 5))
    assert (found.verdict, found.decided_by) == ("unchecked", None)


CHINESE = source_of("布伦塔市议会关闭了旧桥。工程师发现桥墩有裂缝。渡船运送行人。汽车走另一条路。")


@pytest.mark.parametrize(
    ("assertion", "verdict"),
    [("读者得知渡船运送行人。", "supported"), ("汽车走路。", "unchecked")],
)
def test_characters_of_scripts_without_spaces_each_count(assertion: str, verdict: str) -> None:
    """A Chinese statement is covered character by character."""
    found = concluded("读者得知渡船运送行人。", finding(assertion, 2, source=CHINESE), source=CHINESE)
    assert found.verdict == verdict


def test_by_rules_is_the_ruling() -> None:
    """What code decided is said as it is, with no assertion."""
    ruling = SOURCE.rules.rule_on(SENTENCES[1])
    found = by_rules(ruling)
    assert (found.verdict, found.decided_by) == ("supported", "verbatim")
    assert (found.evidence, found.checks, found.reason, found.score) == (
        ruling.evidence,
        ruling.checks,
        ruling.reason,
        ruling.score,
    )
    assert found.assertions == ()


def test_without_a_judgement_the_rules_word_stands() -> None:
    """A failed judge takes nothing from what rules refuse."""
    ruling = SOURCE.rules.rule_on("The detour adds 71 kilometers to the way to school.")
    assert unjudged(ruling, why="not judged: down") == by_rules(ruling)
    assert ruling.decided_by == "rule"


def test_without_a_judgement_what_rules_leave_open_is_unchecked() -> None:
    """The reason is then why the judge failed, and there is no author of the verdict."""
    ruling = SOURCE.rules.rule_on(f"Readers learn that {SENTENCES[4]}")
    found = unjudged(ruling, why="not judged: down")
    assert (found.verdict, found.decided_by, found.reason) == ("unchecked", None, "not judged: down")
    assert found.evidence == ruling.evidence


@given(
    st.sampled_from([f"Readers learn that {s}" for s in SENTENCES] + list(SENTENCES)),
    st.lists(
        st.tuples(st.sampled_from(SENTENCES), st.sampled_from(RELATIONS), st.integers(0, len(SENTENCES) - 1)),
        max_size=3,
    ),
)
def test_a_tick_has_evidence_and_no_conflict(said: str, found: list[tuple[str, Relation, int]]) -> None:
    """Whatever a judge says: supported implies evidence, assertions all entailed, no conflict, and an author."""
    conclusion = concluded(said, *[finding(text, place, relation=relation) for text, relation, place in found])
    assert (conclusion.decided_by is None) == (conclusion.verdict == "unchecked")
    assert conclusion.reason
    assert 0 <= conclusion.score <= 1
    assert all(BRIDGE[e.start : e.end] == e.text for e in conclusion.evidence)
    if conclusion.verdict == "supported":
        assert conclusion.evidence
        assert conclusion.assertions
        assert all(a.relation == "entailed" for a in conclusion.assertions)
        assert not any(check.conflict for check in conclusion.checks)


EVEN = Calibration(intercept=0.0, yes=1.0, support=0.0, tick=0.8, refuse=0.4)


def one_word(statement: str, probability: float) -> Conclusion:
    """What a judge's word of this probability comes to."""
    odds = math.log(probability / (1 - probability))
    return by_yes_no(statement, log_odds=odds, ruling=SOURCE.rules.rule_on(statement), calibration=EVEN)


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [(0.99, "supported"), (0.81, "supported"), (0.79, "unchecked"), (0.41, "unchecked"), (0.39, "not_stated")],
)
def test_a_word_is_held_to_two_thresholds(probability: float, verdict: str) -> None:
    """Above the one it supports, below the other it does not, between them nobody could tell."""
    found = one_word("Readers learn that a ferry carries walkers.", probability)
    assert found.verdict == verdict
    assert (found.decided_by is None) == (verdict == "unchecked")
    assert f"{probability:.0%}" in found.reason


def test_a_word_supports_nothing_without_evidence() -> None:
    """Where the search found no sentence there is nothing to point at."""
    assert one_word("Zebras yodel.", 0.999).verdict != "supported"


def test_a_word_shows_no_count() -> None:
    """A number that would have to be counted from the source gets no tick from one word."""
    assert (
        one_word("Readers learn that engineers had found cracks in three of its piers.", 0.999).verdict != "supported"
    )


def test_a_word_overrules_no_check() -> None:
    """The rules have the word on a number that the document does not have."""
    found = one_word("Readers learn that the detour adds 71 kilometers to the way to school.", 0.999)
    assert (found.verdict == "supported", found.decided_by) == (False, "rule")


def test_a_label_is_short_and_asserts_nothing() -> None:
    """A judge found nothing asserted in a few words; many words say something, and so does a supported title."""
    bare = concluded("The bridge")
    assert is_label("The bridge", bare)
    assert not is_label(" ".join(["word"] * 13), bare)
    assert not is_label("The bridge", by_rules(SOURCE.rules.rule_on("The bridge")))
    assert not is_label("A ferry", concluded("A ferry carries", finding("A ferry carries", 4)))


@pytest.mark.parametrize(
    "statement",
    ["Readers learn that no ferry carries walkers until then.", "Readers learn that a ferry doesn't carry walkers."],
)
def test_a_judge_that_passes_over_a_negation_has_not_judged(statement: str) -> None:
    """Assertions with fewer negations than the statement are about another statement."""
    found = concluded(statement, finding("Readers learn that a ferry carries walkers until then.", 4))
    assert found.verdict != "supported"


@pytest.mark.parametrize(
    ("support", "relations", "verdict"),
    [
        (100, ["entailed"], "supported"),
        (BELIEVED_FROM_SUPPORT, ["entailed", "not_stated"], "supported"),
        (BELIEVED_FROM_SUPPORT - 1, ["entailed"], "partly_supported"),
        (0, ["not_stated"], "not_stated"),
        (0, [], "not_stated"),
        (100, [], "not_stated"),
        (100, ["contradicted", "entailed"], "contradicted"),
        (NO_SUPPORT, ["entailed", "not_stated"], "partly_supported"),
        (NO_SUPPORT, ["entailed"], "supported"),
    ],
)
def test_what_a_judge_says_of_the_whole_decides(support: int, relations: list[Relation], verdict: str) -> None:
    """Enough support, shown somewhere, is support; a contradiction stands; without a word on the whole parts decide."""
    parts = tuple(Assertion(text="x", relation=r) for r in relations)
    found = Judgement(support=support, assertions=parts, correction="")
    assert judged_verdict(found) == verdict


def test_support_keeps_what_is_entailed_and_needs_no_repetition() -> None:
    """A judge that answers for the whole claim need not repeat it; what it doubted is not among what it supports."""
    said = "Readers learn that a ferry carries walkers until then."
    parts = (finding("a ferry", 4), Assertion(text="Readers", relation="not_stated"))
    found = by_assertions(
        said, judgement=Judgement(support=90, assertions=parts, correction=""), rules=SOURCE.rules, cited=()
    )
    assert found.verdict == "supported"
    assert [one.relation for one in found.assertions] == ["entailed"]
    doubted = by_assertions(
        said, judgement=Judgement(support=30, assertions=parts[:1], correction=""), rules=SOURCE.rules, cited=()
    )
    assert (doubted.verdict, "30%" in doubted.reason) == ("partly_supported", True)


def test_no_judge_ticks_what_is_read_otherwise_than_it_is_stored() -> None:
    """A judge is shown what is stored; neither its yes nor its no counts for what a person reads."""
    source = source_of("The port earned \u202e91\u202c million euros. The ferry closed in June.")
    for relation in RELATIONS:
        found = concluded(
            "The port made 91 million euros.",
            finding("The port made 91 million euros.", 0, relation=relation, source=source),
            source=source,
        )
        assert (found.verdict, found.decided_by) == ("unchecked", None)
        assert "U+202E" in found.reason
    ruling = source.rules.rule_on("The port earned 91 million euros.")
    for odds in (9.0, -9.0):
        found = by_yes_no("The port earned 91 million euros.", log_odds=odds, ruling=ruling, calibration=EVEN)
        assert (found.verdict, found.decided_by) == ("unchecked", None)
