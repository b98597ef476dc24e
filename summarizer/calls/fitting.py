"""A value is fitted to a shape: what is plainly meant is read, and an item that does not fit is left out by name.

fit({"facts": [{"n": "5"}, {"n": "five"}], "note": 1}, shape=Facts)
->  Fitted(value=Facts(facts=[Fact(n=5)]), kept=1, lost=("facts.1: n: Input should be a valid integer",))
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.calls.json_objects import Unreadable
from summarizer.calls.json_text import read_json
from summarizer.calls.schemas import is_divisible, marked_schema

M = TypeVar("M", bound=BaseModel)
_Node: TypeAlias = "Mapping[str, Any]"
Place: TypeAlias = "tuple[int | str, ...]"

_NUMBER: Final = re.compile(r"\s*+\[?+\s*+(-?[0-9]{1,15})\s*+\]?+\s*+")
_TRUTHS: Final = {"true": True, "false": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted(Generic[M]):
    """A value of a shape, and which items of what came are not in it.

    Attributes:
        value: the value.
        kept: how many items it has in the lists from which one was left out.
        lost: each item left out, by its place, with what is wrong with it.
        left_out: the places of those, as far as they are known.
        is_cut: whether what came ends in the middle, so that nobody knows how much is not there.
    """

    value: M
    kept: int = 0
    lost: tuple[str, ...] = ()
    left_out: frozenset[Place] = frozenset()
    is_cut: bool = False

    @property
    def is_mostly_there(self) -> bool:
        """Whether no more is lost than was kept, so that another answer is not worth its price."""
        return not self.is_cut and len(self.lost) <= self.kept


def fit(value: object, *, shape: type[M]) -> Fitted[M]:
    """The value in its shape.

    Read as what they plainly mean: "5" for 5, 5.0 for 5, "[5]" for the number of a sentence, "true" for true, one value
    for a list of one, JSON text in place of what it says, a known word in other capitals, null for a key left out; a
    key that nobody asked for is passed over. No other value is changed. An item of a list that then does not fit is
    left out, with the item that it is a part of unless that is `DIVISIBLE`.

    Args:
        value: what a model wrote.
        shape: the pydantic model that the call's schema was made from.

    Raises:
        ValidationError: something outside of any list does not fit.
    """
    schema = marked_schema(shape)
    mended = _mended(value, schema)
    try:
        return Fitted(value=shape.model_validate(mended, strict=True))
    except ValidationError as error:
        faults = error
    found = _items_at_fault(mended, faults, schema=schema)
    pruned = _without(mended, found.keys(), ())
    paths = {tuple(key for key in place if isinstance(key, str)) for place in found}
    return Fitted(
        value=shape.model_validate(pruned, strict=True),
        kept=sum(_count(pruned, path) for path in paths),
        lost=tuple(found.values()),
        left_out=frozenset(found),
    )


def faults_of(error: ValidationError, *, most: int) -> str:
    """The first faults of a value, each with the place where it is; nothing of what was written there."""
    shown = error.errors(include_url=False, include_context=False, include_input=False)[:most]
    return "; ".join(_in_words(fault["loc"] or ("the whole",), fault["msg"]) for fault in shown)


def _in_words(place: Place, what: str) -> str:
    return ": ".join(filter(None, (".".join(map(str, place)), what)))


def _why(value: Any, place: Place) -> str:
    """Why the value at a place is not readable; "" where it is, or where there is none."""
    for key in place:
        if not isinstance(value, list):
            value = value.get(key) if isinstance(value, dict) else value
        elif isinstance(key, int):
            value = value[key]
    return value.why if isinstance(value, Unreadable) else ""


def _items_at_fault(value: object, faults: ValidationError, *, schema: _Node) -> Mapping[Place, str]:
    """The places of the items that do not fit, each with what is wrong with it.

    Raises:
        ValidationError: the one given, where a fault is in no item of a list.
    """
    found: dict[Place, str] = {}
    for fault in faults.errors(include_url=False, include_context=False, include_input=False):
        item = _item_at(fault["loc"], schema)
        if item is None:
            raise faults
        what = _in_words(fault["loc"][len(item) :], _why(value, fault["loc"]) or fault["msg"])
        found.setdefault(item, _in_words(item, what))
    return found


def _item_at(place: Place, node: _Node) -> Place | None:
    """The item of a list that is left out for a fault at a place; None where the fault is in no list.

    That is the outermost, or the first inside it that a divisible item may do without.
    """
    found: Place | None = None
    for at, key in enumerate(place):
        if isinstance(key, int):
            node, found = node["items"], place[: at + 1]
            if not is_divisible(node) or not any(isinstance(further, int) for further in place[at + 1 :]):
                break
        else:
            node = node.get("properties", {}).get(key, {})
    return found


def _count(value: object, path: tuple[str, ...]) -> int:
    """How many items the lists have to which some keys lead, each through all items of the lists on the way."""
    if isinstance(value, list):
        return sum(_count(one, path) for one in value) if path else len(value)
    return _count(value[path[0]], path[1:]) if isinstance(value, dict) and path and path[0] in value else 0


def _without(value: object, items: Collection[Place], place: Place) -> object:
    """A copy of a value without the items of its lists that stand at some places."""
    if isinstance(value, dict):
        return {key: _without(one, items, (*place, key)) for key, one in value.items()}
    if isinstance(value, list):
        return [_without(one, items, (*place, at)) for at, one in enumerate(value) if (*place, at) not in items]
    return value


def _mended(value: object, node: _Node) -> object:
    """The value with what plainly means another one in its place."""
    if "anyOf" in node:
        return value
    kind = node["type"]
    if kind in ("object", "array"):
        value = _unquoted(value, list if kind == "array" else dict)
    if kind == "array":
        return _mended_list(value, node["items"])
    if kind == "object":
        fields = node["properties"]
        if not isinstance(value, dict):
            return value
        said = {key: one for key, one in value.items() if key in fields and (one is not None or "anyOf" in fields[key])}
        return {key: _mended(one, fields[key]) for key, one in said.items()}
    return _mended_scalar(value, node)


def _mended_list(value: object, node: _Node) -> object:
    if value is None or isinstance(value, Unreadable):
        return value
    if not isinstance(value, list):
        # A word for a list of objects, or an object for one of words, is something else and not a list of one.
        value = [value] if isinstance(value, dict) == (node.get("type") == "object") else value
    return [_mended(one, node) for one in value] if isinstance(value, list) else value


def _mended_scalar(value: object, node: _Node) -> object:
    if node["type"] == "integer":
        return _whole_number(value)
    if not isinstance(value, str) or len(value) > _LONGEST_SCALAR:
        return value
    if node["type"] == "boolean":
        return _TRUTHS.get(value.strip().lower(), value)
    meant = [known for known in node.get("enum", ()) if _spelled(str(known)) == _spelled(value)]
    return meant[0] if len(meant) == 1 else value


def _whole_number(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    number = _NUMBER.fullmatch(value) if isinstance(value, str) and len(value) <= _LONGEST_SCALAR else None
    return int(number[1]) if number else value


_LONGEST_SCALAR: Final = 64


def _spelled(word: str) -> str:
    """A word of a list by one spelling: "Not stated" and "not_stated" are one."""
    return re.sub(r"[ _-]", "", word.strip().lower())


def _unquoted(value: object, kind: type) -> object:
    """What JSON text says that stands in a string where an object or a list belongs."""
    if not isinstance(value, str) or not value.strip().startswith(("{", "[")):
        return value
    try:
        read = read_json(value)
    except (ValueError, RecursionError):
        return value
    return read if isinstance(read, kind) else value
