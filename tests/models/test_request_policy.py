"""How a model is asked, checked once: what cannot work is named, and no secret is shown."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ConfigError
from summarizer.models.request_policy import RequestPolicy

SECRET = "very-secret-0123456789"  # noqa: S105 -- made up


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"timeout": 0}, "timeout"),
        ({"timeout": float("inf")}, "timeout"),
        ({"timeout": True}, "timeout"),
        ({"timeout": "5"}, "timeout"),
        ({"max_output_tokens": 0}, "max_output_tokens"),
        ({"max_output_tokens": 1.5}, "max_output_tokens"),
        ({"reasoning_effort": " "}, "reasoning_effort"),
        ({"reasoning_effort": 3}, "reasoning_effort"),
        ({"temperature": -0.1}, "temperature"),
        ({"temperature": 2.5}, "temperature"),
        ({"temperature": float("nan")}, "temperature"),
        ({"seed": 2**63}, "seed"),
        ({"seed": True}, "seed"),
        ({"extra_headers": "X: y"}, "extra_headers"),
        ({"extra_headers": {"X Y": "z"}}, "extra_headers"),
        ({"extra_headers": {"X": 1}}, "extra_headers"),
        ({"extra_body": ["top_k"]}, "extra_body"),
        ({"extra_body": {1: 2}}, "extra_body"),
        ({"extra_body": {"top_k": {1, 2}}}, "extra_body"),
        ({"extra_body": {"top_k": float("nan")}}, "extra_body"),
        ({"extra_body": {"messages": []}}, "messages"),
        ({"extra_body": {"stream": True}}, "stream"),
        ({"extra_body": {"max_tokens": 9}}, "give max_output_tokens="),
        ({"extra_body": {"temperature": 1}}, "give temperature="),
        ({"proxy": 3128}, "proxy"),
        ({"ca_file": 3}, "ca_file"),
    ],
)
def test_what_cannot_work_is_named(given: dict[str, Any], named: str) -> None:
    """Each setting out of its range is refused before anything is sent, by its name."""
    with pytest.raises(ConfigError, match=named):
        RequestPolicy(**given)


@pytest.mark.parametrize(
    "value", [f"{SECRET}\r\nX-Evil: 1", f"{SECRET}\n", f"{SECRET}\x00", f"{SECRET}é", f" {SECRET}"]
)
def test_a_header_that_cannot_be_sent_is_not_shown(value: str) -> None:
    """A value that would end its line is refused, by the header's name and without the value."""
    with pytest.raises(ConfigError, match="X-Key") as caught:
        RequestPolicy(extra_headers={"X-Key": value})
    assert SECRET not in str(caught.value)


def test_what_shapes_an_answer() -> None:
    """Temperature, seed, effort, limit and extra fields do; timeout, headers, proxy and certificates do not."""
    shaping: dict[str, Any] = {
        "max_output_tokens": 9,
        "reasoning_effort": "low",
        "temperature": 0.5,
        "seed": 1,
        "extra_body": {"k": 1},
    }
    way: dict[str, Any] = {"timeout": 5, "extra_headers": {"X": "y"}, "proxy": "http://h:1", "ca_file": "a.pem"}
    assert RequestPolicy(**shaping, **way).shaping == shaping
    assert RequestPolicy(**way).shaping == {}
    assert RequestPolicy(**shaping).addressing == ()
    assert RequestPolicy(**way).addressing == ("extra_headers", "proxy", "ca_file")


def test_no_repr_shows_a_secret() -> None:
    """Headers, extra fields and a proxy's password stand in no repr; a copy is whole all the same."""
    url = f"http://me:{SECRET}@host:1"
    policy = RequestPolicy(extra_headers={"X-Key": SECRET}, extra_body={"api_key": SECRET}, proxy=url)
    assert SECRET not in repr(policy)
    assert pickle.loads(pickle.dumps(policy)) == policy  # noqa: S301 -- made here


def test_mappings_are_copied() -> None:
    """What the user does with a mapping afterwards changes no policy."""
    body: dict[str, object] = {"provider": {"order": ["a"]}}
    headers = {"X": "y"}
    policy = RequestPolicy(extra_body=body, extra_headers=headers)
    body["provider"]["order"].append("b")  # type: ignore[index]
    headers["X"] = "z"
    assert (policy.extra_body, policy.extra_headers) == ({"provider": {"order": ["a"]}}, {"X": "y"})


@given(st.dictionaries(st.text(), st.text(), max_size=2))
def test_any_header_is_taken_or_refused(headers: dict[str, str]) -> None:
    """Whatever is given, it can be sent or is a ConfigError."""
    try:
        kept = RequestPolicy(extra_headers=headers).extra_headers
    except ConfigError:
        return
    assert all(f"{name}: {value}".isprintable() and value.isascii() for name, value in kept.items())
