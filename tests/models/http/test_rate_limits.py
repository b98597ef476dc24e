"""What a server's headers say: how long to wait, and what is left of its limits."""

from __future__ import annotations

import email.utils

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.call import Allowance, Left
from summarizer.models.http.rate_limits import allowance_of, retry_after

REQUESTS = {
    "x-ratelimit-limit-requests": "500",
    "x-ratelimit-remaining-requests": "499",
    "x-ratelimit-reset-requests": "120ms",
}


def test_both_kinds_are_read() -> None:
    """Requests and tokens arrive as numbers, times in seconds."""
    tokens = {
        "x-ratelimit-limit-tokens": "200000",
        "x-ratelimit-remaining-tokens": "150",
        "x-ratelimit-reset-tokens": "6m0s",
    }
    assert allowance_of({**REQUESTS, **tokens}) == Allowance(
        requests=Left(remaining=499, limit=500, reset=0.12), tokens=Left(remaining=150, limit=200_000, reset=360.0)
    )


@pytest.mark.parametrize(
    ("reset", "seconds"),
    [("1s", 1), ("20ms", 0.02), ("1h2m3.5s", 3723.5), ("59.7", 59.7), ("0", 0), ("2m59.56s", 179.56), ("1d", 86400)],
)
def test_times(reset: str, seconds: float) -> None:
    """OpenAI's own form, and plain seconds."""
    got = allowance_of({**REQUESTS, "x-ratelimit-reset-requests": reset})
    assert got is not None
    assert got.requests is not None
    assert got.requests.reset == pytest.approx(seconds)


def test_a_limit_that_is_not_named() -> None:
    """What remains says something without it."""
    got = allowance_of({k: v for k, v in REQUESTS.items() if "limit-limit" not in k})
    assert got == Allowance(requests=Left(remaining=499, limit=None, reset=0.12), tokens=None)


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {**REQUESTS, "x-ratelimit-remaining-requests": "many"},
        {**REQUESTS, "x-ratelimit-reset-requests": "soon"},
        {**REQUESTS, "x-ratelimit-reset-requests": "2026-11-24T08:00:00Z"},
        {**REQUESTS, "x-ratelimit-remaining-requests": "-1"},
        {"x-ratelimit-remaining-requests": "3"},
    ],
)
def test_what_cannot_be_read_says_nothing(odd: dict[str, str]) -> None:
    """No pace is made from a header that is missing or odd."""
    assert allowance_of(odd) is None


@given(st.dictionaries(st.sampled_from(sorted(REQUESTS)), st.text(max_size=12)))
def test_any_header_is_taken(headers: dict[str, str]) -> None:
    """Whatever a server sends, nothing raises and nothing is below zero."""
    got = allowance_of(headers)
    assert got is None or (got.requests is not None and got.requests.remaining >= 0 and got.requests.reset >= 0)


def test_a_date_is_read_by_the_servers_clock() -> None:
    """Two clocks may differ by hours: what counts is how long after the answer's own date it is."""
    headers = {"date": "Wed, 21 Oct 2015 07:00:00 GMT", "retry-after": "Wed, 21 Oct 2015 07:00:30 GMT"}
    assert retry_after(headers) == 30
    assert retry_after({**headers, "retry-after": "Wed, 21 Oct 2015 07:00:30 -0000"}) == 30
    assert retry_after({**headers, "date": "today"}) == 0


@given(
    st.dictionaries(
        st.sampled_from(["retry-after", "retry-after-ms", "date"]),
        st.text() | st.datetimes().map(email.utils.format_datetime),
    )
)
def test_retry_after_takes_any_header(headers: dict[str, str]) -> None:
    """Whatever stands in the headers: None, or at least 0 and finite."""
    wish = retry_after(headers)
    assert wish is None or 0 <= wish < float("inf")
