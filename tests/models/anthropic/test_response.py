"""Bodies of messages, whole and odd."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from messages_server import message

from summarizer.calls.call import Reply, Tokens
from summarizer.models.anthropic.response import read_message


def body_of(value: object) -> bytes:
    """A value as a server sends it."""
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("usage", "tokens"),
    [
        ({"input_tokens": 9, "output_tokens": 4}, Tokens(tokens_in=9, tokens_out=4)),
        ({"input_tokens": 1, "cache_read_input_tokens": 8}, Tokens(tokens_in=9, tokens_cached=8)),
        ({"input_tokens": 1, "cache_creation_input_tokens": 8}, Tokens(tokens_in=9)),
        ({"input_tokens": -4, "output_tokens": None}, Tokens()),
        (
            {"output_tokens": 3, "output_tokens_details": {"thinking_tokens": 9}},
            Tokens(tokens_out=3, tokens_reasoning=3),
        ),
        ({"input_tokens": "many"}, Tokens()),
        ([], Tokens()),
        (None, Tokens()),
    ],
)
def test_usage(usage: object, tokens: Tokens) -> None:
    """Tokens are counted as the server says, and an odd or missing usage costs no reply."""
    assert read_message(body_of(message("Yes", usage=usage))) == Reply(text="Yes", tokens=tokens)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ([], ""),
        (None, ""),
        ([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}], "ab"),
        ([{"type": "thinking", "thinking": "{}"}, {"type": "redacted_thinking", "data": "x"}], ""),
        ([{"type": "text", "text": "Here"}, {"type": "tool_use", "name": "t", "input": {"a": "é"}}], '{"a": "é"}'),
        ([{"type": "tool_use", "input": {"a": 1}}, {"type": "tool_use", "input": {"b": 2}}], '{"a": 1}\n{"b": 2}'),
        ([{"type": "server_tool_use", "input": {"query": "x"}}, {"type": "text", "text": "a"}], "a"),
        ([{"type": "tool_use", "input": {}}, {"type": "text", "text": "{}"}], "{}"),
    ],
)
def test_words(content: object, text: str) -> None:
    """What was written for us, and nothing of what was thought or searched."""
    assert read_message(body_of(message(content))).text == text


@pytest.mark.parametrize(
    ("details", "text"),
    [
        ({"explanation": "No.", "category": "bio"}, "No."),
        ({"explanation": None, "category": "bio"}, "bio"),
        (None, "It begins"),
        ("odd", "It begins"),
    ],
)
def test_refusals(details: object, text: str) -> None:
    """A refusal says why in the API's words, else in the model's."""
    reply = read_message(body_of(message("It begins", stop="refusal", stop_details=details)))
    assert (reply.text, reply.finish) == (text, "refusal")


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>502</html>", b"[1, 2]", b'{"content": "x"}', b'{"ok": true}', b"\xff", b'{"content": [{"mess'],
)
def test_what_is_no_message(body: bytes) -> None:
    """Anything else under status 200 is named as such."""
    with pytest.raises(ValueError, match="not"):
        read_message(body)


def test_an_error_under_status_200_is_an_error() -> None:
    """Its words are shown, without a secret that it repeats."""
    body = body_of({"type": "error", "error": {"type": "overloaded_error", "message": "busy KEY"}})
    with pytest.raises(ValueError, match=r"under status 200.*busy \*\*\*"):
        read_message(body, mask=lambda text: text.replace("KEY", "***"))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_json_raises_anything_else(value: object) -> None:
    """Whatever JSON comes, it is read or named."""
    for body in (body_of(value), body_of({"content": value}), body_of({"content": [], "usage": value})):
        try:
            read_message(body)
        except ValueError as error:
            assert str(error)  # noqa: PT017 -- most are, some are not
