"""The provider of models that llama.cpp runs inside this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.models.llama.chat import LlamaChat
from summarizer.models.llama.provider import LLAMA
from summarizer.models.request_policy import RequestPolicy


def test_a_name_opens_its_model() -> None:
    """The name keeps its prefix; nothing is loaded."""
    model = LLAMA.open_model("llama:smollm2", base_url=None, api_key=None, request=RequestPolicy())
    assert isinstance(model, LlamaChat)
    assert model.name == "llama:smollm2"


def test_what_is_installed_is_listed_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an empty cache of downloads the packaged model is all there is, and its file has the size that is told."""
    monkeypatch.setenv("LLAMA_CACHE", str(tmp_path))
    (listed,) = LLAMA.installed()
    assert listed.name == "llama:smollm2"
    assert listed.path.stat().st_size == listed.bytes
    assert LLAMA.missing_extra() is None
