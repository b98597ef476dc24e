"""What Anthropic's headers say of limits."""

from __future__ import annotations

import time

import pytest

from summarizer.calls.call import Allowance, Left
from summarizer.models.anthropic.rate_limits import allowance_of

NOW = "Wed, 21 Oct 2026 07:28:00 GMT"


def headers_of(counted: str, remaining: str, reset: str, limit: str = "") -> dict[str, str]:
    """The three headers about one limit."""
    name = f"anthropic-ratelimit-{counted}"
    return {f"{name}-limit": limit, f"{name}-remaining": remaining, f"{name}-reset": reset}


def test_limits_are_read_by_the_servers_clock() -> None:
    """Times are given as such, and become seconds from the server's own now."""
    headers = {"date": NOW} | headers_of("requests", "4", "2026-10-21T07:28:08Z", "50")
    assert allowance_of(headers) == Allowance(requests=Left(4, 50, 8.0), tokens=None)
    offset = {"date": NOW} | headers_of("requests", "4", "2026-10-21T09:28:08+02:00")
    assert allowance_of(offset) == Allowance(requests=Left(4, None, 8.0), tokens=None)


def test_the_scarcest_tokens_count() -> None:
    """Of tokens in, out and together, the one that is closest to its end."""
    headers = {
        "date": NOW,
        **headers_of("tokens", "90000", "2026-10-21T07:28:01Z", "100000"),
        **headers_of("input-tokens", "80000", "2026-10-21T07:28:01Z", "100000"),
        **headers_of("output-tokens", "500", "2026-10-21T07:28:30Z", "20000"),
    }
    assert allowance_of(headers) == Allowance(requests=None, tokens=Left(500, 20000, 30.0))


def test_without_a_date_this_machines_clock_counts() -> None:
    """A time that is over is 0 seconds away."""
    soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 100))
    allowance = allowance_of(headers_of("requests", "1", soon))
    assert allowance is not None
    assert allowance.requests is not None
    assert 50 < allowance.requests.reset <= 100
    over = allowance_of({"date": NOW} | headers_of("requests", "1", "2020-01-01T00:00:00Z"))
    assert over == Allowance(requests=Left(1, None, 0.0), tokens=None)


@pytest.mark.parametrize("reset", ["", "soon", "8s", "2026-10-21T07:28:08", "9999-12-31T23:59:59+25:00", "-1"])
def test_what_cannot_be_read_says_nothing(reset: str) -> None:
    """Nonsense is as good as no header."""
    assert allowance_of({"date": "now"} | headers_of("requests", "4", reset)) is None
    assert allowance_of(headers_of("requests", "many", "2026-10-21T07:28:08Z")) is None
    assert allowance_of({}) is None
