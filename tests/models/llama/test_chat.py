"""A chat model inside this process: llama.cpp with SmolLM2-135M-Instruct. What holds for any model, not quality."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from calls import a_call
from llama_server import Llama, smollm2_file
from pydantic import BaseModel, Field

from summarizer import ChunkPolicy, Summarizer
from summarizer.calls.call import Call
from summarizer.calls.message import Message
from summarizer.calls.replies import read_reply
from summarizer.calls.schemas import SentenceNumber, schema_of
from summarizer.errors import ConfigError, ModelRejected, ReplyTruncated
from summarizer.models.base import ChatModel
from summarizer.models.llama.chat import LlamaChat
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.registry import resolve

ROOT = Path(__file__).parents[3]


class _Fact(BaseModel):
    # No free text: a weak model may ramble to the limit in it, and every reply here must come to its end.
    about: Literal["size", "place", "age"]
    sentences: list[SentenceNumber] = Field(max_length=2)


class _Facts(BaseModel):
    first: _Fact


class _One(BaseModel):
    sentence: SentenceNumber


def _call(*, limit: int = 200) -> Call:
    asked = "State one fact as JSON.\n[1] Berlin has 3.7 million people. [2] It lies in Germany. [3] It is old."
    call = a_call(messages=(Message(role="user", content=asked),), limit=limit)
    return replace(call, schema=schema_of(_Facts, numbers=[2, 3]))


def test_a_name_becomes_a_model() -> None:
    """A name that starts with llama: is a local model, and takes no base URL."""
    opened = resolve("llama:smollm2")
    assert opened is not None
    model = opened.model
    assert isinstance(model, LlamaChat)
    assert isinstance(model, ChatModel)
    assert (model.name, model.context_tokens, model.file) == ("llama:smollm2", 8192, smollm2_file())
    with pytest.raises(ConfigError, match="leave base_url out"):
        resolve("llama:smollm2", base_url="http://127.0.0.1:9/v1")


def test_it_answers_threads_and_loops_and_after_close(smollm2: Llama) -> None:
    """Two objects, threads, an event loop, and a call after close() all reach the one server."""
    one, other = LlamaChat("llama:smollm2"), LlamaChat("llama:smollm2")
    with closing(one), closing(other), ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(lambda model: model.send(_call()), [one, other]))
        replies.append(asyncio.run(one.asend(_call())))
        one.close()
        replies.append(one.send(_call()))
        asyncio.run(one.aclose())
    for reply in replies:
        assert set(read_reply(reply, call=_call(), shape=_Facts).value.first.sentences) <= {2, 3}


def test_a_number_outside_the_chunk_cannot_be_produced(smollm2: Llama) -> None:
    """Told to answer 7, a model that may answer 2 or 3 does that; where 7 is allowed, it answers 7."""
    told = a_call(messages=(Message(role="user", content='Answer with exactly this JSON: {"sentence": 7}'),), limit=20)
    with closing(LlamaChat("llama:smollm2")) as model:
        free = model.send(replace(told, schema=schema_of(_One, numbers=[2, 3, 7])))
        assert read_reply(free, call=told, shape=_One).value.sentence == 7
        for allowed in ([2, 3], [1], [70, 77], list(range(8, 20))):
            bound = model.send(replace(told, schema=schema_of(_One, numbers=allowed)))
            assert read_reply(bound, call=told, shape=_One).value.sentence in allowed


@pytest.mark.parametrize(
    ("context_tokens", "said"),
    [(100, "at least 2048"), (9000, "made for 8192 tokens at most; lower context_tokens from 9000")],
)
def test_a_context_that_cannot_be(context_tokens: int, said: str) -> None:
    """Too small for a call, or more than the model was made for: the error names the number to change."""
    with pytest.raises(ConfigError, match=said):
        LlamaChat("llama:smollm2", context_tokens=context_tokens)


def test_chunks_that_do_not_fit_the_context() -> None:
    """The error names the largest chunk that fits, and that one does."""
    model = LlamaChat("llama:smollm2", context_tokens=2048)
    Summarizer(model=model)
    with pytest.raises(ConfigError, match=r"lower ChunkPolicy\(max_tokens=…\) to \d+") as caught:
        Summarizer(model=model, chunks=ChunkPolicy(max_tokens=1500))
    most = int(str(caught.value).partition("to ")[2].split(",")[0].rpartition(" ")[2])
    Summarizer(model=model, chunks=ChunkPolicy(max_tokens=most))


def test_a_process_that_loads_a_model_ends() -> None:
    """The server is closed at exit, also where it was never asked."""
    script = (
        "from summarizer.models.llama.chat import LlamaChat\n"
        "m = LlamaChat('llama:smollm2', context_tokens=2048)\nm._loaded()\n"
        "print('loaded')"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip
    assert run.stdout.strip() == "loaded"


def test_a_reply_keeps_to_the_schema(smollm2: Llama) -> None:
    """The reply parses as the shape, its numbers are among those allowed, and its tokens are counted."""
    with closing(OpenAIChat(smollm2.name, base_url=smollm2.base_url, api_key=smollm2.key)) as model:
        reply = model.send(_call())
        facts = read_reply(reply, call=_call(), shape=_Facts).value
        assert set(facts.first.sentences) <= {2, 3}
        assert reply.tokens.tokens_in > 20
        assert 0 < reply.tokens.tokens_out <= 200
        again = asyncio.run(model.asend(_call()))
        read_reply(again, call=_call(), shape=_Facts)  # not the same text: a kept prompt is computed in other batches
        assert again.tokens.tokens_cached > 0, "the server kept the prompt"


def test_a_cut_reply_says_so(smollm2: Llama) -> None:
    """The output limit reaches the server, and a reply cut there is known as cut."""
    with closing(OpenAIChat(smollm2.name, base_url=smollm2.base_url, api_key=smollm2.key)) as model:
        reply = model.send(_call(limit=4))
    assert reply.tokens.tokens_out <= 4
    with pytest.raises(ReplyTruncated, match="4 tokens"):
        read_reply(reply, call=_call(limit=4), shape=_Facts)


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
