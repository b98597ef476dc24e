"""A notice as a value, and values that make theirs themselves."""

from __future__ import annotations

from summarizer.notices.notice import Notice, without_notices


def test_the_line_is_message_and_advice() -> None:
    """Both stand in one line, and without advice the message alone."""
    assert Notice(kind="failure", message="It failed.", advice="Run it again.").line == "It failed. Run it again."
    assert Notice(kind="failure", message="It failed.").line == "It failed."


def test_a_notice_survives_json() -> None:
    """A notice is the same after a round trip."""
    notice = Notice(kind="dropped", message="1 sentence was not kept.", quiet=True)
    assert Notice.model_validate_json(notice.model_dump_json()) == notice


def test_notices_that_are_read_are_left_out() -> None:
    """What a value makes itself is not read; anything else stays, and what is no mapping is left to others."""
    assert without_notices({"text": "a", "notices": [1]}) == {"text": "a"}
    assert without_notices({"text": "a"}) == {"text": "a"}
    assert without_notices("notices") == "notices"
