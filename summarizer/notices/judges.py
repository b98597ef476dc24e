"""Of judges is told whose word did not count, and whose counted although nobody looked what it is worth.

judge_notices(exams, unexamined=())  ->  (Notice("judge", "smollm2 failed the exam for judges (…)"),)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from summarizer.notices.notice import Notice


class TakenExam(Protocol):
    """What is told of an exam; an `ExamResult` is one."""

    @property
    def model(self) -> str:
        """Who took it."""

    @property
    def passed(self) -> bool:
        """Whether its word counts."""

    @property
    def false_claims(self) -> int:
        """How many false claims it was asked about."""

    @property
    def false_passes(self) -> int:
        """How many of them it called supported."""

    @property
    def true_claims(self) -> int:
        """How many true claims it was asked about."""

    @property
    def false_strips(self) -> int:
        """How many of them it did not call supported."""


def judge_notices(exams: Sequence[TakenExam], *, unexamined: Sequence[str] = ()) -> tuple[Notice, ...]:
    """A notice for each judge that failed its exam, and a quiet one for those that took none.

    Args:
        exams: those that the judges took.
        unexamined: the names of the judges that were to take none.
    """
    failed = {exam.model: exam for exam in exams if not exam.passed}
    notices = [_failed(exam) for exam in failed.values()]
    if unexamined:
        notices.append(
            Notice(
                kind="judge",
                message=f"{' and '.join(unexamined)} judged without the exam for judges, as exam='never' has it.",
                quiet=True,
            )
        )
    return tuple(notices)


def _failed(exam: TakenExam) -> Notice:
    return Notice(
        kind="judge",
        message=f"{exam.model} failed the exam for judges: it passed {exam.false_passes} of {exam.false_claims} false "
        f"claims and refused {exam.false_strips} of {exam.true_claims} true ones. So it ticks nothing, and what code "
        "alone could not decide is unchecked.",
        advice="Take a stronger model, or one as judge_model.",
    )
