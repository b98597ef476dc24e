"""Checks the wording of a claim that nearly repeats a sentence: what differs may turn what the sentence says.

"The board did set a date." beside "The board did not set a date."
    ->  Check(kind="negation", item="not", found="in_span", passed=False, note="the source says “not”")
"""

from __future__ import annotations

from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.alignment.difference import Difference
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check, CheckKind

_KINDS: Final[tuple[CheckKind, ...]] = ("negation", "quantifier", "modality", "attribution", "direction", "order")


def check_wording(claim: CanonicalText, context: CheckContext) -> list[Check]:  # noqa: ARG001 - as every check
    """One failed check for every difference of these kinds from a sentence that the claim nearly repeats."""
    nearest = context.nearest
    if nearest is None or not nearest.is_near_copy:
        return []
    return [_check_difference(one.kind, one) for one in nearest.differences if one.kind in _KINDS]


WORDING: Final = CheckRule(kinds=_KINDS, check=check_wording)


def _check_difference(kind: CheckKind, difference: Difference) -> Check:
    said, instead = difference.claim_words, difference.source_words
    note = f"the source says “{instead}”" if instead else "the source says it without these words"
    return make_check(kind, said or instead, "absent" if said else "in_span", passed=False, note=note)
