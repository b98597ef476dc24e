"""The arguments of several tool calls are one answer: their lists are joined, and what cannot be joined is named.

joined_arguments(['{"facts": [1]}', '{"facts": [2]}'])      ->  '{"facts": [1, 2]}', ()
joined_arguments(['{"headline": "A"}', '{"headline": "B"}'])  ->  both, one a line; '1 more tool call was not read'
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain
from typing import Final

from summarizer.calls.json_text import read_json

_DIFFERENT: Final = object()


def joined_arguments(given: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The text of an answer that came as several tool calls, and what came and is not read of it.

    Where each holds the same keys and their values are lists, equal, or empty in all but one, they are one object;
    where each is an item of a list, they stand one a line, as items do that a model writes without the list.

    Args:
        given: the arguments of each call, in order; one or more.
    """
    if len(given) == 1:
        return given[0], ()
    objects = [_object_in(text) for text in given]
    joined = _joined([one for one in objects if one is not None]) if None not in objects else None
    if joined is not None:
        return json.dumps(joined, ensure_ascii=False), ()
    answers = sum(one is None or _holds_items(one) for one in objects)
    left = f"{answers - 1} more tool call{'s were' if answers > 2 else ' was'} not read"
    return "\n".join(given), (left,) if answers > 1 else ()


def _object_in(text: str) -> dict[str, object] | None:
    try:
        value = read_json(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _joined(objects: Sequence[dict[str, object]]) -> dict[str, object] | None:
    """The objects as one; None where they say different things under one key."""
    first, *others = objects
    if not any(map(_holds_items, objects)) or any(one.keys() != first.keys() for one in others):
        return None
    found = {key: _as_one([one[key] for one in objects]) for key in first}
    return None if _DIFFERENT in found.values() else found


def _as_one(values: Sequence[object]) -> object:
    """The lists as one list, or what those say that say something; `_DIFFERENT` where that is not one thing."""
    lists = [value for value in values if isinstance(value, list)]
    if len(lists) == len(values):
        return list(chain.from_iterable(lists))
    said = [value for value in values if value not in ("", None)] or values[:1]
    return said[0] if all(value == said[0] for value in said) else _DIFFERENT


def _holds_items(value: dict[str, object]) -> bool:
    """Whether it is an answer with a list of objects in it, and no item of one."""
    return any(isinstance(one, list) and any(isinstance(item, dict) for item in one) for one in value.values())
