"""A pricer says what the tokens of a reply cost, by the user's own prices or by a price table that others keep.

Prices(tokens_in=0.25, tokens_out=2).cost(Tokens(tokens_in=1_000_000))  ->  Decimal("0.25")
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from summarizer.calls.call import Call, Tokens
from summarizer.errors import ConfigError
from summarizer.models.base import Addressed, ChatModel

Pricer: TypeAlias = Callable[[Call, Tokens], "Decimal | None"]
"""US dollars for the tokens of one reply to this call; None when nobody knows."""

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Your prices in US dollars for a million tokens; any other currency does as well, if budgets are in it too.

    Args:
        tokens_in: for the prompt, 0 or more.
        tokens_out: for what the model produced, hidden reasoning included, 0 or more.
        tokens_cached: for the part of the prompt that the provider had cached; None takes `tokens_in`.

    Raises:
        ConfigError: a price is negative or no number.
    """

    tokens_in: Decimal | float | str
    tokens_out: Decimal | float | str
    tokens_cached: Decimal | float | str | None = None

    def __post_init__(self) -> None:
        """Check them once, so that no reply fails for them."""
        for name in ("tokens_in", "tokens_out", "tokens_cached"):
            given = getattr(self, name)
            if given is not None:
                amount_of(given, name=f"the price {name}")

    def cost(self, tokens: Tokens) -> Decimal | None:
        """Dollars for these tokens, to the last digit; None when the server counted none."""
        if not (tokens.tokens_in or tokens.tokens_out):
            return None
        price_in, price_out = amount_of(self.tokens_in), amount_of(self.tokens_out)
        price_cached = price_in if self.tokens_cached is None else amount_of(self.tokens_cached)
        uncached = tokens.tokens_in - tokens.tokens_cached
        total = uncached * price_in + tokens.tokens_cached * price_cached + tokens.tokens_out * price_out
        return total / _MILLION


def amount_of(given: Decimal | float | str, *, name: str = "the amount") -> Decimal:
    """An amount of money as written: 0.1 is a tenth, not the nearest binary fraction.

    Raises:
        ConfigError: it is negative, or no finite number.
    """
    try:
        amount = Decimal(str(given))
    except ArithmeticError:
        amount = Decimal("nan")
    if not amount.is_finite() or amount < 0:
        raise ConfigError(f"{name} must be a number of US dollars, 0 or more, not {given!r}")
    return amount


def unpriced(_call: Call, _tokens: Tokens) -> Decimal | None:
    """The pricer that knows no price."""
    return None


def pricer_for(model_of: Callable[[Call], ChatModel], *, prices: Prices | None) -> Pricer:
    """The user's prices if given; else the table of `genai-prices` if that is installed and knows server and model.

    The table (Pydantic's, MIT, released monthly) goes by the base URL, so that a server of your own is never taken for
    the maker of a model whose name it uses. It is read from the installed package and nothing is fetched.
    """

    def price(call: Call, tokens: Tokens) -> Decimal | None:
        if prices is not None:
            return prices.cost(tokens)
        model = model_of(call)
        if not isinstance(model, Addressed):
            return None
        return _by_price_table(tokens, name=model.name, address=model.address)

    return price


def _by_price_table(tokens: Tokens, *, name: str, address: str) -> Decimal | None:
    try:
        import genai_prices  # noqa: PLC0415 -- heavy: 0.2 s, and an extra
    except ImportError:
        return None
    if not (tokens.tokens_in or tokens.tokens_out):
        return None
    usage = genai_prices.Usage(
        input_tokens=tokens.tokens_in, cache_read_tokens=tokens.tokens_cached, output_tokens=tokens.tokens_out
    )
    try:
        return genai_prices.calc_price(usage, name.rpartition("/")[2], provider_api_url=address).total_price
    except LookupError:
        return None
