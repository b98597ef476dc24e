"""A review is one look of a judge at some claims: what it is shown, and a conclusion for each claim from its answer.

request = ReviewRequest.first(claims, rulings=rulings)
found = yield from review(request, source=source, stage="judge_facts", judge=JudgeRole(), call_id="judge_facts:1:1")
found.conclusions["f1"].verdict  ->  "supported"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from summarizer.calls.call import Stage
from summarizer.calls.flow import Flow
from summarizer.failure import Failure
from summarizer.text.span import Span
from summarizer.verification.claim import TITLES, Claim
from summarizer.verification.judging.assertion_reply import Judgements
from summarizer.verification.judging.assertions import Question, judge_assertions
from summarizer.verification.judging.conclusion import (
    Conclusion,
    by_assertions,
    by_yes_no,
    judged_verdict,
    unjudged,
)
from summarizer.verification.judging.pages import Page, closest_page, frame, page_around, speaks_of_text
from summarizer.verification.judging.source import Source
from summarizer.verification.judging.yes_no import calibration, judge_yes_no
from summarizer.verification.policy import JudgeRole
from summarizer.verification.rules.ruling import Ruling

# Places that a second look is shown beside those named, of a source that the first judge has seen whole: what the rules
# would have found. Of a longer one it is shown all that it may stand on.
_PLACES_BESIDE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a look came to: every claim looked at is a key of `conclusions`; `corrections` are of some of them.

    `judged` are those of them that the judge gave a judgement of; the others stand as the rules left them. `believed`
    are those of `judged` that it takes for supported whole, by its own word and before any rule is asked.
    """

    conclusions: Mapping[str, Conclusion]
    judged: frozenset[str]
    believed: frozenset[str]
    corrections: Mapping[str, str]
    failures: tuple[Failure, ...]

    @classmethod
    def of_rules(cls, conclusions: Mapping[str, Conclusion]) -> Review:
        """What the rules settle before any judge is asked."""
        return cls(conclusions=conclusions, judged=frozenset(), believed=frozenset(), corrections={}, failures=())

    @classmethod
    def merged(cls, reviews: Sequence[Review]) -> Review:
        """Reviews of different claims as one."""
        conclusions: dict[str, Conclusion] = {}
        judged: set[str] = set()
        believed: set[str] = set()
        corrections: dict[str, str] = {}
        failures: list[Failure] = []
        for one in reviews:
            conclusions.update(one.conclusions)
            judged.update(one.judged)
            believed.update(one.believed)
            corrections.update(one.corrections)
            failures += one.failures
        return cls(
            conclusions=conclusions,
            judged=frozenset(judged),
            believed=frozenset(believed),
            corrections=corrections,
            failures=tuple(failures),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRequest:
    """What is put before a judge.

    Attributes:
        claims: The claims to look at, of one group.
        rulings: What the rules said of them.
        places: Where each may stand, by its id.
        chunk_id: A chunk to be shown whole, "" for none.
        is_second: They have been looked at before.
        places_only: Show no more than the places with their neighbours, of a short source too.
    """

    claims: tuple[Claim, ...]
    rulings: Mapping[str, Ruling]
    places: Mapping[str, tuple[Span, ...]]
    chunk_id: str
    is_second: bool
    places_only: bool = False

    @classmethod
    def first(cls, claims: Sequence[Claim], *, rulings: Mapping[str, Ruling]) -> ReviewRequest:
        """Claims of one group at the places that their authors named and that the rules found."""
        return cls(
            claims=tuple(claims),
            rulings=rulings,
            places={claim.id: _places(claim, rulings[claim.id]) for claim in claims},
            chunk_id=claims[0].group,
            is_second=False,
            places_only=all(claim.group == TITLES for claim in claims),
        )

    @classmethod
    def second(cls, claim: Claim, *, rulings: Mapping[str, Ruling], source: Source) -> ReviewRequest:
        """One claim at its whole chunk, or at that of its best place, and at the best places of the whole document."""
        best = source.places(claim.statement)[: _PLACES_BESIDE if source.whole else None]
        places = tuple(dict.fromkeys((*_places(claim, rulings[claim.id]), *best)))
        drafted_from = claim.group in source.chunks or not places
        return cls(
            claims=(claim,),
            rulings=rulings,
            places={claim.id: places},
            chunk_id=claim.group if drafted_from else source.chunk_at(places[0]),
            is_second=True,
        )

    @classmethod
    def together(cls, requests: Sequence[ReviewRequest]) -> ReviewRequest:
        """Second looks at several claims as one: at the places of all, without the chunks around them."""
        return cls(
            claims=tuple(chain.from_iterable(one.claims for one in requests)),
            rulings={key: ruling for one in requests for key, ruling in one.rulings.items()},
            places={key: spans for one in requests for key, spans in one.places.items()},
            chunk_id="",
            is_second=True,
            places_only=True,
        )

    def spans(self, claim: Claim, *, source: Source) -> tuple[Span, ...]:
        """Where a claim may stand; one about the text as a whole needs its opening, headings and end too."""
        framing = frame(source) if speaks_of_text(claim.statement) else ()
        return tuple(dict.fromkeys((*self.places[claim.id], *framing)))

    def page(self, source: Source, *, judge: JudgeRole) -> Page:
        """What a judge is shown, by the form in which it is asked."""
        if judge.form == "yes_no":
            return closest_page(self.claims[0].statement, source=source, wide=self.is_second)
        spans = [span for claim in self.claims for span in self.spans(claim, source=source)]
        return page_around(spans, source=source, chunk_id=self.chunk_id, windows_only=self.places_only)


def _places(claim: Claim, ruling: Ruling) -> tuple[Span, ...]:
    """Where a claim's author and the rules say that it stands."""
    return tuple(dict.fromkeys((*claim.cited, *(evidence.span for evidence in ruling.evidence))))


def review(request: ReviewRequest, *, source: Source, stage: Stage, judge: JudgeRole, call_id: str) -> Flow[Review]:
    """One call: what a judge says of each claim of a request, held to the rules.

    Args:
        request: what it is shown; one claim alone for a judge of the form "yes_no".
        source: what the claims are checked against.
        stage: under which stage the call is counted.
        judge: who looks, and in which form.
        call_id: the call's name in usage and failures.
    """
    form = _review_by_yes_no if judge.form == "yes_no" else _review_by_assertions
    return (yield from form(request, source=source, stage=stage, judge=judge, call_id=call_id))


def _review_by_assertions(
    request: ReviewRequest, *, source: Source, stage: Stage, judge: JudgeRole, call_id: str
) -> Flow[Review]:
    judged = yield from judge_assertions(
        [_question(claim, request, source) for claim in request.claims],
        source=source,
        stage=stage,
        call_id=call_id,
        chunk_id=request.chunk_id,
        windows_only=request.places_only,
        prompt_id="doubt.v3" if request.is_second else "judge.v4",
        role=judge.role,
    )
    corrections = {claim_id: one.correction for claim_id, one in judged.by_claim.items()}
    return Review(
        conclusions={claim.id: _conclude(claim, judged, request, source) for claim in request.claims},
        judged=frozenset(judged.by_claim),
        believed=frozenset(claim_id for claim_id, one in judged.by_claim.items() if judged_verdict(one) == "supported"),
        corrections={claim_id: text for claim_id, text in corrections.items() if text},
        failures=judged.failures,
    )


def _question(claim: Claim, request: ReviewRequest, source: Source) -> Question:
    return Question(
        id=claim.id,
        statement=claim.statement,
        spans=request.spans(claim, source=source),
        checks=request.rulings[claim.id].checks,
        before=claim.before,
        pointing=() if request.is_second else claim.pointing,
    )


def _conclude(claim: Claim, judged: Judgements, request: ReviewRequest, source: Source) -> Conclusion:
    """What is said of a claim: by the judge's assertions, or by the rules where it gave none."""
    judgement = judged.by_claim.get(claim.id)
    if judgement is None:
        return unjudged(request.rulings[claim.id], why=f"not judged: {judged.unjudged[claim.id].message}")
    return by_assertions(
        claim.statement, judgement=judgement, rules=source.rules, cited=claim.cited, language=claim.language
    )


def _review_by_yes_no(
    request: ReviewRequest, *, source: Source, stage: Stage, judge: JudgeRole, call_id: str
) -> Flow[Review]:
    (claim,) = request.claims
    ruling = request.rulings[claim.id]
    log_odds = yield from judge_yes_no(
        claim.statement,
        page=request.page(source, judge=judge),
        stage=stage,
        call_id=call_id,
        role=judge.role,
        before=claim.before,
    )
    if isinstance(log_odds, Failure):
        failed = unjudged(ruling, why=f"not judged: {log_odds.message}")
        return Review(
            conclusions={claim.id: failed},
            judged=frozenset(),
            believed=frozenset(),
            corrections={},
            failures=(log_odds,),
        )
    conclusion = by_yes_no(claim.statement, log_odds=log_odds, ruling=ruling, calibration=calibration())
    asked = frozenset({claim.id})
    return Review(
        conclusions={claim.id: conclusion},
        judged=asked,
        believed=asked if log_odds > 0 else frozenset(),
        corrections={},
        failures=(),
    )


def withheld(request: ReviewRequest, *, why: str) -> Flow[Review]:
    """No call: each claim of a request as the rules left it, because nothing that its judge said would count.

    Args:
        request: what would have been shown.
        why: the cause, in words.
    """
    yield from ()
    return Review(
        conclusions={claim.id: unjudged(request.rulings[claim.id], why=why) for claim in request.claims},
        judged=frozenset(),
        believed=frozenset(),
        corrections={},
        failures=(),
    )
