"""This process runs one llama.cpp server for each model, sized to the machine, on 127.0.0.1, until it ends.

server_of(file, name="llama:smollm2", context_tokens=8192)  ->  RunningServer(base_url="http://127.0.0.1:…/v1", key="…")
"""

from __future__ import annotations

import atexit
import ctypes
import http.client
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarizer.errors import ConfigError
from summarizer.forks import ForkSafeLock, renew_in_child
from summarizer.models.llama.gguf import ModelFile
from summarizer.models.llama.weights import WeightsFile, cache_folder, check_download, weights_of

# A chunk of the default size (2,150 tokens with its lead-in), the task (700) and the longest answer asked for (4,000).
SLOT_TOKENS = 8192
# What of the machine's memory weights and caches may take; the rest is the system's and the user's.
_MEMORY_SHARE = 0.7
# More slots than this make each answer slower without making all of them faster on a processor.
_MOST_SLOTS = 4
# Tokens of prompts that llama.cpp works on without looking up, whether it is to end. With its own 2,048 a process that
# was interrupted took 8 to 37 s to end on two busy cores, with these 0.7 s; 3,700 tokens of a prompt took 23 to 24 s of
# processor time either way (SmolLM2-135M, xllamacpp 2026.10).
_BATCH_TOKENS = 128


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunningServer:
    """A server that answers at `base_url` to those who have the key; it ends with its last reference."""

    server: object
    base_url: str
    key: str


class _Servers:
    """The servers of this process, by their weights and context."""

    def __init__(self) -> None:
        self.starting = ForkSafeLock()
        self.running: dict[tuple[Path, int], RunningServer] = {}
        renew_in_child(self)

    def renew(self) -> None:
        """Leave those of a parent process alone, for good: their threads are not here, and to end one would crash."""
        for inherited in self.running.values():
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(inherited.server))
        self.running = {}

    def end(self) -> None:
        """End all."""
        self.running.clear()


_SERVERS: Final = _Servers()


def server_of(file: ModelFile, *, name: str, context_tokens: int) -> RunningServer:
    """The server of this process for a model, started if there is none yet; threads that come meanwhile wait.

    Raises:
        ConfigError: llama.cpp cannot load the model.
    """
    with _SERVERS.starting:
        running, key = _SERVERS.running, (file.path.resolve(), context_tokens)
        if key not in running:
            if not running:
                atexit.register(_SERVERS.end)
            running[key] = _start_server(file, name=name, context_tokens=context_tokens)
        return running[key]


def fitting_slots(file: ModelFile, *, context_tokens: int) -> int:
    """How many calls can be answered side by side, at least 1: bounded by processor cores and memory.

    Raises:
        ConfigError: not even one fits into the machine's memory; the message says which number to change.
    """
    allowed = _memory_bytes() * _MEMORY_SHARE
    fitting = int(allowed - file.size) // max(1, context_tokens * file.token_bytes)
    if fitting >= 1:
        return max(1, min(_MOST_SLOTS, _thread_count() // 2, fitting))
    needed = file.size + context_tokens * file.token_bytes
    most = int(allowed - file.size) // max(1, file.token_bytes)
    advice = f"lower context_tokens to {most}" if most > 0 else "take a smaller model"
    raise ConfigError(
        f"{file.path.name} with a context of {context_tokens} tokens needs {needed / 1e9:.1f} GB, and this machine may "
        f"give {allowed / 1e9:.1f}; {advice}"
    )


def download(weights: WeightsFile) -> Path:
    """Let llama.cpp fetch a model into its cache, with its progress bar on a terminal, and check what came.

    Raises:
        ConfigError: it could not be fetched, or came damaged.
    """
    import xllamacpp  # noqa: PLC0415 -- heavy: 100 MB

    params = _server_params("", key=secrets.token_urlsafe(32))
    params.model.hf_repo = weights.repository
    # The binding wants a path; llama.cpp replaces it by that of the file that it fetches.
    params.model.path = str(cache_folder() / "to-be-downloaded.gguf")
    params.n_ctx = 256
    try:
        # It can only be told to fetch by being told to serve; this server ends at once.
        server = xllamacpp.Server(params)
        _await_first_answer(server.listening_address)
        del server
    except (RuntimeError, ValueError) as error:
        raise ConfigError(
            f"{weights.name} is not among the downloaded models in {cache_folder()}, and could not be downloaded: "
            "there is no network, or no such repository or quantization; try again online, or give a file as "
            "llama:PATH.gguf"
        ) from error
    path = weights_of(weights.name).path
    if path is None:
        raise ConfigError(f"{weights.name} was downloaded under another name; see: summarizer models")
    check_download(path)
    return path


def _start_server(file: ModelFile, *, name: str, context_tokens: int) -> RunningServer:
    import xllamacpp  # noqa: PLC0415 -- heavy: 100 MB

    key = secrets.token_urlsafe(32)
    params = _server_params(name, key=key)
    params.model.path = str(file.path)
    params.n_parallel = fitting_slots(file, context_tokens=context_tokens)
    params.n_ctx = context_tokens * params.n_parallel
    try:
        server = xllamacpp.Server(params)
    except (RuntimeError, ValueError) as error:
        raise ConfigError(f"llama.cpp could not load {name}: is the file whole, and is memory for it free?") from error
    _await_first_answer(server.listening_address)
    return RunningServer(server=server, base_url=f"{server.listening_address}/v1", key=key)


def _await_first_answer(address: str) -> None:
    """Wait until the server has begun to answer: one that is ended before never ends (seen with xllamacpp 2026.10)."""
    host, _, port = address.rpartition("/")[2].partition(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=60)
    try:
        connection.request("GET", "/health")
        connection.getresponse().read()
    finally:
        connection.close()


def _server_params(name: str, *, key: str):  # type: ignore[no-untyped-def]  # the binding has no types
    import xllamacpp  # noqa: PLC0415 -- heavy: 100 MB

    params = xllamacpp.CommonParams()
    params.model_alias = {name}
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [key]
    params.ui = False
    params.warmup = False
    params.n_batch = params.n_ubatch = _BATCH_TOKENS
    params.verbosity = 0
    params.enable_reasoning = 0  # hidden reasoning would take minutes on a processor
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = _thread_count()
    return params


def _thread_count() -> int:
    """Half of what the system counts, mostly two for one core: llama.cpp's threads wait for each other busily."""
    return max(1, (os.cpu_count() or 2) // 2)


def _memory_bytes() -> int:
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # no sysconf on Windows; a machine for models has this much
        return 8_000_000_000
