"""The body of a request carries a call's messages and its schema, and says which part of it the server is to keep.

request_body(call, mode="json_schema")  ->  {"system": "…", "messages": […], "output_config": {"format": {…}}}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from summarizer.calls.call import Call
from summarizer.calls.prompts import end_of_fenced
from summarizer.calls.schemas import without_own_values
from summarizer.models.openai.output_modes import OutputMode
from summarizer.models.request_policy import RequestPolicy
from summarizer.models.request_text import as_utf8, schema_in_words

# From the strictest to the one that asks nothing of the server: the API's structured output, a tool that has to be
# called, and the prompt alone.
MODES: tuple[OutputMode, ...] = ("json_schema", "tool", "text")


def request_body(call: Call, *, mode: OutputMode) -> dict[str, object]:
    """The parts of a request that carry messages and schema; without a schema, the messages alone.

    Args:
        call: what is asked.
        mode: how the schema goes, one of `MODES`.
    """
    system = "\n\n".join(as_utf8(message.content) for message in call.messages if message.role == "system")
    turns = [
        {"role": message.role, "content": as_utf8(message.content)}
        for message in call.messages
        if message.role != "system"
    ]
    if call.schema and mode == "text":
        # At the end of the last message: what all calls about one text share stays in front.
        turns[-1]["content"] += f"\n\n{schema_in_words(call)}"
    body: dict[str, object] = {"messages": turns, **_schema_parts(call, mode=mode)}
    return {"system": system, **body} if system else body


def asked_of(policy: RequestPolicy, *, body: Mapping[str, object]) -> dict[str, object]:
    """The same request, with what the policy sets: temperature, effort, and fields of the user's own.

    Args:
        policy: its output limit, timeout and way to the server are seen to elsewhere.
        body: as `request_body` makes it.
    """
    asked: dict[str, object] = {**body, **policy.extra_body}
    if policy.temperature is not None:
        asked["temperature"] = policy.temperature
    if policy.reasoning_effort is not None:
        asked["output_config"] = {
            **cast("dict[str, object]", body.get("output_config", {})),
            "effort": policy.reasoning_effort,
        }
    return asked


def shared_part(body: Mapping[str, object]) -> str:
    """What a request has in common with others about its article, in which a server finds what it has kept; or "".

    That is the article at the beginning of the first message, and before it system prompt and schema.

    Args:
        body: as `request_body` makes it.
    """
    words = _first_words(body)
    end = end_of_fenced(words)
    rest = {name: value for name, value in body.items() if name != "messages"}
    return f"{json.dumps(rest)}\n{words[:end]}" if end else ""


def keeping_article(body: Mapping[str, object]) -> dict[str, object]:
    """The same request, with the article in a block of its own that the server is told to keep.

    Args:
        body: one that has a `shared_part`.
    """
    first, *others = cast("list[dict[str, object]]", body["messages"])
    words = _first_words(body)
    end = end_of_fenced(words)
    blocks: list[dict[str, object]] = [
        {"type": "text", "text": words[:end], "cache_control": {"type": "ephemeral"}},
        {"type": "text", "text": words[end:]},
    ]
    return {**body, "messages": [{**first, "content": blocks}, *others]}


def _first_words(body: Mapping[str, object]) -> str:
    messages = cast("list[dict[str, str]]", body["messages"])
    return messages[0]["content"] if messages else ""


def _schema_parts(call: Call, *, mode: OutputMode) -> dict[str, object]:
    """The parts of a request that have the schema enforced."""
    if not call.schema or mode == "text":
        return {}
    if mode == "tool":
        tool = {"name": call.schema_name, "description": "Takes the answer.", "input_schema": dict(call.schema)}
        choice = {"type": "tool", "name": call.schema_name, "disable_parallel_tool_use": True}
        return {"tools": [tool], "tool_choice": choice}
    return {"output_config": {"format": {"type": "json_schema", "schema": _compiled(call.schema)}}}


def _compiled(schema: Mapping[str, object]) -> dict[str, object]:
    """The schema in the subset that the API compiles, with a bound that it does not know told in a description.

    A schema is compiled when it first comes, which takes seconds, and kept for a day; one that differs makes the API
    forget what it has kept of the prompt ("Structured outputs" in its documentation). So it holds nothing of one call.
    """
    from anthropic import transform_schema  # noqa: PLC0415 -- heavy; loaded by whoever makes a model

    return transform_schema(without_own_values(schema))
