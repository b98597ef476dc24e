"""All shares together stay below what the account allows."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import ConfigError, LimitPolicy
from summarizer.integrations.shares import share_of


@given(
    workers=st.integers(1, 50),
    requests=st.none() | st.integers(50, 10_000),
    tokens=st.none() | st.integers(600_000, 10_000_000),
    concurrency=st.none() | st.integers(50, 1000),
)
def test_they_add_up(workers: int, requests: int | None, tokens: int | None, concurrency: int | None) -> None:
    """In each number, and less than one a worker is left over."""
    whole = LimitPolicy(requests_per_minute=requests, tokens_per_minute=tokens, concurrency=concurrency)
    share = asdict(share_of(whole, workers=workers))
    for name, most in asdict(whole).items():
        assert (share[name] is None) == (most is None)
        if most is not None:
            assert most - workers < workers * share[name] <= most


@pytest.mark.parametrize(
    ("limits", "workers", "said"),
    [
        (LimitPolicy(requests_per_minute=3), 4, "requests_per_minute=3 .* at most 3 workers"),
        (LimitPolicy(tokens_per_minute=40_000), 4, "tokens_per_minute=40,000 .* at most 3 workers"),
        (LimitPolicy(concurrency=1), 2, "concurrency=1 .* at most 1 workers"),
    ],
)
def test_more_workers_than_it_feeds_are_refused(limits: LimitPolicy, workers: int, said: str) -> None:
    """The message says how many may be."""
    with pytest.raises(ConfigError, match=said):
        share_of(limits, workers=workers)


def test_one_worker_has_it_all() -> None:
    """However little that is."""
    whole = LimitPolicy(requests_per_minute=1, tokens_per_minute=100, concurrency=1)
    assert share_of(whole, workers=1) == whole
