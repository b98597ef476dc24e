"""A `Call` is a request to a model, and a `Reply` is what it answered.

Call(id="extract:c3", stage="extract", messages=(…), schema={…}, max_output_tokens=2500, …)
Reply(text='{"facts": …}', finish="stop", tokens=Tokens(tokens_in=1800, tokens_out=420))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from summarizer.calls.message import Message

Stage = Literal[
    "extract", "brief", "exam", "judge_facts", "arrange", "write", "judge_summary", "second_look", "judge_claims"
]
Finish = Literal["stop", "length", "refusal", "content_filter", "malformed"]
Answerer = Literal["main", "judge"]
# The stages in which claims are judged; an exam is about the judge.
JUDGING: frozenset[Stage] = frozenset({"judge_facts", "judge_summary", "second_look", "judge_claims"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What one reply cost, in the provider's own tokens.

    `tokens_in` counts the whole prompt, cached or not: `0 <= tokens_cached <= tokens_in`. `tokens_out` counts all
    that the model produced, hidden reasoning included: `0 <= tokens_reasoning <= tokens_out`. All are 0 where the
    server did not say.
    """

    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    tokens_reasoning: int = 0

    def __add__(self, other: Tokens) -> Tokens:
        return Tokens(
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            tokens_cached=self.tokens_cached + other.tokens_cached,
            tokens_reasoning=self.tokens_reasoning + other.tokens_reasoning,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request to a model, complete: the same call deserves the same reply.

    Attributes:
        id: says what is asked of what (`extract:c3`); unique within one run.
        stage: under which the call is counted.
        messages: what the model reads.
        schema_name: a name for the schema, which some servers want.
        schema: the JSON schema that the reply's text must satisfy; an empty one asks for plain words.
        max_output_tokens: the longest answer.
        prompt_id: the prompt file that made the messages.
        prompt_sha256: the SHA-256 of that file.
        role: who is to answer; "judge" is the judge model where one is configured beside the main one.
        substitute: 0 for whoever has the role; 1 for the first of the models that are asked where that one fails.
        top_logprobs: above 0 it asks for the probabilities of that many candidates for the reply's first token.
        seconds: how long the reply is waited for; None for as long as the model waits by itself. It shapes no reply.
    """

    id: str
    stage: Stage
    messages: tuple[Message, ...]
    schema_name: str
    schema: Mapping[str, object]
    max_output_tokens: int
    prompt_id: str
    prompt_sha256: str
    role: Answerer = "main"
    substitute: int = 0
    top_logprobs: int = 0
    seconds: float | None = field(default=None, compare=False)


class TokenChance(NamedTuple):
    """A token that a model might have begun with, and the natural logarithm of its probability."""

    text: str
    logprob: float


class Left(NamedTuple):
    """What is left of a rate limit: `remaining` of `limit`, which is whole again in `reset` seconds.

    `limit` is None where the server does not tell it.
    """

    remaining: int
    limit: int | None
    reset: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a server says it will still take from this key; None where it says nothing."""

    requests: Left | None
    tokens: Left | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a model answered, as it came.

    Whether it can be used is judged by `summarizer.calls.replies`.

    Attributes:
        text: the answer; it may be empty.
        finish: why the model stopped; "malformed" where the server says that what it made is broken.
        ended: the server's own word for why; "" where it gave none.
        unread: what came beside the text and is not in it, each in a few words.
        tokens: what the reply cost.
        first_token: what the call's `top_logprobs` asked for; empty where the server gives no probabilities.
        allowance: what the server's headers say is left. It is about the moment and not about the answer.
        requests: how many were made for it, those that the server refused for their form included.
    """

    text: str
    finish: Finish = "stop"
    ended: str = field(default="", compare=False)
    unread: tuple[str, ...] = ()
    tokens: Tokens = field(default_factory=Tokens)
    first_token: tuple[TokenChance, ...] = ()
    allowance: Allowance | None = field(default=None, compare=False)
    requests: int = field(default=1, compare=False)
