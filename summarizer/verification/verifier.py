"""Verifies statements: rules first, then judges for what rules cannot decide, then one repair. The same for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.calls.call import Stage
from summarizer.calls.flow import Plan, each
from summarizer.failure import Failure
from summarizer.text.words import words
from summarizer.verification.claim import Claim
from summarizer.verification.judging.agreement import is_doubted, reconcile
from summarizer.verification.judging.conclude import Conclusion, by_rules
from summarizer.verification.judging.corrections import is_edit, is_smallest, stem_of
from summarizer.verification.judging.panel import Panel
from summarizer.verification.judging.review import Review
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.rules.ruling import Ruling
from summarizer.verification.verdict import CheckedClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A claim with its conclusion: `statement` is what was concluded on, `drafted` what came in before a repair."""

    id: str
    statement: str
    drafted: str
    conclusion: Conclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Every claim, joined by id: `[v.id for v in verified] == [c.id for c in claims]`, and what failed on the way."""

    verified: tuple[Verified, ...]
    failures: tuple[Failure, ...]


def verify_claims(
    claims: Sequence[Claim], *, source: Source, stage: Stage, judge: JudgePolicy | None, repaired: bool
) -> Plan[Verification]:
    """Verify claims against a source in at most two rounds, and without a call for what rules can decide.

    The first round is the first look at what the rules leave open. The second holds, side by side, the second looks at
    disputed claims and the looks at corrections of claims that do not hold. A claim that has a correction is not looked
    at again as it was, and a correction that the rules doubt is not taken. When strict, the second judge follows the
    first inside a round, so that a round is two calls deep; else it is one.

    Args:
        claims: what to verify; their ids differ from each other.
        source: what to verify against.
        stage: under which stage the calls are counted.
        judge: who is asked about what the rules leave open, and how hard; without it these claims stay `unchecked`.
        repaired: let a claim that does not hold as it stands be replaced, once, by the judge's correction if that does.
    """
    rulings = _rulings(claims, source)
    found = {claim.id: by_rules(rulings[claim.id]) for claim in claims}
    if judge is None:
        return _verification(claims, found=found, mended={}, failures=())
    panel = Panel(source=source, stage=stage, policy=judge)
    views = panel.views(claims, rulings)
    first = Review.merged((yield from each(panel.opinions(views, number=1))))
    found.update(first.conclusions)

    judged = [claim for claim in claims if claim.id in first.judged]
    corrected = _corrected(judged, first, source) if repaired else []
    changed = {claim.id for claim in corrected}
    disputed = panel.disputed([c for c in judged if c.id not in changed], views=views, found=found)
    again = _rulings(corrected, source)
    looks = panel.opinions(panel.views(corrected, again), number=2)
    seconds = panel.second_looks([view for view, _ in disputed], number=2, after=len(looks))
    answers = yield from each([*looks, *seconds])
    repairs, second = Review.merged(answers[: len(looks)]), Review.merged(answers[len(looks) :])

    for view, shown in disputed:
        claim_id = view.claims[0].id
        found[claim_id] = reconcile(found[claim_id], second.conclusions[claim_id], shown=shown)
    mended: dict[str, str] = {}
    for claim in corrected:
        conclusion = repairs.conclusions.get(claim.id) or by_rules(again[claim.id])
        if conclusion.verdict == "supported" and not (judge.level == "standard" and is_doubted(conclusion)):
            found[claim.id], mended[claim.id] = conclusion, claim.statement
    failures = first.failures + repairs.failures + second.failures
    return _verification(claims, found=found, mended=mended, failures=failures)


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


def _rulings(claims: Sequence[Claim], source: Source) -> dict[str, Ruling]:
    return {claim.id: source.rules.rule_on(claim.statement, cited=claim.cited, before=claim.before) for claim in claims}


def _corrected(claims: Sequence[Claim], first: Review, source: Source) -> list[Claim]:
    """The claims that do not hold, each with the judge's correction of it in its place, if that is a small edit."""
    offered = [
        (claim, first.corrections[claim.id])
        for claim in claims
        if claim.id in first.corrections and first.conclusions[claim.id].verdict != "supported"
    ]
    edits = [(claim, text) for claim, text in offered if is_edit(text, of=claim.statement)]
    stems = {stem_of(word.text) for word in words(source.document.text)} if edits else set()
    kept = []
    for claim, text in edits:
        found = first.conclusions[claim.id]
        if is_smallest(text, of=claim.statement, assertions=found.assertions, checks=found.checks, source_stems=stems):
            kept.append(replace(claim, statement=text))
    return kept


def _verification(
    claims: Sequence[Claim],
    *,
    found: Mapping[str, Conclusion],
    mended: Mapping[str, str],
    failures: tuple[Failure, ...],
) -> Verification:
    verified = tuple(
        Verified(id=c.id, statement=mended.get(c.id, c.statement), drafted=c.statement, conclusion=found[c.id])
        for c in claims
    )
    return Verification(verified=verified, failures=failures)
