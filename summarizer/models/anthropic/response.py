"""The body of a message is read with tolerance for servers that leave parts of it out.

read_message(b'{"content": [{"type": "text", "text": "Yes"}], "stop_reason": "end_turn"}')  ->  Reply(text="Yes")
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from summarizer.calls.call import Finish, Reply, Tokens

# Any other reason to stop ("end_turn", "tool_use", "stop_sequence", none at all) says nothing against the text. A reply
# that filled the context is cut like one that reached its own limit.
_FINISH: Mapping[str, Finish] = {
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
    "refusal": "refusal",
}


def read_message(body: bytes, *, mask: Callable[[str], str] = str) -> Reply:
    """The reply that a response body holds; no content is a reply with an empty text.

    Args:
        body: the bytes of a response with status 200.
        mask: hides secrets in what an error's message shows of it.

    Raises:
        ValueError: the body is not the JSON of a message; the message says what it begins with.
    """
    try:
        message = _Message.model_validate_json(body)
    except ValidationError as error:
        began = " ".join(mask(body.decode("utf-8", "replace")).split())[:80]  # half a secret is not recognized
        raise ValueError(f"the body is not a message; it begins {began!r}") from error
    if message.error is not None:
        raise ValueError(f"the body is an error under status 200: {mask(str(message.error))}")
    if message.content is None and message.stop_reason is None:
        raise ValueError("the body is JSON, but not that of a message")
    finish = _FINISH.get(message.stop_reason or "", "stop")
    text = message.words()
    if finish == "refusal":
        text = message.why_refused() or text
    return Reply(text=text, finish=finish, tokens=_tokens_of(message.usage))


def _or_none(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """Odd token counts or details are not worth a reply that is paid for: they count as left out."""
    try:
        return handler(value)
    except ValidationError:
        return None


class _Wire(BaseModel):
    model_config = ConfigDict(defer_build=True)


class _Block(_Wire):
    """A text, or the input of a tool that was called; thinking and all else has neither."""

    type: str | None = None
    text: str | None = None
    input: dict[str, object] | None = None


class _StopDetails(_Wire):
    category: str | None = None
    explanation: str | None = None


class _OutputDetails(_Wire):
    thinking_tokens: int | None = None


class _Usage(_Wire):
    """What was counted; `input_tokens` are those that were neither read from the cache nor written to it."""

    input_tokens: int | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    output_tokens: int | None = None
    output_tokens_details: _OutputDetails | None = None


class _Message(_Wire):
    content: list[_Block] | None = None
    stop_reason: str | None = None
    stop_details: Annotated[_StopDetails | None, WrapValidator(_or_none)] = None
    usage: Annotated[_Usage | None, WrapValidator(_or_none)] = None
    error: object = None

    def words(self) -> str:
        """The inputs of the tools called, if any was offered and called; else the text."""
        blocks = self.content or []
        called = [block.input for block in blocks if block.type == "tool_use" and block.input]
        if called:
            return "\n".join(json.dumps(one, ensure_ascii=False) for one in called)
        return "".join(block.text or "" for block in blocks if block.type == "text")

    def why_refused(self) -> str:
        """What the API says of a refusal, in its own words."""
        details = self.stop_details
        return (details.explanation or details.category or "") if details else ""


def _tokens_of(usage: _Usage | None) -> Tokens:
    if usage is None:
        return Tokens()
    fresh, written, read = usage.input_tokens, usage.cache_creation_input_tokens, usage.cache_read_input_tokens
    cached, tokens_out = max(0, read or 0), max(0, usage.output_tokens or 0)
    thinking = usage.output_tokens_details.thinking_tokens if usage.output_tokens_details else None
    return Tokens(
        tokens_in=max(0, fresh or 0) + max(0, written or 0) + cached,
        tokens_out=tokens_out,
        tokens_cached=cached,
        tokens_reasoning=min(max(0, thinking or 0), tokens_out),
    )
