"""When a second look is taken, and what two looks come to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import source_of
from made import check

from summarizer.text.span import Evidence
from summarizer.verification.judging.agreement import (
    BELIEVED_FROM,
    DOUBTED_BELOW,
    agreed,
    answered_once,
    is_disputed,
    is_doubted,
    reconcile,
)
from summarizer.verification.judging.conclusion import Conclusion
from summarizer.verification.rules.ruling import Ruling
from summarizer.verification.verdict import Assertion, DecidedBy, Relation, Verdict

SOURCE = source_of()
PLACES = tuple(Evidence.cut(SOURCE.document.text, unit.span) for unit in SOURCE.units)
VERDICTS: tuple[Verdict, ...] = ("supported", "partly_supported", "contradicted", "not_stated", "unchecked")


def looked(
    verdict: Verdict, *relations: Relation, by: DecidedBy | None = "judge", score: float = 0.5, place: int = 4
) -> Conclusion:
    """What a look came to that rests on one sentence."""
    return Conclusion(
        verdict=verdict,
        decided_by=None if verdict == "unchecked" else by,
        evidence=(PLACES[place],),
        checks=(),
        assertions=tuple(Assertion(text="x", relation=relation, evidence=(PLACES[place],)) for relation in relations),
        reason=f"because {verdict}",
        score=score,
    )


def ruling(score: float = 0.5, *, failed: bool = False) -> Ruling:
    """What the rules had said."""
    checks = (check("number", "9", passed=False),) if failed else ()
    return Ruling(
        verdict="unchecked", decided_by=None, evidence=(), checks=checks, reason="open", score=score, language="en"
    )


def disputed(conclusion: Conclusion, *, before: Ruling | None = None, unseen: bool = True) -> bool:
    """Whether a second look is wanted."""
    return is_disputed(conclusion, ruling=before or ruling(), unseen=unseen)


def test_support_that_the_rules_doubt_is_looked_at_again() -> None:
    """A judge's tick for what hardly overlaps the source, or for a number that it does not have."""
    assert disputed(looked("supported", "entailed", score=DOUBTED_BELOW - 0.01))
    assert not disputed(looked("supported", "entailed", score=DOUBTED_BELOW))
    absent = check("number", "three", passed=False)
    asked = replace(looked("supported", "entailed"), checks=(absent,))
    assert is_doubted(asked)
    assert not is_doubted(replace(asked, checks=(absent.model_copy(update={"passed": True}),)))
    assert not is_doubted(looked("supported", score=0.0, by="rule"))


def test_support_that_the_rules_held_back_is_looked_at_again() -> None:
    """The judge found all entailed and a check failed, or it passed over some of the words."""
    assert disputed(looked("partly_supported", "entailed", by="rule"), unseen=False)
    assert disputed(looked("unchecked", "entailed"), unseen=False)


def test_a_conflict_is_not_looked_at_again() -> None:
    """No second answer could change it."""
    against = check("number", "three", passed=False).model_copy(update={"conflict": True})
    assert not disputed(replace(looked("partly_supported", "entailed", by="rule"), checks=(against,)))


def test_one_answer_settles_no_question_of_a_fact_that_was_not_found() -> None:
    """Where no second review is made, such a claim stays unchecked, with the fact named; any other verdict stands."""
    asked = replace(looked("supported", "entailed"), checks=(check("number", "three", passed=False),))
    once = answered_once(asked)
    assert (once.verdict, once.decided_by) == ("unchecked", None)
    assert "three" in once.reason
    assert answered_once(looked("supported", "entailed")) == looked("supported", "entailed")
    assert answered_once(replace(asked, verdict="not_stated")).verdict == "not_stated"


def test_a_part_is_looked_at_again_where_there_is_more_to_see() -> None:
    """What the first look could not see may stand elsewhere in the document."""
    part = looked("partly_supported", "entailed", "not_stated")
    assert disputed(part)
    assert not disputed(part, unseen=False)


