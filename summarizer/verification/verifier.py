"""Verifies claims in at most two rounds: the rules first, then judges for what rules leave open, then one correction.

    verification = yield from verify_claims(claims, source=source, stage="judge_facts", judge=policy, repaired=True)
    verification.verified[0].conclusion.verdict  ->  "supported"

Facts, the sentences of a summary and the sentences of a text are all verified here, and alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.calls.call import Stage
from summarizer.calls.flow import Plan
from summarizer.failure import Failure
from summarizer.verification.claim import Claim
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.conclusion import Conclusion
from summarizer.verification.judging.source import Source
from summarizer.verification.looks import Look, Looked, first_look, second_look
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.verdict import CheckedClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A claim with its conclusion: `statement` is what was concluded on, `drafted` what came in before a correction."""

    id: str
    statement: str
    drafted: str
    conclusion: Conclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Every claim, joined by id: `[v.id for v in verified] == [c.id for c in claims]`, and what failed on the way.

    `exams` are those that were taken on the way, and `judge` is the policy with what they came to: who verifies more in
    the same run goes on with it.
    """

    verified: tuple[Verified, ...]
    failures: tuple[Failure, ...]
    judge: JudgePolicy | None = field(default=None, compare=False)
    exams: tuple[ExamResult, ...] = ()


def verify_claims(
    claims: Sequence[Claim], *, source: Source, stage: Stage, judge: JudgePolicy | None, repaired: bool
) -> Plan[Verification]:
    """Verify claims against a source in at most two rounds, and without a call for what rules can decide.

    The first round is the first review of what the rules leave open. The second holds, side by side, the second reviews
    of disputed claims and the reviews of corrections of claims that do not hold. A claim that has a correction is not
    reviewed again as it was, and a correction that the rules doubt is not taken. When strict, the second judge follows
    the first inside a round, so that a round is two calls deep; else it is one. A judge who owes an exam takes it in a
    round before these, once it has a claim to judge.

    Args:
        claims: what to verify; their ids differ from each other.
        source: what to verify against.
        stage: under which stage the calls are counted.
        judge: who is asked about what the rules leave open, and how hard; without it these claims stay `unchecked`.
        repaired: let a claim that does not hold as it stands be replaced, once, by the judge's correction if that does.
    """
    look = yield from first_look(claims, source=source, stage=stage, judge=judge, repaired=repaired)
    second = yield from second_look([look], source=source, stage=stage, number=2)
    (looked,) = second.looked
    return Verification(
        verified=verified_of(look, looked),
        failures=look.failures + second.failures,
        judge=look.judge,
        exams=look.exams,
    )


def verified_of(look: Look, looked: Looked) -> tuple[Verified, ...]:
    """Every claim of a look with what both looks came to, in order."""
    return tuple(
        Verified(
            id=claim.id,
            statement=looked.corrected.get(claim.id, claim.statement),
            drafted=claim.statement,
            conclusion=looked.found[claim.id],
        )
        for claim in look.claims
    )


def checked_claims(verification: Verification) -> list[CheckedClaim]:
    """What was found of each claim, as users get it, in the order given."""
    return [
        CheckedClaim(
            id=v.id,
            statement=v.statement,
            verdict=v.conclusion.verdict,
            evidence=v.conclusion.evidence,
            checks=v.conclusion.checks,
            assertions=v.conclusion.assertions,
            decided_by=v.conclusion.decided_by,
            reason=v.conclusion.reason,
            score=v.conclusion.score,
        )
        for v in verification.verified
    ]
