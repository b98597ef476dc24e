"""Dates of a claim beside those of its source."""

from __future__ import annotations

import pytest
from checking import failed, items


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


def test_a_month_that_opens_a_sentence_may_be_a_name() -> None:
    """The capital of a first word tells nothing: "April" may be a woman there."""
    assert items("April sails in June.", "date") == ["June"]
