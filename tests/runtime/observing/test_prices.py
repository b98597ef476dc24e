"""Money: exact, the user's own or the table's, and None where nobody knows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.call import Tokens
from summarizer.errors import ConfigError
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.observing.prices import Prices, pricer_for

COUNT = st.integers(0, 10**7)


@given(COUNT, COUNT, COUNT)
def test_cost_is_exact(fresh: int, cached: int, out: int) -> None:
    """The cost is the sum of its three parts, to the last digit, and None exactly when nothing was counted."""
    tokens = Tokens(tokens_in=fresh + cached, tokens_cached=cached, tokens_out=out)
    cost = Prices(tokens_in=0.1, tokens_cached="0.01", tokens_out=Decimal("0.3")).cost(tokens)
    if fresh + cached + out == 0:
        assert cost is None
    else:
        assert cost == Decimal(fresh * 10 + cached + out * 30) / Decimal(10**8)


def test_cached_tokens_cost_the_whole_price_unless_said() -> None:
    """Without a price of its own a cached token costs what any other does."""
    tokens = Tokens(tokens_in=10**6, tokens_cached=10**6)
    assert Prices(tokens_in=2, tokens_out=0).cost(tokens) == 2


@pytest.mark.parametrize("bad", [-1, "free", float("nan"), float("inf")])
def test_a_bad_price_is_refused(bad: float | str) -> None:
    """A price below 0 or that is no number is refused when it is given."""
    with pytest.raises(ConfigError, match="tokens_out"):
        Prices(tokens_in=1, tokens_out=bad)


def test_the_table_goes_by_server_and_model() -> None:
    """A listed model at its maker's address has a price; elsewhere, or under another name, none."""
    tokens = Tokens(tokens_in=1000, tokens_out=500)

    def cost(name: str, base_url: str) -> Decimal | None:
        model = OpenAIChat(name, base_url=base_url, api_key="sk-test")
        return pricer_for(lambda call: model, prices=None)(a_call(), tokens)

    assert (cost("gpt-5-mini", "https://api.openai.com/v1") or 0) > 0
    assert cost("gpt-5-mini", "http://127.0.0.1:1/v1") is None
    assert cost("no-such-model", "https://api.openai.com/v1") is None
    mine = ScriptedModel({}, name="gpt-5-mini")
    assert pricer_for(lambda call: mine, prices=None)(a_call(), tokens) is None
    assert pricer_for(lambda call: mine, prices=Prices(tokens_in=1, tokens_out=1))(a_call(), tokens) == Decimal(
        "0.0015"
    )
