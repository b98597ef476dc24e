"""Computes the verdict on a claim from its ruling and the judge's answer, and holds the judge to the rules.

    by_rules(ruling)                                  ->  the rules' own word
    by_assertions(claim, judgement=…, rules=…, …)     ->  supported: every assertion is entailed by the evidence
    by_yes_no(claim, log_odds=5.2, ruling=…, …)       ->  supported: the judge makes it 97% …

The judge's own opinion of the whole claim is never asked for, and never read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from summarizer.text.span import Evidence, Span
from summarizer.text.words import words
from summarizer.verification.judging.assertion_reply import NO_SUPPORT, Judgement
from summarizer.verification.judging.left_out import left_out
from summarizer.verification.judging.yes_no import Calibration
from summarizer.verification.rules.ruling import Rules, Ruling
from summarizer.verification.verdict import Assertion, Check, DecidedBy, Verdict

# A label names a subject; more words than this say something about it. The reference form's longest title has four; the
# titles that strong models write have up to nine ("A post at last, and letters to the War Office"), a character of an
# unspaced script counted as a word.
_LABEL_WORDS: Final = 12
# From this support on a judge believes a claim. On 80 rows of eight sets, answered by a strong model in this form, 60
# catches as many bad claims (36 of 40) and keeps as many good ones (30 of 40) as the plain question at even odds; 50
# lets two bad ones more pass, 70 loses two good ones. It was chosen on these rows (benchmarks/RESULTS.md, "Forms of the
# judge"): have benchmarks/judge_forms.py write requests for others when it moves.
BELIEVED_FROM_SUPPORT: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What is finally said of a statement, with what it rests on; the fields are those of `CheckedClaim`."""

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


def judged_verdict(judgement: Judgement) -> Verdict:
    """The judge's own word on a claim: whether it finds every detail supported, and shows where.

    Asked about the whole claim, a strong model is right more often than the sum of what it says of the parts (83.3
    against 72.2 balanced accuracy on 90 claims); so that decides, and the parts say where, or what is wrong.
    """
    by_parts = verdict_of(judgement.assertions)
    if judgement.support == NO_SUPPORT or by_parts in ("contradicted", "not_stated"):
        return by_parts
    return "supported" if judgement.support >= BELIEVED_FROM_SUPPORT else "partly_supported"


def is_label(statement: str, conclusion: Conclusion) -> bool:
    """True for a few words in which a judge found nothing asserted, with names and values of the source alone."""
    asserts_nothing = conclusion.decided_by == "judge" and not conclusion.assertions
    short = len(words(statement)) <= _LABEL_WORDS
    return (
        asserts_nothing and short and all(check.passed or check.found == "in_document" for check in conclusion.checks)
    )


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
    """What stands when the judge failed: the rules' word if they had one, else `unchecked` with the cause.

    Args:
        ruling: the rules' word.
        why: the cause, in words.
    """
    concluded = by_rules(ruling)
    return concluded if concluded.decided_by is not None else replace(concluded, verdict="unchecked", reason=why)


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
    reason = f"asked for yes or no, the judge makes it {probability:.0%} that all of this is stated"
    open_still = replace(by_rules(ruling), verdict="unchecked", decided_by=None, reason=reason)
    if ruling.decided_by == "rule" or ruling.misread:
        return by_rules(ruling)
    if _is_shown(ruling) and probability >= calibration.tick:
        entailed = Assertion(text=statement, relation="entailed", evidence=ruling.evidence)
        return replace(open_still, verdict="supported", decided_by="judge", assertions=(entailed,))
    if probability < calibration.refuse:
        missing = Assertion(text=statement, relation="not_stated")
        return replace(open_still, verdict="not_stated", decided_by="judge", assertions=(missing,))
    return open_still


def _is_shown(ruling: Ruling) -> bool:
    """Whether there is evidence that shows every hard fact: one word answers no question, and works out nothing."""
    return bool(ruling.evidence) and all(check.passed and check.found != "absent" for check in ruling.checks)


def by_assertions(
    statement: str, *, judgement: Judgement, rules: Rules, cited: Sequence[Span], language: str = ""
) -> Conclusion:
    """The verdict computed from the judge's assertions, after the evidence that it named has passed the rules again.

    `verdict == "supported"` implies that the judge finds every detail supported, that each assertion kept is entailed
    by evidence of this document, and that no check is a conflict.

    Args:
        statement: what was judged.
        judgement: the judge's answer.
        rules: the rules on the source.
        cited: where the drafter said that it stands; used where the judge named nothing.
        language: the language of the text that the statement is from; "" if nobody told.
    """
    verdict = judged_verdict(judgement)
    assertions = judgement.assertions
    if verdict == "supported":
        assertions = tuple(one for one in assertions if one.relation == "entailed")
    evidence = _evidence(assertions, verdict)
    ruling = rules.rule_on(statement, cited=[one.span for one in evidence] or cited, language=language)
    if ruling.misread:  # the judge has read what is stored
        return by_rules(ruling)
    judged = Conclusion(
        verdict=verdict,
        decided_by="judge",
        evidence=evidence or ruling.evidence,
        checks=ruling.checks,
        assertions=assertions,
        reason=_reason(verdict, judgement),
        score=ruling.score,
    )
    if verdict != "supported":
        return judged
    by_parts = judgement.support == NO_SUPPORT  # where they decide, they must be the whole claim
    missing = by_parts and left_out(statement, assertions, reading=rules.reading, language=ruling.language)
    if missing:
        return replace(judged, verdict="unchecked", decided_by=None, reason=f"the judge passed over: {missing}")
    return _held_to_rules(judged, ruling)


def _evidence(assertions: Sequence[Assertion], verdict: Verdict) -> tuple[Evidence, ...]:
    """The evidence of the assertions that decide a verdict, as the judge named it: what decides most first."""
    deciding = "contradicted" if verdict == "contradicted" else "entailed"
    by_place: dict[Span, Evidence] = {}
    for assertion in assertions:
        if assertion.relation == deciding:
            for one in assertion.evidence:
                by_place.setdefault(one.span, one)
    return tuple(by_place.values())


def _reason(verdict: Verdict, judgement: Judgement) -> str:
    if verdict == "supported":
        return "every assertion is entailed by the evidence"
    if not judgement.assertions:
        return "the judge found nothing asserted"
    wrong = [one for one in judgement.assertions if one.relation != "entailed"]
    if not wrong:
        return f"the judge makes it {judgement.support}% that every detail is supported"
    return "; ".join(f"{one.relation.replace('_', ' ')}: “{one.text}”" for one in wrong)


def _held_to_rules(judged: Conclusion, ruling: Ruling) -> Conclusion:
    """A judge's support as far as the rules let it stand: no judge overrules a conflict; a question it has settled."""
    if ruling.verdict == "contradicted":
        return replace(judged, verdict=ruling.verdict, decided_by="rule", reason=ruling.reason)
    if any(check.conflict for check in ruling.checks):
        return replace(judged, verdict="partly_supported", decided_by="rule", reason=ruling.reason)
    return judged
