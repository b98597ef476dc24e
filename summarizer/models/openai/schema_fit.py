"""Whether a text holds what a schema asks for; keys and types decide, bounds are not looked at.

matches_schema('{"facts": []}', schema=…)                                ->  True
fitting_json('<function=facts>{"facts": []}</function>', schema=…)      ->  '{"facts": []}'
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from summarizer.calls.json_text import bare, read_json


def matches_schema(text: str, *, schema: Mapping[str, object]) -> bool:
    """True when the JSON in a text has the keys and types of a schema in the portable subset; bounds are not looked at.

    Written out instead of a validator's package, because the subset has five words and this runs beside every request
    until a server is trusted.

    Args:
        text: a model's text; what may stand around the JSON may.
        schema: as `summarizer.calls.schemas.schema_of` makes it.
    """
    try:
        return _matches(read_json(bare(text)), schema, whole=True)
    except (ValueError, RecursionError):
        return False


_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def _matches(value: object, node: Mapping[str, object], *, whole: bool) -> bool:
    """Whether a value is of a schema; without `whole`, every key but the first of an object may be left out."""
    if "anyOf" in node:
        choices = cast("list[Mapping[str, object]]", node["anyOf"])
        return any(_matches(value, choice, whole=whole) for choice in choices)
    kind = str(node.get("type"))
    if kind == "object":
        fields = cast("Mapping[str, Mapping[str, object]]", node.get("properties", {}))
        return _matches_object(value, fields, whole=whole)
    if kind == "array":
        items = cast("Mapping[str, object]", node.get("items", {}))
        return isinstance(value, list) and all(_matches(item, items, whole=whole) for item in value)
    if isinstance(value, bool):  # which is a whole number to Python
        return kind == "boolean"
    return isinstance(value, _TYPES.get(kind, (object,)))


def _matches_object(value: object, fields: Mapping[str, Mapping[str, object]], *, whole: bool) -> bool:
    if not isinstance(value, dict) or not value.keys() <= fields.keys():
        return False
    if value.keys() != fields.keys() and (whole or next(iter(fields)) not in value):
        return False
    return all(_matches(one, fields[name], whole=whole) for name, one in value.items())


# Places of an opening brace at which JSON is looked for: a wrapper and words before it take a few.
_MOST_PLACES = 32
_MOST_DEPTH = 6


def fitting_json(text: str, *, schema: Mapping[str, object]) -> str | None:
    """The last JSON in a text that fits a schema, alone or within other JSON, such as a tool's call; None without any.

    A model leaves out keys that have nothing to say, so that the first one of each object is enough; whether the answer
    is whole is for whoever reads it.

    Args:
        text: what a model wrote, with anything around it.
        schema: as `summarizer.calls.schemas.schema_of` makes it.
    """
    decoder = json.JSONDecoder()
    found: object = None
    at = text.find("{")
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found = _fitting_within(value, schema, depth=0) or found
        at = text.find("{", end)
    return None if found is None else json.dumps(found, ensure_ascii=False)


def _fitting_within(value: object, schema: Mapping[str, object], *, depth: int) -> object:
    """The value, or the first one within it, that fits; None without any. A string may hold it as JSON."""
    if depth > _MOST_DEPTH:
        return None
    if isinstance(value, dict) and _matches(value, schema, whole=False):
        return value
    if isinstance(value, str) and value.lstrip().startswith("{"):
        try:
            value = read_json(value)
        except (ValueError, RecursionError):
            return None
        return _fitting_within(value, schema, depth=depth + 1)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    fits = (_fitting_within(one, schema, depth=depth + 1) for one in inner)
    return next((one for one in fits if one is not None), None)
