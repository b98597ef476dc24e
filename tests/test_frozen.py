"""The base of public values."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

import summarizer
from summarizer.frozen import Frozen


class Point(Frozen):
    """A value for these tests."""

    x: int
    names: tuple[str, ...] = ()


def test_a_value_never_changes() -> None:
    """Neither a field nor a new attribute can be set."""
    point = Point(x=1)
    with pytest.raises(ValidationError, match="frozen"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        del point.x
    assert point == Point(x=1)


def test_an_unknown_field_is_refused() -> None:
    """A misspelled field is an error, not a field that is forgotten."""
    with pytest.raises(ValidationError, match="nmaes"):
        Point.model_validate({"x": 1, "nmaes": ["a"]})


def test_equal_values_have_equal_hashes() -> None:
    """Values go into sets and are keys."""
    assert {Point(x=1, names=("a",)), Point(x=1, names=("a",)), Point(x=2)} == {Point(x=1, names=("a",)), Point(x=2)}


def test_a_value_survives_json() -> None:
    """Tuples come back as tuples."""
    point = Point(x=1, names=("a", "b"))
    assert Point.model_validate_json(point.model_dump_json()) == point


def test_every_exported_value_is_frozen_and_has_a_schema() -> None:
    """Each public value type refuses unknown fields and makes a JSON schema with every field in it."""
    exported = [getattr(summarizer, name) for name in summarizer.__all__]
    values = [v for v in exported if isinstance(v, type) and issubclass(v, Frozen)]
    assert len(values) >= 16
    for value in values:
        schema = value.model_json_schema()
        assert schema["additionalProperties"] is False
        assert set(schema["properties"]) == set(value.model_fields)
