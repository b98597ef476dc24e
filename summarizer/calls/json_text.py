"""The JSON in a model's text is read strictly, without the reasoning before it and the fence around it.

bare('<think>Hm.</think>```{"a": 1}```')                   ->  '{"a": 1}'
whole_items('{"facts": [{"a": 1}, {"a": 2', key="facts")  ->  [{"a": 1}]
"""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

from summarizer.calls.json_objects import Unreadable, objects_in

_FENCE: Final = "```"
_INFO: Final = re.compile(r"[\w+-]*+")
_JSON_BEGINS: Final = ("{", "[", _FENCE)
# What models and the servers that forget to take it off write around reasoning: DeepSeek, Qwen and those trained from
# them, Magistral, Kimi, Seed, gpt-oss with its channels, and models that were asked to think in tags. All bounded.
_NAMES: Final = "think|thinking|thoughts?|reason|reasoning|reflection|scratchpad|analysis"
_OPENS: Final = re.compile(
    rf"\s*+(?:<(?:\w{{1,20}}:)?(?:{_NAMES})>|\[THINK\]|◁think▷|<\|begin_of_thought\|>|(?:<\|start\|>assistant)?<\|channel\|>)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    rf"</(?:\w{{1,20}}:)?(?:{_NAMES})>|\[/THINK\]|◁/think▷|<\|end_of_thought\|>"
    r"|<\|channel\|>final[^<>|]{0,80}<\|message\|>",
    re.IGNORECASE,
)


def bare(text: str) -> str:
    """The text without reasoning before it and without a code fence around it: `bare("<think>…</think>{}") == "{}"`."""
    text = text.strip()
    at = 0
    # Where the prompt's template opens the reasoning, the reply holds its end alone. JSON that quotes the mark is safe.
    goes_on = not text.startswith(_JSON_BEGINS) or _OPENS.match(text) is not None
    while goes_on and (end := _ENDS.search(text, at)):
        at = end.end()
        goes_on = _OPENS.match(text, at) is not None
    text = text[at:].lstrip()
    if text.startswith(_FENCE) and text.endswith(_FENCE) and len(text) >= 2 * len(_FENCE):
        inside = text[len(_FENCE) : -len(_FENCE)]
        return inside[_INFO.match(inside).end() :].strip()  # type: ignore[union-attr]  # an empty one at least
    return text


def read_json(text: str) -> object:
    """The value of a JSON text in which each key of an object occurs once.

    Raises:
        ValueError: it is not JSON; NaN, infinities and a repeated key are not either.
        RecursionError: it is nested too deeply.
    """
    return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_constant)


def whole_items(text: str, *, key: str) -> list[object]:
    """The items that came whole in a text cut off inside `{"key": [item, item, …`; of several such the last.

    Args:
        text: what came, with or without what may stand before the JSON.
        key: the first key of the object.
    """
    for found in reversed(objects_in(text)):
        if isinstance(found.value, dict) and next(iter(found.value), None) == key:
            items = found.value[key]
            return [one for one in items if not isinstance(one, Unreadable)] if isinstance(items, list) else []
    return []


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} occurs twice in one object")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
