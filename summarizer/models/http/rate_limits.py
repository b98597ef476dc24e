"""A server's headers say how long to wait, and what is left of its limits.

retry_after({"retry-after": "30"})                                                    ->  30.0
allowance_of({"x-ratelimit-remaining-requests": "4", "x-ratelimit-reset-requests": "8s"})  ->  Allowance(…)
"""

from __future__ import annotations

import datetime as dt
import email.utils
import math
import re
import time
from collections.abc import Mapping

from summarizer.calls.call import Allowance, Left

_SECONDS: Mapping[str, float] = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}
_PART = r"(\d+(?:\.\d+)?)(ms|[smhd])"


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds that a server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as an HTTP date.

    A date is read by the server's own clock, where its `Date` header tells that, as two clocks may differ by hours.

    Returns:
        At least 0 and finite; None when no header says so in a form that can be read.
    """
    for header, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(header, "")) * scale
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    until = _seconds_since_1970(headers.get("retry-after", ""))
    if until is None:
        return None
    now = _seconds_since_1970(headers.get("date", ""))
    return max(0.0, until - (time.time() if now is None else now))


def allowance_of(headers: Mapping[str, str]) -> Allowance | None:
    """The requests and tokens left, from `x-ratelimit-{limit,remaining,reset}-{requests,tokens}`; None without them."""
    requests, tokens = _left_of(headers, "requests"), _left_of(headers, "tokens")
    return Allowance(requests=requests, tokens=tokens) if requests or tokens else None


def _seconds_since_1970(date: str) -> float | None:
    """Seconds since 1970 of an HTTP date; None for anything else."""
    try:
        moment = email.utils.parsedate_to_datetime(date)
        if moment.tzinfo is None:  # "-0000": the time is UTC, and of the place nothing is known
            moment = moment.replace(tzinfo=dt.UTC)
        return moment.timestamp()
    except (ValueError, OverflowError):
        return None


def _left_of(headers: Mapping[str, str], counted: str) -> Left | None:
    """What is left of the limit of what is counted, "requests" or "tokens"."""
    remaining = _whole_number(headers.get(f"x-ratelimit-remaining-{counted}", ""))
    reset = _seconds_of(headers.get(f"x-ratelimit-reset-{counted}", ""))
    if remaining is None or reset is None:
        return None
    return Left(remaining=remaining, limit=_whole_number(headers.get(f"x-ratelimit-limit-{counted}", "")), reset=reset)


def _whole_number(text: str) -> int | None:
    text = text.strip()
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None


def _seconds_of(text: str) -> float | None:
    """Seconds of `6m0s`, `20ms` or `59.7`."""
    text = text.strip()
    if re.fullmatch(f"(?:{_PART})+", text):
        seconds = sum(float(number) * _SECONDS[unit] for number, unit in re.findall(_PART, text))
    elif re.fullmatch(r"\d+(\.\d+)?", text):
        seconds = float(text)
    else:
        return None
    return seconds if math.isfinite(seconds) else None
