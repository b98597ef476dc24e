"""The provider of the names that begin with `anthropic:`, which are asked through Anthropic's Messages API."""

from __future__ import annotations

from summarizer.models.anthropic.chat import AnthropicChat
from summarizer.models.provider import OpenedModel, Provider
from summarizer.models.request_policy import RequestPolicy

PREFIX = "anthropic:"


def _open_model(name: str, *, base_url: str | None, api_key: str | None, request: RequestPolicy) -> OpenedModel:
    return AnthropicChat(name.removeprefix(PREFIX), base_url=base_url, api_key=api_key, request=request)


ANTHROPIC = Provider(prefix=PREFIX, open_model=_open_model, takes_address=True)
