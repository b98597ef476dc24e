"""Verifies statements: rules first, then a judge for what rules cannot decide, then one repair. The same for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.failure import Failure
from summarizer.flow import Plan, each
from summarizer.models.base import Stage
from summarizer.text.span import Span
from summarizer.text.words import words
from summarizer.verify.conclude import Conclusion, by_judge, by_rules, unjudged
from summarizer.verify.judge import Judgement, Question, judge
from summarizer.verify.rules import Ruling
from summarizer.verify.source import Source

# Notes on verification, layer 2: at most five claims share a call.
CLAIMS_PER_CALL = 5
# A correction is an edit, not another claim: it keeps half of the words and is more than a stump.
_KEPT_WORDS = 0.5
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement to verify: `cited` is where its author says that it stands; claims of one `group` share calls."""

    id: str
    statement: str
    cited: tuple[Span, ...] = ()
    group: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    verified: Mapping[str, Verified]
    corrections: Mapping[str, Claim]
    failures: tuple[Failure, ...]


def verify_claims(
    claims: Sequence[Claim], *, source: Source, stage: Stage, judged: bool, repaired: bool
) -> Plan[Verification]:
    """Verify claims against a source in at most two rounds of calls, and none for what rules can decide.

    Args:
        claims: what to verify; their ids differ from each other.
        source: what to verify against.
        stage: under which stage the calls are counted.
        judged: ask a model about what the rules leave open; without it these claims stay `unchecked`.
        repaired: let a claim that does not hold as it stands be replaced, once, by the judge's correction if that holds.
    """
    first = yield from _round(claims, source=source, stage=stage, judged=judged, number=1)
    verified, failures = dict(first.verified), first.failures
    if repaired and first.corrections:
        corrections = list(first.corrections.values())
        second = yield from _round(corrections, source=source, stage=stage, judged=judged, number=2)
        failures += second.failures
        for claim_id, after in second.verified.items():
            if after.conclusion.verdict == "supported":
                drafted = verified[claim_id].drafted
                verified[claim_id] = Verified(
                    id=claim_id, statement=after.statement, drafted=drafted, conclusion=after.conclusion
                )
    return Verification(verified=tuple(verified[claim.id] for claim in claims), failures=failures)


def _round(claims: Sequence[Claim], *, source: Source, stage: Stage, judged: bool, number: int) -> Plan[_Round]:
    rulings = {claim.id: source.ruler.rule(claim.statement, cited=claim.cited) for claim in claims}
    open_claims = [claim for claim in claims if judged and rulings[claim.id].verdict != "supported"]
    batches = _batches(open_claims)
    answers = yield from each(
        [
            judge(
                [_question(claim, rulings[claim.id]) for claim in batch],
                source=source,
                stage=stage,
                call_id=f"{stage}:{number}:{position}",
                chunk_id=batch[0].group,
            )
            for position, batch in enumerate(batches, start=1)
        ]
    )
    judgements: dict[str, Judgement] = {}
    failed: dict[str, Failure] = {}
    for answer in answers:
        judgements.update(answer.judgements)
        failed.update(answer.unjudged)
    verified: dict[str, Verified] = {}
    corrections: dict[str, Claim] = {}
    for claim in claims:
        ruling, judgement = rulings[claim.id], judgements.get(claim.id)
        if judgement is not None:
            conclusion = by_judge(claim.statement, judgement=judgement, ruler=source.ruler, cited=claim.cited)
            if conclusion.verdict != "supported" and _is_edit(judgement.correction, of=claim.statement):
                corrections[claim.id] = Claim(
                    id=claim.id, statement=judgement.correction, cited=claim.cited, group=claim.group
                )
        elif claim.id in failed:
            conclusion = unjudged(ruling, why=f"not judged: {failed[claim.id].message}")
        else:
            conclusion = by_rules(ruling)
        verified[claim.id] = Verified(
            id=claim.id, statement=claim.statement, drafted=claim.statement, conclusion=conclusion
        )
    failures = tuple(failure for answer in answers for failure in answer.failures)
    return _Round(verified=verified, corrections=corrections, failures=failures)


def _question(claim: Claim, ruling: Ruling) -> Question:
    """The claim with every place where it may stand: those that its author named, and those that the search found."""
    spans = dict.fromkeys((*claim.cited, *(evidence.span for evidence in ruling.evidence)))
    return Question(id=claim.id, statement=claim.statement, spans=tuple(spans), checks=ruling.checks)


def _batches(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.group, []).append(claim)
    return [
        group[start : start + CLAIMS_PER_CALL]
        for group in groups.values()
        for start in range(0, len(group), CLAIMS_PER_CALL)
    ]


def _is_edit(correction: str, *, of: str) -> bool:
    before, after = [w.text for w in words(of)], [w.text for w in words(correction)]
    if len(after) < min(_FEWEST_WORDS, len(before)) or before == after:
        return False
    return len(set(after) & set(before)) >= _KEPT_WORDS * len(set(after))
