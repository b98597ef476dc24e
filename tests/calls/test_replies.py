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
from summarizer.calls.replies import Answer, read_reply
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


def _read(text: str, finish: Any = "stop") -> Answer[_Facts]:
    return read_reply(Reply(text=text, finish=finish), call=a_call("extract:c3"), shape=_Facts)


def _parse(text: str, finish: Any = "stop") -> _Facts:
    answer = _read(text, finish)
    assert answer.lost is None
    return answer.value


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


ONE = {"facts": [{"statement": "a", "sentences": [1], "importance": 1}]}


@pytest.mark.parametrize(
    "text",
    [
        '{"facts": [{"statement": "a", "sentences": ["1"], "importance": "1"}]}',
        '{"facts": [{"statement": "a", "sentences": [1.0], "importance": 1}], "more": 1}',
        '{"facts": [{"statement": "a", "sentences": [1], "importance": 1, "x": 1}]}',
        '{"facts": {"statement": "a", "sentences": 1, "importance": 1}}',
        '{"facts": "[{\\"statement\\": \\"a\\", \\"sentences\\": [1], \\"importance\\": 1}]"}',
        '{"name": "facts", "arguments": {"facts": [{"statement": "a", "sentences": ["[1]"], "importance": 1}]}}',
        '{"arguments": "{\\"facts\\": [{\\"statement\\": \\"a\\", \\"sentences\\": [1], \\"importance\\": 1}]}"}',
        '[{"facts": [{"statement": "a", "sentences": [1], "importance": 1}]}]',
        '[{"statement": "a", "sentences": [1], "importance": 1}]',
        '{"statement": "a", "sentences": [1], "importance": 1}',
    ],
)
def test_what_is_plainly_meant_is_read(text: str) -> None:
    """A number in quotes, a key too many, one value for a list of one, an envelope, items without their list."""
    assert _parse(text).model_dump() == ONE


LAST = json.dumps(ONE)
DRAFT = '{"facts": []}'
DRESSES = {
    "reasoning with a brace": f"<think>Is {{ it?</think>{LAST}",
    "reasoning with a draft": f"<think>Perhaps {DRAFT}? No.</think>\n{LAST}",
    "two think blocks": f"<think>a {{</think>\n<think>b {DRAFT}</think>\n{LAST}",
    "thinking": f"<thinking>{DRAFT} {{x</thinking>{LAST}",
    "reasoning that is not closed": f"<think>hm {{ {DRAFT} So: {LAST}",
    "channels": f"<|channel|>analysis<|message|>{{x}}<|end|><|start|>assistant<|channel|>final<|message|>{LAST}",
    "channels without marks": f"analysisWe need {{x}} {DRAFT}assistantfinal{LAST}",
    "magistral": f"[THINK]{{[/THINK]{LAST}",
    "kimi": f"◁think▷{{◁/think▷{LAST}",
    "quotation marks that do not pair": f'<think>5" of {{"facts": "rain</think>{LAST}',
    "a draft corrected": f"{DRAFT}\nOn second thought:\n```json\n{LAST}\n```",
    "words behind": f"{LAST}\nThis is {{all}}.",
    "another object behind": f'{LAST} {{"done": true}}',
    "a tool's tags": f'<tool_call>{{"name": "facts", "arguments": {LAST}}}</tool_call>',
}


@pytest.mark.parametrize("dress", DRESSES)
def test_the_last_object_that_fits(dress: str) -> None:
    """Whatever stands around it, with or without braces and drafts: the last answer counts."""
    assert _parse(DRESSES[dress]).model_dump() == ONE


