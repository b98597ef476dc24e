"""The JSON in a model's text: readings change no key and no value, and only whole items count."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.json_text import bare, read_json, readings, whole_items

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('ab,]}"\\ \n`</think>'), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(VALUES)
def test_json_that_is_whole_is_read_as_it_is(value: Any) -> None:
    """The first reading of a JSON object is its own text, and later ones are the same value."""
    text = json.dumps({"x": value})
    read = [json.loads(reading) for reading in readings(text)]
    assert read[0] == {"x": value}
    assert all(one == {"x": value} for one in read)


@given(VALUES, st.sampled_from([",", " ,", ",\n "]))
def test_a_comma_before_the_end_is_all_that_is_taken_away(value: Any, comma: str) -> None:
    """With a comma too many at its end an object has the value that it has without."""
    text = json.dumps({"x": value})[:-1] + comma + "}"
    *_, last = readings(text)
    assert json.loads(last) == {"x": value}


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2,}',
        '{"n": 4,2}',
        '{"n": 007}',
        '{"v": tru}',
        '{"s": "cut',
        "{'a': 1}",
        '{"a": [,]}',
        '{"n": NaN}',
        '{"a": "x" "y"}',
        '{"a": 1 "b": 2}',
        '{"a": "say "no""}',
    ],
)
def test_what_could_mean_another_thing_is_read_by_no_reading(text: str) -> None:
    """No guess is made at a value; these are what a repairing library makes something of."""
    for reading in readings(text):
        with pytest.raises(ValueError, match=r".+"):
            read_json(reading)


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
        ('{"facts": [{"a": 1, "a": 2}, {"b": 1}', []),
        ('{"facts": [1, 2, 3', [1, 2]),
        ('{"claims": [1, 2, 3', []),
        ('[{"a": 1}', []),
        ("", []),
    ],
)
def test_what_counts_as_whole(text: str, kept: list[object]) -> None:
    """A number at the very end may go on, an item with a repeated key ends it, and another key has no items."""
    assert whole_items(text, key="facts") == kept


@given(st.text(max_size=40))
def test_bare_takes_away_and_never_adds(text: str) -> None:
    """What is left stands in the text as it came."""
    assert bare(text) in text
