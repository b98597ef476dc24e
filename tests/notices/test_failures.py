"""Failures in words: none is left out, and the advice fits the cause."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import errors
from summarizer.failure import Failure
from summarizer.notices.failures import CAUSES, called_failures, cause_of, failure_notices


def failure(error: str, *, lost: str = "the facts of chunk c1", message: str = "no more") -> Failure:
    """A failure of this class of error."""
    return Failure(stage="extract", call_id="extract:c1", error=error, message=message, lost=lost)


def classes_below(error: type[Exception]) -> Iterator[type[Exception]]:
    """Every class of error that is made of this one."""
    for cls in error.__subclasses__():
        yield cls
        yield from classes_below(cls)


def test_every_error_of_a_call_has_its_cause() -> None:
    """What can go wrong with one call has words of its own, and so has what keeps it from being sent."""
    of_calls = {cls.__name__ for root in (errors.ModelError, errors.ReplyError) for cls in classes_below(root)}
    assert of_calls | {"BudgetReached", "DeadlineReached"} <= set(CAUSES)
    assert all("{count}" in cause.many for cause in CAUSES.values())


@pytest.mark.parametrize(
    ("error", "advised"),
    [
        ("ReplyRefused", "another provider"),
        ("BudgetReached", "Raise the budget"),
        ("DeadlineReached", "article_deadline"),
        ("ContextOverflow", "smaller chunks"),
        ("ReplyTruncated", "smaller chunks"),
        ("ModelUnavailable", "base_url"),
        ("ModelRejected", "the key, the model's name"),
        ("ReplyMalformed", "JSON schema"),
    ],
)
def test_the_advice_fits_the_cause(error: str, advised: str) -> None:
    """Each cause has its own remedy, and a stronger model is none for what no model can help."""
    (notice,) = failure_notices([failure(error)])
    assert advised in notice.advice
    assert "stronger" not in notice.line


def test_one_cause_is_one_notice_with_a_count() -> None:
    """Three missing things are named, more are counted, and what a server said is quoted once."""
    many = [
        failure("ModelUnavailable", lost=f"the facts of chunk c{n}", message="http://x:\nno route.") for n in "12345"
    ]
    (notice,) = failure_notices(many)
    assert notice.message == (
        "The model could not be reached, or failed, 5 times: http://x: no route. Missing: the facts of chunk c1; "
        "the facts of chunk c2; the facts of chunk c3; and 2 more."
    )
    (alone,) = failure_notices(many[:1])
    assert alone.message == (
        "The model could not be reached, or failed: http://x: no route. Missing: the facts of chunk c1."
    )


def test_what_took_nothing_away_is_quiet() -> None:
    """A failure of which nothing is missing is told all the same, below the rest."""
    (notice,) = failure_notices([failure("ReplyIncomplete", lost="nothing that was asked for")])
    assert notice.quiet
    assert notice.message.endswith("Nothing is missing because of it.")
    assert not failure_notices([failure("ReplyIncomplete")])[0].quiet


def test_what_became_of_the_facts_is_told_elsewhere() -> None:
    """That no fact held, or few, is no failure of a call."""
    whole = [failure("NoFactHeld"), failure("FewFactsHeld"), failure("ReplyEmpty")]
    assert called_failures(whole) == whole[2:]
    assert len(failure_notices(whole)) == 1


FAILURES = st.lists(
    st.builds(
        failure, st.sampled_from([*CAUSES, "MadeUpError"]), lost=st.text(max_size=12), message=st.text(max_size=12)
    ),
    max_size=12,
)


@given(FAILURES)
def test_no_failure_is_left_out(failures: list[Failure]) -> None:
    """Each cause has one notice, in one line, which says how many there were; without a failure there is none."""
    notices = failure_notices(failures)
    assert len(notices) == len({one.error for one in failures})
    for notice, error in zip(notices, dict.fromkeys(one.error for one in failures), strict=True):
        count = sum(one.error == error for one in failures)
        cause = cause_of(error)
        assert notice.message.startswith(cause.one if count == 1 else cause.many.format(count=count))
        assert notice.line.splitlines() == [notice.line]
