"""What follows from answers is what follows where a server is asked directly, and the same whenever it is asked."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import completion

from summarizer import OpenAIChat, RequestPolicy
from summarizer.calls.call import Reply, Tokens
from summarizer.errors import ContextOverflow, ModelError, ModelRejected, ModelUnavailable
from summarizer.models.batch_endpoint import PASSED_OVER, BatchAnswer, BatchLine
from summarizer.models.openai.by_batch.lines import shape_of, text_of
from summarizer.models.openai.output_modes import OUTPUT_MODES, OutputForm
from summarizer.models.openai.request_shape import RequestShape

CALL = a_call()
SHAPES = st.builds(
    RequestShape,
    form=st.builds(
        OutputForm, mode=st.sampled_from(OUTPUT_MODES), without=st.frozensets(st.sampled_from(["enum", "maxItems"]))
    ),
    limit_name=st.sampled_from(["max_tokens", "max_completion_tokens"]),
    limit_renamed=st.booleans(),
    most=st.none() | st.integers(1, 9),
    least=st.integers(0, 9),
    room=st.none() | st.integers(1, 9),
    chances=st.none() | st.integers(1, 9),
    dropped=st.frozensets(st.sampled_from(["temperature", "seed"])),
    merged=st.booleans(),
)


def model(name: str, **request: object) -> OpenAIChat:
    """A model of its own name, so that nothing is known of it."""
    policy = RequestPolicy(**request)  # type: ignore[arg-type]
    return OpenAIChat(name, base_url="http://127.0.0.1:1/v1", api_key="k", request=policy)


def answer(status: int, body: object, line: BatchLine, *, fresh: bool = True) -> BatchAnswer:
    """An answer to a line."""
    return BatchAnswer(status=status, body=json.dumps(body).encode(), shape=line.shape, fresh=fresh)


def first_line(chat: OpenAIChat) -> BatchLine:
    """What is sent of the call first."""
    line = chat.batches.after(CALL, (), tries=4)
    assert isinstance(line, BatchLine)
    return line


def refused(message: str, **error: object) -> dict[str, object]:
    """The body of a refusal."""
    return {"error": {"message": message, **error}}


@given(SHAPES)
def test_a_shape_comes_back_from_its_text(shape: RequestShape) -> None:
    """Over restarts."""
    assert shape_of(text_of(shape)) == shape


def test_a_line_is_the_request_that_is_sent_directly() -> None:
    """With the fields that the policy adds, and its limit."""
    line = first_line(model("lines-1", extra_body={"top_k": 3}, max_output_tokens=5, seed=7))
    assert line.body["model"] == "lines-1"
    assert (line.body["top_k"], line.body["max_tokens"], line.body["seed"], line.body["temperature"]) == (3, 5, 7, 0)
    assert json.loads(json.dumps(line.body))["response_format"]["type"] == "json_schema"


def test_a_reply_counts_its_requests() -> None:
    """Those before it included."""
    chat = model("lines-2")
    line = first_line(chat)
    good = answer(200, completion('{"facts": []}'), line)
    assert chat.batches.after(CALL, [good], tries=4) == Reply(text='{"facts": []}', tokens=_tokens(chat, good))
    later = chat.batches.after(CALL, [answer(503, refused("busy"), line), good], tries=4)
    assert isinstance(later, Reply)
    assert later.requests == 2


def _tokens(chat: OpenAIChat, good: BatchAnswer) -> Tokens:
    found = chat.batches.after(CALL, [good], tries=4)
    assert isinstance(found, Reply)
    return found.tokens


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (403, refused("no permission"), ModelRejected),
        (429, refused("quota", code="insufficient_quota"), ModelRejected),
        (
            400,
            refused("This model's maximum context length is 10 tokens", code="context_length_exceeded"),
            ContextOverflow,
        ),
        (413, refused("too large"), ModelRejected),
    ],
)
def test_what_is_refused_for_good_is_an_error(status: int, body: object, kind: type[ModelError]) -> None:
    """Of the same class as from a server that is asked directly."""
    chat = model(f"lines-3-{status}-{kind.__name__}")
    found = chat.batches.after(CALL, [answer(status, body, first_line(chat))], tries=4)
    assert isinstance(found, kind)
    assert not found.retryable


@pytest.mark.parametrize(
    "answers",
    [
        [(503, refused("busy"))],
        [(429, refused("slow down"))],
        [(PASSED_OVER, "")],
        [(200, "no completion")],
        [(200, {"error": "under 200"})],
    ],
)
def test_what_may_succeed_is_sent_again_so_often(answers: list[tuple[int, object]]) -> None:
    """In the same shape, until the tries are used up."""
    chat = model("lines-4")
    line = first_line(chat)
    given_up: list[BatchAnswer] = []
    for _ in range(2):
        given_up += [answer(status, body, line) for status, body in answers]
        following = chat.batches.after(CALL, given_up, tries=3)
        assert isinstance(following, BatchLine)
        assert following.shape == line.shape
    given_up += [answer(status, body, line) for status, body in answers]
    found = chat.batches.after(CALL, given_up, tries=3)
    assert isinstance(found, ModelError)
    assert found.retryable
    assert found.requests == 3


def test_a_refused_parameter_is_left_out_and_that_is_remembered() -> None:
    """By this line, and by those of later calls."""
    chat = model("lines-5")
    line = first_line(chat)
    first = answer(400, refused("Unsupported parameter: 'temperature'", param="temperature"), line)
    second = chat.batches.after(CALL, [first], tries=4)
    assert isinstance(second, BatchLine)
    assert "temperature" not in second.body
    assert "temperature" in first_line(chat).body
    good = answer(200, completion('{"facts": []}'), second)
    assert isinstance(chat.batches.after(CALL, [first, good], tries=4), Reply)
    assert "temperature" not in first_line(chat).body


def test_an_empty_reply_is_worth_one_more() -> None:
    """Not where one try is all; a second empty one is handed on."""
    chat = model("lines-6")
    line = first_line(chat)
    empty = answer(200, completion(""), line)
    assert isinstance(chat.batches.after(CALL, [empty], tries=4), BatchLine)
    assert isinstance(chat.batches.after(CALL, [empty], tries=1), Reply)
    assert isinstance(chat.batches.after(CALL, [empty] * 2, tries=4), Reply)


def test_a_bad_reply_counts_against_its_mode_once() -> None:
    """However often it is looked at; two of them are two."""
    chat = model("lines-7")
    line = first_line(chat)

    def look(answers: Sequence[BatchAnswer]) -> None:
        chat.batches.after(CALL, answers, tries=4)

    look([answer(200, completion("no JSON"), line)])
    for _ in range(5):
        look([answer(200, completion("no JSON"), line, fresh=False)])
    assert first_line(chat).shape == line.shape
    look([answer(200, completion("no JSON"), line)])
    assert first_line(chat).shape != line.shape


def test_secrets_are_in_no_error() -> None:
    """Whatever a server says."""
    chat = OpenAIChat("lines-8", base_url="http://127.0.0.1:1/v1", api_key="sk-secret-key-1")
    found = chat.batches.after(CALL, [answer(403, refused("Key sk-secret-key-1 is bad"), first_line(chat))], tries=4)
    assert isinstance(found, ModelError)
    assert not isinstance(found, ModelUnavailable)
    assert "secret" not in str(found)
