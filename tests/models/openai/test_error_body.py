"""What the body of an error says is read whatever its shape, and nothing in it raises or takes long."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models.openai.error_body import read_error

SHAPES = [
    (b"", ""),
    (b"null", ""),
    (b"plain text\nin two lines", "plain text in two lines"),
    (b'"a string"', "a string"),
    (b'{"error": "model not found"}', "model not found"),
    (b'{"error": {"message": "no such model", "type": "x", "code": null}}', "no such model"),
    (b'{"object": "error", "message": "too bad", "type": "BadRequestError", "param": null, "code": 400}', "too bad"),
    (b'[{"error": {"code": 400, "message": "in a list", "status": "INVALID_ARGUMENT"}}]', "in a list"),
    (b'{"detail": [{"type": "missing", "loc": ["body", "n"], "msg": "Field required"}]}', "Field required"),
    (b'{"errors": {"max_tokens": ["must be at most 8192"]}}', "max_tokens: must be at most 8192"),
    (b'{"error": {"message": "", "type": "server_error", "param": null}}', "server_error"),
    (b'{"error": {"message": "Provider returned error", "metadata": {"raw": "{\\"detail\\": \\"Really this\\"}"}}}',
     "Provider returned error; Really this"),
    (b"<html><head><title>Bad gateway</title><style>p {}</style></head><body><h1>502</h1></body></html>",
     "Bad gateway 502"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), SHAPES)
def test_the_servers_own_words(body: bytes, words: str) -> None:
    """A string, a list, nested objects, JSON within a string, a page of HTML, or nothing."""
    assert read_error(body).words == words


def test_names_and_codes() -> None:
    """What is named as wrong, and by which code, is told apart from the words."""
    body = {"detail": [{"type": "enum", "loc": ["body", "response_format", "type"], "msg": "no", "input": "seed"}]}
    found = read_error(json.dumps(body).encode())
    assert (found.named, found.codes) == (("body.response_format.type",), frozenset({"enum"}))
    assert "seed" not in found.words, "FastAPI repeats the request, which says nothing about what is wrong"


def test_a_sentence_in_the_place_of_a_name_is_told() -> None:
    """Some put their whole reason into `param`."""
    found = read_error(b'{"error": {"message": "Param Incorrect", "param": "max_tokens is too large: 9999"}}')
    assert found.words == "Param Incorrect; max_tokens is too large: 9999"


@pytest.mark.parametrize("key", ["failed_generation", "generated_text", "raw_output", "output"])
def test_what_a_model_wrote_is_kept_apart(key: str) -> None:
    """It is the model's text, and no reason of the server."""
    found = read_error(json.dumps({"error": {"message": "failed", key: '{"facts": []}'}}).encode())
    assert (found.words, found.generated) == ("failed", ('{"facts": []}',))


@given(st.recursive(st.none() | st.text() | st.integers() | st.floats(), lambda e: st.lists(e) | st.dictionaries(
    st.sampled_from(["error", "message", "code", "param", "loc", "failed_generation", "detail", "x"]), e)))  # fmt: skip
def test_no_shape_raises(value: object) -> None:
    """Any JSON is read; its words are one line."""
    assert "\n" not in read_error(json.dumps(value).encode()).words


@pytest.mark.parametrize(
    "body",
    [
        b"<script " * 50_000,
        b"[" * 400_000,
        b'{"message": "' + b"<" * 390_000 + b'"}',
        b"<" * 400_000,
        b"\xff" * 400_000,
    ],
)
def test_hostile_bodies_are_read_in_time(body: bytes) -> None:
    """Their length is bounded before anything is looked for in them."""
    assert len(read_error(body).words) <= 400_000
