"""From a reply's text to a checked value, and from a shape to the schema that a reply must satisfy."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from typing import Annotated, TypeAlias, TypeVar, cast

from pydantic import BaseModel, Field, ValidationError

from summarizer.calls.call import Call, Reply
from summarizer.calls.json_text import bare, read_json, readings, whole_items
from summarizer.errors import ReplyEmpty, ReplyError, ReplyMalformed, ReplyRefused, ReplyTruncated

M = TypeVar("M", bound=BaseModel)

_MARK = "x-allowed"
SentenceNumber: TypeAlias = Annotated[int, Field(json_schema_extra={_MARK: "numbers"})]
"""A field for one of the sentence numbers given to `schema_of`; whether a reply keeps to them, the stage checks."""
KnownId: TypeAlias = Annotated[str, Field(json_schema_extra={_MARK: "ids"})]
"""A field for one of the ids given to `schema_of`; whether a reply keeps to them, the stage checks."""

# OpenAI takes at most 1,000 enum values in a whole schema (its guide to structured outputs, limits as of 2026-02).
_ENUM_VALUES = 1000
_LEAST_CHANCE = 1e-12  # a logarithm can be taken of it
_SHOWN = 3  # faults named in a message: the first ones, the rest mostly follow from them


def parse_reply(reply: Reply, *, call: Call, shape: type[M]) -> M:
    """The value that a reply holds: valid for `shape` in strict mode, without any other key, key by key only once.

    Spaces, a code fence, reasoning and other words may stand around the JSON, and a comma before a closing bracket may
    stand in it; nothing else is mended, so that no key and no value is other than as it came.

    Args:
        reply: what the model answered.
        call: what was asked, for its id.
        shape: the pydantic model that the call's schema was made from.

    Raises:
        ReplyRefused: the model declined, or a content filter stopped it.
        ReplyTruncated: the reply was cut at the output limit, even if what came happens to be whole.
        ReplyEmpty: there is no text.
        ReplyMalformed: the text is not JSON of this shape; NaN, infinities and a key that occurs twice are not either.
    """
    what, raw = f"the reply to {call.id}", reply.text
    if reply.finish == "content_filter":
        raise ReplyRefused(
            f"{what} was stopped by the provider's content filter; another model or provider may answer",
            call_id=call.id,
            raw=raw,
        )
    if reply.finish == "refusal":
        words = " ".join(raw.split())[:200]
        raise ReplyRefused(
            f"the model declined {call.id}: {words!r}; another model may answer", call_id=call.id, raw=raw
        )
    if reply.finish == "length":
        raise ReplyTruncated(
            f"{what} was cut at the output limit of {call.max_output_tokens} tokens; "
            "raise the limit (hidden reasoning counts too) or use smaller chunks",
            call_id=call.id,
            raw=raw,
        )
    if not bare(raw):
        raise ReplyEmpty(
            f"{what} holds no text; look at the server's own log and at whether it knows this model",
            call_id=call.id,
            raw=raw,
        )
    in_shape, in_text = "", ""
    for text in readings(raw):
        try:
            read_json(text)
            return shape.model_validate_json(text, strict=True, extra="forbid")
        except ValidationError as error:
            in_shape = in_shape or _faults(error)
        except RecursionError:
            in_text = in_text or "it is nested too deeply"
        except ValueError as error:
            in_text = in_text or str(error)
    faults = in_shape or in_text  # where one reading was JSON, its faults are those to mend
    raise ReplyMalformed(
        f"{what} is not the JSON that was asked for ({faults}); use a model or server that enforces a JSON schema",
        call_id=call.id,
        raw=raw,
        fault=f"it is not the JSON that was asked for: {faults}",
    )


def first_words(reply: Reply, *, call: Call) -> dict[str, float]:
    """The probability of each word that a reply might have begun with, in lower case, above 0.

    Args:
        reply: what the model answered; its `first_token` is read.
        call: what was asked, for its id.

    Raises:
        ReplyRefused: the model declined, or a content filter stopped it.
        ReplyError: the server gives no probabilities.
    """
    if reply.finish in ("refusal", "content_filter"):
        raise ReplyRefused(f"the model declined {call.id}; another model may answer", call_id=call.id, raw=reply.text)
    if not reply.first_token:
        raise ReplyError(
            f"the reply to {call.id} holds no token probabilities, which a question of one word needs; "
            "use a server that gives them (llama.cpp, vLLM), or judge_form='assertions'",
            call_id=call.id,
            raw=reply.text,
        )
    chances: dict[str, float] = {}
    for token, logprob in reply.first_token:
        word = token.strip().lower()
        chances[word] = chances.get(word, 0.0) + max(_LEAST_CHANCE, math.exp(min(0.0, logprob)))
    return chances


def kept_items(reply: ReplyTruncated, *, key: str, shape: type[M]) -> list[M]:
    """The items of a cut reply `{"key": [item, …` that came whole and are valid for `shape` in strict mode.

    Args:
        reply: what was cut.
        key: the first key of the object that was asked for.
        shape: the pydantic model of one item.
    """
    kept: list[M] = []
    for item in whole_items(reply.raw, key=key):
        try:
            kept.append(shape.model_validate_json(json.dumps(item), strict=True, extra="forbid"))
        except ValidationError:
            continue  # it is asked for again with the rest
    return kept


def _faults(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, fault['loc'])) or 'the whole'}: {fault['msg']}"
        for fault in error.errors(include_url=False, include_context=False, include_input=False)[:_SHOWN]
    )


def schema_of(shape: type[BaseModel], *, numbers: Sequence[int] = (), ids: Sequence[str] = ()) -> dict[str, object]:
    """The JSON schema of a shape in the strict subset that servers share, made once per shape; the dict is yours.

    Every object names all its keys as required and takes no other; there is no `$ref`, `default`, `title`, and no bound
    but `enum` and `maxItems`. Descriptions are those of fields: a docstring speaks to developers, not to the model.

    Args:
        shape: a pydantic model made of models, lists, strings, numbers, booleans, literals and `| None`.
        numbers: the values that fields of type `SentenceNumber` may take; none given, any integer.
        ids: the values that fields of type `KnownId` may take; none given, any string. When numbers and ids together
            would make more than 1,000 enum values, neither is bounded, as a server may refuse the schema.

    Raises:
        TypeError: the shape holds what the subset cannot say, such as a dict, a fixed tuple or itself.
    """
    allowed: dict[str, list[object]] = {"numbers": list(dict.fromkeys(numbers)), "ids": list(dict.fromkeys(ids))}
    base = _portable(shape)
    if sum(len(allowed[mark]) for mark in _marks(base)) > _ENUM_VALUES:
        allowed = {mark: [] for mark in allowed}
    return cast("dict[str, object]", _filled(base, allowed))


@functools.cache
def _portable(shape: type[BaseModel]) -> Mapping[str, object]:
    whole = shape.model_json_schema()
    return _strict(whole, cast("dict[str, _Node]", whole.get("$defs", {})), ())


_Node: TypeAlias = "dict[str, object]"


def _strict(node: _Node, models: Mapping[str, _Node], inside: tuple[str, ...]) -> _Node:
    """The node in the strict subset, without references; the order of keys is kept, as it is the order of the reply."""
    if "$ref" in node:
        name = str(node["$ref"]).rpartition("/")[2]
        if name in inside:
            raise TypeError(f"{name} holds itself; a portable schema cannot say that")
        made = _strict(models[name], models, (*inside, name))
    elif "properties" in node:
        fields = cast("dict[str, _Node]", node["properties"])
        return {
            "type": "object",
            "properties": {key: _strict(value, models, inside) for key, value in fields.items()},
            "required": list(fields),
            "additionalProperties": False,
        }
    elif "items" in node:
        made = {"type": "array", "items": _strict(cast("_Node", node["items"]), models, inside)}
        made |= {key: node[key] for key in ("maxItems",) if key in node}
    elif "anyOf" in node:
        made = {"anyOf": [_strict(choice, models, inside) for choice in cast("list[_Node]", node["anyOf"])]}
    elif node.get("type") in ("string", "integer", "number", "boolean", "null"):
        made = {key: node[key] for key in ("type", "enum", _MARK) if key in node}
        if "const" in node:
            made["enum"] = [node["const"]]
    else:
        raise TypeError(f"a portable schema has no place for {node}")
    return made | {key: node[key] for key in ("description",) if key in node}


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
    made = {key: _filled(value, allowed) for key, value in node.items() if key != _MARK}
    values = allowed[str(node[_MARK])] if _MARK in node else []
    return made | {"enum": list(values)} if values else made
