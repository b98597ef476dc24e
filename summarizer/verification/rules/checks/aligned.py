"""Checks what a claim says otherwise than the sentence that it nearly copies: each difference of a kind is a check.

"The board did set a date." beside "The board did not set a date."
    ->  Check(kind="negation", item="not", found="in_span", conflict=True, note="the source says “not”")
"""

from __future__ import annotations

from typing import Final, get_args

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.alignment.findings import Finding
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check, CheckKind

# Values and names have checks of their own, which look for them in the whole document too.
_CHECKED_BY_VALUE: Final[tuple[CheckKind, ...]] = ("number", "date", "name", "quotation")
_KINDS: Final[tuple[CheckKind, ...]] = get_args(CheckKind)


def check_aligned(claim: CanonicalText, context: CheckContext) -> list[Check]:  # noqa: ARG001 - as every check
    """One check for every finding: a conflict where it weighs, else a question."""
    return [_check(one) for one in context.findings if one.weight != "open" or one.kind not in _CHECKED_BY_VALUE]


ALIGNED: Final = CheckRule(kinds=_KINDS, check=check_aligned)


def _check(finding: Finding) -> Check:
    note = f"the source says “{finding.instead}”" if finding.instead else "the source says it without these words"
    # Of "A$3 million" beside "$3 million" the sum stands there; where no part does, its own check says so.
    in_part = finding.weight == "turns" and finding.kind in _CHECKED_BY_VALUE
    return make_check(
        finding.kind,
        finding.said or finding.instead,
        "absent" if finding.said and not in_part else "in_span",
        passed=False,
        conflict=finding.weight != "open",
        note=" ".join(note.split()),
    )
