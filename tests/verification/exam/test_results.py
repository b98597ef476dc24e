"""What an exam comes to, with its intervals, and when a judge has passed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification.exam.results import ExamResult, wilson


def result(*, passes: int, strips: int, passed: bool) -> ExamResult:
    """The result of a judge with so many errors."""
    return ExamResult(
        key="k",
        model="tiny",
        form="yes_no",
        prompt_id="yesno.v1",
        prompt_sha256="p",
        exam_sha256="e",
        true_claims=20,
        false_claims=20,
        false_passes=passes,
        false_strips=strips,
        unanswered=0,
        passed=passed,
    )


@pytest.mark.parametrize(
    ("errors", "low", "high"), [(0, 0.0, 0.161), (5, 0.112, 0.469), (6, 0.145, 0.519), (20, 0.839, 1.0)]
)
def test_the_interval_is_wilsons(errors: int, low: float, high: float) -> None:
    """Of 20 tries, to the third place."""
    found = wilson(errors, of=20)
    assert (round(found[0], 3), round(found[1], 3)) == (low, high)


@given(of=st.integers(1, 500), data=st.data())
def test_the_interval_holds_the_share(of: int, data: st.DataObject) -> None:
    """`0 <= low <= errors / of <= high <= 1`."""
    errors = data.draw(st.integers(0, of))
    low, high = wilson(errors, of=of)
    assert 0 <= low <= errors / of + 1e-12
    assert errors / of - 1e-12 <= high <= 1


def test_a_failure_says_how_and_what_to_do() -> None:
    """It names the model, both errors with what they are of, and the ways out."""
    why = result(passes=14, strips=3, passed=False).why_failed
    assert why.startswith(
        "tiny failed the exam for judges: it passed 14 of 20 false claims and stripped 3 of 20 true ones"
    )
    assert "take a stronger model" in why
    assert "judge_model" in why
    assert "exam='never'" in why
    assert result(passes=1, strips=0, passed=True).why_failed == ""


def test_a_result_survives_json() -> None:
    """It is kept as JSON, and its shares follow from the counts."""
    one = result(passes=5, strips=0, passed=True)
    assert ExamResult.model_validate_json(one.model_dump_json()) == one
    assert one.asked == 40
    assert one.false_pass_interval == wilson(5, of=20)
    assert one.false_strip_interval == wilson(0, of=20)
