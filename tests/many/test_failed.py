"""A failed article says which it was and why."""

from __future__ import annotations

from summarizer.errors import InputError
from summarizer.many.failed import Failed


def test_it_names_the_error_and_keeps_the_cause() -> None:
    """Two failures of one kind are equal, whoever raised them."""
    cause = InputError("the text is empty")
    failed = Failed.of(cause, id="a7", url=None)
    assert (failed.id, failed.error, failed.message) == ("a7", "InputError", "the text is empty")
    assert failed.cause is cause
    assert failed == Failed.of(InputError("the text is empty"), id="a7", url=None)
