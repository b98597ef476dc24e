"""Who answered in the place of whom."""

from __future__ import annotations

from summarizer.notices.fallbacks import fallback_notices
from summarizer.runtime.fallback import FallbackUse


def used(call_id: str, error: str = "ModelUnavailable") -> FallbackUse:
    """A call that another model answered."""
    return FallbackUse(stage="extract", call_id=call_id, model="first", fallback="second", error=error)


def test_one_notice_for_each_reason() -> None:
    """It names both models, how many calls, and why; the most calls come first."""
    notices = fallback_notices([used("a", "refusal"), used("b"), used("c")])
    assert [notice.message for notice in notices] == [
        "second answered 2 calls in place of first (ModelUnavailable).",
        "second answered 1 call in place of first (refusal).",
    ]
    assert not any(notice.quiet for notice in notices)


def test_nothing_happened() -> None:
    """Nothing is said where every model answered."""
    assert fallback_notices([]) == ()
