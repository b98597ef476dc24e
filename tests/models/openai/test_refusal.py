"""What a refusal is about, read by status, names and numbers; the wordings are those of as many vendors."""

from __future__ import annotations

import json

import pytest
from calls import a_call

from summarizer.calls.message import Message
from summarizer.models.openai.error_body import read_error
from summarizer.models.openai.refusal import Refusal, Sent, is_too_large, named_limit

# A prompt of about 9,000 tokens and 36,000 letters.
SENT = Sent.of(a_call(messages=(Message(role="user", content="four" * 9000),), limit=2500), limit=2500)


def refusal(message: str, *, status: int = 400, **error: object) -> Refusal:
    """What a server says in OpenAI's form."""
    return Refusal(status=status, body=read_error(json.dumps({"error": {"message": message, **error}}).encode()))


TOO_LARGE = [
    ("This model's maximum context length is 4097 tokens. However, your messages resulted in 9301 tokens.", 400),
    ("input length and `max_tokens` exceed context limit: 9759 + 2500 > 8192, decrease input length", 400),
    ("The input token count (9100) exceeds the maximum number of tokens allowed (8192).", 400),
    ("the request exceeds the available context size. try increasing the context size", 400),
    ("Prompt contains 8912 tokens and 0 draft tokens, too large for model with 8192 maximum context length", 400),
    ("`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 9321 `inputs` tokens and 2500 `max_new_tokens`", 422),
    ("Range of input length should be [1, 6144]; got 9412", 400),
    ("Input is too long for requested model.", 400),
    ("too many tokens: total tokens cannot exceed 4096", 400),
    ("The prompt is 36412 characters long, of which 20000 are allowed; input", 400),
    ("Please reduce your prompt: 9400 tokens, limit is 8000", 400),
    ("Requested tokens (9521) exceed context window of 2048", 500),
    ("Payload Too Large", 413),
    ("Request too large for model `x` on tokens per minute (TPM): Limit 6000, Requested 11500", 413),
    ("Rate limit reached on tokens per minute (TPM): Limit 6000, Requested 11,500", 429),
]


@pytest.mark.parametrize(("message", "status"), TOO_LARGE)
def test_too_large(message: str, status: int) -> None:
    """The status or the numbers say so: no list of phrases would hold what the next vendor writes."""
    assert is_too_large(refusal(message, status=status), sent=SENT)


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("Request contains an invalid argument.", 400),
        ("The model `gpt-4.1-2024` does not exist, request 1234567", 400),
        ("Unexpected token at position 312", 400),
        ("Rate limit reached (TPM): Limit 30000, Used 25000, Requested 11500. Try again in 13 s", 429),
        ("slow down", 429),
        ("Internal error 1234", 500),
    ],
)
def test_not_too_large(message: str, status: int) -> None:
    """Other numbers count something else, and a wait is not mended by a smaller prompt."""
    assert not is_too_large(refusal(message, status=status), sent=SENT)


def test_a_code_is_enough() -> None:
    """OpenAI's code for a prompt that is too long."""
    assert is_too_large(refusal("no", code="context_length_exceeded"), sent=SENT)


@pytest.mark.parametrize(
    ("message", "limit"),
    [
        ("max_tokens must be at most 2,048", 2048),
        ("This model supports at most 2048 completion tokens, whereas you provided 2500.", 2048),
        ("max_tokens is not valid for claude-3-5-20241022", None),
        ("the limit is 2048", None),
    ],
)
def test_named_limit(message: str, limit: int | None) -> None:
    """Only of a message that names the output limit; no part of a name is a number."""
    assert named_limit(refusal(message), sent=SENT) == limit


@pytest.mark.parametrize(
    ("refused", "about"),
    [
        (refusal("no", code="content_filter"), "of_content"),
        (refusal("no", innererror={"code": "ResponsibleAIPolicyViolation"}), "of_content"),
        (refusal("no", code="data_inspection_failed"), "of_content"),
        (refusal("no", code="json_validate_failed"), "of_generation"),
        (refusal("no", failed_generation="{}"), "of_generation"),
        (refusal("Failed to generate JSON. Please adjust your prompt."), "of_generation"),
        (refusal("Could not finish the message because max_tokens or model output limit was reached."), "of_cut"),
        (refusal("Request contains an invalid argument."), "is_unexplained"),
        (refusal("", status=500), "is_unexplained"),
    ],
)
def test_what_it_is_about(refused: Refusal, about: str) -> None:
    """By codes and keys first, by words where there are no others."""
    asked = ("of_content", "of_generation", "of_cut", "is_unexplained", "of_roles", "of_limit")
    found = {name for name in asked if getattr(refused, name)}
    assert about in found


@pytest.mark.parametrize("status", [401, 404, 429, 502])
def test_some_statuses_are_not_about_the_request(status: int) -> None:
    """Nor are words about a key, a model or an account."""
    assert not refusal("no", status=status).of_request
    assert not refusal("no", status=status).is_unexplained
    assert not refusal("API key not valid.").is_unexplained


def test_names() -> None:
    """A parameter that is named as wrong, not one that another name holds, and not any letter."""
    assert refusal("no", param="temperature").names("temperature")
    assert refusal("`seed` is unknown").names("seed")
    assert not refusal("top_logprobs is wrong").names("logprobs")
    assert not refusal("there is n to it").names("n")
    assert refusal("'n' is not supported").names("n")
    assert not refusal("temperature", param="messages").names("temperature")
