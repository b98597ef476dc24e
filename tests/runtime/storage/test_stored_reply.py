"""A stored reply comes back as it was, and nothing else comes back as a reply."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.call import Reply, TokenChance, Tokens
from summarizer.runtime.storage.stored_reply import reply_of_text, text_of_reply

replies = st.builds(
    Reply,
    text=st.text(),
    tokens=st.builds(Tokens, tokens_in=st.integers(0), tokens_out=st.integers(0)),
    first_token=st.lists(st.builds(TokenChance, text=st.text(), logprob=st.floats(-50, 0))).map(tuple),
)


@given(replies)
def test_it_comes_back(reply: Reply) -> None:
    """To the letter, with counts and chances."""
    assert reply_of_text(text_of_reply(reply).encode()) == reply


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "text",
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        {"text": 5},
        {"finish": "length"},
        {"tokens": [1, 2, 3]},
        {"tokens": [1, 2, 3, -4]},
        {"tokens": [1e999, 0, 0, 0]},
        {"first_token": [["a", "b", "c"]]},
        {"first_token": [["a", float("nan")]]},
    ],
)
def test_nothing_else_is_one(stored: object) -> None:
    """Whatever is wrong with it is a ValueError."""
    if isinstance(stored, dict):
        good = json.loads(text_of_reply(Reply(text="yes")))
        stored = json.dumps(good | stored).encode()
    with pytest.raises(ValueError):  # noqa: PT011 - any of its kinds
        reply_of_text(stored)
