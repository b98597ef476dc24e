"""Objects in a text: found whole, read without a change, and in one pass."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.json_objects import Unreadable, objects_in

WORDS = st.text(st.sampled_from('ab,]}"\\ \n`</think>{[:'), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def whole(text: str) -> list[object]:
    """The values of the objects that are whole."""
    return [one.value for one in objects_in(text) if not one.fault]


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_an_object_is_read_as_it_was_written(value: Any, indent: int | None, ascii_only: bool) -> None:  # noqa: FBT001
    """Whatever stands in it, and with words around it that hold no brace and no quotation mark."""
    text = json.dumps({"x": value}, indent=indent, ensure_ascii=ascii_only)
    (found,) = objects_in(f"So: {text} I hope that helps.")
    assert (found.value, found.fault, found.start) == ({"x": value}, "", 4)
    assert found.end == 4 + len(text)


@given(VALUES, st.sampled_from([",", " ,", ",\n "]))
def test_a_comma_before_the_end_changes_nothing(value: Any, comma: str) -> None:
    """With a comma too many at its end an object has the value that it has without."""
    assert whole(json.dumps({"x": value})[:-1] + comma + "}") == [{"x": value}]


@given(st.dictionaries(st.text(max_size=3), VALUES, min_size=1, max_size=3), st.data())
def test_a_cut_object_holds_nothing_that_was_not_written(value: dict[str, Any], data: st.DataObject) -> None:
    """Cut anywhere, what it holds are first keys with their values, and of one list the first items."""
    text = json.dumps(value)
    cut = text[: data.draw(st.integers(1, len(text) - 1))]
    found = objects_in(cut)[0]
    assert found.fault
    assert isinstance(found.value, dict)
    for key, one in found.value.items():
        assert one == value[key] or (isinstance(one, list) and one == value[key][: len(one)])


@pytest.mark.parametrize(
    "text",
    [
        '{"n": 4,2}',
        '{"n": 007}',
        '{"v": tru}',
        '{"s": "cut',
        "{'a': 1}",
        '{"a": [,]}',
        '{"a": 1,, "b": 2}',
        '{"a": "x" "y"}',
        '{"a": 1 "b": 2}',
        '{"a": "say "no""}',
        '{"a": 1]',
        '{"a" 1}',
        "{,}",
    ],
)
def test_what_could_mean_another_thing_is_not_read(text: str) -> None:
    """No guess is made at a value; these are what a repairing library makes something of."""
    assert whole(text) == []
    assert all(one.fault for one in objects_in(text))


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("NaN", "NaN is not JSON"),
        ("-Infinity", "-Infinity is not JSON"),
        ("1e999", "too large"),
        ("1" * 5000, "5000 digits"),
        ('"\\q"', "escape"),
        ('"\\u12"', "escape"),
        ('{"b": 1, "b": 2}', "'b' occurs twice"),
    ],
)
def test_a_value_that_cannot_be_read_spoils_no_other(value: str, why: str) -> None:
    """It is marked, and what stands beside it is read."""
    (found,) = whole(f'{{"a": {value}, "c": [1, "x"]}}')
    assert isinstance(found, dict)
    assert found["c"] == [1, "x"]
    assert isinstance(found["a"], Unreadable)
    assert why in found["a"].why


def test_quotation_marks_in_prose_hide_no_object() -> None:
    """Though they turn inside out what a string is."""
    assert whole('a 5" {"x": "6" {"y": {"z": 1}}') == [{"y": {"z": 1}}]


@given(st.text('{}[]",:\\ 1a', max_size=60))
def test_any_text_is_searched(text: str) -> None:
    """What is found begins with a brace, overlaps nothing that is whole, and is what Python reads there."""
    until = 0
    for one in objects_in(text):
        assert text[one.start] == "{"
        assert one.start >= until
        assert one.end <= max(len(text), one.start + 1)
        if not one.fault:
            until = one.end
