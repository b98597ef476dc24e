"""What a provider is, by the least that one can say of itself."""

from __future__ import annotations

from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.provider import OpenedModel, Provider
from summarizer.models.request_policy import RequestPolicy


def opened(name: str, *, base_url: str | None, api_key: str | None, request: RequestPolicy) -> OpenedModel:
    """A model that is asked at a server."""
    return OpenAIChat(name, base_url=base_url, api_key=api_key, request=request)


def test_a_provider_elsewhere_has_nothing_here() -> None:
    """Unless it says so, no model of it is on this machine and no extra is missing."""
    provider = Provider(prefix="toy:", open_model=opened, takes_address=True)
    assert provider.installed() == ()
    assert provider.missing_extra() is None
    model = provider.open_model("toy:one", base_url="http://127.0.0.1:9/v1", api_key=None, request=RequestPolicy())
    assert model.name == "toy:one"
    model.close()
