"""Where the weights of a local model are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from summarizer.errors import ConfigError
from summarizer.models.llama.weights import cache_folder, check_download, installed, weights_of

COMMIT = "0123456789" * 4


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of downloads."""
    monkeypatch.delenv("LLAMA_CACHE", raising=False)
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    return tmp_path


def downloaded(cache: Path, name: str, *, content: bytes = b"GGUF", digest: str | None = None) -> Path:
    """A file in the cache as llama.cpp lays it: a link from the snapshot to a blob named by its SHA-256."""
    folder = cache / "models--acme--tiny-GGUF"
    blob = folder / "blobs" / (digest or hashlib.sha256(content).hexdigest())
    path = folder / "snapshots" / COMMIT / name
    for made in (blob.parent, path.parent, folder / "refs"):
        made.mkdir(parents=True, exist_ok=True)
    blob.write_bytes(content)
    path.symlink_to(blob)
    (folder / "refs" / "main").write_text(COMMIT)
    return path


def test_a_packaged_model_is_found() -> None:
    """`llama:smollm2` is the file in the package, found without importing it."""
    found = weights_of("llama:smollm2")
    assert found.path is not None
    assert found.path.name.endswith(".gguf")
    assert found.bytes > 90_000_000


def test_a_path(tmp_path: Path) -> None:
    """A file is found by its path; one that is not there is an error that says what may be given."""
    path = tmp_path / "a.gguf"
    path.write_bytes(b"GGUF")
    assert weights_of(f"llama:{path}").path == path
    with pytest.raises(ConfigError, match="summarizer models"):
        weights_of(f"llama:{path}x")


def test_a_downloaded_model_is_found_by_its_quantization(cache: Path) -> None:
    """The file of the quantization asked for; of one in parts the first; never the projector of a vision model."""
    path = downloaded(cache, "tiny-Q4_K_M.gguf")
    downloaded(cache, "mmproj-tiny-Q8_0.gguf")
    first = downloaded(cache, "tiny-Q8_0-00001-of-00002.gguf")
    downloaded(cache, "tiny-Q8_0-00002-of-00002.gguf")
    assert weights_of("llama:hf:acme/tiny-GGUF:Q4_K_M").path == path
    assert weights_of("llama:hf:acme/tiny-GGUF:q8_0").path == first
    assert weights_of("llama:hf:acme/tiny-GGUF:Q2_K").path is None
    assert weights_of("llama:hf:acme/tiny-GGUF").path is not None
    assert weights_of("llama:hf:acme/other-GGUF:Q4_K_M").path is None


def test_what_is_here_is_listed_by_names_that_work(cache: Path) -> None:
    """Every name that is listed names the file that it is listed with."""
    downloaded(cache, "tiny-Q4_K_M.gguf")
    downloaded(cache, "deep/tiny.Q6_K.gguf")
    listed = installed()
    assert {w.name for w in listed} >= {"llama:hf:acme/tiny-GGUF:Q4_K_M", "llama:hf:acme/tiny-GGUF:Q6_K"}
    assert all(weights_of(w.name).path == w.path for w in listed)


@pytest.mark.parametrize(
    "name", ["llama:hf:", "llama:hf:acme", "llama:hf:a/b/c:Q4", "llama:hf:../x:Q4", "llama:hf:a/b:Q 4"]
)
def test_a_name_of_another_form(name: str) -> None:
    """What is no repository is an error that shows the form."""
    with pytest.raises(ConfigError, match="OWNER/REPO:QUANT"):
        weights_of(name)


@pytest.mark.parametrize("name", ["llama:a\0.gguf", f"llama:{'a' * 5000}", "llama:~nobody-here/a.gguf", "llama:\ud800"])
def test_a_name_that_no_file_can_have(name: str) -> None:
    """It is no model, as any other name of no file."""
    with pytest.raises(ConfigError, match="there is no model"):
        weights_of(name)


def test_a_damaged_download_is_removed(cache: Path) -> None:
    """Content that does not have the SHA-256 that its blob is named by is removed and named; sound content stays."""
    sound = downloaded(cache, "sound.gguf", content=b"sound")
    check_download(sound)
    assert sound.exists()
    damaged = downloaded(cache, "damaged.gguf", content=b"damaged", digest="0" * 64)
    with pytest.raises(ConfigError, match=r"damaged\.gguf was damaged"):
        check_download(damaged)
    assert not damaged.is_symlink()


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first variable set says it, as llama.cpp has it; else it is in the home folder."""
    for variable in ("LLAMA_CACHE", "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    assert cache_folder() == Path.home() / ".cache" / "huggingface" / "hub"
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "hub"
    monkeypatch.setenv("LLAMA_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
