"""The provider of every name that no other one claims."""

from __future__ import annotations

from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.openai.provider import OPENAI
from summarizer.models.request_policy import RequestPolicy


def test_a_name_is_asked_for_where_the_address_says() -> None:
    """Name and base URL are the model's own."""
    model = OPENAI.open_model("qwen3", base_url="http://127.0.0.1:9/v1", api_key=None, request=RequestPolicy())
    assert isinstance(model, OpenAIChat)
    assert (model.name, model.address) == ("qwen3", "http://127.0.0.1:9/v1")
    model.close()
