"""What speaks against a claim that no sentence states."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.rules.alignment.alignment import align
from summarizer.verification.rules.alignment.findings import Finding, findings
from summarizer.verification.rules.conflicts import objection
from summarizer.verification.verdict import Check

SOURCE = "On Monday Norland beat Sudland by three goals and about 40% of the fans left early."
FACTS = FactIndex.of([canonicalize(SOURCE, language="en")])


def _beside(claim: str) -> tuple[Finding, ...]:
    one = align(canonicalize(claim, language="en"), canonicalize(SOURCE, language="en"), language="en")
    return findings([one])


def _missing(kind: str, item: str, note: str = "") -> Check:
    return Check.model_validate({"kind": kind, "item": item, "found": "absent", "passed": False, "note": note})


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("three", "four", "the source says “three”, not “four”"),
        ("fans left", "fans never left", "the source does not say “never”"),
        ("Sudland", "Westland", "the source says “Sudland”, not “Westland”"),
    ],
)
def test_a_hard_difference_contradicts_a_near_copy(old: str, new: str, reason: str) -> None:
    """The reason names the words of both sides."""
    assert objection(_beside(SOURCE.replace(old, new)), (), document=FACTS) == ("contradicted", reason)


def test_other_wording_besides_leaves_it_open() -> None:
    """A number that differs where other words differ too may be of another thing."""
    claim = SOURCE.replace("three", "four").replace("early", "in anger")
    assert objection(_beside(claim), (), document=FACTS).verdict == "unchecked"


def test_a_part_of_a_sentence_is_not_contradicted_by_what_it_leaves_out() -> None:
    """A claim all of whose words stand in a sentence, in order, is left to a judge."""
    claim = SOURCE.removesuffix(" and about 40% of the fans left early.")
    assert objection(_beside(claim), (), document=FACTS).verdict == "unchecked"


@pytest.mark.parametrize(
    ("check", "verdict"),
    [
        (_missing("name", "Kessel"), "not_stated"),
        (_missing("name", "Kessel", "the source has only a part of the name"), "unchecked"),
        (_missing("number", "8,311"), "not_stated"),
        (_missing("number", "seven"), "unchecked"),
        (_missing("number", "7"), "unchecked"),
        (_missing("negation", "never"), "unchecked"),
    ],
)
def test_a_hard_fact_that_stands_nowhere_is_not_stated(check: Check, verdict: str) -> None:
    """Names and figures of some length must be written; what may be counted, or is there in part, need not be."""
    found = objection([], (check,), document=FACTS)
    assert found.verdict == verdict
    assert check.item in found.reason


def test_a_year_may_follow_from_last_year() -> None:
    """Where the document counts from its own day, a date need not be written."""
    facts = FactIndex.of([canonicalize("Last year Norland won.", language="en")])
    assert objection([], (_missing("number", "2019"),), document=facts).verdict == "unchecked"


def test_nothing_certain_says_so() -> None:
    """Without a finding the reason is that no sentence has these words."""
    assert objection([], (), document=FACTS) == ("unchecked", "no sentence of the source says this in the same words")


def test_a_conflict_always_says_why() -> None:
    """One that has a note says it; one without says that the source has nothing of it."""
    for note, said in (("the source goes on “x”", "goes on"), ("", "stands nowhere")):
        against = _missing("splice", "a claim", note).model_copy(update={"conflict": True})
        assert said in objection([], (against,), document=FACTS).reason
