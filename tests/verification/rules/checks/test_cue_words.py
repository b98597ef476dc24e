"""Negations and quantifiers that claim and source share."""

from __future__ import annotations

from checking import checks


def test_a_negation_that_both_have_is_checked_off() -> None:
    """It is listed as found, so that a reader sees that it was looked at."""
    found = [(check.kind, check.item, check.found, check.passed) for check in checks("No date was set: it was not.")]
    assert found == [("negation", "not", "in_span", True)]


def test_other_wording_is_no_finding() -> None:
    """A negation or quantifier that the evidence has in other words is not listed at all."""
    assert checks("Never did the board set any date.") == ()
