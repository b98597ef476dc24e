"""A failure as a value."""

from __future__ import annotations

from summarizer.errors import ModelBusy, ReplyMalformed, SummarizerError
from summarizer.failure import Failure


def test_a_failure_names_the_error_and_says_what_it_said() -> None:
    """Class name, message and what was lost; the stage and the call are the caller's."""
    error = ReplyMalformed("the reply is not JSON", call_id="other", raw="secret words")
    failure = Failure.of(error, stage="extract", call_id="extract:c1", lost="the facts of chunk c1")
    assert failure == Failure(
        stage="extract",
        call_id="extract:c1",
        error="ReplyMalformed",
        message="the reply is not JSON",
        lost="the facts of chunk c1",
    )


def test_a_failure_survives_json() -> None:
    """A failure is the same after a round trip."""
    errors: list[SummarizerError] = [ModelBusy("slow “down”\n", retry_after=1.0), SummarizerError("")]
    for error in errors:
        failure = Failure.of(error, stage="write", call_id="write", lost="x")
        assert Failure.model_validate_json(failure.model_dump_json()) == failure
