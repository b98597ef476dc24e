"""The provider of the names that begin with `llama:`, whose models llama.cpp runs inside this process."""

from __future__ import annotations

from summarizer.models.llama.chat import EXTRA, LlamaChat
from summarizer.models.llama.weights import PREFIX, installed, runs_here
from summarizer.models.provider import InstalledModel, OpenedModel, Provider
from summarizer.models.request_policy import RequestPolicy


def _open_model(
    name: str,
    *,
    base_url: str | None,  # noqa: ARG001 -- it has no address
    api_key: str | None,  # noqa: ARG001 -- likewise
    request: RequestPolicy,
) -> OpenedModel:
    return LlamaChat(name, request=request)


def _installed_models() -> tuple[InstalledModel, ...]:
    return tuple(
        InstalledModel(name=weights.name, path=weights.path, bytes=weights.bytes)
        for weights in installed()
        if weights.path is not None
    )


def _missing_extra() -> str | None:
    return None if runs_here() else EXTRA


LLAMA = Provider(
    prefix=PREFIX,
    open_model=_open_model,
    takes_address=False,
    installed=_installed_models,
    missing_extra=_missing_extra,
)
