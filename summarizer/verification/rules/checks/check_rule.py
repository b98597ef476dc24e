"""A check rule is one kind of check: a function of claim and context, with the kinds of the checks that it makes.

NAMES = CheckRule(kinds=("name",), check=check_names)
NAMES.check(claim, context)  ->  [Check(kind="name", item="Kessel", found="absent", passed=False)]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check, CheckKind, Found


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule:
    """How one kind of hard fact is checked: `{c.kind for c in r.check(claim, context)} <= set(r.kinds)`.

    Attributes:
        kinds: The kinds of the checks that it makes.
        check: Makes one check for every hard fact of its kind in a claim, in the order of the claim. One that did not
            pass keeps code from ticking the claim; one that is a conflict keeps a judge from it too.
    """

    kinds: tuple[CheckKind, ...]
    check: Callable[[CanonicalText, CheckContext], list[Check]]


def make_check(
    kind: CheckKind, item: str, found: Found, *, passed: bool, note: str = "", conflict: bool = False
) -> Check:
    """A check whose item stands in one line.

    Args:
        kind: Of what kind the fact is.
        item: The fact as the claim writes it.
        found: Where the source has the same.
        passed: Whether code may tick the claim in spite of it.
        note: What the source has instead, in words; "" where that is not known.
        conflict: Whether no judge may tick the claim either: both sides were read whole, and cannot be equal.
    """
    return Check(kind=kind, item=" ".join(item.split()), found=found, passed=passed, conflict=conflict, note=note)
