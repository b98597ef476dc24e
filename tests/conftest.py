"""Fixtures that several parts of the tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser import Browser, running_browser
from llama_server import Llama, llama


@pytest.fixture(scope="session")
def smollm2() -> Iterator[Llama]:
    """SmolLM2-135M-Instruct behind an OpenAI-compatible server, for the whole run."""
    with llama() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, for the whole run."""
    with running_browser() as running:
        yield running
