"""Checks of a claim's hard facts."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Ruler
from summarizer.verification.verdict import Check

ARTICLE = """The Marlow ferry company carried 547,126 passengers in 2025, up 4% on the year before.
Its director, Ana Ruiz, told the harbour board on 12 March 2026 that two new boats would cost $3.2 million each.
"We have waited for this day for a very long time," she said.
The board did not set a date. The World Harbour Union will send Tom Okoro,
Lena Brandt and Ivo Kral to the third meeting.
COVID-19 had cost the company its Jamaican route in 2021."""


def checks(claim: str, article: str = ARTICLE) -> tuple[Check, ...]:
    """The checks of a claim about the article."""
    return Ruler.of(Index.of(Document.of(article, language="en", date=dt.date(2026, 3, 14)))).rule(claim).checks


@pytest.mark.parametrize(
    "claim",
    [
        "About 550,000 passengers used the Marlow ferry in 2025.",
        "Nearly 550,000 passengers used the Marlow ferry in 2025.",
        "Ruiz spoke to the board on March 12.",
        "The new boats would each cost 3.2 million dollars.",
        "Three people will represent the World Harbour Union.",
        "The WHU will send Okoro to the 3rd meeting.",
        "The route to Jamaica was lost because of COVID-19.",
        'Ruiz said the company had "waited for this day".',
        "Passengers rose by four percent in 2025.",
    ],
)
def test_harmless_paraphrase_fails_no_check(claim: str) -> None:
    """Rounding that says so, other forms of names and numbers, counts, and quoted words pass."""
    assert [check for check in checks(claim) if not check.passed] == []


@pytest.mark.parametrize(
    ("claim", "kind", "found"),
    [
        ("About 650,000 passengers used the Marlow ferry in 2025.", "number", "absent"),
        ("The new boats would each cost 3.2 billion dollars.", "number", "absent"),
        ("The new boats would each cost €3.2 million.", "number", "absent"),
        ("Passengers rose by four percentage points in 2025.", "number", "absent"),
        ("Ruiz spoke to the board on March 13.", "date", "absent"),
        ("The new boats were ordered by Ana Kessel.", "name", "absent"),
        ('Ruiz said: "We have waited for that day for a long time."', "quotation", "absent"),
    ],
)
def test_wrong_facts_fail(claim: str, kind: str, found: str) -> None:
    """A changed number, date, name or quotation fails, and says where it was looked for."""
    failed = [(check.kind, check.found) for check in checks(claim) if not check.passed]
    assert (kind, found) in failed or (kind, "in_document") in failed


def test_negation_is_checked_against_a_matching_sentence() -> None:
    """A claim that otherwise says what a sentence says fails where only one of them negates."""
    failed = {check.kind for check in checks("The board did set a date.") if not check.passed}
    assert failed == {"negation"}


def test_every_number_has_a_check() -> None:
    """Numbers that stand in the evidence are listed too."""
    listed = [
        check.item for check in checks("In 2025 the ferry carried 547,126 passengers, up 4%.") if check.kind == "number"
    ]
    assert listed == ["2025", "547,126", "4%"]
