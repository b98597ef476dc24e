"""What the body of a completion says: text, tool calls, counts; what a server leaves out or gets wrong is no loss."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.call import TokenChance
from summarizer.models.openai.response import read_completion


def body_of(message: object, **choice: object) -> bytes:
    """A completion with this message."""
    return json.dumps({"choices": [{"message": message, **choice}]}).encode()


def tool_call(arguments: object) -> dict[str, object]:
    """A message that calls the one tool that was offered."""
    return {"content": None, "tool_calls": [{"type": "function", "function": {"name": "f", "arguments": arguments}}]}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ({"content": "a"}, "a"),
        (tool_call('{"a": 1}'), '{"a": 1}'),
        (tool_call({"a": "ü"}), '{"a": "ü"}'),
        (tool_call('{"a": 1}') | {"content": "I call the tool."}, '{"a": 1}'),
        (tool_call("") | {"content": "a"}, "a"),
        (tool_call(None) | {"content": "a"}, "a"),
        ({"content": "a", "tool_calls": []}, "a"),
        ({"content": "a", "tool_calls": "none"}, "a"),
        ({"content": "a", "tool_calls": [{"function": None}]}, "a"),
        ({"content": "a", "tool_calls": [{"function": {"arguments": 7}}]}, "a"),
        ({"content": None, "function_call": {"name": "f", "arguments": "{}"}}, "{}"),
        ({"content": None, "reasoning_content": '{"a": 1}'}, '{"a": 1}'),
        ({"content": " \n", "reasoning": "Hm. {}"}, "Hm. {}"),
        ({"content": "a", "reasoning_content": "b", "reasoning": "c"}, "a"),
        ({"content": "", "reasoning": {"summary": 1}}, ""),
    ],
)
def test_the_text_of_a_message(message: object, text: str) -> None:
    """Arguments of a tool call go before words; a call that cannot be read leaves the words."""
    assert read_completion(body_of(message)).text == text


@pytest.mark.parametrize("reason", ["stop", "tool_calls", "eos", None])
def test_ordinary_ends(reason: str | None) -> None:
    """Whatever else a server calls the end of a reply, it came to its end."""
    assert read_completion(body_of(tool_call("{}"), finish_reason=reason)).finish == "stop"


@pytest.mark.parametrize(
    ("finish", "reasons"),
    [
        ("length", ["length", "MAX_TOKENS", "model_length", "max_output_tokens", "token_limit", "ERROR_LIMIT"]),
        ("content_filter", ["content_filter", "SAFETY", "RECITATION", "PROHIBITED_CONTENT", "guardrail_intervened"]),
        ("content_filter", ["SPII", "BLOCKLIST", "ERROR_TOXIC", "content-filtered", "sensitive"]),
        ("refusal", ["refusal", "declined"]),
        ("malformed", ["MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "invalid_json"]),
        ("stop", ["end_turn", "COMPLETE", "stop_sequence", "eos_token", "function_call", "STOP", ""]),
    ],
)
def test_any_vendors_word_for_an_end(finish: str, reasons: list[str]) -> None:
    """Cut, stopped, declined and malformed are told apart, and the server's word is kept."""
    for reason in reasons:
        reply = read_completion(body_of({"content": "{}"}, finish_reason=reason))
        assert (reply.finish, reply.ended) == (finish, reason)


def test_reasoning_that_was_cut_is_no_answer() -> None:
    """What a model only thought before it came to its limit is not read, with a draft of the answer in it or not."""
    thought = {"content": None, "reasoning_content": 'Perhaps {"facts": []}'}
    assert read_completion(body_of(thought, finish_reason="length")).text == ""


def test_all_tool_calls_are_read() -> None:
    """Their lists are joined; a second choice that says something is named."""
    calls = [{"function": {"arguments": json.dumps({"facts": [{"n": n}]})}} for n in (1, 2)]
    reply = read_completion(body_of({"tool_calls": calls}))
    assert json.loads(reply.text) == {"facts": [{"n": 1}, {"n": 2}]}
    assert reply.unread == ()
    two = {"choices": [{"message": {"content": "a"}}, {"message": {"content": "b"}}, {"message": {"content": ""}}]}
    assert read_completion(json.dumps(two).encode()).unread == ("1 more choice was not read",)


def test_arguments_cut_at_the_limit() -> None:
    """A tool call that was cut is a cut reply."""
    reply = read_completion(body_of(tool_call('{"a": [1'), finish_reason="length"))
    assert (reply.text, reply.finish) == ('{"a": [1', "length")


def test_the_first_tokens_chances() -> None:
    """They arrive as the server gives them; odd ones are left out, with the reply kept."""
    given_ = {"content": [{"top_logprobs": [{"token": "Yes", "logprob": -0.1}, {"token": "No", "logprob": -2.5}]}]}
    assert read_completion(body_of({"content": "Yes"}, logprobs=given_)).first_token == (
        TokenChance("Yes", -0.1),
        TokenChance("No", -2.5),
    )
    odd = read_completion(body_of({"content": "Yes"}, logprobs={"content": "many"}))
    assert (odd.text, odd.first_token) == ("Yes", ())


@given(st.binary(max_size=60) | st.text('{}[]":,choicesmgntu0 ', max_size=60).map(str.encode))
def test_any_body_is_a_reply_or_no_completion(body: bytes) -> None:
    """Bytes that are no completion are a ValueError that says how they begin, and nothing else."""
    try:
        read_completion(body)
    except ValueError as error:
        assert "the body is" in str(error)  # noqa: PT017 -- most bodies raise, and not all
