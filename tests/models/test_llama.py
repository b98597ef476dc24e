"""OpenAIChat with a real chat model: llama.cpp serves SmolLM2-135M-Instruct. What holds for any model, not quality."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import replace
from typing import Literal

import pytest
from calls import a_call
from llama_server import Llama
from pydantic import BaseModel, Field

from summarizer.errors import ModelRejected, ReplyTruncated
from summarizer.models.base import Call, Message
from summarizer.models.openai_chat import OpenAIChat
from summarizer.replies import SentenceNumber, parse, schema_of


class _Fact(BaseModel):
    # No free text: a weak model may ramble to the limit in it, and every reply here must come to its end.
    about: Literal["size", "place", "age"]
    sentences: list[SentenceNumber] = Field(max_length=2)


class _Facts(BaseModel):
    first: _Fact


def _call(*, limit: int = 200) -> Call:
    asked = "State one fact as JSON.\n[1] Berlin has 3.7 million people. [2] It lies in Germany. [3] It is old."
    call = a_call(messages=(Message(role="user", content=asked),), limit=limit)
    return replace(call, schema=schema_of(_Facts, numbers=[2, 3]))


def test_a_reply_keeps_to_the_schema(smollm2: Llama) -> None:
    """The reply parses as the shape, its numbers are among those allowed, and its tokens are counted."""
    with closing(OpenAIChat(smollm2.name, base_url=smollm2.base_url, api_key=smollm2.key)) as model:
        reply = model.send(_call())
        facts = parse(reply, call=_call(), shape=_Facts)
        assert set(facts.first.sentences) <= {2, 3}
        assert reply.tokens.tokens_in > 20
        assert 0 < reply.tokens.tokens_out <= 200
        again = asyncio.run(model.asend(_call()))
        parse(again, call=_call(), shape=_Facts)  # not the same text: a kept prompt is computed in other batches
        assert again.tokens.tokens_cached > 0, "the server kept the prompt"


def test_a_cut_reply_says_so(smollm2: Llama) -> None:
    """The output limit reaches the server, and a reply cut there is known as cut."""
    with closing(OpenAIChat(smollm2.name, base_url=smollm2.base_url, api_key=smollm2.key)) as model:
        reply = model.send(_call(limit=4))
    assert reply.tokens.tokens_out <= 4
    with pytest.raises(ReplyTruncated, match="4 tokens"):
        parse(reply, call=_call(limit=4), shape=_Facts)


def test_wrong_key(smollm2: Llama) -> None:
    """A real server that refuses the key makes the error that says what to do."""
    model = OpenAIChat(smollm2.name, base_url=smollm2.base_url, api_key="wrong-key")
    with closing(model), pytest.raises(ModelRejected, match="OPENAI_API_KEY") as caught:
        model.send(_call())
    assert caught.value.status == 401


def test_overflow(smollm2: Llama) -> None:
    """A prompt beyond the context is refused by the real server in words that are understood."""
    call = a_call(messages=(Message(role="user", content="word " * 12_000),))
    model = OpenAIChat(smollm2.name, base_url=smollm2.base_url, api_key=smollm2.key)
    with closing(model), pytest.raises(ModelRejected, match="smaller chunks"):
        model.send(call)
