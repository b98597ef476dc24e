"""From a reply to a checked value, and from a shape to a portable schema."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from summarizer.calls.call import Reply
from summarizer.calls.replies import parse_reply
from summarizer.calls.schemas import SentenceNumber
from summarizer.errors import ReplyEmpty, ReplyError, ReplyMalformed, ReplyRefused, ReplyTruncated


class _Fact(BaseModel):
    """A docstring for developers."""

    statement: str
    sentences: list[SentenceNumber] = Field(max_length=3)
    importance: Literal[1, 2, 3] = Field(description="how much it matters")


class _Facts(BaseModel):
    facts: list[_Fact]


GOOD = {"facts": [{"statement": "A </think> ``` b", "sentences": [1, 2], "importance": 2}]}
GOOD_TEXT = json.dumps(GOOD)


def _parse(text: str, finish: Any = "stop") -> _Facts:
    return parse_reply(Reply(text=text, finish=finish), call=a_call("extract:c3"), shape=_Facts)


@pytest.mark.parametrize(
    "text",
    [
        GOOD_TEXT,
        f"\n\n {GOOD_TEXT}\t\n",
        f"```json\n{GOOD_TEXT}\n```",
        f"``` \n{GOOD_TEXT}```",
        f"```{GOOD_TEXT}```\n",
        f"<think>Is {{this}} it?\n```</think>\n\n{GOOD_TEXT}",
        f"<think></think>```json\n{GOOD_TEXT}\n```",
        f"the template opened it</think>{GOOD_TEXT}",
        GOOD_TEXT.replace("2]", "2,]").replace("}]}", "}, ],\n}"),
        GOOD_TEXT.replace("2]", "2 ,\n]"),
        f"```json\n{GOOD_TEXT[:-1]},}}\n```",
    ],
)
def test_what_may_stand_around_the_json(text: str) -> None:
    """Spaces, a fence, reasoning, words and commas before a bracket are taken off; the value is the same."""
    assert _parse(text).model_dump() == GOOD


PLAIN = {"facts": [{"statement": "It ends in ,] and ,}", "sentences": [1], "importance": 2}]}
PLAIN_TEXT = json.dumps(PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        f"Sure! Here are the facts:\n{PLAIN_TEXT}\nI hope that helps.",
        f"Sure:\n```json\n{PLAIN_TEXT}\n```\nDone.",
        f"Here: {PLAIN_TEXT[:-1]},}}",
        f"<think>Hm.</think>Here: {PLAIN_TEXT}",
    ],
)
def test_words_around_one_object_are_passed_over(text: str) -> None:
    """Words before and after one object change nothing in it, not even what looks like a stray comma in a string."""
    assert _parse(text).model_dump() == PLAIN


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Here you are: {}", "facts: Field required"),
        ("Here you are: {facts}", "Expecting value"),
        ('{"facts": [', "Expecting value"),
        ('{"facts": []} {"facts": []}', "Extra data"),
        ("{'facts': []}", "double quotes"),
        ('Either {"facts": []} or {"facts": []}', "Expecting value"),
        ('{"facts": [,]}', "Expecting value"),
        ('{"facts": [],, }', "double quotes"),
        ('{"facts": [], "facts": [],}', "double quotes"),
        ('{"facts": [{"statement": "a", "sentences": [007], "importance": 1}]}', "delimiter"),
        ('{"facts": [{"statement": "say "no", ]", "sentences": [1], "importance": 1}]}', "delimiter"),
        ('{"facts": [], "facts": []}', "'facts' occurs twice"),
        ('{"facts": [{"statement": "a", "statement": "b", "sentences": [], "importance": 1}]}', "'statement' occurs"),
        ('{"facts": [], "more": 1}', "more: Extra inputs"),
        ('{"facts": [{"statement": "a", "sentences": [], "importance": 1, "x": 1}]}', "facts.0.x: Extra inputs"),
        ("{}", "facts: Field required"),
        ('{"facts": null}', "facts: "),
        ('{"facts": [{"statement": "a", "sentences": [NaN], "importance": 1}]}', "NaN"),
        ('{"facts": [{"statement": "a", "sentences": [-Infinity], "importance": 1}]}', "Infinity"),
        ('{"facts": [{"statement": "a", "sentences": [1.0], "importance": 1}]}', "sentences.0"),
        ('{"facts": [{"statement": "a", "sentences": ["1"], "importance": 1}]}', "sentences.0"),
        ('{"facts": [{"statement": "a", "sentences": [true], "importance": 1}]}', "sentences.0"),
        ('{"facts": [{"statement": 5, "sentences": [1], "importance": 1}]}', "statement"),
        ('{"facts": [{"statement": "a", "sentences": [1], "importance": 9}]}', "importance"),
        ('{"facts": [{"statement": "a", "sentences": [1, 2, 3, 4], "importance": 1}]}', "sentences: "),
        ('{"facts": [{"statement": "\\ud800", "sentences": [1], "importance": 1}]}', "JSON"),
        ('{"facts": [{"statement": "\ud800", "sentences": [1], "importance": 1}]}', ""),
        ("[]", "the whole"),
        ("null", "the whole"),
        ("[" * 100_000, "deep"),
        ("1" * 10_000, "digits"),
        ("<think>still thinking", "Expecting value"),
    ],
)
def test_malformed(text: str, says: str) -> None:
    """Whatever is not the JSON asked for is malformed; the message names the fault, the call and the way on."""
    with pytest.raises(ReplyMalformed) as caught:
        _parse(text)
    assert says in str(caught.value)
    assert "extract:c3" in str(caught.value)
    assert "enforces a JSON schema" in str(caught.value)
    assert (caught.value.raw, caught.value.call_id) == (text, "extract:c3")


@pytest.mark.parametrize(
    ("text", "finish", "kind", "says"),
    [
        ("", "stop", ReplyEmpty, "no text"),
        (" \n", "stop", ReplyEmpty, "no text"),
        ("<think>hm</think>", "stop", ReplyEmpty, "no text"),
        ("``` ```", "stop", ReplyEmpty, "no text"),
        ('{"facts": [{"st', "length", ReplyTruncated, "64 tokens"),
        (GOOD_TEXT, "length", ReplyTruncated, "64 tokens"),
        ("", "length", ReplyTruncated, "64 tokens"),
        ("I cannot help with that.", "refusal", ReplyRefused, "I cannot help with that."),
        (GOOD_TEXT, "refusal", ReplyRefused, "declined"),
        ("", "content_filter", ReplyRefused, "content filter"),
        (GOOD_TEXT, "content_filter", ReplyRefused, "content filter"),
    ],
)
def test_unusable(text: str, finish: str, kind: type[ReplyError], says: str) -> None:
    """A reply that is cut, refused, filtered or empty is its own error and carries the text as it came."""
    with pytest.raises(kind) as caught:
        _parse(text, finish)
    assert type(caught.value) is kind
    assert says in str(caught.value)
    assert (caught.value.raw, caught.value.call_id) == (text, "extract:c3")


@given(st.text(st.characters(), max_size=60) | st.text('{}[]",:0123456789ntfe`<think>/ ', max_size=60))
def test_any_text_parses_or_is_a_reply_error(text: str) -> None:
    """No text at all makes anything but a value or a ReplyError."""
    try:
        value: _Facts | None = _parse(text)
    except ReplyError:
        value = None
    assert value is None or json.loads(value.model_dump_json()) == value.model_dump()


@given(facts=st.lists(st.fixed_dictionaries({
    "statement": st.text(st.characters(exclude_categories=["Cs"])),
    "sentences": st.lists(st.integers(), max_size=3),
    "importance": st.sampled_from([1, 2, 3]),
}), max_size=4), ascii_only=st.booleans(), indent=st.sampled_from([None, 1]))  # fmt: skip
def test_round_trip(facts: list[dict[str, Any]], *, ascii_only: bool, indent: int | None) -> None:
    """Every value of the shape, written as JSON, comes back equal."""
    text = json.dumps({"facts": facts}, ensure_ascii=ascii_only, indent=indent)
    assert _parse(text).model_dump() == {"facts": facts}


def test_messages_hold_no_article_text() -> None:
    """A message about malformed JSON names places and faults, not what was written there."""
    text = '{"facts": [{"statement": 7, "sentences": ["Zürich"], "importance": "Aare"}]}'
    with pytest.raises(ReplyMalformed) as caught:
        _parse(text)
    assert "Zürich" not in str(caught.value)
    assert "Aare" not in str(caught.value)
