"""Where calls go: base URL and key from arguments and environment, and no secret in sight."""

from __future__ import annotations

import logging
from contextlib import closing

import pytest
import scripted_server as server
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import ScriptedServer, always

from summarizer.errors import ConfigError, ModelError
from summarizer.models.http.endpoint import OPENAI_URL, endpoint
from summarizer.models.openai.chat import OpenAIChat

KEY = "sk-very-secret-0123456789"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees a key or URL of the machine it runs on."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_CUSTOM_HEADERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("base_url", [None, OPENAI_URL, "https://eu.api.openai.com/v1"])
def test_openai_needs_a_key(base_url: str | None) -> None:
    """Without a key for OpenAI nothing is made, and the message says how to set one."""
    with pytest.raises(ConfigError, match="OPENAI_API_KEY"):
        OpenAIChat("gpt-5-mini", base_url=base_url)


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment fills in what arguments leave out, and is read when asked."""
    monkeypatch.setenv("OPENAI_API_KEY", f"{KEY}\n")
    assert (endpoint(base_url=None, api_key=None).url, endpoint(base_url=None, api_key=None).key) == (OPENAI_URL, KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:8080/v1")
    assert endpoint(base_url=None, api_key=None).url == "http://localhost:8080/v1"
    assert endpoint(base_url="http://other/v1", api_key="k").url == "http://other/v1"
    assert endpoint(base_url="http://other/v1", api_key="k").key == "k"


def test_a_server_of_ones_own_needs_no_key() -> None:
    """With a base URL and no key the call goes out all the same."""
    with ScriptedServer(always(server.reply("{}"))) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        assert model.send(a_call()).text == "{}"


@pytest.mark.parametrize(
    "url",
    ["localhost:8080", "ftp://host/v1", "https://", "http://[::1/v1", "http://h:port/v1", "http://h:0", "http://a b/",
     "http://a..b/v1", "http://h/\x00", f"http://{'a' * 80}.de/"],
)  # fmt: skip
def test_urls_that_are_none(url: str) -> None:
    """A base URL that cannot work is refused with an example of one that can."""
    with pytest.raises(ConfigError, match="https://host/v1"):
        endpoint(base_url=url, api_key=KEY)


@pytest.mark.parametrize("key", ["sk a", "sk-\x00", "sk-é", "sk\nsk"])
def test_keys_that_no_header_can_carry(key: str) -> None:
    """A key that was copied wrongly is refused, and not shown."""
    with pytest.raises(ConfigError) as caught:
        endpoint(base_url=None, api_key=key)
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "is_openai"),
    [
        (OPENAI_URL, True),
        ("https://us.api.openai.com/v1", True),
        ("https://name.openai.azure.com/openai/v1/", True),
        ("https://name.services.ai.azure.com/openai/v1/", True),
        ("https://api.openai.com.evil.example/v1", False),
        ("https://notapi.openai.community/v1", False),
        ("http://localhost:11434/v1", False),
    ],
)
def test_who_takes_the_new_limit(url: str, *, is_openai: bool) -> None:
    """Only OpenAI's and Azure's own hosts are taken for them."""
    assert endpoint(base_url=url, api_key=KEY).is_openai is is_openai


def test_credentials_in_the_url(caplog: pytest.LogCaptureFixture) -> None:
    """They are sent as basic authentication, and shown in no repr, error or log."""
    with ScriptedServer(always(server.status(500, "no hunter2"))) as http, caplog.at_level(logging.DEBUG):
        url = http.base_url.replace("://", "://joe:hunter2@") + "?token=abcdef"
        with closing(OpenAIChat("m", base_url=url)) as model:
            with pytest.raises(ModelError) as caught:
                model.send(a_call())
            shown = f"{model!r} {model} {caught.value}"
    assert http.requests[0].headers["authorization"] == "Basic am9lOmh1bnRlcjI="
    assert http.requests[0].path == "/v1/chat/completions?token=abcdef"
    whole = repr(endpoint(base_url=url, api_key=None))
    assert "hunter2" not in shown + caplog.text + whole
    assert "am9lOmh1bnRlcjI=" not in shown + caplog.text + whole
    assert "abcdef" not in shown + caplog.text + whole
    assert "127.0.0.1" in shown


def test_two_ways_to_authenticate() -> None:
    """A key and credentials in the URL cannot both be sent, so neither is dropped silently."""
    with pytest.raises(ConfigError, match="only one"):
        endpoint(base_url="https://joe:hunter2@host/v1", api_key=KEY)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4, max_size=40))
def test_no_repr_shows_the_key(key: str) -> None:
    """Whatever the key: it stands in no repr, and `mask` takes it out of any text."""
    where = endpoint(base_url="https://host/v1", api_key=key)
    plain = repr(endpoint(base_url="https://host/v1", api_key="other"))
    assert repr(where) == plain
    assert key not in where.mask(f"[{key}]") or key in "[***]"
