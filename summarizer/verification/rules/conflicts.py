"""Finds what speaks against a claim that no sentence states: a hard difference, a fact that stands nowhere, a question.

beside "Norland won by three goals"  "Norland won by four goals"  ->  contradicted: the source says “three”, not “four”
in a document without that name      "… said Kessel"              ->  not stated: the name “Kessel” stands nowhere …
nothing certain                      "… the team was happy"       ->  unchecked: no sentence of the source says this …
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.rules.alignment.alignment import NEARLY_EQUAL, Alignment
from summarizer.verification.rules.alignment.difference import Difference
from summarizer.verification.verdict import Check, CheckKind, Verdict

# A claim all of whose tokens stand in a sentence, in order, says a part of it; what it leaves out is no contradiction.
_ALL_OF_IT: Final = 0.99
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


OTHER_ANTECEDENT: Final = Objection(
    "unchecked",
    "the source says these words, but not behind what stands before them here: another may be meant",
)


def objection(nearest: Sequence[Alignment], checks: Sequence[Check], *, document: FactIndex) -> Objection:
    """What speaks against a claim that no sentence states word for word.

    Args:
        nearest: The claim beside the sentences nearest to it, best first.
        checks: What became of its hard facts.
        document: What the document holds.
    """
    return _contradiction(nearest) or _absence(checks, document) or _open_question(checks)


def _contradiction(nearest: Sequence[Alignment]) -> Objection | None:
    """A hard difference from a sentence that the claim otherwise repeats."""
    if any(one.claim_share > _ALL_OF_IT for one in nearest):
        return None
    for one in nearest:
        difference = _hard_difference(one)
        if difference is not None:
            return Objection("contradicted", _in_words(difference))
    return None


def _hard_difference(one: Alignment) -> Difference | None:
    """The first hard difference of a claim that otherwise says what the sentence says, else None."""
    if one.claim_share < NEARLY_EQUAL or one.source_share < NEARLY_EQUAL / 2:
        return None
    if any(map(_is_other_wording, one.differences)):
        return None  # the hard difference may only seem one
    return next((difference for difference in one.differences if difference.hard), None)


def _is_other_wording(difference: Difference) -> bool:
    return not difference.hard and difference.kind is None and bool(difference.claim)


def _in_words(difference: Difference) -> str:
    if difference.claim_words and difference.source_words:
        return f"the source says “{difference.source_words}”, not “{difference.claim_words}”"
    if difference.source_words:
        return f"the source says “{difference.source_words}”, which the claim leaves out"
    return f"the source does not say “{difference.claim_words}”"


def _absence(checks: Sequence[Check], document: FactIndex) -> Objection | None:
    """A hard fact that the document holds nowhere, in no form."""
    for check in checks:
        nowhere = check.found == "absent" and not check.passed and not check.note
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


def _open_question(checks: Sequence[Check]) -> Objection:
    """Nothing certain: the first check that did not pass says why, if one did not."""
    failed = next((check for check in checks if not check.passed), None)
    if failed is None:
        return Objection("unchecked", "no sentence of the source says this in the same words")
    elsewhere = "stands elsewhere in the source" if failed.found == "in_document" else "is not in the source"
    return Objection("unchecked", f"not settled by code: {failed.kind} “{failed.item}” {failed.note or elsewhere}")
