"""The JSON in a model's text is found and read strictly, whatever stands around it.

readings('<think>Hm.</think>Sure: {"a": 1,}')  ->  the text as it came, '{"a": 1,}', '{"a": 1}'
whole_items('{"facts": [{"a": 1}, {"a": 2', key="facts")  ->  [{"a": 1}]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NoReturn

_CODE_FENCE: Final = r"```[\w-]*\s*\n?(.*?)\n?\s*```"
# A string, so that no comma in it is taken for one of the JSON; or a comma between a value and a closing bracket.
_COMMA_AT_END: Final = r'("(?:[^"\\]|\\.)*")|(?<=["}\]\w])\s*,(?=\s*[}\]])'


def bare(text: str) -> str:
    """The text without reasoning before it and without a code fence around it: `bare("<think>…</think>{}") == "{}"`."""
    text = text.strip()
    # Where the prompt's template opens the reasoning, the reply holds its end alone. JSON that quotes the mark is safe.
    if not text.startswith(("{", "[", "```")):
        _, end, after = text.partition("</think>")
        text = after.strip() if end else text
    fenced = re.fullmatch(_CODE_FENCE, text, flags=re.DOTALL)
    return fenced[1].strip() if fenced else text


def read_json(text: str) -> object:
    """The value of a JSON text in which each key of an object occurs once.

    Raises:
        ValueError: it is not JSON; NaN, infinities and a repeated key are not either.
        RecursionError: it is nested too deeply.
    """
    return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_constant)


def readings(text: str) -> Iterator[str]:
    """The text as it is; then without words around one object; then without commas before a closing bracket.

    None of these can change a key or a value, which is why no library for broken JSON is used here: json-repair 0.64
    keeps the last of two equal keys, makes "tru" of `tru` and "4,2" of `4,2`, and closes a string that was cut.
    """
    text = bare(text)
    yield text
    within = text[text.find("{") : text.rfind("}") + 1]
    if within != text:
        yield within
    without = re.sub(_COMMA_AT_END, r"\1", within)
    if without != within:
        yield without


def whole_items(text: str, *, key: str) -> list[object]:
    """The items that came whole in a text cut off inside `{"key": [item, item, …`, up to the first that did not.

    Args:
        text: what came, with or without what may stand before the JSON.
        key: the first key of the object.
    """
    text = bare(text)
    begun = re.match(r"(?:```[\w-]*\s*)?\{\s*" + re.escape(json.dumps(key)) + r"\s*:\s*\[\s*", text)
    decoder = json.JSONDecoder(object_pairs_hook=_each_key_once, parse_constant=_no_constant)
    items: list[object] = []
    at = begun.end() if begun else len(text)
    while at < len(text):
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        # A number at the very end may have lost its last digits; nothing else can look whole and not be.
        if at == len(text) and not isinstance(item, dict | list | str):
            break
        items.append(item)
        between = re.compile(r"\s*,\s*").match(text, at)
        at = between.end() if between else len(text)
    return items


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} occurs twice in one object")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
