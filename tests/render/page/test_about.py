"""What is told of how a page came about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer import ExamResult, UsageReport
from summarizer.render.page.about import cost_told, exam_told
from summarizer.render.page.content import Told


@pytest.mark.parametrize(
    ("usage", "value", "more"),
    [
        (
            UsageReport(calls=4, tokens_in=8000, tokens_out=488, cost=Decimal("0.0091")),
            "$0.009",
            "4 calls, 8,488 tokens",
        ),
        (UsageReport(calls=1, tokens_in=9, cost=None), "1 call", "9 tokens, price not known"),
        (UsageReport(replayed=3, cost=Decimal(0)), "$0.00", "0 calls, 0 tokens, 3 replies kept from before"),
        (UsageReport(calls=2, cost=Decimal("0.0000123")), "$0.00001", "2 calls, 0 tokens"),
        (UsageReport(calls=2, cost=Decimal("12.5")), "$12.50", "2 calls, 0 tokens"),
    ],
)
def test_what_it_cost(usage: UsageReport, value: str, more: str) -> None:
    """Money where the price is known, calls and tokens always."""
    assert cost_told(usage) == Told(name="Cost", value=value, more=more)


def test_what_asked_nobody_cost_nothing() -> None:
    """Without a call there is nothing to tell."""
    assert cost_told(UsageReport()) is None


def test_who_judged_and_how_that_did_in_its_exam() -> None:
    """Its counts if it took one, and that it took none if not."""
    exam = ExamResult(
        key="k",
        model="small",
        form="assertions",
        prompt_id="judge.v4",
        prompt_sha256="",
        exam_sha256="",
        true_claims=20,
        false_claims=20,
        false_passes=1,
        false_strips=2,
        unanswered=0,
        passed=True,
    )
    told = exam_told([exam], unexamined=(), judged="small")
    assert told is not None
    assert told.value == "small"
    assert told.more == "passed its exam: 1 of 20 false claims passed, 2 of 20 true ones refused"
    failed = exam_told([exam.model_copy(update={"passed": False})], unexamined=(), judged=None)
    assert failed is not None
    assert failed.more.startswith("failed its exam: ")
    assert exam_told([], unexamined=("a", "b"), judged="a") == Told(name="Judge", value="a, b", more="took no exam")
    assert exam_told([], unexamined=(), judged="a") == Told(
        name="Judge", value="a", more="was not needed, or took no exam"
    )
    assert exam_told([], unexamined=(), judged=None) is None
