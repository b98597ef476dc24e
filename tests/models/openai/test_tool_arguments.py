"""Several tool calls are one answer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models.openai.tool_arguments import joined_arguments

FACT = {"statement": "It rains.", "sentences": [1], "importance": 5}
FACTS = st.lists(st.fixed_dictionaries({"statement": st.text(max_size=5), "sentences": st.lists(st.integers())}))


@given(st.lists(FACTS, min_size=1, max_size=4))
def test_lists_are_joined_in_order(lists: list[list[object]]) -> None:
    """No item is lost, doubled or moved."""
    text, left = joined_arguments([json.dumps({"facts": one, "missing": []}) for one in lists])
    items = [item for one in lists for item in one]
    if len(lists) > 1 and items:
        assert (json.loads(text), left) == ({"facts": items, "missing": []}, ())


def test_one_call_is_as_it_came() -> None:
    """Whatever it holds."""
    assert joined_arguments(["{broken"]) == ("{broken", ())


def test_items_stand_one_a_line() -> None:
    """A model that calls the tool once a fact has lost the list around them, and nothing else."""
    text, left = joined_arguments([json.dumps(FACT), json.dumps({**FACT, "importance": 2})])
    assert [json.loads(line)["importance"] for line in text.split("\n")] == [5, 2]
    assert left == ()


def test_what_one_says_and_the_others_leave_out() -> None:
    """An empty word is no other word."""
    calls = [{"headline": "Rain", "parts": [FACT]}, {"headline": "", "parts": [FACT]}]
    text, left = joined_arguments(list(map(json.dumps, calls)))
    assert (json.loads(text), left) == ({"headline": "Rain", "parts": [FACT, FACT]}, ())


@pytest.mark.parametrize(
    "calls",
    [
        ['{"headline": "A", "parts": [{}]}', '{"headline": "B", "parts": [{}]}'],
        ['{"facts": [{}]}', '{"facts": [{}'],
        ['{"facts": [{}]}', '{"claims": [{}]}'],
    ],
)
def test_what_cannot_be_joined_is_named(calls: list[str]) -> None:
    """Both are there to be read, and one is said to be too much."""
    text, left = joined_arguments(calls)
    assert text == "\n".join(calls)
    assert left == ("1 more tool call was not read",)
