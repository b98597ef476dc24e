"""A check rule, and the form of its checks."""

from __future__ import annotations

from summarizer.verification.rules.checks.check_rule import make_check


def test_an_item_stands_in_one_line() -> None:
    """Line breaks and runs of spaces of the claim are one space."""
    check = make_check("quotation", "three\n  words  here", "absent", passed=False, note="none")
    assert check.item == "three words here"
    assert (check.kind, check.found, check.passed, check.note) == ("quotation", "absent", False, "none")
