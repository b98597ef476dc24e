"""Who is asked about which claims: the calls of each round, as a policy has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.calls.call import Stage
from summarizer.calls.flow import Flow
from summarizer.text.span import Span
from summarizer.verification.claim import Claim
from summarizer.verification.judging.agreement import agreed, is_disputed
from summarizer.verification.judging.conclude import Conclusion
from summarizer.verification.judging.review import Review, View, review
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import CLAIMS_PER_CALL, JudgePolicy
from summarizer.verification.rules.ruling import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The judges of one verification; a call's name is `stage:round:number`."""

    source: Source
    stage: Stage
    policy: JudgePolicy

    def views(self, claims: Sequence[Claim], rulings: Mapping[str, Ruling]) -> list[View]:
        """What is looked at first: each claim that the rules leave open is in one view, with others of its group.

        A judge asked for one word names no evidence, so it is not asked where the rules speak against a claim: it
        could not earn a tick.
        """
        one_word = self.policy.first.form == "yes_no"
        most = 1 if one_word or self.policy.level == "strict" else CLAIMS_PER_CALL
        groups: dict[str, list[Claim]] = {}
        for claim in claims:
            verdict = rulings[claim.id].verdict
            if verdict == "unchecked" or (verdict != "supported" and not one_word):
                groups.setdefault(claim.group, []).append(claim)
        return [
            View.first(group[start : start + most], rulings=rulings)
            for group in groups.values()
            for start in range(0, len(group), most)
        ]

    def opinions(self, views: Sequence[View], *, number: int) -> list[Flow[Review]]:
        """The flows that judge views in a round: one call each, and when strict another where the first supports."""
        return [self._opinion(view, f"{self.stage}:{number}:{place}") for place, view in enumerate(views, start=1)]

    def disputed(
        self, claims: Sequence[Claim], *, views: Sequence[View], found: Mapping[str, Conclusion]
    ) -> list[tuple[View, frozenset[Span]]]:
        """The second views of claims that want one, each with what the first look at it was shown."""
        if self.policy.level != "standard":
            return []
        every = self.policy.second_looks == "all"
        first = {claim.id: view for view in views for claim in view.claims}
        wanted = []
        for claim in claims:
            shown = self._shown(first[claim.id])
            again = View.again(claim, rulings=first[claim.id].rulings, source=self.source)
            page = again.page(self.source, seat=self.policy.second)
            unseen = any(unit.span not in shown for unit in page.units)
            if every or is_disputed(found[claim.id], ruling=again.rulings[claim.id], unseen=unseen):
                wanted.append((again, shown))
        return wanted

    def second_looks(self, views: Sequence[View], *, number: int, after: int) -> list[Flow[Review]]:
        """The flows of the second judge, one call each, numbered after those that the round has already."""
        return [
            review(
                v, source=self.source, stage=self.stage, seat=self.policy.second, call_id=f"{self.stage}:{number}:{n}"
            )
            for n, v in enumerate(views, start=after + 1)
        ]

    def _shown(self, view: View) -> frozenset[Span]:
        return frozenset(unit.span for unit in view.page(self.source, seat=self.policy.first).units)

    def _opinion(self, view: View, call_id: str) -> Flow[Review]:
        first = yield from review(view, source=self.source, stage=self.stage, seat=self.policy.first, call_id=call_id)
        (claim, *others) = view.claims
        if self.policy.level != "strict" or others or first.conclusions[claim.id].verdict != "supported":
            return first
        again = View.again(claim, rulings=view.rulings, source=self.source)
        second = yield from review(
            again, source=self.source, stage=self.stage, seat=self.policy.second, call_id=f"{call_id}:second"
        )
        return Review(
            conclusions={claim.id: agreed(first.conclusions[claim.id], second.conclusions[claim.id])},
            judged=first.judged & second.judged,
            corrections=second.corrections,
            failures=first.failures + second.failures,
        )
