"""Schemas of shapes, in the subset that servers share."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field

from summarizer.calls.schemas import KnownId, SentenceNumber, schema_of, without_own_values


class _Fact(BaseModel):
    """A docstring for developers."""

    statement: str
    sentences: list[SentenceNumber] = Field(max_length=3)
    importance: Literal[1, 2, 3] = Field(description="how much it matters")


class _Facts(BaseModel):
    facts: list[_Fact]


def test_schema() -> None:
    """All keys required, no other allowed, references put in place, nothing that some server refuses; order kept."""
    fact = {
        "type": "object",
        "properties": {
            "statement": {"type": "string"},
            "sentences": {"type": "array", "items": {"type": "integer", "enum": [4, 5]}, "maxItems": 3},
            "importance": {"type": "integer", "enum": [1, 2, 3], "description": "how much it matters"},
        },
        "required": ["statement", "sentences", "importance"],
        "additionalProperties": False,
    }
    schema = schema_of(_Facts, numbers=[4, 5, 4])
    assert schema == {
        "type": "object",
        "properties": {"facts": {"type": "array", "items": fact}},
        "required": ["facts"],
        "additionalProperties": False,
    }
    order = schema["properties"]["facts"]["items"]["properties"]  # type: ignore[index]  # as compared above
    assert list(order) == ["statement", "sentences", "importance"]


class _Odd(BaseModel):
    id: KnownId
    other: KnownId | None = None
    kind: Literal["a"] = "a"
    score: float = Field(default=0.5, ge=0, le=1)
    short: str = Field(default="", min_length=1, max_length=5, pattern="a*")
    flag: bool = False


def test_schema_of_odd_fields() -> None:
    """Defaults, titles, bounds and patterns go; literals are enums; nullable stays; ids are bounded where given."""
    assert schema_of(_Odd, ids=["f1"])["properties"] == {
        "id": {"type": "string", "enum": ["f1"]},
        "other": {"anyOf": [{"type": "string", "enum": ["f1"]}, {"type": "null"}]},
        "kind": {"type": "string", "enum": ["a"]},
        "score": {"type": "number"},
        "short": {"type": "string"},
        "flag": {"type": "boolean"},
    }
    assert schema_of(_Odd)["properties"]["id"] == {"type": "string"}  # type: ignore[index]  # as above
    assert schema_of(_Odd)["required"] == ["id", "other", "kind", "score", "short", "flag"]


def test_schema_is_the_callers_own() -> None:
    """Changing a schema changes no other."""
    before = json.dumps(schema_of(_Facts, numbers=[1]))
    schema = schema_of(_Facts, numbers=[1])
    schema["properties"]["facts"]["items"]["properties"].clear()  # type: ignore[index]  # a dict, as tested above
    schema["required"].append("x")  # type: ignore[attr-defined]  # a list, as tested above
    assert json.dumps(schema_of(_Facts, numbers=[1])) == before


def test_too_many_values_are_left_out() -> None:
    """Up to 1,000 enum values bound the fields; more than a server takes bound nothing."""
    ids = [str(number) for number in range(1001)]
    assert '"enum": ["0", "1"' in json.dumps(schema_of(_Known, ids=ids[:1000]))
    assert '"enum": ["0", "1"' not in json.dumps(schema_of(_Known, ids=ids))


def test_numbers_are_listed_for_a_small_chunk_alone() -> None:
    """A list of all numbers of a long chunk would cost a tenth of it, wherever a number may stand: any integer does."""
    assert '"enum": [0, 1' in json.dumps(schema_of(_Facts, numbers=range(12)))
    assert '"enum": [0, 1' not in json.dumps(schema_of(_Facts, numbers=range(13)))


class _Known(BaseModel):
    fact: KnownId


class _Tree(BaseModel):
    below: list[_Tree]


class _Dict(BaseModel):
    words: dict[str, int]


class _Pair(BaseModel):
    pair: tuple[int, str]


class _Anything(BaseModel):
    thing: Any


@pytest.mark.parametrize("shape", [_Tree, _Dict, _Pair, _Anything])
def test_shapes_without_a_portable_schema(shape: type[BaseModel]) -> None:
    """A shape that not every server can enforce is refused when its schema is made."""
    with pytest.raises(TypeError):
        schema_of(shape)


def test_a_schema_without_own_values_is_one_for_all_calls() -> None:
    """Ids and sentence numbers of a call go, literals stay, and a field that is called enum is a field."""

    class Named(BaseModel):
        enum: KnownId
        facts: list[_Fact]

    shared = without_own_values(schema_of(Named, ids=["f1", "f2"], numbers=[1, 2]))
    assert shared == without_own_values(schema_of(Named, ids=["f3"], numbers=[7])) == schema_of(Named)
    assert json.dumps(shared).count('"enum"') == 3  # the field, that it is required, and the literal
