"""A share is what one of several workers may send, so that all together stay below what the account allows.

share_of(LimitPolicy(requests_per_minute=600), workers=4)  ->  LimitPolicy(requests_per_minute=150)
"""

from __future__ import annotations

from typing import Final

from summarizer.errors import ConfigError
from summarizer.runtime.limits import LimitPolicy

# A call of more tokens than a limit counts as the limit, so a share has to hold a call whole: a chunk of 2,000 tokens,
# the prompt around it and the most that may be written come to 12,000 at most, and to 6,000 mostly (`estimate`).
_LEAST_TOKENS: Final = 12_000


def share_of(limits: LimitPolicy, *, workers: int) -> LimitPolicy:
    """The share of each worker: `workers * share <= limits`, in each of them.

    Args:
        limits: what the account allows.
        workers: how many share it, 1 or more.

    Raises:
        ConfigError: there are more workers than it can be shared among.
    """
    leasts = {"requests_per_minute": 1, "tokens_per_minute": _LEAST_TOKENS, "concurrency": 1}
    shares: dict[str, int] = {}
    for name, least in leasts.items():
        whole = getattr(limits, name)
        if whole is None:
            continue
        shares[name] = whole // workers
        if workers > 1 and shares[name] < least:
            raise ConfigError(
                f"{name}={whole:,} cannot be shared among {workers} workers: each would have {shares[name]:,}, and "
                f"needs {least:,}; take at most {max(1, whole // least)} workers"
            )
    return LimitPolicy(**shares)
