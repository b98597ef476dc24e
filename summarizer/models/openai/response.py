"""The body of a chat completion is read with tolerance for servers that leave parts of it out.

read_completion(b'{"choices": [{"message": {"content": "Yes"}}]}')  ->  Reply(text="Yes", finish="stop")
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from summarizer.calls.call import Finish, Reply, TokenChance, Tokens

# Any other reason to stop ("tool_calls", "eos", none at all) says nothing against the text.
_FINISH: Mapping[str, Finish] = {"length": "length", "content_filter": "content_filter"}


def read_completion(body: bytes, *, mask: Callable[[str], str] = str) -> Reply:
    """The reply that a response body holds; no choice, or no content in it, is a reply with an empty text.

    Args:
        body: the bytes of a response with status 200.
        mask: hides secrets in what a message shows of it.

    Raises:
        ValueError: the body is not the JSON of a chat completion; the message says what it begins with.
    """
    try:
        completion = _Completion.model_validate_json(body)
    except ValidationError as error:
        began = " ".join(mask(body.decode("utf-8", "replace")).split())[:80]  # half a secret is not recognized
        raise ValueError(f"the body is not a chat completion; it begins {began!r}") from error
    if completion.error is not None and not completion.choices:
        raise ValueError(f"the body is an error under status 200: {mask(str(completion.error))}")
    choice = completion.choices[0] if completion.choices else _Choice()
    tokens = _tokens_of(completion.usage)
    message = choice.message or _Message()
    if message.refusal and message.refusal.strip():
        return Reply(text=message.refusal, finish="refusal", tokens=tokens)
    finish = _FINISH.get(choice.finish_reason or "", "stop")
    return Reply(text=message.words(), finish=finish, tokens=tokens, first_token=choice.first_token())


def _or_none(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """Odd token counts, tool calls or probabilities are not worth a reply that is paid for: they count as left out."""
    try:
        return handler(value)
    except ValidationError:
        return None


class _Wire(BaseModel):
    model_config = ConfigDict(defer_build=True)


class _Part(_Wire):
    text: str | None = None


class _Function(_Wire):
    arguments: str | dict[str, object] | None = None


class _ToolCall(_Wire):
    function: _Function | None = None


class _Message(_Wire):
    content: str | list[_Part] | None = None
    refusal: str | None = None
    tool_calls: Annotated[list[_ToolCall] | None, WrapValidator(_or_none)] = None

    def words(self) -> str:
        """The arguments of the tool called, if one was offered and called; else the text."""
        called = self.tool_calls[0].function if self.tool_calls else None
        if called is not None and called.arguments:
            given = called.arguments
            return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
        if isinstance(self.content, list):  # some servers send reasoning and text as parts
            return "".join(part.text or "" for part in self.content)
        return self.content or ""


class _Chance(_Wire):
    token: str
    logprob: float


class _Place(_Wire):
    top_logprobs: list[_Chance] = []


class _Logprobs(_Wire):
    content: list[_Place] | None = None


class _Choice(_Wire):
    message: _Message | None = None
    finish_reason: str | None = None
    logprobs: Annotated[_Logprobs | None, WrapValidator(_or_none)] = None

    def first_token(self) -> tuple[TokenChance, ...]:
        places = self.logprobs.content if self.logprobs else None
        return tuple(TokenChance(c.token, c.logprob) for c in places[0].top_logprobs) if places else ()


class _PromptDetails(_Wire):
    cached_tokens: int | None = None


class _CompletionDetails(_Wire):
    reasoning_tokens: int | None = None


class _Usage(_Wire):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _PromptDetails | None = None
    completion_tokens_details: _CompletionDetails | None = None


class _Completion(_Wire):
    choices: list[_Choice] | None = None
    usage: Annotated[_Usage | None, WrapValidator(_or_none)] = None
    error: object = None


def _tokens_of(usage: _Usage | None) -> Tokens:
    if usage is None:
        return Tokens()
    tokens_in, tokens_out = max(0, usage.prompt_tokens or 0), max(0, usage.completion_tokens or 0)
    prompt, completion = usage.prompt_tokens_details, usage.completion_tokens_details
    cached = (prompt.cached_tokens or 0) if prompt else 0
    reasoning = (completion.reasoning_tokens or 0) if completion else 0
    return Tokens(
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        tokens_cached=min(max(0, cached), tokens_in),
        tokens_reasoning=min(max(0, reasoning), tokens_out),
    )
