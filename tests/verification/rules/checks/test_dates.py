"""Dates of a claim beside those of its source."""

from __future__ import annotations

import pytest
from checking import failed, items

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules


@pytest.mark.parametrize(
    "claim",
    [
        "Ruiz spoke to the board on March 12.",
        "Ruiz spoke to the board on Thursday, 12 March 2026.",
        "Ruiz spoke to the board in March.",
    ],
)
def test_what_follows_from_the_date_passes(claim: str) -> None:
    """A date without its year, its month alone, and the weekday that it falls on pass."""
    assert failed(claim) == []


@pytest.mark.parametrize(
    "claim",
    [
        "Ruiz spoke to the board on March 13.",
        "Ruiz spoke to the board on Friday.",
        "Ruiz spoke to the board in April.",
        "Ruiz spoke to the board at 9 a.m.",
    ],
)
def test_another_date_fails(claim: str) -> None:
    """Another day, weekday, month or a time that the source does not give fails."""
    assert [(check.kind, check.found) for check in failed(claim)] == [("date", "absent")]


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ("Ruiz spoke to the board on March 12, 2027.", "the source says “12 March 2026”"),
        ("Ruiz spoke to the board on 12 March 2026 and in July 2026.", ""),
    ],
)
def test_another_year_is_no_less_exact_date(claim: str, note: str) -> None:
    """A date that contradicts what the source has is absent, and all that is said is what stands in its place."""
    assert [check.note for check in failed(claim) if check.kind == "date"] == [note]


def test_a_month_that_opens_a_sentence_may_be_a_name() -> None:
    """The capital of a first word tells nothing: "April" may be a woman there."""
    assert items("April sails in June.", "date") == ["June"]


@pytest.mark.parametrize(
    ("source", "claim", "note"),
    [
        ("The pier opened on May 7.", "The pier at last opened on May 7, 2018.", "the source gives less of this date"),
        ("The pier opened in August.", "The pier at last opened in August 2017.", "the source names the month alone"),
        ("The pier opened.", "The pier at last opened in August 2017.", "the source names no year"),
        ("The pier opened on May 7, 2017.", "The pier at last opened on May 7, 2018.", "the source says “May 7, 2017”"),
    ],
)
def test_less_of_a_date_is_a_question(source: str, claim: str, note: str) -> None:
    """Where the source leaves out what the claim adds, a note says so and nothing is certain."""
    ruling = Rules.of(Index.of(Document.of(source, language="en"))).rule_on(claim)
    assert next(check.note for check in ruling.checks if check.kind == "date") == note
    is_open = "the source says" not in note
    assert (ruling.verdict == "unchecked") is is_open
    assert any(check.conflict for check in ruling.checks) is not is_open


FIRE = (
    "PORT CASWICK, 14 May 2025\n\nThe ferries stopped on Wednesday. The fire broke out on Tuesday in the engine room."
)


@pytest.mark.parametrize(
    ("claim", "passed"),
    [
        ("The fire broke out on Tuesday, 13 May 2025, in the engine room.", True),
        ("The fire broke out on 13 May in the engine room.", True),
        ("The fire broke out on 12 May 2025 in the engine room.", False),
        ("The fire broke out on 5 May 2025 in the engine room.", False),
        ("The fire broke out on 13 June 2025 in the engine room.", False),
    ],
)
def test_a_day_that_the_source_names_by_its_weekday(claim: str, passed: bool) -> None:  # noqa: FBT001 - a parameter
    """The date that a weekday has beside that of the article passes; a day beside it does not."""
    ruling = Rules.of(Index.of(Document.of(FIRE, language="en"))).rule_on(claim)
    dates = [check for check in ruling.checks if check.kind == "date"]
    assert all(check.passed for check in dates) is passed
    assert any(check.conflict for check in dates) is not passed


def test_a_day_seen_from_another_is_a_question() -> None:
    """The day after a date that stands there too: the rules know of no error, and say what may be."""
    source = (
        "Le concert du samedi 13 juillet 2024 fut suivi. Celui du lendemain, du quatuor, fut interrompu par un orage."
    )
    claim = "Le 14 juillet 2024, le concert du quatuor fut interrompu par un orage."
    ruling = Rules.of(Index.of(Document.of(source, language="fr"))).rule_on(claim)
    (found,) = (check for check in ruling.checks if check.item == "14 juillet 2024")
    assert (found.passed, found.conflict) == (False, False)
    assert "as seen from another" in found.note
    assert ruling.verdict == "unchecked"
