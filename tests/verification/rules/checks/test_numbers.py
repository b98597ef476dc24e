"""Numbers of a claim beside those of its source."""

from __future__ import annotations

import pytest
from checking import failed, items


@pytest.mark.parametrize(
    "claim",
    [
        "About 550,000 passengers used the Marlow ferry in 2025.",
        "Nearly 550,000 passengers used the Marlow ferry in 2025.",
        "The new boats would each cost 3.2 million dollars.",
        "Three people will represent the World Harbour Union.",
        "The WHU will send Okoro to the 3rd meeting.",
        "Passengers rose by four percent in 2025.",
    ],
)
def test_harmless_paraphrase_fails_no_check(claim: str) -> None:
    """Rounding that says so, other forms of numbers, and counts pass."""
    assert failed(claim) == []


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("About 650,000 passengers used the Marlow ferry in 2025.", "absent"),
        ("The new boats would each cost 3.2 billion dollars.", "absent"),
        ("The new boats would each cost €3.2 million.", "absent"),
        ("Passengers rose by four percentage points in 2025.", "absent"),
    ],
)
def test_wrong_numbers_fail(claim: str, found: str) -> None:
    """A changed number fails, and says where it was looked for."""
    places = [(check.kind, check.found) for check in failed(claim)]
    assert ("number", found) in places or ("number", "in_document") in places


def test_another_unit_is_named() -> None:
    """Where the source has the figure in another unit, the check says which."""
    (check,) = failed("The new boats would each cost €3.2 million.")
    assert check.note == "the source has 3.2 million dollar"


def test_every_number_has_a_check() -> None:
    """Numbers that stand in the evidence are listed too."""
    assert items("In 2025 the ferry carried 547,126 passengers, up 4%.", "number") == ["2025", "547,126", "4%"]


def test_what_only_looks_like_a_number_has_none() -> None:
    """The pronoun "one", the figure in a name, and the second day of a range are no facts of their own."""
    assert items("One can say that COVID-19 had cost it a route on March 12-13.", "number") == []
