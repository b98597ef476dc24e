"""Judges whose word did not count, or counted although nobody looked."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.notices.judges import judge_notices


@dataclass(frozen=True)
class Taken:
    """An exam that a model took."""

    model: str = "small"
    passed: bool = False
    false_claims: int = 20
    false_passes: int = 14
    true_claims: int = 20
    false_strips: int = 2


def test_a_judge_that_failed_is_told_once() -> None:
    """The notice says how it did, what that means and what to do; two prompts of one model are one notice."""
    (notice,) = judge_notices([Taken(), Taken()])
    assert notice.message == (
        "small failed the exam for judges: it passed 14 of 20 false claims and refused 2 of 20 true ones. So it ticks "
        "nothing, and what code alone could not decide is unchecked."
    )
    assert "judge_model" in notice.advice
    assert not notice.quiet


def test_a_judge_that_passed_is_no_news() -> None:
    """Nothing is said where nothing happened."""
    assert judge_notices([Taken(passed=True)]) == ()


def test_a_judge_that_was_to_take_none_is_a_quiet_line() -> None:
    """Whose word counts unexamined is named."""
    (notice,) = judge_notices([], unexamined=["one", "two"])
    assert notice.message.startswith("one and two judged without")
    assert notice.quiet
