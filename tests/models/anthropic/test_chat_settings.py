"""What a user sets about requests to Anthropic's API, with the real client over real HTTP."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import messages_server as api
import pytest
from calls import a_call
from scripted_server import ScriptedServer, always, sleep

from summarizer.errors import ConfigError, ModelUnavailable
from summarizer.models.anthropic.chat import AnthropicChat
from summarizer.models.request_policy import RequestPolicy


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees a key or URL of the machine it runs on."""
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)


def opened(url: str, **settings: Any) -> closing[AnthropicChat]:
    """A model at this address, asked so."""
    return closing(AnthropicChat("m", base_url=url, request=RequestPolicy(**settings)))


def test_settings_of_a_request() -> None:
    """What the policy says is in each request, in the words of the Messages API; a smaller limit of a call stays."""
    settings = {
        "max_output_tokens": 50,
        "reasoning_effort": "low",
        "temperature": 0.5,
        "extra_headers": {"X-Team": "news"},
        "extra_body": {"service_tier": "standard_only"},
    }
    with ScriptedServer(always(api.reply({"facts": []}))) as http, opened(http.base_url, **settings) as model:
        model.send(a_call(limit=64))
        model.send(a_call(limit=20))
        assert model.settings == {
            "max_output_tokens": 50,
            "reasoning_effort": "low",
            "temperature": 0.5,
            "extra_body": {"service_tier": "standard_only"},
        }
    first, second = http.requests
    assert first.body["output_config"]["effort"] == "low"
    assert "format" in first.body["output_config"]
    assert (first.body["temperature"], first.body["service_tier"]) == (0.5, "standard_only")
    assert first.headers["x-team"] == "news"
    assert (first.body["max_tokens"], second.body["max_tokens"]) == (50, 20)


def test_the_timeout_of_a_policy_comes_first() -> None:
    """A server that says nothing is given up after the policy's seconds."""
    with (
        ScriptedServer(always(sleep(5))) as http,
        opened(http.base_url, timeout=0.2) as model,
        pytest.raises(ModelUnavailable, match=r"within 0\.2 seconds"),
    ):
        model.send(a_call())


def test_requests_go_through_the_proxy() -> None:
    """A proxy that is named gets the request; one that is not there is told by its name."""
    with ScriptedServer(always(api.reply({"facts": []}))) as proxy:
        with opened("http://far.example", proxy=proxy.base_url.removesuffix("/v1")) as model:
            model.send(a_call())
        assert len(proxy.requests) == 1
    with (
        opened("http://far.example", proxy="http://127.0.0.1:9") as model,
        pytest.raises(ModelUnavailable, match="no connection through the proxy of proxy="),
    ):
        model.send(a_call())


def test_a_seed_is_refused() -> None:
    """The API draws by none, and a setting that does nothing is worse than an error."""
    with pytest.raises(ConfigError, match="seed"):
        AnthropicChat("m", base_url="http://127.0.0.1:9", request=RequestPolicy(seed=1))
