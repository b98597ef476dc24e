"""The llama.cpp servers of a process: one for a model, sized to the machine; and downloads by llama.cpp's own means."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from fake_hub import fake_hub
from llama_server import NAME, Llama, smollm2_file

from summarizer.errors import ConfigError
from summarizer.models.llama.server import SLOT_TOKENS, fitting_slots, server_of

ROOT = Path(__file__).parents[3]
DOWNLOADED = "llama:hf:acme/tiny-GGUF:Q4_1"
# A process of its own: llama.cpp reads where its cache is once.
FETCH = f"""
from summarizer.errors import ConfigError
from summarizer.models.llama.chat import LlamaChat
try:
    print(LlamaChat({DOWNLOADED!r}).file.path.name)
except ConfigError as error:
    print("ConfigError:", error)
"""


def fetched(cache: Path, *, hub: str) -> str:
    """What a fresh process says that uses a model of the hub."""
    run = subprocess.run(
        [sys.executable, "-c", FETCH],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={"HF_HUB_CACHE": str(cache), "HF_ENDPOINT": hub, "PYTHONPATH": str(ROOT), "PATH": ""},
    )
    return run.stdout.strip()


def test_one_server_for_a_model(smollm2: Llama) -> None:
    """However many threads ask for it, there is one server, on 127.0.0.1, with one key."""
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(server_of, smollm2_file(), name=NAME, context_tokens=SLOT_TOKENS) for _ in range(4)]
        found = {(done.result().base_url, done.result().key) for done in asked}
    assert found == {(smollm2.base_url, smollm2.key)}
    assert smollm2.base_url.startswith("http://127.0.0.1:")
    assert len(smollm2.key) > 30


def test_slots_fit_the_machine() -> None:
    """A small model has at least one slot and at most four."""
    assert 1 <= fitting_slots(smollm2_file(), context_tokens=8192) <= 4


def test_a_context_beyond_the_memory_says_which_number_to_change() -> None:
    """The error names the context, what it needs, what there is, and the largest that fits; and that number fits."""
    huge = replace(smollm2_file(), token_bytes=10**9)
    with pytest.raises(
        ConfigError, match=r"context of 100000 tokens needs .* GB.*lower context_tokens to (\d+)"
    ) as caught:
        fitting_slots(huge, context_tokens=100_000)
    most = int(str(caught.value).rpartition(" ")[2])
    assert fitting_slots(huge, context_tokens=most) == 1
    with pytest.raises(ConfigError, match="smaller model"):
        fitting_slots(replace(huge, size=10**15), context_tokens=8192)


def test_a_file_that_llama_cpp_does_not_load(tmp_path: Path) -> None:
    """A head without weights is an error that names the model."""
    path = tmp_path / "cut.gguf"
    with smollm2_file().path.open("rb") as whole:
        path.write_bytes(whole.read(1000))
    with pytest.raises(ConfigError, match="could not load llama:cut"):
        server_of(replace(smollm2_file(), path=path), name="llama:cut", context_tokens=2048)


def test_a_download_is_fetched_once_and_used_offline(tmp_path: Path) -> None:
    """llama.cpp fetches it from the hub; a second process uses it with no hub there."""
    with fake_hub(smollm2_file().path, repository="acme/tiny-GGUF", name="tiny-Q4_1.gguf") as hub:
        assert fetched(tmp_path, hub=hub) == "tiny-Q4_1.gguf"
    assert fetched(tmp_path, hub="http://127.0.0.1:9") == "tiny-Q4_1.gguf"


def test_a_download_that_came_damaged(tmp_path: Path) -> None:
    """Content with another SHA-256 than the hub's is not used and not kept."""
    with fake_hub(smollm2_file().path, repository="acme/tiny-GGUF", name="tiny-Q4_1.gguf", digest="0" * 64) as hub:
        assert "ConfigError: the download of tiny-Q4_1.gguf was damaged" in fetched(tmp_path, hub=hub)
    assert not list(tmp_path.rglob("*.gguf"))


def test_without_a_network(tmp_path: Path) -> None:
    """The error says where it looked, that there may be no network, and what else can be given."""
    said = fetched(tmp_path, hub="http://127.0.0.1:9")
    assert said.startswith("ConfigError:")
    assert all(words in said for words in (DOWNLOADED, str(tmp_path), "no network", "llama:PATH.gguf"))
