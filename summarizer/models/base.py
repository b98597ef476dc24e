"""What a model is: a call goes in, a reply comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, runtime_checkable

Role = Literal["system", "user", "assistant"]
Stage = Literal["extract", "judge_facts", "write", "judge_summary", "judge_claims"]
Finish = Literal["stop", "length", "refusal", "content_filter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One turn of a conversation with a model."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What one reply cost, in the provider's own tokens.

    `tokens_in` counts the whole prompt, cached or not: `0 <= tokens_cached <= tokens_in`. `tokens_out` counts all
    that the model produced, hidden reasoning included.
    """

    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request to a model, complete: the same call deserves the same reply.

    `id` is unique within one run and says what is asked of what (`extract:c3`). `schema` is the JSON schema that the
    reply's text must satisfy. `prompt_id` and `prompt_sha256` name the prompt file that made the messages.
    """

    id: str
    stage: Stage
    messages: tuple[Message, ...]
    schema_name: str
    schema: Mapping[str, object]
    max_output_tokens: int
    prompt_id: str
    prompt_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a model answered, as it came.

    `finish` says why it stopped; `text` may be empty. Whether it can be used is judged by `summarizer.replies`, not here.
    """

    text: str
    finish: Finish = "stop"
    tokens: Tokens = field(default_factory=Tokens)


@runtime_checkable
class ChatModel(Protocol):
    """Anything that answers calls; give an object of your own as `model=`.

    `send` is called from several threads at once, `asend` from one event loop at a time; each makes one try and raises
    a `ModelError` when no reply came: what can be tried again is tried again by the caller, in one place.
    """

    @property
    def name(self) -> str:
        """The model's name, as it goes into the trace of a result."""
        ...

    def send(self, call: Call) -> Reply:
        """Answer one call."""
        ...

    async def asend(self, call: Call) -> Reply:
        """Answer one call without blocking the event loop."""
        ...
