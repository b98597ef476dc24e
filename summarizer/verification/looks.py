"""Looks at claims twice: first at all that the rules leave open, then, in one round, at what is disputed or corrected.

    facts = yield from first_look(claims, source=source, stage="judge_facts", judge=policy, repaired=True)
    sentences = yield from first_look(…)
    found = yield from second_look([facts, sentences], source=source, judge=facts.judge)

The second looks of several first ones are one round, and claims share calls in it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.calls.call import Stage
from summarizer.calls.flow import Plan, each, said
from summarizer.failure import Failure
from summarizer.text.span import Span
from summarizer.text.words import words
from summarizer.verification.claim import ALONE, Claim
from summarizer.verification.exam.examine import examine
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.agreement import is_doubted, reconcile
from summarizer.verification.judging.conclusion import Conclusion, by_rules
from summarizer.verification.judging.content_words import stem_of
from summarizer.verification.judging.corrections import is_edit, is_smallest
from summarizer.verification.judging.panel import Panel, SecondRequest
from summarizer.verification.judging.review import Review, ReviewRequest
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.rules.ruling import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a first look at some claims came to: `found.keys() == {claim.id for claim in claims}`.

    Attributes:
        claims: what was looked at.
        rulings: what the rules said of each, by its id.
        found: what is concluded of each so far.
        judge: the policy with what `exams` came to; None where nobody judges.
        judged: the ids of the claims that a judge gave a judgement of.
        requests: what the first judge was shown.
        corrections: claims that do not hold, with the judge's correction in the place of the statement.
        restated: claims that hold and cannot be read alone, as the judge says them so that they can, under ids of
            their own.
        variants: True for claims that wait for the second look alone, because a first one passed what they vary.
        exams: those that were taken on the way.
        failures: what failed on the way.
    """

    claims: tuple[Claim, ...]
    rulings: Mapping[str, Ruling]
    found: Mapping[str, Conclusion]
    judge: JudgePolicy | None
    judged: frozenset[str] = frozenset()
    requests: tuple[ReviewRequest, ...] = ()
    corrections: tuple[Claim, ...] = ()
    restated: tuple[Claim, ...] = ()
    variants: bool = False
    exams: tuple[ExamResult, ...] = ()
    failures: tuple[Failure, ...] = ()

    def part(self, claim_ids: Collection[str]) -> Look:
        """The same look at some of the claims alone; what failed and who was examined stays with it."""
        return replace(
            self,
            claims=tuple(claim for claim in self.claims if claim.id in claim_ids),
            corrections=tuple(claim for claim in self.corrections if claim.id in claim_ids),
            restated=tuple(claim for claim in self.restated if claim.id.removesuffix(ALONE) in claim_ids),
        )

    @property
    def firm(self) -> frozenset[str]:
        """The ids of the claims that are supported, and about which no second look will ask."""
        supported = [claim.id for claim in self.claims if self.found[claim.id].verdict == "supported"]
        return frozenset(claim_id for claim_id in supported if not is_doubted(self.found[claim_id]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What both looks at the claims of one `Look` came to; `corrected` are the statements that replaced theirs."""

    found: Mapping[str, Conclusion]
    corrected: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """What a second look came to: one `Looked` for each `Look`, in order, and what failed on the way."""

    looked: tuple[Looked, ...]
    failures: tuple[Failure, ...] = ()


def rulings_on(claims: Sequence[Claim], source: Source) -> dict[str, Ruling]:
    """What code alone says of each claim, by its id."""
    rules = source.rules
    return {
        claim.id: rules.rule_on(claim.statement, cited=claim.cited, behind=claim.behind, language=claim.language)
        for claim in claims
    }


def first_look(
    claims: Sequence[Claim], *, source: Source, stage: Stage, judge: JudgePolicy | None, repaired: bool
) -> Plan[Look]:
    """Look at claims once: at all that the rules leave open, in one round, behind the exam of a judge who owes one.

    Args:
        claims: what to verify; their ids differ from each other.
        source: what to verify against.
        stage: under which stage the calls are counted.
        judge: who is asked about what the rules leave open, and how hard; None asks nobody.
        repaired: keep the judge's corrections of claims that do not hold, or cannot be read alone, to be looked at in a
            second look.
    """
    rulings = rulings_on(claims, source)
    found = {claim.id: by_rules(rulings[claim.id]) for claim in claims}
    if judge is None:
        return Look(claims=tuple(claims), rulings=rulings, found=found, judge=None)
    to_judge = Panel(source=source, stage=stage, policy=judge).first_requests(claims, rulings)
    examined = yield from examine(judge, needed=bool(to_judge))
    panel = Panel(source=source, stage=stage, policy=examined.judge.relieved)
    requests = panel.first_requests(claims, rulings)
    reviews = panel.reviews(requests, number=1)
    settled = {one: found[one] for one, ruling in rulings.items() if ruling.verdict == "supported"}
    first = Review.merged((yield from each([said(Review.of_rules(settled)), *reviews] if reviews else [])))
    judged = [claim for claim in claims if claim.id in first.judged]
    corrections = _corrections(judged, first, source=source, rulings=rulings) if repaired else []
    restated = _restated(judged, first) if repaired else []
    return Look(
        claims=tuple(claims),
        rulings=rulings,
        found={**found, **first.conclusions},
        judge=examined.judge,
        judged=first.judged,
        requests=tuple(requests),
        corrections=tuple(corrections),
        restated=tuple(restated),
        exams=examined.results,
        failures=examined.failures + first.failures,
    )


def variants_look(claims: Sequence[Claim], *, source: Source, judge: JudgePolicy | None) -> Look:
    """Claims that say what a supported one says in words that can be read alone; they wait for the second look.

    Args:
        claims: the variants; their ids are their own.
        source: what to verify against.
        judge: who judges.
    """
    rulings = rulings_on(claims, source)
    found = {claim.id: by_rules(rulings[claim.id]) for claim in claims}
    return Look(claims=tuple(claims), rulings=rulings, found=found, judge=judge, variants=True)


def second_look(looks: Sequence[Look], *, source: Source, stage: Stage, number: int = 1) -> Plan[SecondLook]:
    """Look again, in one round, at what first looks left disputed, at corrections, and at variants.

    A claim that has a correction is not looked at again as it was. When standard, the second judge sees all of these,
    several in a call: a correction that the first judge proposed and the second supports has two words for it. Else
    corrections are looked at as claims were at first; variants of claims too, unless one look is all there is.

    Args:
        looks: first looks; the ids of all their claims differ from each other.
        source: what they looked at.
        stage: under which stage the calls are counted.
        number: of the round under this stage, from 1.
    """
    judges = [look.judge for look in looks if look.judge is not None]
    if not judges:
        return SecondLook(looked=tuple(Looked(found=look.found) for look in looks))
    panel = Panel(source=source, stage=stage, policy=judges[-1].relieved)
    seconds = [one for look in looks for one in _disputed(look, panel)]
    shown = {one.claim_id: one.shown for one in seconds}
    again = [claim for look in looks for claim in _anew(look, panel.policy, disputed=shown)]
    rulings = rulings_on(again, source)
    if panel.policy.level == "standard":
        asked = panel.anew(again, rulings=rulings)
        reviews = yield from each(panel.second_reviews([*asked, *seconds], number=number))
    else:
        reviews = yield from each(panel.reviews(panel.first_requests(again, rulings), number=number))
    review = Review.merged(reviews)
    looked = tuple(_looked(look, review=review, rulings=rulings, shown=shown) for look in looks)
    return SecondLook(looked=looked, failures=review.failures)


def _anew(look: Look, policy: JudgePolicy, *, disputed: Collection[str]) -> Sequence[Claim]:
    """The claims of a look that nobody has looked at as they are worded now.

    What is disputed is looked at again as it was, and not said anew beside that.
    """
    if look.variants:
        return () if policy.level == "fast" else look.claims
    return (*look.corrections, *(claim for claim in look.restated if claim.id.removesuffix(ALONE) not in disputed))


def _disputed(look: Look, panel: Panel) -> list[SecondRequest]:
    corrected = {claim.id for claim in look.corrections}
    judged = [claim for claim in look.claims if claim.id in look.judged and claim.id not in corrected]
    return panel.second_requests(judged, requests=look.requests, found=look.found)


def _looked(
    look: Look, *, review: Review, rulings: Mapping[str, Ruling], shown: Mapping[str, frozenset[Span]]
) -> Looked:
    found = dict(look.found)
    corrected: dict[str, str] = {}
    for claim in look.claims:
        if claim.id in shown:
            found[claim.id] = reconcile(found[claim.id], review.conclusions[claim.id], shown=shown[claim.id])
        elif look.variants and claim.id in review.conclusions:
            found[claim.id] = review.conclusions[claim.id]
    for claim in look.corrections:
        conclusion = review.conclusions.get(claim.id) or by_rules(rulings[claim.id])
        if conclusion.verdict == "supported":
            found[claim.id] = conclusion
            corrected[claim.id] = claim.statement
    for claim in look.restated:
        claim_id = claim.id.removesuffix(ALONE)
        if claim_id not in shown:
            conclusion = review.conclusions.get(claim.id) or by_rules(rulings[claim.id])
            if conclusion.verdict == "supported":
                found[claim_id] = conclusion
                corrected[claim_id] = claim.statement
    return Looked(found=found, corrected=corrected)


def _restated(claims: Sequence[Claim], first: Review) -> list[Claim]:
    """The claims that hold and point at what their reader has not read, as the judge says them alone."""
    return [
        replace(claim, id=claim.id + ALONE, statement=first.corrections[claim.id], pointing=())
        for claim in claims
        if claim.pointing
        and claim.id in first.corrections
        and first.conclusions[claim.id].verdict == "supported"
        and is_edit(first.corrections[claim.id], of=claim.statement)
    ]


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
