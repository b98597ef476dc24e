"""What the body of a chat completion says, read with tolerance for servers that leave parts of it out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from summarizer.models.base import Finish, Reply, Tokens

# Any other reason to stop ("tool_calls", "eos", none at all) says nothing against the text.
_FINISH: Mapping[str, Finish] = {"length": "length", "content_filter": "content_filter"}


def read_completion(body: bytes) -> Reply:
    """The reply that a response body holds; no choice, or no content in it, is a reply with an empty text.

    Args:
        body: the bytes of a response with status 200.

    Raises:
        ValueError: the body is not the JSON of a chat completion; the message says what it begins with.
    """
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError as error:
        began = " ".join(body[:80].decode("utf-8", "replace").split())
        raise ValueError(f"the body is not a chat completion; it begins {began!r}") from error
    if completion.error is not None and not completion.choices:
        raise ValueError(f"the body is an error under status 200: {completion.error}")
    choice = completion.choices[0] if completion.choices else _Choice()
    tokens = _tokens(completion.usage)
    message = choice.message or _Message()
    if message.refusal and message.refusal.strip():
        return Reply(text=message.refusal, finish="refusal", tokens=tokens)
    return Reply(text=message.words(), finish=_FINISH.get(choice.finish_reason or "", "stop"), tokens=tokens)


class _Wire(BaseModel):
    model_config = ConfigDict(defer_build=True)


class _Part(_Wire):
    text: str | None = None


class _Message(_Wire):
    content: str | list[_Part] | None = None
    refusal: str | None = None

    def words(self) -> str:
        if isinstance(self.content, list):  # some servers send reasoning and text as parts
            return "".join(part.text or "" for part in self.content)
        return self.content or ""


class _Choice(_Wire):
    message: _Message | None = None
    finish_reason: str | None = None


class _PromptDetails(_Wire):
    cached_tokens: int | None = None


class _Usage(_Wire):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _PromptDetails | None = None


def _or_none(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """An odd token count is not worth a reply that is paid for: it counts as left out."""
    try:
        return handler(value)
    except ValidationError:
        return None


class _Completion(_Wire):
    choices: list[_Choice] | None = None
    usage: Annotated[_Usage | None, WrapValidator(_or_none)] = None
    error: object = None


def _tokens(usage: _Usage | None) -> Tokens:
    if usage is None:
        return Tokens()
    tokens_in = max(0, usage.prompt_tokens or 0)
    details = usage.prompt_tokens_details
    cached = (details.cached_tokens or 0) if details else 0
    return Tokens(
        tokens_in=tokens_in,
        tokens_out=max(0, usage.completion_tokens or 0),
        tokens_cached=min(max(0, cached), tokens_in),
    )
