"""The JSON in a model's text: what stands before it is taken off, and only whole items count."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.json_text import bare, whole_items

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('ab,]}"\\ \n`</think>'), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(VALUES, max_size=4), st.data())
def test_whole_items_are_a_prefix_of_what_was_written(items: list[Any], data: st.DataObject) -> None:
    """Cut anywhere, the items that come back are the first ones, each to the letter as it was written."""
    text = json.dumps({"facts": items})
    cut = text[: data.draw(st.integers(0, len(text)))]
    kept = whole_items(cut, key="facts")
    assert kept == items[: len(kept)]
    assert len(whole_items(text, key="facts")) == len(items)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('```json\n{"facts": [{"a": 1}, {"a": 2}', [{"a": 1}, {"a": 2}]),
        ('<think>so</think>{"facts": [{"a": 1}, {"b', [{"a": 1}]),
        ('{"facts": [{"a": 1, "a": 2}, {"b": 1}', [{"b": 1}]),
        ('Here: {"facts": [{"a": 1}, {"b', [{"a": 1}]),
        ('<think>{"facts": [{"a": 1}]}</think>{"facts": [{"b": 1}, {"c', [{"b": 1}]),
        ('{"facts": [1, 2, 3', [1, 2]),
        ('{"claims": [1, 2, 3', []),
        ('[{"a": 1}', []),
        ("", []),
    ],
)
def test_what_counts_as_whole(text: str, kept: list[object]) -> None:
    """A number at the very end may go on, an item with a repeated key is none, and another key has no items."""
    assert whole_items(text, key="facts") == kept


@given(st.text(max_size=40))
def test_bare_takes_away_and_never_adds(text: str) -> None:
    """What is left stands in the text as it came."""
    assert bare(text) in text


@pytest.mark.parametrize(
    "dress",
    [
        "<think>a</think>{}",
        "<think>a</think> <think>b</think>\n{}",
        "<Thinking>a {</Thinking>{}",
        "a</think>{}",
        "<seed:think>a</seed:think>{}",
        "[THINK]a[/THINK]{}",
        "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>{}",
        "<think>a</think>```json\n{}\n```",
        "```\n{}```",
    ],
)
def test_what_bare_takes_off(dress: str) -> None:
    """Reasoning in any marks, as often as it comes, and the fence."""
    assert bare(dress) == "{}"


@pytest.mark.parametrize("text", ['{"a": "</think>"}', '<think>x</think>So: {"a": "</think>"}', "```json", "``"])
def test_what_bare_leaves(text: str) -> None:
    """A mark inside JSON is not the end of reasoning, and a fence without an end is none."""
    assert bare(text) == text.removeprefix("<think>x</think>")
