"""Tells when one review of a claim is not enough, and what two reviews come to: supported only if both say so.

is_disputed(supported with a score of 0.1, …)   ->  True: the rules find little support for it
reconcile(supported, not_stated, shown=…)       ->  not_stated: "a second review: …"
agreed(supported, supported)                    ->  supported, with the evidence of both
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from summarizer.text.span import Span
from summarizer.verification.judging.conclusion import Conclusion, verdict_of
from summarizer.verification.rules.ruling import Ruling
from summarizer.verification.verdict import Check

# Between these the score that needs no model says too little to doubt a judge. Where a review and the score disagree
# beyond them, a second one is made. By benchmarks/train_score.py, with documents held out and data sets weighed
# alike, 10 % of claims lie below the first, of which 10 % are supported, and 11 % from the second on, of which 96 %
# are. Run it and benchmarks/judge_cost.py again when one moves.
DOUBTED_BELOW: Final = 0.2
BELIEVED_FROM: Final = 0.8


def is_doubted(conclusion: Conclusion) -> bool:
    """True if a judge supports what the rules find little support for, or a hard fact that the source lacks.

    A claim in another language than the source has a score that says nothing, unless a value conflicts
    (`rules/translated/`): there only a value or name that was not found is cause to doubt.
    """
    return conclusion.decided_by == "judge" and (bool(unanswered(conclusion)) or conclusion.score < DOUBTED_BELOW)


def unanswered(conclusion: Conclusion) -> tuple[Check, ...]:
    """The checks of values, names and quotations that the named evidence lacks: a judge must answer these twice."""
    return tuple(check for check in conclusion.checks if check.found != "in_span" and not check.passed)


def answered_once(conclusion: Conclusion) -> Conclusion:
    """What a single review comes to where no second is made: it settles no question of a fact that was not found."""
    questions = unanswered(conclusion) if conclusion.verdict == "supported" else ()
    if conclusion.decided_by != "judge" or not questions:
        return conclusion
    asked = f"{questions[0].kind} “{questions[0].item}”"
    reason = (
        f"not settled by one answer: where the source has the {asked}; with verification='standard' it is asked twice"
    )
    return replace(conclusion, verdict="unchecked", decided_by=None, reason=reason)


def is_disputed(conclusion: Conclusion, *, ruling: Ruling, unseen: bool) -> bool:
    """True if a second review of a claim could change its verdict, and there is cause for one.

    Causes: the judge supports what the rules doubt or hold back, or passed over some of it; or the judge misses
    something that may stand where it was not shown: all of it though the rules believe it, or a part. A claim that it
    saw contradicted, and one in which it found nothing asserted, is not looked at again.

    Args:
        conclusion: what the first review came to.
        ruling: what the rules had said before it.
        unseen: True if a second judge would be shown what the first was not.
    """
    if conclusion.verdict == "supported":
        return is_doubted(conclusion)
    if any(check.conflict for check in conclusion.checks):
        return False
    if verdict_of(conclusion.assertions) == "supported":
        return True
    if not unseen or not conclusion.assertions:
        return False
    return conclusion.verdict == "partly_supported" or (conclusion.verdict == "not_stated" and _is_believed(ruling))


def _is_believed(ruling: Ruling) -> bool:
    """True if the rules find much support for a claim, and nothing against it."""
    return ruling.score >= BELIEVED_FROM and all(check.passed for check in ruling.checks)


def reconcile(first: Conclusion, second: Conclusion, *, shown: Collection[Span]) -> Conclusion:
    """What two reviews of one claim come to: supported only if both say so, contradicted if one saw that.

    A first judge that was not shown the evidence on which the second rests has not said no, unless it saw the claim
    contradicted: what it could not see, the second may support alone. Where the rules held a first judge's support
    back, a second whose own evidence passes them is the second to say so.

    Args:
        first: what the first review came to.
        second: what the second came to, or the rules' word where it failed.
        shown: what the first judge could read.
    """
    if first.verdict == "supported":
        if second.verdict == "supported":
            return second if unanswered(first) and not unanswered(second) else _joined(first, second)
        return replace(second, reason=f"a second look: {second.reason}")
    if second.verdict == "contradicted":
        return second
    if second.verdict != "supported":
        return first
    entailed = verdict_of(first.assertions) == "supported"
    could_not_see = first.verdict != "contradicted" and _rests_outside(second, shown)
    if entailed or could_not_see:
        return second
    return replace(first, reason=f"{first.reason} (a second look found it supported; both must)")


def _rests_outside(conclusion: Conclusion, shown: Collection[Span]) -> bool:
    """True if some evidence of a conclusion stands where nothing was shown."""
    return any(not any(map(one.span.overlaps, shown)) for one in conclusion.evidence)


def agreed(first: Conclusion, second: Conclusion) -> Conclusion:
    """What two judges who both saw a claim come to: supported only if both say so, else as one who does not says."""
    if first.verdict == "supported" and second.verdict == "supported":
        return _joined(first, second)
    return second if first.verdict == "supported" else first


def _joined(first: Conclusion, second: Conclusion) -> Conclusion:
    """Two supports as one, with the evidence of both; each has passed the rules on its own evidence."""
    places = {evidence.span: evidence for evidence in (*second.evidence, *first.evidence)}
    in_order = dict.fromkeys(evidence.span for evidence in (*first.evidence, *second.evidence))
    return replace(first, evidence=tuple(places[span] for span in in_order))
