"""A provider makes a model of a name.

`registry.PROVIDERS` lists them by the prefix of their names: `llama:smollm2` is llama.cpp's, `gpt-5-mini` is OpenAI's.
`plugged_in` finds those of other packages; `examples/provider` is such a package.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summarizer.models.base import ChatModel, Closable
from summarizer.models.request_policy import RequestPolicy


class OpenedModel(ChatModel, Closable, Protocol):
    """A model that a provider made, and that whoever asked for it closes."""


class OpenModel(Protocol):
    """Makes the model of a name; nothing is sent or loaded yet."""

    def __call__(self, name: str, *, base_url: str | None, api_key: str | None, request: RequestPolicy) -> OpenedModel:
        """The model, or a `ConfigError` that says why there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledModel:
    """A model that is on this machine already: the name to ask for it by, its file, and the size of that in bytes."""

    name: str
    path: Path
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What makes models of the names that begin with its prefix.

    Attributes:
        prefix: how its names begin, a word and a colon; OpenAI's alone is empty and takes every name.
        open_model: makes the model of a name, its prefix included.
        takes_address: whether a `base_url` and an `api_key` mean anything to it; a model inside this process has none.
        installed: the models that are on this machine already; none for a provider elsewhere. Providers of other
            packages are not asked, as no name has called for them.
        missing_extra: the extra of this library that has to be installed before its models run; None if none is needed.
    """

    prefix: str
    open_model: OpenModel
    takes_address: bool
    installed: Callable[[], tuple[InstalledModel, ...]] = tuple
    missing_extra: Callable[[], str | None] = lambda: None
