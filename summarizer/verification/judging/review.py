"""One look of a judge at claims: what it is shown, and what it says in the form in which it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.calls.call import Stage
from summarizer.calls.flow import Flow
from summarizer.failure import Failure
from summarizer.text.span import Span
from summarizer.verification.claim import Claim
from summarizer.verification.judging.assertions import Question, judge
from summarizer.verification.judging.conclude import Conclusion, by_judge, by_yes_no, unjudged
from summarizer.verification.judging.source import Page, Source
from summarizer.verification.judging.yes_no import calibration, yes_or_no
from summarizer.verification.policy import JudgeRole
from summarizer.verification.rules.ruling import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What one look came to: every claim looked at is a key of `conclusions`; `corrections` are of some of them.

    `judged` are those of them that the judge gave a judgement of; the others stand as the rules left them.
    """

    conclusions: Mapping[str, Conclusion]
    judged: frozenset[str]
    corrections: Mapping[str, str]
    failures: tuple[Failure, ...]

    @classmethod
    def merged(cls, looks: Sequence[Review]) -> Review:
        """Looks at different claims as one."""
        return cls(
            conclusions={i: conclusion for one in looks for i, conclusion in one.conclusions.items()},
            judged=frozenset().union(*(one.judged for one in looks)),
            corrections={i: text for one in looks for i, text in one.corrections.items()},
            failures=tuple(failure for one in looks for failure in one.failures),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a look puts before its judge: the claims with the places where each may stand, and a chunk to show whole."""

    claims: tuple[Claim, ...]
    rulings: Mapping[str, Ruling]
    spans: Mapping[str, tuple[Span, ...]]
    chunk_id: str
    second: bool

    @classmethod
    def first(cls, claims: Sequence[Claim], *, rulings: Mapping[str, Ruling]) -> View:
        """Claims of one group at the places that their authors named and that the rules found."""
        spans = {claim.id: _named(claim, rulings[claim.id]) for claim in claims}
        return cls(claims=tuple(claims), rulings=rulings, spans=spans, chunk_id=claims[0].group, second=False)

    @classmethod
    def again(cls, claim: Claim, *, rulings: Mapping[str, Ruling], source: Source) -> View:
        """One claim at its whole chunk, or at that of its best place, and at the best places of the whole document."""
        named = _named(claim, rulings[claim.id])
        spans = tuple(dict.fromkeys((*named, *source.places(claim.statement))))
        own = claim.group in source.chunks or not spans
        chunk_id = claim.group if own else source.chunk_at(spans[0])
        return cls(claims=(claim,), rulings=rulings, spans={claim.id: spans}, chunk_id=chunk_id, second=True)

    def page(self, source: Source, *, seat: JudgeRole) -> Page:
        """What a judge in this seat is shown."""
        if seat.form == "yes_no":
            return source.closest(self.claims[0].statement, wide=self.second)
        return source.page([span for spans in self.spans.values() for span in spans], chunk_id=self.chunk_id)


def _named(claim: Claim, ruling: Ruling) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((*claim.cited, *(evidence.span for evidence in ruling.evidence))))


def review(view: View, *, source: Source, stage: Stage, seat: JudgeRole, call_id: str) -> Flow[Review]:
    """One call: what the judge in a seat says of each claim of a view, held to the rules.

    Args:
        view: what it is shown; one claim alone for a seat of the form "yes_no".
        source: what the claims are checked against.
        stage: under which stage the call is counted.
        seat: who looks, and in which form.
        call_id: the call's name in usage and failures.
    """
    if seat.form == "yes_no":
        return (yield from _one_word(view, source=source, stage=stage, seat=seat, call_id=call_id))
    asked = [
        Question(
            id=c.id,
            statement=c.statement,
            spans=view.spans[c.id],
            checks=view.rulings[c.id].checks,
            before=c.before,
        )
        for c in view.claims
    ]
    judged = yield from judge(
        asked,
        source=source,
        stage=stage,
        call_id=call_id,
        chunk_id=view.chunk_id,
        prompt_id="doubt.v1" if view.second else "judge.v1",
        role=seat.role,
    )
    conclusions: dict[str, Conclusion] = {}
    for claim in view.claims:
        judgement = judged.judgements.get(claim.id)
        if judgement is None:
            why = f"not judged: {judged.unjudged[claim.id].message}"
            conclusions[claim.id] = unjudged(view.rulings[claim.id], why=why)
        else:
            conclusions[claim.id] = by_judge(
                claim.statement, judgement=judgement, rules=source.rules, cited=claim.cited
            )
    return Review(
        conclusions=conclusions,
        judged=frozenset(judged.judgements),
        corrections={i: j.correction for i, j in judged.judgements.items() if j.correction},
        failures=judged.failures,
    )


def _one_word(view: View, *, source: Source, stage: Stage, seat: JudgeRole, call_id: str) -> Flow[Review]:
    (claim,) = view.claims
    ruling = view.rulings[claim.id]
    page = view.page(source, seat=seat)
    odds = yield from yes_or_no(
        claim.statement, page=page, stage=stage, call_id=call_id, role=seat.role, before=claim.before
    )
    if isinstance(odds, Failure):
        failed = unjudged(ruling, why=f"not judged: {odds.message}")
        return Review(conclusions={claim.id: failed}, judged=frozenset(), corrections={}, failures=(odds,))
    conclusion = by_yes_no(claim.statement, log_odds=odds, ruling=ruling, calibration=calibration())
    return Review(conclusions={claim.id: conclusion}, judged=frozenset({claim.id}), corrections={}, failures=())
