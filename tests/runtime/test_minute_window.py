"""A sliding minute: what went in the last 60 seconds, at any moment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.runtime.minute_window import MinuteWindow


def test_there_is_room_until_the_limit() -> None:
    """Asking takes nothing; taking does, until a minute has gone by."""
    window = MinuteWindow(2)
    assert window.wait(1, now=0.0) == window.wait(1, now=0.0) == 0.0
    window.take(1, now=0.0)
    window.take(1, now=10.0)
    assert window.wait(1, now=20.0) == pytest.approx(40, abs=0.01)
    assert window.wait(2, now=20.0) == pytest.approx(50, abs=0.01)
    assert window.wait(1, now=60.1) == 0.0


def test_more_than_the_limit_counts_as_the_limit() -> None:
    """It goes into an empty window alone."""
    window = MinuteWindow(5)
    assert window.wait(50, now=0.0) == 0.0
    window.take(50, now=0.0)
    assert window.wait(1, now=30.0) == pytest.approx(30, abs=0.01)


def test_a_narrowed_window_forgets_nothing() -> None:
    """The lower limit holds for what went before; a higher one changes nothing."""
    window = MinuteWindow(3)
    window.take(1, now=0.0)
    lower = window.narrowed(1)
    assert lower.wait(1, now=1.0) == pytest.approx(59, abs=0.01)
    assert lower.narrowed(9) is lower


@given(limit=st.integers(1, 9), needs=st.lists(st.integers(1, 12), max_size=30))
def test_no_minute_holds_more_than_the_limit(limit: int, needs: list[int]) -> None:
    """Whoever waits as long as the window says never makes any 60 seconds hold more."""
    window, now, went = MinuteWindow(limit), 0.0, list[tuple[float, int]]()
    for need in needs:
        while (wait := window.wait(need, now=now)) > 0:
            now += wait
        window.take(need, now=now)
        went.append((now, min(need, limit)))
    for start, _ in went:
        assert sum(need for at, need in went if start <= at < start + 60) <= limit
