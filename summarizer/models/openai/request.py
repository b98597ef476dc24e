"""The body of a request carries a call's messages and its schema, in the form that the server takes.

request_body(call, form=OutputForm(mode="tool"))  ->  {"messages": […], "tools": […], "tool_choice": {…}}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from summarizer.calls.call import Call
from summarizer.models.openai.output_modes import OutputForm
from summarizer.models.request_text import as_utf8, schema_in_words


def request_body(call: Call, *, form: OutputForm, merged: bool = False) -> dict[str, object]:
    """The parts of a chat completion request that carry messages and schema; without a schema, the messages alone.

    Args:
        call: what is asked.
        form: how the schema goes.
        merged: whether the system's words go in front of the user's, and no role speaks twice in a row.
    """
    messages = [{"role": message.role, "content": as_utf8(message.content)} for message in call.messages]
    if merged:
        messages = _merged(messages)
    if not call.schema:
        return {"messages": messages}
    schema = (
        cast("dict[str, object]", _without_bounds(call.schema, form.without)) if form.without else dict(call.schema)
    )
    if form.mode == "tool":
        return {"messages": messages, **_tool_parts(call.schema_name, schema)}
    if form.mode == "json_schema":
        wanted = {"name": call.schema_name, "schema": schema, "strict": True}
        return {"messages": messages, "response_format": {"type": "json_schema", "json_schema": wanted}}
    # At the end of the last message: what all calls about one text share stays in front, for the server's prompt cache.
    messages[-1]["content"] += f"\n\n{schema_in_words(call)}"
    if form.mode == "json_object":
        return {"messages": messages, "response_format": {"type": "json_object"}}
    return {"messages": messages}


def _merged(messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """The messages as a model without a system role takes them: the user and the assistant in turn."""
    merged: list[dict[str, str]] = []
    for message in messages:
        role = "user" if message["role"] == "system" else message["role"]
        if merged and merged[-1]["role"] == role:
            merged[-1]["content"] += f"\n\n{message['content']}"
        else:
            merged.append({"role": role, "content": message["content"]})
    return merged


def _tool_parts(name: str, schema: Mapping[str, object]) -> dict[str, object]:
    """The one tool that is offered, and has to be called."""
    function = {"name": name, "description": "Takes the answer.", "parameters": schema}
    return {
        "tools": [{"type": "function", "function": function}],
        "tool_choice": {"type": "function", "function": {"name": name}},
    }


def _without_bounds(node: object, bounds: frozenset[str]) -> object:
    """A copy of a schema without these bounds; a field that is called like one of them stays."""
    if isinstance(node, list):
        return [_without_bounds(item, bounds) for item in node]
    if not isinstance(node, Mapping):
        return node
    copy: dict[str, object] = {}
    for key, value in node.items():
        if key == "properties" and isinstance(value, Mapping):
            copy[key] = {name: _without_bounds(field, bounds) for name, field in value.items()}
        elif key not in bounds:
            copy[key] = _without_bounds(value, bounds)
    return copy
