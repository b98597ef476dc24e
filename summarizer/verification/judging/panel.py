"""The panel says who is asked about which claims: the reviews of each round, as a policy has them.

panel = Panel(source=source, stage="judge_facts", policy=JudgePolicy(level="standard"))
requests = panel.first_requests(claims, rulings)     ->  up to fifty claims of one group in each
panel.reviews(requests, number=1)                    ->  the flows of the first round, one call each
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.calls.call import Stage
from summarizer.calls.flow import Flow
from summarizer.text.span import Span
from summarizer.verification.claim import Claim
from summarizer.verification.judging.agreement import agreed, answered_once, is_disputed
from summarizer.verification.judging.conclusion import Conclusion
from summarizer.verification.judging.review import Review, ReviewRequest, review, withheld
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import CLAIMS_PER_CALL, JudgePolicy, JudgeRole
from summarizer.verification.rules.ruling import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondRequest:
    """A request for a second review of one claim, with what the first judge of it was shown."""

    request: ReviewRequest
    shown: frozenset[Span]

    @property
    def claim_id(self) -> str:
        """The id of its claim."""
        return self.request.claims[0].id


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The judges of one verification; a call's name is `stage:round:number`."""

    source: Source
    stage: Stage
    policy: JudgePolicy

    def first_requests(self, claims: Sequence[Claim], rulings: Mapping[str, Ruling]) -> list[ReviewRequest]:
        """What is looked at first: each claim that the rules leave open is in one request, with others of its group.

        Args:
            claims: any claims, in order.
            rulings: what the rules said of each, by its id.
        """
        return self.requests([claim for claim in claims if self._is_asked(rulings[claim.id])], rulings)

    def requests(self, claims: Sequence[Claim], rulings: Mapping[str, Ruling]) -> list[ReviewRequest]:
        """Each of these claims in one request of the first judge, with others of its group.

        Args:
            claims: any claims, in order, whatever the rules say of them.
            rulings: what that is, by the claim's id.
        """
        groups: dict[str, list[Claim]] = {}
        for claim in claims:
            groups.setdefault(claim.group, []).append(claim)
        alone = self.policy.first.form == "yes_no" or self.policy.level == "strict"
        size = 1 if alone else CLAIMS_PER_CALL
        return [
            ReviewRequest.first(group[start : start + size], rulings=rulings)
            for group in groups.values()
            for start in range(0, len(group), size)
        ]

    def _is_asked(self, ruling: Ruling) -> bool:
        """Whether a judge could change what the rules say.

        A judge asked for one word names no evidence, so where the rules speak against a claim it could not earn a tick.
        """
        if ruling.verdict == "unchecked":
            return True
        return ruling.verdict != "supported" and self.policy.first.form != "yes_no"

    def reviews(self, requests: Sequence[ReviewRequest], *, number: int) -> list[Flow[Review]]:
        """The flows of a round: one call each, and when strict another where the first judge supports the claim.

        Args:
            requests: what is looked at.
            number: of the round, from 1.
        """
        call_ids = (f"{self.stage}:{number}:{place}" for place in range(1, len(requests) + 1))
        return [self._review(one, call_id) for one, call_id in zip(requests, call_ids, strict=True)]

    def second_requests(
        self, claims: Sequence[Claim], *, requests: Sequence[ReviewRequest], found: Mapping[str, Conclusion]
    ) -> list[SecondRequest]:
        """The requests for second reviews, of the claims that want one.

        Args:
            claims: what was judged.
            requests: the first requests, among them those of these claims.
            found: what the first reviews came to.
        """
        if self.policy.level != "standard":
            return []
        first = {claim.id: request for request in requests for claim in request.claims}
        wanted: list[SecondRequest] = []
        for claim in claims:
            rulings = first[claim.id].rulings
            claim_there = replace(claim, cited=(*claim.cited, *(one.span for one in found[claim.id].evidence)))
            again = SecondRequest(
                request=self._again(claim_there, rulings),
                shown=self._shown(first[claim.id], judge=self.policy.first),
            )
            unseen = not self._shown(again.request, judge=self.policy.second) <= again.shown
            disputed = is_disputed(found[claim.id], ruling=rulings[claim.id], unseen=unseen)
            if disputed or self.policy.second_reviews == "all":
                wanted.append(again)
        return wanted

    def anew(self, claims: Sequence[Claim], *, rulings: Mapping[str, Ruling]) -> list[SecondRequest]:
        """The requests for a look by the second judge at claims that nobody has looked at as they are worded now.

        Args:
            claims: corrections, or variants of claims that a first judge has passed.
            rulings: what the rules said of each, by its id; what they decide is not asked.
        """
        asked = [claim for claim in claims if self._is_asked(rulings[claim.id])]
        return [SecondRequest(request=self._again(claim, rulings), shown=frozenset()) for claim in asked]

    def _again(self, claim: Claim, rulings: Mapping[str, Ruling]) -> ReviewRequest:
        """A second look at one claim, where it was found and at its best places in the whole document."""
        here = ReviewRequest.second(claim, rulings={claim.id: rulings[claim.id]}, source=self.source)
        return replace(here, chunk_id="", places_only=True)

    def second_reviews(self, seconds: Sequence[SecondRequest], *, number: int) -> list[Flow[Review]]:
        """The flows of the second judge, several claims a call; one where it is asked for one word.

        Of a text in several chunks, claims share a call as long as their places make no longer a page than a chunk is.

        Args:
            seconds: what is looked at again.
            number: of the round.
        """
        batches = self._sharing([one.request for one in seconds])
        return [
            self._asked(
                ReviewRequest.together(batch) if len(batch) > 1 else batch[0],
                judge=self.policy.second,
                call_id=f"{self.stage}:{number}:{place}",
            )
            for place, batch in enumerate(batches, start=1)
        ]

    def _sharing(self, requests: Sequence[ReviewRequest]) -> list[list[ReviewRequest]]:
        """The requests for second looks that share calls, in their order."""
        size = 1 if self.policy.second.form == "yes_no" else CLAIMS_PER_CALL
        pages = [self._shown(one, judge=self.policy.second) for one in requests]
        room = _room(self.source)
        batches: list[list[ReviewRequest]] = []
        shown: frozenset[Span] = frozenset()
        for request, page in zip(requests, pages, strict=True):
            shown |= page
            full = not batches or len(batches[-1]) == size
            if full or (room is not None and _characters(shown) > room):
                batches.append([])
                shown = page
            batches[-1].append(request)
        return batches

    def _review(self, request: ReviewRequest, call_id: str) -> Flow[Review]:
        first = yield from self._asked(request, judge=self.policy.first, call_id=call_id)
        if self.policy.level == "fast":
            once = {claim_id: answered_once(one) for claim_id, one in first.conclusions.items()}
            return replace(first, conclusions=once)
        (claim, *others) = request.claims
        if self.policy.level != "strict" or others or first.conclusions[claim.id].verdict != "supported":
            return first
        again = ReviewRequest.second(claim, rulings=request.rulings, source=self.source)
        second = yield from self._asked(again, judge=self.policy.second, call_id=f"{call_id}:second")
        return Review(
            conclusions={claim.id: agreed(first.conclusions[claim.id], second.conclusions[claim.id])},
            judged=first.judged & second.judged,
            believed=first.believed & second.believed,
            corrections=second.corrections,
            failures=first.failures + second.failures,
        )

    def _asked(self, request: ReviewRequest, *, judge: JudgeRole, call_id: str) -> Flow[Review]:
        if judge.standing.outcome == "failed":
            return withheld(request, why=judge.standing.why)
        return review(request, source=self.source, stage=self.stage, judge=judge, call_id=call_id)

    def _shown(self, request: ReviewRequest, *, judge: JudgeRole) -> frozenset[Span]:
        """The places that a judge can read."""
        return frozenset(unit.span for unit in request.page(self.source, judge=judge).units)


def _room(source: Source) -> int | None:
    """How long a page may be that several claims share: as long as the longest chunk; None for a text in one piece."""
    if len(source.chunks) < 2:
        return None
    return max(_characters({unit.span for unit in chunk.units}) for chunk in source.chunks.values())


def _characters(spans: Collection[Span]) -> int:
    return sum(span.end - span.start for span in spans)
