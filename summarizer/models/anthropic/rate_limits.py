"""A server's headers say what is left of its limits, and when they are whole again.

allowance_of({"anthropic-ratelimit-requests-remaining": "4", "anthropic-ratelimit-requests-reset": "2026-…Z"})
->  Allowance(requests=Left(remaining=4, limit=None, reset=8.0), tokens=None)
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re
import time
from collections.abc import Mapping

from summarizer.calls.call import Allowance, Left

# Tokens are limited in three ways; the one that is closest to its end counts.
_TOKENS = ("tokens", "input-tokens", "output-tokens")


def allowance_of(headers: Mapping[str, str]) -> Allowance | None:
    """The requests and tokens left, from `anthropic-ratelimit-…-{limit,remaining,reset}`; None without them."""
    now = _now_of(headers)
    requests = _left_of(headers, "requests", now=now)
    tokens = [left for kind in _TOKENS if (left := _left_of(headers, kind, now=now))]
    scarcest = min(tokens, key=_share_left, default=None)
    return Allowance(requests=requests, tokens=scarcest) if requests or scarcest else None


def _share_left(left: Left) -> float:
    return left.remaining / left.limit if left.limit else 1.0


def _left_of(headers: Mapping[str, str], counted: str, *, now: float) -> Left | None:
    """What is left of the limit of what is counted."""
    remaining = _whole_number(headers.get(f"anthropic-ratelimit-{counted}-remaining", ""))
    reset = _moment(headers.get(f"anthropic-ratelimit-{counted}-reset", ""))
    if remaining is None or reset is None:
        return None
    limit = _whole_number(headers.get(f"anthropic-ratelimit-{counted}-limit", ""))
    return Left(remaining=remaining, limit=limit, reset=max(0.0, reset - now))


def _whole_number(text: str) -> int | None:
    text = text.strip()
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None


def _moment(text: str) -> float | None:
    """Seconds since 1970 of a time such as `2026-10-21T07:28:00Z` (RFC 3339); None for anything else."""
    try:
        moment = dt.datetime.fromisoformat(text.strip())
        return moment.timestamp() if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _now_of(headers: Mapping[str, str]) -> float:
    """The server's own clock, as two clocks may differ by hours; this machine's where it does not tell."""
    try:
        return email.utils.parsedate_to_datetime(headers.get("date", "")).timestamp()
    except (ValueError, OverflowError):
        return time.time()
