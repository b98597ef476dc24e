"""Computes the verdict from the rules' ruling and the judge's assertions; the judge's own opinion is never read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.text.span import Evidence, Span
from summarizer.text.words import words
from summarizer.verification.judging.assertions import Judgement
from summarizer.verification.judging.corrections import is_content, is_number, stem_of
from summarizer.verification.judging.yes_no import Calibration
from summarizer.verification.reading.cues import negations
from summarizer.verification.rules.ruling import Rules, Ruling
from summarizer.verification.verdict import Assertion, Check, DecidedBy, Verdict

# A judge that leaves out half of a claim's words has judged another claim: peers that divide by the verdicts returned
# score 1.0 for a judge that skips 4 of 5 statements. Numbers may never be left out. Chosen so that ordinary rewording
# of assertions passes; run benchmarks/judge.py again when it moves.
_COVERED = 0.5
# A label names a subject; more words than this say something about it. The reference form's longest title has four.
_LABEL_WORDS = 8


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


def is_label(statement: str, conclusion: Conclusion) -> bool:
    """True for a few words in which a judge found nothing asserted and no check failed: they name a subject."""
    asserts_nothing = conclusion.decided_by == "judge" and not conclusion.assertions
    short = len(words(statement)) <= _LABEL_WORDS
    return asserts_nothing and short and all(check.passed for check in conclusion.checks)


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
    return with_verdict(concluded, verdict="unchecked", decided_by=None, reason=why)


def by_yes_no(statement: str, *, log_odds: float, ruling: Ruling, calibration: Calibration) -> Conclusion:
    """The verdict from a judge's one word, weighed with the support that needs no model.

    The one assertion is the whole statement, its evidence the sentences that the search located. `verdict ==
    "supported"` implies that its probability reaches the calibration's `tick`, that there is evidence, and that every
    hard-fact check passed and found its item in the source: what has to be counted or worked out, one word does not
    show. Between `refuse` and `tick` nobody could tell: `unchecked`.

    Args:
        statement: what was judged.
        log_odds: the judge's, of Yes against No.
        ruling: the rules' ruling on the statement, with the evidence that they found.
        calibration: what the two come to.
    """
    probability = calibration.probability(log_odds, score=ruling.score)
    shown = bool(ruling.evidence) and all(check.found != "absent" or not check.passed for check in ruling.checks)
    entailed = shown and probability >= calibration.tick
    assertion = Assertion(
        text=statement, relation="entailed" if entailed else "not_stated", evidence=ruling.evidence if entailed else ()
    )
    verdict: Verdict = "supported" if entailed else "not_stated" if probability < calibration.refuse else "unchecked"
    judged = Conclusion(
        verdict=verdict,
        decided_by=None if verdict == "unchecked" else "judge",
        evidence=ruling.evidence,
        checks=ruling.checks,
        assertions=() if verdict == "unchecked" else (assertion,),
        reason=f"asked for yes or no, the judge makes it {probability:.0%} that all of this is stated",
        score=ruling.score,
    )
    return _held_to_rules(judged, ruling) if entailed else judged


def by_judge(statement: str, *, judgement: Judgement, rules: Rules, cited: Sequence[Span]) -> Conclusion:
    """The verdict computed from the judge's assertions, after the evidence that it named has passed the rules again.

    `verdict == "supported"` implies that every assertion is entailed by evidence of this document, that the assertions
    cover the statement, and that every hard-fact check passed against that evidence.

    Args:
        statement: what was judged.
        judgement: the judge's assertions.
        rules: the rules on the source.
        cited: where the drafter said that it stands; used where the judge named nothing.
    """
    assertions = judgement.assertions
    verdict = verdict_of(assertions)
    decisive = [a for a in assertions if a.relation == ("contradicted" if verdict == "contradicted" else "entailed")]
    evidence = _ordered([e for a in decisive for e in a.evidence])
    ruling = rules.rule_on(statement, cited=[e.span for e in evidence] or cited)
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
    left_out = _left_out(statement, assertions) or _negation_left_out(statement, assertions, rules)
    if left_out:
        return with_verdict(judged, verdict="unchecked", decided_by=None, reason=f"the judge passed over: {left_out}")
    return _held_to_rules(judged, ruling)


def _held_to_rules(judged: Conclusion, ruling: Ruling) -> Conclusion:
    """A judge's support as far as the rules let it stand: no judge overrules a hard fact."""
    if ruling.verdict in ("contradicted", "not_stated"):
        return with_verdict(judged, verdict=ruling.verdict, decided_by="rule", reason=ruling.reason)
    failed = [check for check in ruling.checks if not check.passed]
    if failed:
        reason = "; ".join(f"{c.kind} “{c.item}” {c.note or _WHERE[c.found]}" for c in failed)
        return with_verdict(judged, verdict="partly_supported", decided_by="rule", reason=reason)
    return judged


_WHERE = {
    "in_span": "does not agree with the evidence",
    "in_document": "stands elsewhere in the document, not in the evidence",
    "absent": "stands nowhere in the document",
}


def with_verdict(conclusion: Conclusion, *, verdict: Verdict, decided_by: DecidedBy | None, reason: str) -> Conclusion:
    """The same findings under another verdict."""
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


def _negation_left_out(statement: str, assertions: Sequence[Assertion], rules: Rules) -> str:
    """Names the negation that the assertions do without, "" if they have as many as the statement."""
    language = rules.index.document.language
    said = sum(negations(rules.reading.read(assertion.text).keys, language) for assertion in assertions)
    return "a negation" if negations(rules.reading.read(statement).keys, language) > said else ""


def _reason(verdict: Verdict, assertions: Sequence[Assertion]) -> str:
    if verdict == "supported":
        return "every assertion is entailed by the evidence"
    if not assertions:
        return "the judge found nothing asserted"
    wrong = [f"{a.relation.replace('_', ' ')}: “{a.text}”" for a in assertions if a.relation != "entailed"]
    return "; ".join(wrong)


def _left_out(statement: str, assertions: Sequence[Assertion]) -> str:
    """The words of the statement that no assertion repeats, "" if few enough are missing and no number is.

    Where no word of it is long enough to say something, each counts; a statement without words is passed over whole.
    """
    said = {stem_of(word.text) for assertion in assertions for word in words(assertion.text)}
    every = [word.text for word in words(statement)]
    content = [word for word in every if is_content(word)] or every
    if not content:
        return f"“{statement}”, which holds no word"
    missing = [word for word in content if stem_of(word) not in said]
    if any(is_number(word) for word in missing) or len(missing) > (1 - _COVERED) * len(content):
        return ", ".join(missing)
    return ""
