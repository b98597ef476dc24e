"""In which shape a call is sent again after a server refused a part of it by name or by number."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from calls import a_call

from summarizer.models.openai.error_body import read_error
from summarizer.models.openai.output_modes import OutputForm
from summarizer.models.openai.refusal import Refusal
from summarizer.models.openai.request_shape import RequestShape

FIRST = RequestShape(form=OutputForm(), limit_name="max_tokens")
CALL = a_call(limit=10_000)
PLAIN = replace(CALL, schema={})


def refusal(message: str, *, status: int = 400, param: str | None = None) -> Refusal:
    """What a server says in OpenAI's form."""
    body = json.dumps({"error": {"message": message, "param": param}}).encode()
    return Refusal(status=status, body=read_error(body))


@pytest.mark.parametrize("name", ["temperature", "seed"])
def test_a_parameter_that_is_refused_is_left_out(name: str) -> None:
    """Once; where it is refused again, something else is meant."""
    no = refusal("Unsupported value", param=name)
    shape = FIRST.after(no, call=CALL)
    assert shape == replace(FIRST, dropped=frozenset({name}))
    assert shape.after(no, call=PLAIN) is None


def test_probabilities_are_asked_for_fewer_then_not_at_all() -> None:
    """The number that the server names; without one, neither of the two parameters goes out."""
    call = replace(CALL, schema={}, top_logprobs=20)
    fewer = FIRST.after(refusal("top_logprobs must be at most 5"), call=call)
    assert fewer is not None
    assert fewer.chances_of(call) == 5
    without = FIRST.after(refusal("logprobs is not supported with this model"), call=call)
    assert without == replace(FIRST, dropped=frozenset({"logprobs", "top_logprobs"}))


@pytest.mark.parametrize(
    ("message", "limit"),
    [
        (
            "max_tokens is too large: 10000. This model supports at most 4096 completion tokens, you provided 10000.",
            4096,
        ),
        ("max_tokens: 10000 > 8192, which is the maximum allowed number of output tokens for sonnet-20241022", 8192),
        ("<400> InternalError.Algo.InvalidParameter: Range of max_tokens should be [1, 8192]", 8192),
        ("`max_tokens` must be less than or equal to `8192`, less than the `context_window` for this model", 8192),
        ("integer above maximum value, expected a value <= 8,192, but got 10000: max_completion_tokens", 8192),
        ("a maxOutputTokens value of 10000 but the supported range is from 1 (inclusive) to 8193 (exclusive)", 8193),
        ("maximum context length is 12000 tokens. However, your prompt contains 10 input tokens", 10_000),
    ],
)
def test_the_number_that_a_refusal_names_is_taken(message: str, limit: int) -> None:
    """In whichever words it stands; a context that has the room is none."""
    shape = FIRST.after(refusal(message), call=CALL)
    assert (FIRST if shape is None else shape).limit_of(CALL) == limit


def test_a_limit_that_is_refused_again_was_meant_to_be_less() -> None:
    """Less than 8193 is 8192."""
    no = refusal("max_tokens must be less than 8193")
    first = FIRST.after(no, call=CALL)
    assert first is not None
    second = first.after(no, call=CALL)
    assert second is not None
    assert second.limit_of(CALL) == 8192


def test_a_one_word_answer_is_given_the_room_that_a_server_insists_on() -> None:
    """The least that it takes."""
    call = a_call(limit=1)
    shape = FIRST.after(refusal("max_output_tokens: expected a value >= 16, but got 1 instead."), call=call)
    assert shape is not None
    assert shape.limit_of(call) == 16


def test_a_context_leaves_so_much_room_for_the_answer() -> None:
    """For this call alone, if half of what was asked for is left; else the prompt is what has to be smaller."""
    said = "This model's maximum context length is {} tokens. However, you requested 10012 (12 in the messages)."
    shape = FIRST.after(refusal(said.format(8192)), call=CALL)
    assert shape == replace(FIRST, room=8180)
    assert shape.after(refusal(said.format(8192)), call=CALL) is None
    assert FIRST.after(refusal(said.format(4096)), call=CALL) is None


def test_a_limit_goes_by_its_other_name_once() -> None:
    """Both names refused are a limit that is wrong, whatever it is called."""
    no = refusal("Unsupported parameter: 'max_tokens' is not supported with o1-2024. Use 'max_completion_tokens'.")
    shape = FIRST.after(no, call=CALL)
    assert shape is not None
    assert (shape.limit_name, shape.limit_of(CALL)) == ("max_completion_tokens", 10_000)
    assert shape.after(refusal("unknown field max_completion_tokens"), call=PLAIN) is None


@pytest.mark.parametrize("status", [400, 422, 500])
@pytest.mark.parametrize(
    "message",
    [
        "System role not supported",
        "Conversation roles must alternate user/assistant/user/assistant/...",
        "Only user, assistant and tool roles are supported, got system",
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        "Developer instruction is not enabled for models/gemma-3-27b-it",
        "this model takes no system prompt",
    ],
)
def test_without_a_system_role(message: str, status: int) -> None:
    """However it is said, and under whichever status, the words go in front of the user's."""
    assert FIRST.after(refusal(message, status=status), call=CALL) == replace(FIRST, merged=True)


def test_a_system_that_is_overloaded_is_no_role() -> None:
    """The word alone says nothing."""
    assert FIRST.after(refusal("The system is overloaded", status=500), call=PLAIN) is None


def test_a_form_that_is_refused_gives_way_to_the_next() -> None:
    """Only for a call that has a schema."""
    shape = FIRST.after(refusal("response_format"), call=CALL)
    assert shape is not None
    assert shape.form.mode == "json_object"
    assert FIRST.after(refusal("response_format"), call=PLAIN) is None


@pytest.mark.parametrize("status", [401, 403, 404, 429, 502, 503])
def test_other_statuses_refuse_no_parameter(status: int) -> None:
    """A key, a model, the pace or an outage is not mended by another shape."""
    assert FIRST.after(refusal("temperature max_tokens system role", status=status), call=PLAIN) is None


def test_a_report_of_a_crash_refuses_no_parameter() -> None:
    """It may repeat the whole request."""
    crash = "Traceback: " + "File x, line 1, in generate; " * 30 + "{'temperature': 0}"
    assert FIRST.after(refusal(crash, status=500), call=PLAIN) is None


def test_one_point_is_changed_at_a_time() -> None:
    """A server that names two parameters is asked twice more."""
    both = refusal("temperature, max_tokens")
    shape = FIRST.after(both, call=CALL)
    assert shape == replace(FIRST, limit_name="max_completion_tokens", limit_renamed=True)
    assert shape.after(both, call=CALL) == replace(shape, dropped=frozenset({"temperature"}))
