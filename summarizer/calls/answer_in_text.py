"""The answer in a model's text is the last object of the shape that was asked for; drafts before it are passed over.

last_that_fits('<think>{"facts": []}?</think>So: {"facts": [{"n": 1}]}', shape=Facts)
->  Fitted(value=Facts(facts=[Fact(n=1)])), ""
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.calls.fitting import Fitted, faults_of, fit
from summarizer.calls.json_objects import Found, Unreadable, objects_in
from summarizer.calls.json_text import bare
from summarizer.calls.schemas import marked_schema

M = TypeVar("M", bound=BaseModel)

_SHOWN: Final = 3
# An answer may stand inside an envelope: {"name": "facts", "arguments": {…}}, {"result": {…}}, and one in another.
_ENVELOPES: Final = 3


def last_that_fits(text: str, *, shape: type[M]) -> tuple[Fitted[M] | None, str]:
    """The last answer in a text, or what is wrong with it; linear in the length of the text.

    An answer is an object that has the first key of the shape, in an envelope or not. One that breaks off is read up to
    there, and on behind the break, where the shape is one list; nothing before it counts then, as it was the answer.
    Where no object has that key, objects that are items of such a list are the answer together.

    Args:
        text: what a model wrote.
        shape: the pydantic model that was asked for.

    Returns:
        The answer, None where there is none; and the faults of what comes nearest to one.
    """
    key = next(iter(shape.model_fields))
    found = objects_in(text)
    faults = ""
    for at in reversed(range(len(found))):
        one = found[at]
        if one.fault:
            if _has(one.value, key):
                return _beside_the_break(found[at:], key=key, shape=shape), one.fault
            continue
        fitted, fault = _in_envelopes(one.value, key=key, shape=shape)
        faults = faults or fault
        if fitted is not None:
            return fitted, faults
    return _of_bare_items(text, key=key, shape=shape), faults


def _has(value: object, key: str) -> bool:
    return isinstance(value, dict) and key in value


def _in_envelopes(value: object, *, key: str, shape: type[M]) -> tuple[Fitted[M] | None, str]:
    """What fits of a value or of what stands in it, the best first; and the faults of the first that does not."""
    faults = value.why if isinstance(value, Unreadable) else f"{key}: Field required"
    best: Fitted[M] | None = None
    for inside in _inside(value, key=key, deep=_ENVELOPES):
        try:
            fitted = fit(inside, shape=shape)
        except ValidationError as error:
            faults = faults_of(error, most=_SHOWN)
            continue
        if not fitted.lost:
            return fitted, ""
        best = best or fitted
    return best, faults


def _inside(value: object, *, key: str, deep: int) -> Iterator[object]:
    """The objects with a key that a value is or wraps, from the outside in."""
    if _has(value, key):
        yield value
    if not deep:
        return
    inner: Sequence[object] = ()
    if isinstance(value, dict):
        inner = list(value.values())
    elif isinstance(value, list) and len(value) == 1:
        inner = value
    elif isinstance(value, str) and f'"{key}"' in value:
        inner = [one.value for one in objects_in(value) if not one.fault]
    for one in inner:
        yield from _inside(one, key=key, deep=deep - 1)


def _beside_the_break(found: Sequence[Found], *, key: str, shape: type[M]) -> Fitted[M] | None:
    """The items of a list that came whole before the break, and those behind it; None where the shape is more."""
    root, *rest = found
    before = root.value[key] if isinstance(root.value, dict) else None
    if not _is_one_list(shape) or not isinstance(before, list):
        return None
    behind = [one.value for one in rest if not one.fault]
    try:
        fitted = fit({key: [*before, *behind]}, shape=shape)
    except ValidationError:
        return None
    broken = [f"{key}.{len(before)}: {root.fault}", *(f"behind it: {one.fault}" for one in rest if one.fault)]
    kept = len(before) + len(behind) - len(fitted.lost)
    return replace(fitted, kept=kept, lost=(*fitted.lost, *broken), is_cut=root.at_end)


def _of_bare_items(text: str, *, key: str, shape: type[M]) -> Fitted[M] | None:
    """Items that stand there without the list that they belong to, where the shape is that list."""
    if not _is_one_list(shape):
        return None
    items = [one.value for one in objects_in(bare(text))]
    try:
        fitted = fit({key: items}, shape=shape) if items else None
    except ValidationError:
        return None
    return fitted if fitted is not None and fitted.is_mostly_there else None


def _is_one_list(shape: type[BaseModel]) -> bool:
    """Whether nothing but its first key, a list of objects, has to be in a shape."""
    first, *others = shape.model_fields
    node = marked_schema(shape)["properties"][first]
    of_objects = node.get("type") == "array" and node["items"].get("type") == "object"
    return of_objects and not any(shape.model_fields[name].is_required() for name in others)
