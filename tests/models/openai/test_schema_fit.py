"""Whether a text holds what a schema asks for, and where in it."""

from __future__ import annotations

import json

import pytest
from calls import SCHEMA

from summarizer.models.openai.schema_fit import fitting_json, matches_schema

GOOD = '{"facts": ["It lies on a lake."]}'
PROSE = "Sure! Zürich lies on a lake."


@pytest.mark.parametrize(
    ("text", "obeyed"),
    [
        (GOOD, True),
        (f"```json\n{GOOD}\n```", True),
        ('{"facts": []}', True),
        ('{"facts": ["a", "b", "c", "d", "e"]}', True),  # maxItems is a bound, and looked at by nobody
        ('{"facts": [1]}', False),
        ('{"facts": "a"}', False),
        ('{"facts": [], "more": 1}', False),
        ("{}", False),
        ("[]", False),
        (PROSE, False),
        ("[" * 100_000, False),
    ],
)
def test_obeying(text: str, obeyed: bool) -> None:  # noqa: FBT001
    """Keys and types decide."""
    assert matches_schema(text, schema=SCHEMA) is obeyed


@pytest.mark.parametrize(
    ("value", "node", "obeyed"),
    [
        (1, {"type": "integer"}, True),
        (True, {"type": "integer"}, False),
        (1.5, {"type": "integer"}, False),
        (1, {"type": "number"}, True),
        (True, {"type": "boolean"}, True),
        (None, {"anyOf": [{"type": "string"}, {"type": "null"}]}, True),
        (3, {"anyOf": [{"type": "string"}, {"type": "null"}]}, False),
        ("b", {"type": "string", "enum": ["a"]}, True),
    ],
)
def test_obeying_types(value: object, node: dict[str, object], obeyed: bool) -> None:  # noqa: FBT001
    """Every word of the portable subset is understood; a boolean is no number."""
    schema = {"type": "object", "properties": {"x": node}, "required": ["x"], "additionalProperties": False}
    assert matches_schema(json.dumps({"x": value}), schema=schema) is obeyed


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"<function=facts>{GOOD}</function>",
        f'{{"name": "facts", "arguments": {GOOD}}}',
        f'{{"tool_calls": [{{"function": {{"arguments": {json.dumps(GOOD)}}}}}]}}',
        f'First {{"facts": "no"}}, then {GOOD}',
        f'{{"facts": []}} or rather {GOOD}',
    ],
)
def test_what_fits_is_found_in_any_dress(text: str) -> None:
    """Alone, fenced, as a tool's arguments, in a string within JSON, after something that does not fit; the last."""
    found = fitting_json(text, schema=SCHEMA)
    assert found is not None
    assert json.loads(found) == json.loads(GOOD)


@pytest.mark.parametrize("text", ["", PROSE, "{" * 100_000, '{"a":' * 50_000, '{"facts": [1]}', '{"facts": ["cut'])
def test_what_does_not_fit_is_not_mended(text: str) -> None:
    """Nothing is made up, and nothing hostile takes long."""
    assert fitting_json(text, schema=SCHEMA) is None
