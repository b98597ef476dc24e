"""A schema says which JSON a reply must be, in the strict subset that servers share; it is made from a pydantic model.

class Fact(BaseModel): statement: str; sentences: list[SentenceNumber]

schema_of(Fact, numbers=[1, 2])
-> {"type": "object", "properties": {"statement": {"type": "string"}, "sentences": {… "enum": [1, 2]}}, …}
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, TypeAlias, cast

from pydantic import BaseModel, Field, JsonValue

_MARK: Final = "x-allowed"
SentenceNumber: TypeAlias = Annotated[int, Field(json_schema_extra={_MARK: "numbers"})]
"""A field for one of the sentence numbers given to `schema_of`; whether a reply keeps to them, the stage checks."""
KnownId: TypeAlias = Annotated[str, Field(json_schema_extra={_MARK: "ids"})]
"""A field for one of the ids given to `schema_of`; whether a reply keeps to them, the stage checks."""

# More sentences than a small model is shown are not listed in a schema: strong models keep to the numbers that they
# see, and a list of all, wherever a number may stand, costs a tenth of the article.
_LISTED_NUMBERS: Final = 12
# OpenAI takes at most 1,000 enum values in a whole schema (its guide to structured outputs, limits as of 2026-02).
_ENUM_VALUES: Final = 1000
_SCALARS: Final = ("string", "integer", "number", "boolean", "null")

_DIVISIBLE: Final = "x-divisible"
DIVISIBLE: Final[dict[str, JsonValue]] = {_DIVISIBLE: True}
"""For `model_config["json_schema_extra"]` of an item that still says something true when items inside it are left out.

Where it is not set, an item is left out whole: an assessment of which a part is missing would say another thing.
"""

_Node: TypeAlias = "dict[str, object]"


class _OfOneCall(list[object]):
    """The values of an enum that one call alone knows, its ids or sentence numbers; to JSON a list like any other."""


def schema_of(shape: type[BaseModel], *, numbers: Sequence[int] = (), ids: Sequence[str] = ()) -> dict[str, object]:
    """The JSON schema of a shape in the strict subset that servers share, made once per shape; the dict is yours.

    Every object names all its keys as required and takes no other; there is no `$ref`, `default`, `title`, and no bound
    but `enum` and `maxItems`. Descriptions are those of fields: a docstring speaks to developers, not to the model.

    Args:
        shape: a pydantic model made of models, lists, strings, numbers, booleans, literals and `| None`.
        numbers: the values that fields of type `SentenceNumber` may take; none given, or more than 12, any integer.
        ids: the values that fields of type `KnownId` may take; none given, any string. When numbers and ids together
            would make more than 1,000 enum values, neither is bounded, as a server may refuse the schema.

    Raises:
        TypeError: the shape holds what the subset cannot say, such as a dict, a fixed tuple or itself.
    """
    allowed: dict[str, list[object]] = {"numbers": list(dict.fromkeys(numbers)), "ids": list(dict.fromkeys(ids))}
    if len(allowed["numbers"]) > _LISTED_NUMBERS:
        allowed["numbers"] = []
    base = _portable(shape)
    if sum(len(allowed[mark]) for mark in _marks(base)) > _ENUM_VALUES:
        allowed = {mark: [] for mark in allowed}
    return cast("dict[str, object]", _filled(base, allowed))


def without_own_values(schema: Mapping[str, object]) -> dict[str, object]:
    """A schema without the ids and sentence numbers of its call: the same for all calls that ask for a shape.

    `without_own_values(schema_of(s, ids=a, numbers=b)) == without_own_values(schema_of(s, ids=c, numbers=d))`. A server
    that compiles schemas, or keeps what it has read of a prompt by its schema, then does so once. The prompts say which
    ids and numbers there are, and the stage checks that a reply keeps to them.

    Args:
        schema: as `schema_of` makes it.
    """
    return cast("dict[str, object]", _shared(schema))


def _shared(node: object) -> object:
    if isinstance(node, list):
        return [_shared(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    return {key: _shared(value) for key, value in node.items() if not isinstance(value, _OfOneCall)}


def is_divisible(node: Mapping[str, object]) -> bool:
    """Whether items inside an item of this schema may be left out of it; see `DIVISIBLE`."""
    return bool(node.get(_DIVISIBLE))


def marked_schema(shape: type[BaseModel]) -> Mapping[str, Any]:
    """The schema of a shape with its marks, for reading replies: made once, shared, and not to be sent or changed."""
    return _portable(shape)


@functools.cache
def _portable(shape: type[BaseModel]) -> Mapping[str, object]:
    whole = shape.model_json_schema()
    return _strict(whole, cast("dict[str, _Node]", whole.get("$defs", {})), ())


def _strict(node: _Node, models: Mapping[str, _Node], inside: tuple[str, ...]) -> _Node:
    """The node in the strict subset, without references; the order of keys is kept, as it is the order of the reply.

    Args:
        node: a node of the schema that pydantic makes.
        models: what references in it name.
        inside: the names of the models around it.
    """
    if "properties" in node:
        return _strict_object(node, models, inside)
    if "$ref" in node:
        name = str(node["$ref"]).rpartition("/")[2]
        if name in inside:
            raise TypeError(f"{name} holds itself; a portable schema cannot say that")
        strict = _strict(models[name], models, (*inside, name))
    elif "items" in node:
        strict = {"type": "array", "items": _strict(cast("_Node", node["items"]), models, inside)}
        strict |= _picked(node, "maxItems")
    elif "anyOf" in node:
        strict = {"anyOf": [_strict(choice, models, inside) for choice in cast("list[_Node]", node["anyOf"])]}
    else:
        strict = _strict_scalar(node)
    return strict | _picked(node, "description")


def _strict_object(node: _Node, models: Mapping[str, _Node], inside: tuple[str, ...]) -> _Node:
    """An object that names all its keys as required and takes no other."""
    fields = cast("dict[str, _Node]", node["properties"])
    return {
        "type": "object",
        "properties": {key: _strict(value, models, inside) for key, value in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
        **_picked(node, _DIVISIBLE),
    }


def _strict_scalar(node: _Node) -> _Node:
    if node.get("type") not in _SCALARS:
        raise TypeError(f"a portable schema has no place for {node}")
    constant = {"enum": [node["const"]]} if "const" in node else {}
    return _picked(node, "type", "enum", _MARK) | constant


def _picked(node: _Node, *keys: str) -> _Node:
    """What the node has of these keys."""
    return {key: node[key] for key in keys if key in node}


def _marks(node: object) -> list[str]:
    """Every mark in the schema, as often as it occurs."""
    if isinstance(node, list):
        return [mark for item in node for mark in _marks(item)]
    if not isinstance(node, dict):
        return []
    own = [str(node[_MARK])] if _MARK in node else []
    return own + [mark for value in node.values() for mark in _marks(value)]


def _filled(node: object, allowed: Mapping[str, list[object]]) -> object:
    """A copy of the schema in which each mark became the values that it stands for."""
    if isinstance(node, list):
        return [_filled(item, allowed) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _filled(value, allowed) for key, value in node.items() if key not in (_MARK, _DIVISIBLE)}
    values = allowed[str(node[_MARK])] if _MARK in node else []
    return made | {"enum": _OfOneCall(values)} if values else made
