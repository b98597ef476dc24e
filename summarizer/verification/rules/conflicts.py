"""Finds what speaks against a claim that no sentence states: a hard difference, a fact that stands nowhere, a question.

beside "Norland won by three goals"  "Norland won by four goals"  ->  contradicted: the source says “three”, not “four”
in a document without that name      "… said Kessel"              ->  not stated: the name “Kessel” stands nowhere …
nothing certain                      "… the team was happy"       ->  unchecked: no sentence of the source says this …
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.rules.alignment.alignment import Alignment
from summarizer.verification.rules.alignment.difference import Difference
from summarizer.verification.rules.alignment.findings import Finding, is_beside
from summarizer.verification.verdict import Check, CheckKind, Verdict

# A claim all of whose tokens stand in a sentence has none that the source has not.
_ALL_OF_IT: Final = 0.99
# Equal tokens beside a value from which on it stands in a copied phrase: "repairs would cost" 4.3 million. By
# benchmarks/two_ends.py, where shorter ones join what only looks alike.
_COPIED: Final = 3
_VERBATIM: Final[tuple[CheckKind, ...]] = ("number", "date", "quotation")
# Of these a claim may not have one that its document has nowhere.
_HARD_FACTS: Final[dict[CheckKind, str]] = {
    "number": "the number",
    "name": "the name",
    "quotation": "the quotation",
    "date": "the date",
}


class Objection(NamedTuple):
    """What speaks against a claim: `verdict` is "contradicted", "not_stated", or "unchecked" where nothing is sure."""

    verdict: Verdict
    reason: str


def with_conflicts(checks: Sequence[Check], nearest: Sequence[Alignment]) -> tuple[Check, ...]:
    """The checks, those as conflicts that miss a value or quotation which a near copy of a sentence must have from it.

    Args:
        checks: Of a claim.
        nearest: The claim beside the sentences nearest to it, best first.
    """
    kinds = _must_have(nearest)
    return tuple(
        check.model_copy(update={"conflict": True}) if check.kind in kinds and _is_missing(check) else check
        for check in checks
    )


def _must_have(nearest: Sequence[Alignment]) -> tuple[CheckKind, ...]:
    """The kinds of facts that a claim must have from the source: of a near copy all, else values in copied phrases."""
    if nearest and is_beside(nearest[0]):
        return _VERBATIM if nearest[0].claim_share <= _ALL_OF_IT else ("quotation",)
    differences = [difference for one in nearest for difference in one.differences]
    return tuple({one.kind for one in differences if one.weight == "hard" and one.kind and _is_anchored_value(one)})


def _is_anchored_value(difference: Difference) -> bool:
    return difference.kind in ("number", "date") and difference.anchor >= _COPIED


def _is_missing(check: Check) -> bool:
    """Whether the source has a fact in no form, and nothing that may be it."""
    return check.found == "absent" and not check.passed and (not check.note or check.kind == "quotation")


def objection(found: Sequence[Finding], checks: Sequence[Check], *, document: FactIndex) -> Objection:
    """What speaks against a claim that no sentence states word for word.

    Args:
        found: What it says otherwise than the sentence that it nearly copies.
        checks: What became of its hard facts.
        document: What the document holds.
    """
    against = _contradiction(found) or _absence(checks, document)
    return against or _says_more(found) or _conflict(checks) or _open_question(checks)


def _contradiction(found: Sequence[Finding]) -> Objection | None:
    """A difference from the sentence that the claim nearly copies, with which both cannot be true."""
    hard = next((finding for finding in found if finding.weight == "hard"), None)
    return None if hard is None else Objection("contradicted", _in_words(hard))


def _says_more(found: Sequence[Finding]) -> Objection | None:
    """A difference with which the claim says more than that sentence, or more surely."""
    more = next((finding for finding in found if finding.weight == "turns"), None)
    return None if more is None else Objection("unchecked", _in_words(more))


def _in_words(finding: Finding) -> str:
    if finding.kind == "question":
        return "it is a question, which states nothing" if finding.said else "the source only asks it"
    if finding.kind == "quotation":
        return "the source has it between quotation marks, which the claim leaves out"
    if finding.kind == "splice":
        return f"the source puts “{finding.instead}” between what the claim joins"
    if finding.said and finding.instead:
        return f"the source says “{finding.instead}”, not “{finding.said}”"
    if finding.instead:
        return f"the source says “{finding.instead}”, which the claim leaves out"
    return f"the source does not say “{finding.said}”"


def _absence(checks: Sequence[Check], document: FactIndex) -> Objection | None:
    """A hard fact that the document holds nowhere, in no form."""
    for check in checks:
        nowhere = check.found == "absent" and not check.passed and (not check.note or check.conflict)
        if nowhere and _must_be_written(check, document):
            return Objection("not_stated", f"{_HARD_FACTS[check.kind]} “{check.item}” stands nowhere in the source")
    return None


def _must_be_written(check: Check, document: FactIndex) -> bool:
    """False for what may follow from the source without being written in it, such as a date behind "last year"."""
    if check.kind not in _HARD_FACTS:
        return False
    if check.kind == "date" and document.two_ways:
        return False
    if check.kind in ("number", "date"):
        return len(check.item) > 1 and not document.relative and not check.item.isalpha()
    return True


def _conflict(checks: Sequence[Check]) -> Objection | None:
    """A conflict that a check found, which says why in its note."""
    check = next((check for check in checks if check.conflict), None)
    if check is None:
        return None
    why = check.note or "stands nowhere in the source, which the claim else repeats"
    return Objection("unchecked", f"{check.kind} “{check.item}”: {why}")


def _open_question(checks: Sequence[Check]) -> Objection:
    """Nothing certain: the first check that did not pass says why, if one did not."""
    failed = next((check for check in checks if not check.passed), None)
    if failed is None:
        return Objection("unchecked", "no sentence of the source says this in the same words")
    elsewhere = "stands elsewhere in the source" if failed.found == "in_document" else "is not in the source"
    return Objection("unchecked", f"not settled by code: {failed.kind} “{failed.item}” {failed.note or elsewhere}")
