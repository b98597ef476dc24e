"""The registry lists every check rule, in the order in which their checks come back.

checks_of(claim, context)  ->  (Check(kind="number", item="4%", …), Check(kind="name", item="Ruiz", …))
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.checks.aligned import ALIGNED
from summarizer.verification.rules.checks.check_rule import CheckRule
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.rules.checks.cue_words import CUE_WORDS
from summarizer.verification.rules.checks.dates import DATES
from summarizer.verification.rules.checks.names import NAMES
from summarizer.verification.rules.checks.numbers import NUMBERS
from summarizer.verification.rules.checks.quotations import QUOTATIONS
from summarizer.verification.rules.checks.splices import SPLICES
from summarizer.verification.verdict import Check

# A check is one line here.
CHECK_RULES: Final[tuple[CheckRule, ...]] = (
    NUMBERS,
    DATES,
    NAMES,
    QUOTATIONS,
    ALIGNED,
    SPLICES,
    CUE_WORDS,
)


def checks_of(
    claim: CanonicalText, context: CheckContext, *, rules: Iterable[CheckRule] = CHECK_RULES
) -> tuple[Check, ...]:
    """Every check of a claim, those of one rule together.

    Args:
        claim: In canonical form.
        context: What it is checked against.
        rules: Which rules check it, in order.
    """
    found: list[Check] = []
    for rule in rules:
        found += rule.check(claim, context)
    return tuple(found)
