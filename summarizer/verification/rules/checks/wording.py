"""Checks the wording of a claim that nearly repeats a sentence: what differs may turn what the sentence says.

"The board did set a date." beside "The board did not set a date."
    ->  Check(kind="negation", item="not", found="in_span", passed=False, note="the source says “not”")
"""

from __future__ import annotations

from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.alignment import MATCHING, Difference
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check, CheckKind

_KINDS: Final[tuple[CheckKind, ...]] = ("negation", "quantifier", "modality", "attribution", "direction", "order")


def check_wording(claim: CanonicalText, context: CheckContext) -> list[Check]:  # noqa: ARG001 - as every check
    """One failed check for every difference of these kinds from a sentence that the claim nearly repeats."""
    nearest = context.nearest
    if nearest is None or min(nearest.covered, nearest.whole) < MATCHING:
        return []
    return [_check_difference(one.kind, one) for one in nearest.differences if one.kind in _KINDS]


WORDING: Final = CheckRule(kinds=_KINDS, check=check_wording)


def _check_difference(kind: CheckKind, difference: Difference) -> Check:
    note = f"the source says “{difference.meant}”" if difference.meant else "the source says it without these words"
    if difference.said:
        return make_check(kind, difference.said, "absent", passed=False, note=note)
    return make_check(kind, difference.meant, "in_span", passed=False, note=note)
