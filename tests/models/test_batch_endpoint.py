"""A model has a batch endpoint or has none."""

from __future__ import annotations

from summarizer import AnthropicChat, OpenAIChat, ScriptedModel
from summarizer.models.batch_endpoint import Batching


def test_who_has_one_says_so() -> None:
    """By having it."""
    assert isinstance(OpenAIChat("gpt-5-mini", api_key="k"), Batching)
    assert not isinstance(ScriptedModel({}), Batching)
    assert not isinstance(AnthropicChat("claude", api_key="k"), Batching)
