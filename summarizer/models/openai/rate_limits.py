"""What a server's rate-limit headers say is left."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from summarizer.calls.call import Allowance, Left

_SECONDS: Mapping[str, float] = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}
_PART = r"(\d+(?:\.\d+)?)(ms|[smhd])"


def allowance_of(headers: Mapping[str, str]) -> Allowance | None:
    """The requests and tokens left, from `x-ratelimit-{limit,remaining,reset}-{requests,tokens}`; None without them."""
    requests, tokens = _left(headers, "requests"), _left(headers, "tokens")
    return Allowance(requests=requests, tokens=tokens) if requests or tokens else None


def _left(headers: Mapping[str, str], what: str) -> Left | None:
    remaining = _count(headers.get(f"x-ratelimit-remaining-{what}", ""))
    reset = _duration(headers.get(f"x-ratelimit-reset-{what}", ""))
    if remaining is None or reset is None:
        return None
    return Left(remaining=remaining, limit=_count(headers.get(f"x-ratelimit-limit-{what}", "")), reset=reset)


def _count(text: str) -> int | None:
    text = text.strip()
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None


def _duration(text: str) -> float | None:
    """Seconds of `6m0s`, `20ms` or `59.7`."""
    text = text.strip()
    if re.fullmatch(f"(?:{_PART})+", text):
        seconds = sum(float(number) * _SECONDS[unit] for number, unit in re.findall(_PART, text))
    elif re.fullmatch(r"\d+(\.\d+)?", text):
        seconds = float(text)
    else:
        return None
    return seconds if math.isfinite(seconds) else None