def _fact(statement: object, **more: object) -> dict[str, object]:
    return {"statement": statement, "sentences": [1], "importance": 1, **more}


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ('{"statement": "b", "sentences": [1]}', "facts.1: importance: Field required"),
        ('{"statement": "b", "sentences": ["one"], "importance": 1}', "facts.1: sentences.0"),
        ('{"statement": 7, "sentences": [1], "importance": 1}', "facts.1: statement"),
        ('{"statement": "b", "sentences": [1], "importance": NaN}', "facts.1: importance"),
        (
            '{"statement": "b", "statement": "c", "sentences": [1], "importance": 1}',
            "facts.1: the key 'statement' occurs",
        ),
        ('{"statement": "say "no"", "sentences": [1], "importance": 1}', "facts.1: "),
        ('{"statement": "b", sentences: [1], "importance": 1}', "facts.1: "),
        ('{"statement": "b" "sentences": [1], "importance": 1}', "facts.1: "),
        ('{"statement": "b\\q", "sentences": [1], "importance": 1}', "facts.1: statement"),
        ('"b"', "facts.1: Input"),
        ("null", "facts.1: Input"),
    ],
)
def test_one_bad_item_is_named_and_the_others_stay(bad: str, says: str) -> None:
    """Whether its keys, its values or its JSON are wrong."""
    text = f'{{"facts": [{json.dumps(_fact("a"))}, {bad}, {json.dumps(_fact("c"))}]}}'
    answer = _read(text)
    assert [fact.statement for fact in answer.value.facts] == ["a", "c"]
    assert answer.lost is not None
    assert says in str(answer.lost)
    assert answer.is_mostly_there
    assert "b" not in [fact.statement for fact in answer.value.facts]


def test_a_line_break_inside_a_string_is_read() -> None:
    """Control characters that JSON wants escaped are what they are."""
    text = json.dumps({"facts": [_fact("a\nb\tc")]}).replace("\\n", "\n").replace("\\t", "\t")
    assert _parse(text).facts[0].statement == "a\nb\tc"


def test_where_most_is_lost_another_answer_is_worth_its_price() -> None:
    """So it is where the end is missing, as nobody knows how much came after it."""
    mostly_bad = {"facts": [_fact("a"), _fact(1), _fact(2)]}
    assert not _read(json.dumps(mostly_bad)).is_mostly_there
    cut = _read(json.dumps({"facts": [_fact("a"), _fact("b"), _fact("c")]})[:-20])
    assert [fact.statement for fact in cut.value.facts] == ["a", "b"]
    assert not cut.is_mostly_there


def test_no_draft_takes_the_place_of_an_answer_that_broke() -> None:
    """The last answer counts although it is broken, and the draft before it is whole."""
    with pytest.raises(ReplyMalformed):
        _read(f'<think>{LAST}</think>{{"facts": [{{"statement": "b" 7}}]}}')


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
        ('{"facts": [', "ends in the middle"),
        ("{'facts': []}", "double quotes"),
        ('{"facts": [,]}', "comma"),
        ('{"facts": [],, }', "comma"),
        ('{"facts": [], "facts": [],}', "'facts' occurs twice"),
        ('{"facts": [{"statement": "a", "sentences": [007], "importance": 1}]}', "value"),
        ('{"facts": [{"statement": "say "no", ]", "sentences": [1], "importance": 1}]}', "missing"),
        ('{"facts": [], "facts": []}', "'facts' occurs twice"),
        ('{"facts": [{"statement": "a", "statement": "b", "sentences": [], "importance": 1}]}', "'statement' occurs"),
        ("{}", "facts: Field required"),
        ('{"facts": null}', "facts: "),
        ('{"facts": [{"statement": "a", "sentences": [NaN], "importance": 1}]}', "NaN"),
        ('{"facts": [{"statement": "a", "sentences": [-Infinity], "importance": 1}]}', "Infinity"),
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
        ("<thinking>a {</thinking><think>b</think> ", "stop", ReplyEmpty, "no text"),
        (" \n", "stop", ReplyEmpty, "no text"),
        ("<think>hm</think>", "stop", ReplyEmpty, "no text"),
        ("``` ```", "stop", ReplyEmpty, "no text"),
        ('{"facts": [{"st', "length", ReplyTruncated, "64 tokens"),
        (GOOD_TEXT, "length", ReplyTruncated, "64 tokens"),
        ("", "length", ReplyTruncated, "64 tokens"),
        ("I cannot help with that.", "refusal", ReplyRefused, "I cannot help with that."),
        (GOOD_TEXT, "refusal", ReplyRefused, "declined"),
        ("", "content_filter", ReplyRefused, "content filter"),
        ("", "malformed", ReplyMalformed, "ended by"),
        ('{"facts": ', "malformed", ReplyMalformed, "ended by"),
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
