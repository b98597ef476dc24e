"""Which model a run uses: what `model=` and the environment say, read when asked and never at import."""

from __future__ import annotations

import os

from summarizer.errors import ConfigError
from summarizer.models.base import ChatModel
from summarizer.models.llama.chat import LlamaChat
from summarizer.models.llama.weights import PREFIX
from summarizer.models.openai.chat import OpenAIChat

# What "auto" asks OpenAI for: the small model of the present family, the one that the documentation uses throughout.
DEFAULT_OPENAI_MODEL = "gpt-5-mini"
HOW_TO_SET_A_MODEL = "set SUMMARIZER_MODEL or OPENAI_API_KEY, or pass a model"


def resolve(
    model: str | ChatModel | None, *, base_url: str | None = None, api_key: str | None = None
) -> ChatModel | None:
    """The model to ask, or None for the extractive engine.

    Args:
        model: a model's name at OpenAI or at `base_url`; `llama:…` for one inside this process, see `LlamaChat`;
            an object that satisfies `ChatModel`; None (or "none") for no model; "auto" for SUMMARIZER_MODEL if that is
            set, else OpenAI if a key is given or OPENAI_API_KEY or OPENAI_BASE_URL is set, else None.
        base_url: an OpenAI-compatible server; None takes OPENAI_BASE_URL if that is set, else OpenAI's own.
        api_key: the key for it; None takes OPENAI_API_KEY.

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
        if not model.strip():
            raise ConfigError("the model name is blank; give a name, None for no model, or 'auto'")
        if model.startswith(PREFIX):
            if base_url is not None:
                raise ConfigError(f"{model} runs inside this process; leave base_url out")
            return LlamaChat(model)
        return OpenAIChat(model, base_url=base_url, api_key=api_key)
    if isinstance(model, type) or not isinstance(model, ChatModel):
        given = f"the class {model.__name__}" if isinstance(model, type) else type(model).__name__
        raise ConfigError(
            f"model= takes a name, None, 'auto' or an object with name, send and asend (ChatModel), not {given}"
        )
    return model


def _from_environment(*, base_url: str | None, api_key: str | None) -> str | None:
    named = os.environ.get("SUMMARIZER_MODEL", "").strip()
    if named:
        return named
    if base_url is not None:
        raise ConfigError("a base_url needs the name of the model that it serves; pass model= or set SUMMARIZER_MODEL")
    if api_key or os.environ.get("OPENAI_API_KEY") or os.environ.get("OPENAI_BASE_URL"):
        return DEFAULT_OPENAI_MODEL
    return None
