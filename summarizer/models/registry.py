"""The registry finds the model that `model=` and the environment name, when it is asked and never at import.

resolve("llama:smollm2")  ->  Opened(model=LlamaChat(…), to_close=the same)
resolve(a ChatModel)      ->  Opened(model=that object, to_close=None)
resolve(None)             ->  None, which means the extractive engine
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from summarizer.errors import ConfigError, SummarizerError
from summarizer.models.anthropic.provider import ANTHROPIC
from summarizer.models.base import ChatModel, Closable
from summarizer.models.llama.provider import LLAMA
from summarizer.models.openai.provider import OPENAI
from summarizer.models.plugged_in import provider_plugged_in
from summarizer.models.provider import InstalledModel, Provider
from summarizer.models.request_policy import RequestPolicy

# A provider is one line here. The first whose prefix a name begins with makes its model; OpenAI's, the last, is empty.
# Before that one come those that other packages plug in.
PROVIDERS: tuple[Provider, ...] = (
    LLAMA,
    ANTHROPIC,
    OPENAI,
)
# What "auto" asks OpenAI for: the small model of the present family, the one that the documentation uses throughout.
DEFAULT_OPENAI_MODEL = "gpt-5-mini"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A model to ask; `to_close` is the same one where it was made here, so that whoever asked for it closes it."""

    model: ChatModel
    to_close: Closable | None


def resolve(
    model: str | ChatModel | None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    request: RequestPolicy | None = None,
) -> Opened | None:
    """The model to ask, or None for the extractive engine.

    Args:
        model: a model's name at OpenAI or at `base_url`, or one with the prefix of another provider: `anthropic:…`,
            `llama:…` for one inside this process (see `LlamaChat`), or that of a package that plugs one in; an object
            that satisfies `ChatModel`; None (or "none") for no model; "auto" for SUMMARIZER_MODEL if that is set, else
            OpenAI if a key is given or OPENAI_API_KEY or OPENAI_BASE_URL is set, else None.
        base_url: an OpenAI-compatible server; None takes OPENAI_BASE_URL if that is set, else OpenAI's own.
        api_key: the key for it; None takes OPENAI_API_KEY.
        request: what is set for each request to a model that is made here; an object has settings of its own.

    Raises:
        ConfigError: the object is no model, another argument is no str, the name is blank, no key is set, or
            `base_url` comes without a name.
    """
    for name, given in (("base_url", base_url), ("api_key", api_key)):
        if not isinstance(given, str | None):
            raise ConfigError(f"{name} must be a str, not {type(given).__name__}")  # a key is never shown
    if model == "auto":
        model = _from_environment(base_url=base_url, api_key=api_key)
    if model is None or model == "none":
        return None
    if isinstance(model, str):
        return _open_model(model, base_url=base_url, api_key=api_key, request=request or RequestPolicy())
    if isinstance(model, type) or not isinstance(model, ChatModel):
        given = f"the class {model.__name__}" if isinstance(model, type) else type(model).__name__
        raise ConfigError(
            f"model= takes a name, None, 'auto' or an object with name, send and asend (ChatModel), not {given}"
        )
    return Opened(model=model, to_close=None)


def takes_address(name: str) -> bool:
    """True when a model of this name is asked at a `base_url`; False for one inside this process."""
    return _provider_of(name).takes_address


def installed_models() -> tuple[InstalledModel, ...]:
    """The models on this machine that can be asked for by a name."""
    return tuple(model for provider in PROVIDERS for model in provider.installed())


def missing_extras() -> tuple[str, ...]:
    """The extras of this library that some provider's models need, and that are not installed."""
    extras = (provider.missing_extra() for provider in PROVIDERS)
    return tuple(extra for extra in extras if extra is not None)


def _open_model(name: str, *, base_url: str | None, api_key: str | None, request: RequestPolicy) -> Opened:
    if not name.strip():
        raise ConfigError("the model name is blank; give a name, None for no model, or 'auto'")
    provider = _provider_of(name)
    if base_url is not None and not provider.takes_address:
        raise ConfigError(f"{name} runs inside this process; leave base_url out")
    try:
        model = provider.open_model(name, base_url=base_url, api_key=api_key, request=request)
    except SummarizerError:
        raise
    except Exception as error:  # a provider of another package may raise anything
        raise ConfigError(
            f"the provider of {name} failed ({type(error).__name__}: {error}); tell its makers"
        ) from error
    if not isinstance(model, ChatModel) or not isinstance(model, Closable):
        raise ConfigError(f"the provider of {name} made no model of it, but {type(model).__name__}; tell its makers")
    return Opened(model=model, to_close=model)


def _provider_of(name: str) -> Provider:
    provider = next(provider for provider in PROVIDERS if name.startswith(provider.prefix))
    return provider if provider.prefix else provider_plugged_in(name) or provider


def _from_environment(*, base_url: str | None, api_key: str | None) -> str | None:
    named = os.environ.get("SUMMARIZER_MODEL", "").strip()
    if named:
        return named
    if base_url is not None:
        raise ConfigError("a base_url needs the name of the model that it serves; pass model= or set SUMMARIZER_MODEL")
    if api_key or os.environ.get("OPENAI_API_KEY") or os.environ.get("OPENAI_BASE_URL"):
        return DEFAULT_OPENAI_MODEL
    return None
