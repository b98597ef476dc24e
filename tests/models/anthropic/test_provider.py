"""The provider of the names that begin with `anthropic:`."""

from __future__ import annotations

import pytest

from summarizer.errors import ConfigError
from summarizer.models.anthropic.chat import AnthropicChat
from summarizer.models.anthropic.provider import ANTHROPIC
from summarizer.models.profile import LARGE_MODEL, profile_of
from summarizer.models.registry import resolve
from summarizer.models.request_policy import RequestPolicy


def test_a_name_is_asked_for_without_its_prefix() -> None:
    """`anthropic:NAME` is the model NAME at the address that is given, and worked with as a large one."""
    opened = resolve("anthropic:claude-sonnet-5", base_url="http://127.0.0.1:9")
    assert opened is not None
    assert isinstance(opened.model, AnthropicChat)
    assert (opened.model.name, opened.model.address) == ("claude-sonnet-5", "http://127.0.0.1:9")
    assert profile_of(opened.model) == LARGE_MODEL
    assert opened.to_close is opened.model
    opened.model.close()


def test_a_prefix_alone_is_no_name() -> None:
    """The message shows how a whole name looks."""
    with pytest.raises(ConfigError, match="anthropic:claude"):
        ANTHROPIC.open_model("anthropic:", base_url=None, api_key="k", request=RequestPolicy())
