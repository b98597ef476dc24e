"""What is told of how a page came about: date, model, judge and its exam, cost, and what held.

exam_told(exams, unexamined=())  ->  Told("Judge", "gpt-5-mini", more="passed its exam: 1 of 20 false claims …")
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.render.page.content import Told
from summarizer.render.renderer import RenderedUsage
from summarizer.verification.exam.results import ExamResult


def cost_told(usage: RenderedUsage) -> Told | None:
    """What it cost; nothing where no model was asked."""
    if not usage.calls and not usage.replayed:
        return None
    calls = f"{usage.calls} call{'s' * (usage.calls != 1)}"
    tokens = f"{usage.tokens_in + usage.tokens_out:,} tokens"
    replayed = f", {usage.replayed} replies kept from before" if usage.replayed else ""
    if usage.cost is None:
        return Told(name="Cost", value=calls, more=f"{tokens}{replayed}, price not known")
    return Told(name="Cost", value=_dollars(usage.cost), more=f"{calls}, {tokens}{replayed}")


def exam_told(exams: Sequence[ExamResult], *, unexamined: Sequence[str], judged: str | None) -> Told | None:
    """Who judged, and how that judge did in its exam; nothing where rules alone did.

    Args:
        exams: those that the judges took.
        unexamined: the judges that took none.
        judged: whom to name where neither says who it was.
    """
    if exams:
        last = exams[-1]
        did = (
            f"{last.false_passes} of {last.false_claims} false claims passed, "
            f"{last.false_strips} of {last.true_claims} true ones refused"
        )
        return Told(name="Judge", value=last.model, more=f"{'passed' if last.passed else 'failed'} its exam: {did}")
    if unexamined:
        return Told(name="Judge", value=", ".join(unexamined), more="took no exam")
    return Told(name="Judge", value=judged, more="was not needed, or took no exam") if judged else None


def _dollars(cost: Decimal) -> str:
    """A sum with as many places as it needs to be told from nothing."""
    if cost >= 1 or not cost:
        return f"${cost:.2f}"
    return f"${cost:.3f}" if cost >= Decimal("0.001") else f"${cost:.5f}"
