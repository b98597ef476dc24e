"""Checks that a claim is not joined of the beginning of one sentence and the end of another.

"The mayor opened the old harbour in 1987."  ->  Check(kind="splice", …, conflict=True, note="the source goes on …")
"""

from __future__ import annotations

from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.alignment.splices import spliced
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check


def check_splices(claim: CanonicalText, context: CheckContext) -> list[Check]:
    """One conflict for a claim that is such a splice."""
    goes_on = spliced(claim, context.sentences)
    if not goes_on:
        return []
    note = f"joins two sentences; the first goes on “{goes_on}” in the source"
    return [make_check("splice", claim.text, "absent", passed=False, note=note, conflict=True)]


SPLICES: Final = CheckRule(kinds=("splice",), check=check_splices)
