"""Verifies claims in at most two rounds: the rules first, then judges for what rules leave open, then one correction.

    verification = yield from verify_claims(claims, source=source, stage="judge_facts", judge=policy, repaired=True)
    verification.verified[0].conclusion.verdict  ->  "supported"

Facts, the sentences of a summary and the sentences of a text are all verified here, and alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.calls.call import Stage
from summarizer.calls.flow import Plan, each
from summarizer.failure import Failure
from summarizer.text.words import words
from summarizer.verification.claim import Claim
from summarizer.verification.exam.examine import examine
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.agreement import is_doubted, reconcile
from summarizer.verification.judging.conclusion import Conclusion, by_rules
from summarizer.verification.judging.content_words import stem_of
from summarizer.verification.judging.corrections import is_edit, is_smallest
from summarizer.verification.judging.panel import Panel
from summarizer.verification.judging.review import Review
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.rules.ruling import Ruling
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
    rulings = _rulings(claims, source)
    found = {claim.id: by_rules(rulings[claim.id]) for claim in claims}
    if judge is None:
        return _verification(claims, found=found, corrected={})
    to_judge = Panel(source=source, stage=stage, policy=judge).first_requests(claims, rulings)
    examined = yield from examine(judge, needed=bool(to_judge))
    panel = Panel(source=source, stage=stage, policy=examined.judge.relieved)
    requests = panel.first_requests(claims, rulings)
    first = Review.merged((yield from each(panel.reviews(requests, number=1))))
    found.update(first.conclusions)

    judged = [claim for claim in claims if claim.id in first.judged]
    corrections = _corrections(judged, first, source=source, rulings=rulings) if repaired else []
    corrected_ids = {claim.id for claim in corrections}
    as_it_was = [claim for claim in judged if claim.id not in corrected_ids]
    rulings_again = _rulings(corrections, source)
    of_corrections = panel.reviews(panel.first_requests(corrections, rulings_again), number=2)
    seconds = panel.second_requests(as_it_was, requests=requests, found=found)
    of_disputed = panel.second_reviews(seconds, number=2, after=len(of_corrections))
    reviews = yield from each([*of_corrections, *of_disputed])
    again = Review.merged(reviews[: len(of_corrections)])
    second = Review.merged(reviews[len(of_corrections) :])

    for one in seconds:
        found[one.claim_id] = reconcile(found[one.claim_id], second.conclusions[one.claim_id], shown=one.shown)
    taken = _taken(corrections, again=again, rulings=rulings_again, judge=panel.policy)
    found |= taken
    corrected = {claim.id: claim.statement for claim in corrections if claim.id in taken}
    failures = examined.failures + first.failures + again.failures + second.failures
    verification = _verification(claims, found=found, corrected=corrected)
    return replace(verification, failures=failures, judge=examined.judge, exams=examined.results)


def _taken(
    corrections: Sequence[Claim], *, again: Review, rulings: Mapping[str, Ruling], judge: JudgePolicy
) -> dict[str, Conclusion]:
    """What was found of the corrections that take the place of their claims, by their ids."""
    found: dict[str, Conclusion] = {}
    for claim in corrections:
        conclusion = again.conclusions.get(claim.id) or by_rules(rulings[claim.id])
        if _is_taken(conclusion, judge):
            found[claim.id] = conclusion
    return found


def _is_taken(conclusion: Conclusion, judge: JudgePolicy) -> bool:
    """Whether a correction takes the place of its claim: it holds, and no second review would have to say so too."""
    return conclusion.verdict == "supported" and not (judge.level == "standard" and is_doubted(conclusion))


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
    rules = source.rules
    return {
        claim.id: rules.rule_on(claim.statement, cited=claim.cited, behind=claim.behind, language=claim.language)
        for claim in claims
    }


def _corrections(
    claims: Sequence[Claim], first: Review, *, source: Source, rulings: Mapping[str, Ruling]
) -> list[Claim]:
    """The claims that do not hold, each with the judge's correction of it in its place, if that is a small edit."""
    edited: list[Claim] = []
    for claim in claims:
        text = first.corrections.get(claim.id, "")
        if text and first.conclusions[claim.id].verdict != "supported" and is_edit(text, of=claim.statement):
            edited.append(claim)
    stems = {stem_of(word.text) for word in words(source.document.text)} if edited else set()
    kept: list[Claim] = []
    for claim in edited:
        text, found = first.corrections[claim.id], first.conclusions[claim.id]
        is_translated = rulings[claim.id].language != source.document.language
        if is_smallest(
            text,
            of=claim.statement,
            assertions=found.assertions,
            checks=found.checks,
            source_stems=None if is_translated else stems,
        ):
            kept.append(replace(claim, statement=text))
    return kept


def _verification(
    claims: Sequence[Claim],
    *,
    found: Mapping[str, Conclusion],
    corrected: Mapping[str, str],
) -> Verification:
    verified = tuple(
        Verified(
            id=claim.id,
            statement=corrected.get(claim.id, claim.statement),
            drafted=claim.statement,
            conclusion=found[claim.id],
        )
        for claim in claims
    )
    return Verification(verified=verified, failures=())
