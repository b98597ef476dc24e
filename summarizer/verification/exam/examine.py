"""Puts the exam to the judges who owe one, in one round, and counts their own word; they judge only where they pass.

examined = yield from examine(policy)
examined.judge.first.standing.outcome  ->  "failed"
examined.results[0].false_passes       ->  14
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.calls.flow import Flow, Plan, each
from summarizer.calls.prompts import load_prompt
from summarizer.failure import Failure
from summarizer.verification.exam.pairs import ExamText, exam_sha256, exam_texts
from summarizer.verification.exam.results import ExamResult, wilson
from summarizer.verification.judging.panel import Panel
from summarizer.verification.judging.review import Review, ReviewRequest, review
from summarizer.verification.policy import JudgePolicy, Seat, Standing

# An exam is of the judge where a reply came that it could not use; where none came, nothing was learnt of the judge.
_OWN_ERRORS = frozenset(
    {"ReplyTruncated", "ReplyRefused", "ReplyEmpty", "ReplyMalformed", "ReplyIncomplete", "ReplyError"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What exams came to: where they were needed, nobody in `judge` owes one any more.

    Attributes:
        judge: the policy with the standings of its judges.
        results: of the exams that were taken now.
        failures: the exams that could not be finished.
    """

    judge: JudgePolicy
    results: tuple[ExamResult, ...] = ()
    failures: tuple[Failure, ...] = ()


def examine(policy: JudgePolicy, *, needed: bool = True) -> Plan[Examined]:
    """Examine the judges of a policy who owe an exam, all in one round; no round where none does.

    A call that failed for a cause outside the judge (a server, a budget, a deadline) leaves its exam unfinished: there
    is no result then, and in this run the judge's word does not count.

    Args:
        policy: who judges.
        needed: False where they have nothing to judge yet, so that the exam can wait.
    """
    if not needed:
        return Examined(judge=policy)
    owing = _owing(policy)
    papers = [_paper(seat, policy, number) for number, seat in enumerate(owing.values(), start=1)]
    reviews = iter((yield from each([flow for paper in papers for flow in paper])))
    found = {
        key: _outcome([next(reviews) for _ in paper], seat=seat, limit=policy.exam_limit)
        for paper, (key, seat) in zip(papers, owing.items(), strict=True)
    }
    return Examined(
        judge=policy.seated([_standing(seat.judge.standing, found) for seat in policy.seats]),
        results=tuple(one for one in found.values() if isinstance(one, ExamResult)),
        failures=tuple(one for one in found.values() if isinstance(one, Failure)),
    )


def _owing(policy: JudgePolicy) -> dict[str, Seat]:
    """The seats whose judges owe an exam, one for each exam, by its key."""
    seats = [seat for seat in policy.seats if seat.judge.standing.outcome == "owed"]
    return {seat.judge.standing.key: seat for seat in seats}


def standing_after(result: ExamResult) -> Standing:
    """Where a judge stands after its exam."""
    outcome: Literal["passed", "failed"] = "passed" if result.passed else "failed"
    return Standing(outcome=outcome, model=result.model, key=result.key, why=result.why_failed)


def _standing(before: Standing, found: dict[str, ExamResult | Failure]) -> Standing:
    one = found.get(before.key) if before.outcome == "owed" else None
    if one is None:
        return before
    if isinstance(one, ExamResult):
        return standing_after(one)
    return replace(before, outcome="failed", why=f"not judged: {one.message}")


def _paper(seat: Seat, policy: JudgePolicy, number: int) -> list[Flow[Review]]:
    """The calls of one exam: each text in the form, and by the prompt, in which the judge is asked in a run."""
    flows: list[Flow[Review]] = []
    for text in exam_texts():
        for request in _requests(text, seat, policy):
            call_id = f"exam:{number}:{len(flows) + 1}"
            flows.append(review(request, source=text.source, stage="exam", judge=seat.judge, call_id=call_id))
    return flows


def _requests(text: ExamText, seat: Seat, policy: JudgePolicy) -> Sequence[ReviewRequest]:
    claims = [one.claim for one in text.claims]
    rulings = {claim.id: text.source.rules.rule_on(claim.statement) for claim in claims}
    if seat.is_second:
        return [ReviewRequest.second(claim, rulings=rulings, source=text.source) for claim in claims]
    return Panel(source=text.source, stage="exam", policy=policy).requests(claims, rulings)


def _outcome(reviews: Sequence[Review], *, seat: Seat, limit: float) -> ExamResult | Failure:
    """The result of an exam, or why it could not be finished."""
    found = Review.merged(reviews)
    standing = seat.judge.standing
    outside = [one for one in found.failures if one.error not in _OWN_ERRORS]
    if outside:
        first = outside[0]
        return first.model_copy(
            update={
                "message": f"the exam of {standing.model} as a judge could not be finished: {first.message}",
                "lost": f"the judgements of {standing.model}",
            }
        )
    claims = [one for text in exam_texts() for one in text.claims]
    true, false = [one for one in claims if one.holds], [one for one in claims if not one.holds]
    passes = sum(one.claim.id in found.believed for one in false)
    strips = sum(one.claim.id not in found.believed for one in true)
    within = [wilson(passes, of=len(false))[1] < limit, wilson(strips, of=len(true))[1] < limit]
    return ExamResult(
        key=standing.key,
        model=standing.model,
        form=seat.judge.form,
        prompt_id=seat.prompt,
        prompt_sha256=load_prompt(seat.prompt).sha256,
        exam_sha256=exam_sha256(),
        true_claims=len(true),
        false_claims=len(false),
        false_passes=passes,
        false_strips=strips,
        unanswered=len(claims) - len(found.judged),
        passed=all(within),
    )
