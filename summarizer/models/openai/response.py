"""The body of a chat completion is read with tolerance for servers that leave parts of it out.

read_completion(b'{"choices": [{"message": {"content": "Yes"}}]}')  ->  Reply(text="Yes", finish="stop")
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from summarizer.calls.call import Finish, Reply, TokenChance, Tokens
from summarizer.models.openai.tool_arguments import joined_arguments

# Why a model stopped, by parts of the words that servers have for it, in small letters: "length", "MAX_TOKENS",
# "model_length", "SAFETY", "RECITATION", "guardrail_intervened", "ERROR_TOXIC", "MALFORMED_FUNCTION_CALL". Any other
# reason ("stop", "tool_calls", "eos_token", none at all) says nothing against the text.
_ENDS_BY: Mapping[Finish, tuple[str, ...]] = {
    "content_filter": (
        *("filter", "safety", "recitation", "block", "prohibit", "sensitive", "spii", "guardrail", "moderat", "policy"),
        *("violat", "toxic", "harm", "copyright"),
    ),
    "refusal": ("refus", "declin"),
    "length": ("length", "max_", "maxtoken", "limit", "truncat", "incomplete", "context"),
    "malformed": ("malformed", "invalid", "unexpected"),
}


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
    choice, *others = completion.choices or [_Choice()]
    tokens = _tokens_of(completion.usage)
    message = choice.message or _Message()
    if message.refusal and message.refusal.strip():
        return Reply(text=message.refusal, finish="refusal", tokens=tokens)
    ended = choice.finish_reason or ""
    text, unread = message.words(is_whole=_finish_of(ended) != "length")
    unread += _unread_choices(others)
    return Reply(
        text=text,
        finish=_finish_of(ended),
        ended=ended,
        unread=unread,
        tokens=tokens,
        first_token=choice.first_token(),
    )


def _unread_choices(others: Sequence[_Choice]) -> tuple[str, ...]:
    """What is said of choices beside the first, which nobody asked for, where they hold words."""
    more = sum(bool(other.message and other.message.words(is_whole=True)[0].strip()) for other in others)
    return (f"{more} more choice{'s were' if more > 1 else ' was'} not read",) if more else ()


def _finish_of(ended: str) -> Finish:
    """What a server's word for why a model stopped means."""
    word = ended.lower().replace("-", "_").replace(" ", "_")
    return next((finish for finish, parts in _ENDS_BY.items() if any(part in word for part in parts)), "stop")


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

    @property
    def in_words(self) -> str:
        """The arguments as JSON text."""
        given = self.arguments
        return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)


class _ToolCall(_Wire):
    function: _Function | None = None


class _Message(_Wire):
    content: str | list[_Part] | None = None
    refusal: str | None = None
    tool_calls: Annotated[list[_ToolCall] | None, WrapValidator(_or_none)] = None
    function_call: Annotated[_Function | None, WrapValidator(_or_none)] = None
    reasoning_content: Annotated[str | None, WrapValidator(_or_none)] = None
    reasoning: Annotated[str | None, WrapValidator(_or_none)] = None

    def words(self, *, is_whole: bool) -> tuple[str, tuple[str, ...]]:
        """The arguments of the tools called, if one was offered and called; else the text; and what is not in it.

        A server that takes the whole answer for reasoning leaves the text empty; what a model only thought before it
        was cut is no answer.
        """
        called = [one.function for one in self.tool_calls or ()] or [self.function_call]
        given = [one.in_words for one in called if one is not None and one.arguments]
        if given:
            return joined_arguments(given)
        text = self._text
        if is_whole and not text.strip():
            text = self.reasoning_content or self.reasoning or text
        return text, ()

    @property
    def _text(self) -> str:
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
