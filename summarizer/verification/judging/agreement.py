"""When one look at a claim is not enough, and what two looks come to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from summarizer.text.span import Span
from summarizer.verification.judging.conclude import Conclusion, verdict_of, with_verdict
from summarizer.verification.rules.ruling import Ruling

# Between these the score that needs no model says too little to doubt a judge. Where a look and the score disagree
# beyond them, a second look is taken. By benchmarks/train_score.py, with documents held out and data sets weighed
# alike, 14 % of claims lie below the first, of which 8 % are supported, and 14 % from the second on, of which 93 %
# are. Run it and benchmarks/judge_cost.py again when one moves.
DOUBTED_BELOW = 0.2
BELIEVED_FROM = 0.8


def is_doubted(conclusion: Conclusion) -> bool:
    """True if a judge supports what the rules find little support for, or a hard fact that the source lacks."""
    absent = any(check.found == "absent" for check in conclusion.checks)
    return conclusion.decided_by == "judge" and (absent or conclusion.score < DOUBTED_BELOW)


def is_disputed(conclusion: Conclusion, *, ruling: Ruling, unseen: bool) -> bool:
    """True if a second look at a claim could change its verdict, and there is cause for one.

    Causes: the judge supports what the rules doubt or hold back, or passed over some of it; or the judge misses
    something that may stand where it was not shown: all of it though the rules believe it, or a part. A claim that it
    saw contradicted, and one in which it found nothing asserted, is not looked at again.

    Args:
        conclusion: what the first look came to.
        ruling: what the rules had said before it.
        unseen: True if a second look would be shown what the first was not.
    """
    if conclusion.verdict == "supported":
        return is_doubted(conclusion)
    if verdict_of(conclusion.assertions) == "supported":
        return True
    if not unseen or not conclusion.assertions:
        return False
    believed = ruling.score >= BELIEVED_FROM and all(check.passed for check in ruling.checks)
    return conclusion.verdict == "partly_supported" or (conclusion.verdict == "not_stated" and believed)


def reconcile(first: Conclusion, second: Conclusion, *, shown: Collection[Span]) -> Conclusion:
    """What two looks at one claim come to: supported only if both say so.

    A first look that was not shown the evidence on which the second rests has not said no, unless it saw the claim
    contradicted: what it could not see, the second may support alone. Where the rules held a first judge's support
    back, a second whose own evidence passes them is the second to say so.

    Args:
        first: what the first look came to.
        second: what the second came to, or the rules' word where it failed.
        shown: what the first judge could read.
    """
    if first.verdict == "supported":
        if second.verdict == "supported":
            return _joined(first, second)
        reason = f"a second look: {second.reason}"
        return with_verdict(second, verdict=second.verdict, decided_by=second.decided_by, reason=reason)
    if second.verdict != "supported":
        return first
    entailed = verdict_of(first.assertions) == "supported"
    unseen = any(not any(e.span.overlaps(span) for span in shown) for e in second.evidence)
    if entailed or (unseen and first.verdict != "contradicted"):
        return second
    reason = f"{first.reason} (a second look found it supported; both must)"
    return with_verdict(first, verdict=first.verdict, decided_by=first.decided_by, reason=reason)


def agreed(first: Conclusion, second: Conclusion) -> Conclusion:
    """What two judges who both saw a claim come to: supported only if both say so, else as one who does not says."""
    if first.verdict == "supported" and second.verdict == "supported":
        return _joined(first, second)
    return second if first.verdict == "supported" else first


def _joined(first: Conclusion, second: Conclusion) -> Conclusion:
    """Two supports as one, with the evidence of both; each has passed the rules on its own evidence."""
    places = {evidence.span: evidence for evidence in (*first.evidence, *second.evidence)}
    return replace(first, evidence=tuple(places[span] for span in sorted(places)))
