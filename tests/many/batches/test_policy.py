"""The policy of batches: pauses grow, prices are a share, and ranges are checked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st

from summarizer import BatchPolicy, ConfigError, Prices, Tokens


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_pauses_grow_within_their_bounds(one: float, other: float) -> None:
    """A batch is seen at most a tenth of its time late, or at the longest pause."""
    policy = BatchPolicy()
    first, second = sorted((policy.pause(elapsed=one), policy.pause(elapsed=other)))
    assert policy.first_look <= first <= second <= policy.longest_pause
    assert policy.pause(elapsed=min(one, other)) == first


def test_the_price_is_a_share() -> None:
    """To the last digit; an unknown price stays unknown."""
    prices = Prices(tokens_in="0.25", tokens_out=2)
    tokens = Tokens(tokens_in=1_000_000)

    def price(call: object, tokens: Tokens) -> Decimal | None:
        return prices.cost(tokens)

    assert BatchPolicy().discounted(price)(a_call(), tokens) == Decimal("0.125")
    assert BatchPolicy(price_factor="0.1").discounted(price)(a_call(), tokens) == Decimal("0.025")
    assert BatchPolicy().discounted(price)(a_call(), Tokens()) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"price_factor": -1},
        {"price_factor": "much"},
        {"most_requests": 0},
        {"most_bytes": 1.5},
        {"most_bytes": True},
        {"first_look": 0},
        {"first_look": float("nan")},
        {"first_look": 10, "longest_pause": 5},
        {"patience": -1},
        {"patience": float("nan")},
    ],
)
def test_what_is_out_of_range_is_named(wrong: dict[str, Any]) -> None:
    """By its name."""
    with pytest.raises(ConfigError, match=list(wrong)[-1].replace("_", ".")):
        BatchPolicy(**wrong)
