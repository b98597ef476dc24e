"""The provider of every name that no other one claims: OpenAI, or a server at `base_url` that speaks the same."""

from __future__ import annotations

from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.provider import OpenedModel, Provider
from summarizer.models.request_policy import RequestPolicy


def _open_model(name: str, *, base_url: str | None, api_key: str | None, request: RequestPolicy) -> OpenedModel:
    return OpenAIChat(name, base_url=base_url, api_key=api_key, request=request)


OPENAI = Provider(prefix="", open_model=_open_model, takes_address=True)
