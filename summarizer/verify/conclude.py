"""Computes the verdict from the rules' ruling and the judge's assertions; the judge's own opinion is never read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.span import Evidence, Span
from summarizer.text.words import words
from summarizer.verify.judge import Judgement
from summarizer.verify.rules import Ruler, Ruling
from summarizer.verify.verdict import Assertion, Check, DecidedBy, Verdict

# A judge that leaves out half of a claim's words has judged another claim: peers that divide by the verdicts returned
# score 1.0 for a judge that skips 4 of 5 statements. Numbers may never be left out. Chosen so that ordinary rewording
# of assertions passes; run benchmarks/judge.py again when it moves.
_COVERED = 0.5
_LONG_WORD = 4
_STEM = 5
_FIRST_CJK = "\u2e80"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What is finally said of a statement, with what it rests on."""

    verdict: Verdict
    decided_by: DecidedBy | None
    evidence: tuple[Evidence, ...]
    checks: tuple[Check, ...]
    assertions: tuple[Assertion, ...]
    reason: str
    score: float


def verdict_of(assertions: Sequence[Assertion]) -> Verdict:
    """The verdict that assertions amount to: supported only if there is one and all are entailed."""
    relations = [assertion.relation for assertion in assertions]
    if "contradicted" in relations:
        return "contradicted"
    if "entailed" not in relations:
        return "not_stated"
    return "partly_supported" if "not_stated" in relations else "supported"


def by_rules(ruling: Ruling) -> Conclusion:
    """What code alone can say."""
    return Conclusion(
        verdict=ruling.verdict,
        decided_by=ruling.decided_by,
        evidence=ruling.evidence,
        checks=ruling.checks,
        assertions=(),
        reason=ruling.reason,
        score=ruling.score,
    )


def unjudged(ruling: Ruling, *, why: str) -> Conclusion:
    """What stands when the judge failed: the rules' word if they had one, else `unchecked` with the cause."""
    concluded = by_rules(ruling)
    if concluded.decided_by is not None:
        return concluded
    return _with(concluded, verdict="unchecked", decided_by=None, reason=why)


def by_judge(statement: str, *, judgement: Judgement, ruler: Ruler, cited: Sequence[Span]) -> Conclusion:
    """The verdict computed from the judge's assertions, after the evidence that it named has passed the rules again.

    `verdict == "supported"` implies that every assertion is entailed by evidence of this document, that the assertions
    cover the statement, and that every hard-fact check passed against that evidence.

    Args:
        statement: what was judged.
        judgement: the judge's assertions.
        ruler: the rules on the source.
        cited: where the drafter said that it stands; used where the judge named nothing.
    """
    assertions = judgement.assertions
    verdict = verdict_of(assertions)
    decisive = [a for a in assertions if a.relation == ("contradicted" if verdict == "contradicted" else "entailed")]
    evidence = _ordered([e for a in decisive for e in a.evidence])
    ruling = ruler.rule(statement, cited=[e.span for e in evidence] or cited)
    judged = Conclusion(
        verdict=verdict,
        decided_by="judge",
        evidence=evidence or ruling.evidence,
        checks=ruling.checks,
        assertions=assertions,
        reason=_reason(verdict, assertions),
        score=ruling.score,
    )
    if verdict != "supported":
        return judged
    left_out = _left_out(statement, assertions)
    if left_out:
        return _with(judged, verdict="unchecked", decided_by=None, reason=f"the judge passed over: {left_out}")
    if ruling.verdict in ("contradicted", "not_stated"):
        return _with(judged, verdict=ruling.verdict, decided_by="rule", reason=ruling.reason)
    failed = [check for check in ruling.checks if not check.passed]
    if failed:
        reason = "; ".join(f"{c.kind} “{c.item}” {c.note or _WHERE[c.found]}" for c in failed)
        return _with(judged, verdict="partly_supported", decided_by="rule", reason=reason)
    return judged


_WHERE = {
    "in_span": "does not agree with the evidence",
    "in_document": "stands elsewhere in the document, not in the evidence",
    "absent": "stands nowhere in the document",
}


def _with(conclusion: Conclusion, *, verdict: Verdict, decided_by: DecidedBy | None, reason: str) -> Conclusion:
    return Conclusion(
        verdict=verdict,
        decided_by=decided_by,
        evidence=conclusion.evidence,
        checks=conclusion.checks,
        assertions=conclusion.assertions,
        reason=reason,
        score=conclusion.score,
    )


def _ordered(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple({e.span: e for e in sorted(evidence, key=lambda e: e.span)}.values())


def _reason(verdict: Verdict, assertions: Sequence[Assertion]) -> str:
    if verdict == "supported":
        return "every assertion is entailed by the evidence"
    if not assertions:
        return "the judge found nothing asserted"
    wrong = [f"{a.relation.replace('_', ' ')}: “{a.text}”" for a in assertions if a.relation != "entailed"]
    return "; ".join(wrong)


def _left_out(statement: str, assertions: Sequence[Assertion]) -> str:
    """The words of the statement that no assertion repeats, "" if few enough are missing and no number is."""
    said = {_stem(word.text) for assertion in assertions for word in words(assertion.text)}
    content = [word.text for word in words(statement) if _is_content(word.text)]
    missing = [word for word in content if _stem(word) not in said]
    if any(_is_number(word) for word in missing) or len(missing) > (1 - _COVERED) * len(content):
        return ", ".join(missing)
    return ""


def _stem(word: str) -> str:
    return word if _is_number(word) else word[:_STEM]


def _is_content(word: str) -> bool:
    # Scripts without spaces come one token a character, and each of them counts.
    return len(word) >= _LONG_WORD or _is_number(word) or word >= _FIRST_CJK


def _is_number(word: str) -> bool:
    return any(character.isdigit() for character in word)
