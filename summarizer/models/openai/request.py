"""How a call looks on the wire in each form of structured output."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from summarizer.calls.call import Call
from summarizer.calls.prompts import load_prompt
from summarizer.models.openai.output_modes import Form


def wire(call: Call, *, form: Form) -> dict[str, object]:
    """The parts of a chat completion request that carry messages and schema; without a schema, the messages alone."""
    messages = [{"role": m.role, "content": _sendable(m.content)} for m in call.messages]
    if not call.schema:
        return {"messages": messages}
    schema = cast("dict[str, object]", _bounded(call.schema, form.without) if form.without else dict(call.schema))
    if form.mode == "tool":
        function = {
            "name": call.schema_name,
            "description": "Takes the answer.",
            "parameters": schema,
        }
        return {
            "messages": messages,
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": call.schema_name}},
        }
    if form.mode == "json_schema":
        wanted = {"name": call.schema_name, "schema": schema, "strict": True}
        return {"messages": messages, "response_format": {"type": "json_schema", "json_schema": wanted}}
    shown = json.dumps(call.schema, ensure_ascii=False)
    (words,) = load_prompt("schema.v1").render(name=call.schema_name, schema=shown)
    # At the end of the last message: what all calls about one text share stays in front, for the server's prompt cache.
    messages[-1]["content"] += f"\n\n{words.content}"
    if form.mode == "json_object":
        return {"messages": messages, "response_format": {"type": "json_object"}}
    return {"messages": messages}


def _bounded(node: object, without: frozenset[str]) -> object:
    """A copy of a schema without these bounds; a field that is called like one of them stays."""
    if isinstance(node, list):
        return [_bounded(item, without) for item in node]
    if not isinstance(node, Mapping):
        return node
    return {
        key: {name: _bounded(field, without) for name, field in value.items()}
        if key == "properties" and isinstance(value, Mapping)
        else _bounded(value, without)
        for key, value in node.items()
        if key not in without
    }


def _sendable(text: str) -> str:
    """The text as UTF-8 can carry it: a lone surrogate becomes U+FFFD; no offset is read from a reply."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
