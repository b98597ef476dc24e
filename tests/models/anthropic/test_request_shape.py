"""What a refusal says about the shape of a request."""

from __future__ import annotations

import pytest

from summarizer.models.anthropic.request_shape import KnownShape, Refusal, RequestShape, known_shape


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("max_tokens: 10000 > 8192, which is the maximum allowed number of output tokens for claude-3-5-haiku", 8192),
        ("max_tokens must be at most 4,096 (got 10_000)", 4096),
        ("max_tokens: must be at least 20000", None),
        ("the model takes 8192", None),
        ("max_tokens is " + "9" * 5000, None),
    ],
)
def test_the_limit_that_is_named(words: str, limit: int | None) -> None:
    """The largest number below the one asked for, where the words are about the limit."""
    assert Refusal(words=words).limit_below(10_000) == limit


def test_the_forms_are_tried_from_the_strictest_on() -> None:
    """Each unexplained refusal of a request with a schema is worth the next form, until there is none."""
    shape: RequestShape | None = RequestShape()
    seen = []
    while shape is not None:
        seen.append(shape.mode)
        shape = shape.after(Refusal(words="invalid"), limit=100, has_schema=True)
    assert seen == ["json_schema", "tool", "text"]
    assert RequestShape().after(Refusal(words="invalid"), limit=100, has_schema=False) is None


def test_what_is_named_is_changed_alone() -> None:
    """A limit or `cache_control` that is refused by name leaves the form as it is."""
    lower = RequestShape().after(Refusal(words="max_tokens: 100 > 50"), limit=100, has_schema=True)
    assert lower == RequestShape(most_tokens=50)
    unkept = RequestShape().after(Refusal(words="cache_control: not permitted"), limit=100, has_schema=True)
    assert unkept == RequestShape(keeps=False)


def test_what_is_known_is_kept_for_a_model_at_a_server() -> None:
    """Two objects for the same share it, others do not."""
    known = known_shape(url="http://a", model="m")
    known.learn(lambda shape: RequestShape(most_tokens=7))
    assert known_shape(url="http://a", model="m").shape.most_tokens == 7
    assert (
        known_shape(url="http://b", model="m").shape == known_shape(url="http://a", model="n").shape == RequestShape()
    )
    assert KnownShape().shape == RequestShape()
