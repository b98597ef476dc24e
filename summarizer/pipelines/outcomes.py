"""Outcomes are what the stages come to: facts that are ticked, facts that are not and why, the summary, what failed.

checked(draft, verified)      ->  CheckedFact(outcome="ticked" or "refused", …)
surplus(fact, max_facts=6)    ->  CheckedFact(outcome="surplus", reason="supported, and not among the 6 …")
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from summarizer.facts.chunk_draft import ChunkDraft
from summarizer.facts.fact import CheckedFact, DraftedFact, Outcome
from summarizer.failure import Failure
from summarizer.summary.summary import Summary
from summarizer.verification.claim import Claim
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.conclusion import Conclusion
from summarizer.verification.verifier import Verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What the stages made: `facts` are ticked, `rejected` are all the other drafted facts; `exams` were taken.

    `unanswered` is what the article was found not to say of what the reader wants to know; `summary` is None as long as
    nothing stands.
    """

    facts: tuple[CheckedFact, ...]
    rejected: tuple[CheckedFact, ...]
    summary: Summary | None
    failures: tuple[Failure, ...]
    exams: tuple[ExamResult, ...] = ()
    unanswered: tuple[str, ...] = ()


def failures_of(drafts: Sequence[ChunkDraft]) -> tuple[Failure, ...]:
    """What failed while the chunks were drafted."""
    return tuple(chain.from_iterable(draft.failures for draft in drafts))


def facts_of(drafts: Sequence[ChunkDraft]) -> list[DraftedFact]:
    """The facts of all chunks, in their order."""
    return list(chain.from_iterable(draft.facts for draft in drafts))


def claim_of(draft: DraftedFact, *, language: str = "") -> Claim:
    """What is verified of a draft; the claims of one chunk share calls.

    Args:
        draft: a drafted fact.
        language: the language that it was asked for in, ISO 639-1; "" for the article's own.
    """
    return Claim(id=draft.id, statement=draft.statement, cited=draft.cited, group=draft.chunk_id, language=language)


def checked(draft: DraftedFact, verified: Verified) -> CheckedFact:
    """The draft with its verdict: ticked where it is supported, else refused."""
    outcome: Outcome = "ticked" if verified.conclusion.verdict == "supported" else "refused"
    return _fact(draft, statement=verified.statement, conclusion=verified.conclusion, outcome=outcome)


def unjudged_of(drafts: Sequence[ChunkDraft]) -> dict[str, str]:
    """The facts of all chunks that are asked of no judge, by id, each with the reason."""
    return {fact_id: reason for draft in drafts for fact_id, reason in draft.unjudged.items()}


def unjudged(draft: DraftedFact, *, reason: str) -> CheckedFact:
    """A draft that is asked of no judge: refused for this reason."""
    conclusion = Conclusion(
        verdict="unchecked",
        decided_by=None,
        evidence=(),
        checks=(),
        assertions=(),
        reason=reason,
        score=0.0,
    )
    return _fact(draft, statement=draft.statement, conclusion=conclusion, outcome="refused")


def surplus(fact: CheckedFact, *, max_facts: int) -> CheckedFact:
    """A supported fact that more important ones leave no room for."""
    reason = f"supported, and not among the {max_facts} key facts (max_facts)"
    return fact.model_copy(update={"outcome": "surplus", "reason": reason})


def overtaken(fact: CheckedFact, *, by: str) -> CheckedFact:
    """A supported fact that a later one of the text corrects or overtakes."""
    return fact.model_copy(update={"outcome": "surplus", "reason": f"supported, and overtaken later in the text: {by}"})


def repeated(fact: CheckedFact, *, by: str) -> CheckedFact:
    """A supported fact that another says in other words, by the word of who saw both."""
    return fact.model_copy(update={"outcome": "merged", "reason": f"says the same as {by}"})


def unreadable(fact: CheckedFact) -> CheckedFact:
    """A supported fact that no reader would understand by itself."""
    reason = "supported, and no sentence that can be read alone"
    return fact.model_copy(update={"outcome": "surplus", "reason": reason})


def _fact(draft: DraftedFact, *, statement: str, conclusion: Conclusion, outcome: Outcome) -> CheckedFact:
    return CheckedFact(
        id=draft.id,
        statement=statement,
        drafted=draft.statement,
        verdict=conclusion.verdict,
        evidence=conclusion.evidence,
        checks=conclusion.checks,
        assertions=conclusion.assertions,
        decided_by=conclusion.decided_by,
        reason=conclusion.reason,
        score=conclusion.score,
        importance=draft.importance,
        outcome=outcome,
    )
