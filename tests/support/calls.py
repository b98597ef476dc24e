"""Calls for tests that are about what carries them."""

from __future__ import annotations

from summarizer.calls.call import Call, Stage
from summarizer.calls.message import Message

SCHEMA = {
    "type": "object",
    "properties": {"facts": {"type": "array", "items": {"type": "string"}, "maxItems": 3}},
    "required": ["facts"],
    "additionalProperties": False,
}
MESSAGES = (Message(role="system", content="List facts."), Message(role="user", content="Zürich lies on a lake. 😀"))


def a_call(
    call_id: str = "extract:c1", *, stage: Stage = "extract", messages: tuple[Message, ...] = MESSAGES, limit: int = 64
) -> Call:
    """A complete call; what a test does not care about has a plain value."""
    return Call(
        id=call_id,
        stage=stage,
        messages=messages,
        schema_name="facts",
        schema=SCHEMA,
        max_output_tokens=limit,
        prompt_id="extract.v1",
        prompt_sha256="0" * 64,
    )
