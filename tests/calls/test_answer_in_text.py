"""Which of the objects in a text is the answer."""

from __future__ import annotations

import json

import pytest
from pydantic import BaseModel

from summarizer.calls.answer_in_text import last_that_fits


class _Item(BaseModel):
    n: int


class _List(BaseModel):
    items: list[_Item]
    note: str = ""


class _Titled(BaseModel):
    title: str
    items: list[_Item]


def numbers(text: str) -> list[int] | None:
    """The numbers of the answer, None where there is none."""
    fitted, _ = last_that_fits(text, shape=_List)
    return None if fitted is None else [one.n for one in fitted.value.items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"items": [{"n": 1}]} {"items": [{"n": 2}]}', [2]),
        ('{"items": [{"n": 1}]} {"other": 2}', [1]),
        ('{"other": {"items": [{"n": 1}]}}', [1]),
        ('{"a": {"b": {"items": [{"n": 1}]}}}', [1]),
        ('{"items": {"items": [{"n": 1}]}}', [1]),
        ('{"n": 1}\n{"n": 2}', [1, 2]),
        ('[{"n": 1}, {"n": "x"}, {"n": 2}]', [1, 2]),
        ('<think>{"n": 9}</think>[{"n": 1}]', [1]),
        ('{"items": [{"n": 1}, {"n": x}, {"n": 3}]}', [1, 3]),
        ('{"items": [{"n": 1}]} {"items": [{"n": x}]}', []),
        ("{}", None),
        ("no", None),
        ("", None),
    ],
)
def test_the_answer(text: str, found: list[int] | None) -> None:
    """The last object with the first key, in an envelope or not; else the items alone."""
    assert numbers(text) == found


def test_a_shape_of_more_than_a_list_is_not_pieced_together() -> None:
    """Of one that broke, or that lacks what must be there, nothing is made."""
    for value in ('{"title": "a", "items": [{"n": 1}, {"n": x}]}', '{"items": [{"n": 1}]}', '[{"n": 1}]'):
        fitted, fault = last_that_fits(value, shape=_Titled)
        assert fitted is None
        assert fault


def test_a_text_that_ends_in_the_middle_is_cut() -> None:
    """What came is there, and nobody knows how much is not."""
    fitted, _ = last_that_fits(json.dumps({"items": [{"n": 1}, {"n": 2}]})[:-4], shape=_List)
    assert fitted is not None
    assert (len(fitted.value.items), fitted.is_cut, fitted.is_mostly_there) == (1, True, False)