def test_what_the_rules_believe_is_looked_at_again() -> None:
    """Not stated by the judge, likely by its words, and no check against it."""
    missed = looked("not_stated", "not_stated")
    assert disputed(missed, before=ruling(BELIEVED_FROM))
    assert not disputed(missed, before=ruling(BELIEVED_FROM - 0.01))
    assert not disputed(missed, before=ruling(BELIEVED_FROM, failed=True))
    assert not disputed(missed, before=ruling(BELIEVED_FROM), unseen=False)


def test_what_could_not_change_is_not_looked_at_again() -> None:
    """A contradiction stays one, a label asserts nothing, and without assertions there was no judgement to doubt."""
    assert not disputed(looked("contradicted", "contradicted"), before=ruling(1.0))
    assert not disputed(looked("not_stated"), before=ruling(1.0))
    assert not disputed(looked("unchecked"), before=ruling(1.0))


def test_two_supports_are_one_with_the_evidence_of_both() -> None:
    """Each passed the rules on its own evidence; places are in the judges' order, the first one's first, each once."""
    both = reconcile(looked("supported", "entailed", place=6), looked("supported", "entailed", place=4), shown=())
    assert both.verdict == "supported"
    assert both.evidence == (PLACES[6], PLACES[4])


@pytest.mark.parametrize("second", VERDICTS[1:])
def test_support_that_a_second_look_denies_is_none(second: Verdict) -> None:
    """The second look's verdict stands, and says whose it is."""
    found = reconcile(looked("supported", "entailed"), looked(second), shown=())
    assert found.verdict == second
    assert found.reason == f"a second look: because {second}"


def test_a_judge_that_saw_the_evidence_and_said_no_is_not_outvoted() -> None:
    """Both must say supported; the reason says that one did."""
    first = looked("not_stated", "not_stated")
    found = reconcile(first, looked("supported", "entailed"), shown=[PLACES[4].span])
    assert found.verdict == "not_stated"
    assert "a second look found it supported" in found.reason


def test_a_judge_that_was_not_shown_the_evidence_has_not_said_no() -> None:
    """A second look that rests on what the first could not see stands alone, except against a contradiction."""
    second = looked("supported", "entailed")
    assert reconcile(looked("not_stated", "not_stated"), second, shown=[PLACES[0].span]) == second
    assert reconcile(looked("contradicted", "contradicted"), second, shown=[PLACES[0].span]).verdict == "contradicted"


def test_what_the_rules_held_back_may_be_supported_by_better_evidence() -> None:
    """The first judge said yes already; the second's evidence passes the checks."""
    second = looked("supported", "entailed", place=6)
    assert reconcile(looked("partly_supported", "entailed", by="rule"), second, shown=[PLACES[6].span]) == second


@given(st.sampled_from(VERDICTS), st.sampled_from(VERDICTS))
def test_agreed_is_supported_only_if_both_are(one: Verdict, two: Verdict) -> None:
    """Unanimity, in either order, and otherwise the word of a judge who does not support it."""
    found = agreed(looked(one), looked(two))
    assert (found.verdict == "supported") == (one == two == "supported")
    assert found.verdict in (one, two)


@given(
    one=st.sampled_from(VERDICTS),
    relations=st.lists(st.sampled_from(["entailed", "contradicted", "not_stated"]), max_size=3),
    two=st.sampled_from(VERDICTS),
    saw=st.booleans(),
)
def test_settled_is_supported_only_if_the_second_look_is(
    one: Verdict, relations: list[Relation], two: Verdict, *, saw: bool
) -> None:
    """No claim that was looked at twice is ticked against the second look."""
    found = reconcile(looked(one, *relations), looked(two), shown=[PLACES[4].span] if saw else ())
    assert found.verdict != "supported" or two == "supported"


def test_a_second_look_that_sees_a_contradiction_says_so() -> None:
    """Whatever the first judge missed, what one saw contradicted is contradicted."""
    seen = looked("contradicted", "contradicted")
    assert reconcile(looked("partly_supported", "not_stated"), seen, shown=()).verdict == "contradicted"
    assert reconcile(looked("not_stated", "not_stated"), seen, shown=()).verdict == "contradicted"
    assert reconcile(looked("supported", "entailed"), seen, shown=()).verdict == "contradicted"
