"""A batch policy says how a batch endpoint is used: how large files are, how often is looked, what it costs.

BatchPolicy(price_factor=0.5).pause(elapsed=600)   ->  60.0
BatchPolicy().discounted(price)                    ->  the pricer of calls that are made by batch
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from summarizer.calls.call import Call, Tokens
from summarizer.errors import ConfigError
from summarizer.runtime.observing.prices import Pricer, amount_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPolicy:
    """How `submit` and `collect` use a provider's batch endpoint.

    Limits and price are OpenAI's (platform.openai.com/docs/guides/batch, read in November 2026): 50,000 requests and
    200 MB a file, half of the ordinary price. Azure, Groq, OpenRouter and Together have the same discount; Together
    takes 100 MB. A file that a server refuses for its size is sent in halves, whatever is set here.

    Args:
        price_factor: what a token costs beside an ordinary call, 0 or more.
        most_requests: requests in a file at most, 1 or more.
        most_bytes: bytes of a file at most, 1 or more.
        first_look: seconds until a batch is looked at first, above 0.
        longest_pause: seconds between two looks at most, at least `first_look`. In between, a batch is looked at after
            a tenth of the time that it has taken, so that a result is seen at most that much later than it is there.
            OpenRouter tells of 230,000 batches: half of them took 7 minutes, nine of ten an hour.
        patience: seconds for which a server may fail or be out of reach at a stretch before `collect` gives up, 0 or
            more; what is under way goes on there, and the next `collect` finds it.

    Raises:
        ConfigError: a number out of its range.
    """

    price_factor: Decimal | float | str = Decimal("0.5")
    most_requests: int = 50_000
    most_bytes: int = 200_000_000
    first_look: float = 10.0
    longest_pause: float = 300.0
    patience: float = 3600.0

    def __post_init__(self) -> None:
        """Check the ranges."""
        amount_of(self.price_factor, name="the price factor of a batch")
        for name, least in (("most_requests", self.most_requests), ("most_bytes", self.most_bytes)):
            if not isinstance(least, int) or isinstance(least, bool) or least < 1:
                raise ConfigError(f"{name} of a batch must be a whole number, 1 or more, not {least!r}")
        if not (math.isfinite(self.first_look) and self.first_look > 0):
            raise ConfigError(f"first_look must be a number of seconds above 0, not {self.first_look!r}")
        if not (math.isfinite(self.longest_pause) and self.longest_pause >= self.first_look):
            raise ConfigError(
                f"longest_pause must be at least first_look ({self.first_look!r} s), not {self.longest_pause!r}"
            )
        if not self.patience >= 0:
            raise ConfigError(f"patience must be a number of seconds, 0 or more, not {self.patience!r}")

    def pause(self, *, elapsed: float) -> float:
        """Seconds until a batch is looked at again that was sent so many seconds ago."""
        return min(max(elapsed / 10, self.first_look), self.longest_pause)

    def discounted(self, price: Pricer) -> Pricer:
        """The pricer of calls that are made by batch.

        Args:
            price: that of ordinary ones.
        """
        factor = amount_of(self.price_factor)

        def by_batch(call: Call, tokens: Tokens) -> Decimal | None:
            ordinary = price(call, tokens)
            return None if ordinary is None else ordinary * factor

        return by_batch
