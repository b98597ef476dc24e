"""What a user sets about requests, with the real client over real HTTP: in the request, the cache's key, the errors."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
import scripted_server as server
from calls import a_call
from scripted_server import ScriptedServer, always

from summarizer.errors import ModelUnavailable
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.request_policy import RequestPolicy
from summarizer.runtime.cached_calls import key_of


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees a key or URL of the machine it runs on."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_CUSTOM_HEADERS"):
        monkeypatch.delenv(name, raising=False)


SETTINGS = RequestPolicy(
    timeout=7,
    max_output_tokens=50,
    reasoning_effort="low",
    temperature=0.5,
    seed=7,
    extra_headers={"X-Team": "news-0123456789"},
    extra_body={"provider": {"sort": "price"}},
)


def test_settings_of_a_request() -> None:
    """What the policy says is in each request, in the words of OpenAI's protocol; a smaller limit of a call stays."""
    with ScriptedServer(always(server.reply("{}"))) as http:
        with closing(OpenAIChat("m", base_url=http.base_url, request=SETTINGS)) as model:
            model.send(a_call(limit=64))
            model.send(a_call(limit=20))
        with closing(OpenAIChat("m", base_url=http.base_url)) as model:
            model.send(a_call(limit=64))
    first, second, plain = http.requests
    assert first.body["reasoning_effort"] == "low"
    assert (first.body["temperature"], first.body["seed"]) == (0.5, 7)
    assert first.body["provider"] == {"sort": "price"}
    assert first.headers["x-team"] == "news-0123456789"
    assert (first.body["max_tokens"], second.body["max_tokens"]) == (50, 20)
    assert plain.body.keys().isdisjoint({"reasoning_effort", "seed", "provider"})
    assert (plain.body["temperature"], plain.body["max_tokens"]) == (0, 64)


def test_a_temperature_that_is_asked_for_goes_to_any_model() -> None:
    """A reasoning model is sent none of ours, but the user's own."""
    with ScriptedServer(always(server.reply("{}"))) as http:
        for request in (RequestPolicy(temperature=1), RequestPolicy()):
            with closing(OpenAIChat("gpt-5-mini", base_url=http.base_url, request=request)) as model:
                model.send(a_call())
    assert [request.body.get("temperature") for request in http.requests] == [1, None]


def test_the_timeout_of_a_policy_comes_first() -> None:
    """A server that says nothing is given up after the policy's seconds."""
    with ScriptedServer(always(server.sleep(5))) as http:
        request = RequestPolicy(timeout=0.2)
        with (
            closing(OpenAIChat("m", base_url=http.base_url, timeout=60, request=request)) as model,
            pytest.raises(ModelUnavailable, match=r"within 0\.2 seconds"),
        ):
            model.send(a_call())


def key_for(url: str, request: RequestPolicy | None = None) -> str:
    """The cache's key of one call to this URL."""
    with closing(OpenAIChat("m", base_url=url, request=request)) as model:
        return key_of(a_call(), model=model)


def test_what_shapes_an_answer_is_in_the_key() -> None:
    """Each setting that changes an answer makes another key; timeout and headers make none."""
    url = "http://127.0.0.1:9/v1"
    settings: list[dict[str, Any]] = [
        {"max_output_tokens": 9},
        {"reasoning_effort": "low"},
        {"temperature": 1},
        {"seed": 1},
        {"extra_body": {"k": 1}},
    ]
    keys = {key_for(url), *(key_for(url, RequestPolicy(**one)) for one in settings)}
    assert len(keys) == 6
    same = [RequestPolicy(), RequestPolicy(timeout=3), RequestPolicy(extra_headers={"X": "y"}), RequestPolicy(proxy="")]
    assert {key_for(url, request) for request in same} == {key_for(url)}


def test_two_deployments_share_no_reply() -> None:
    """URLs that differ in what is never shown of them have keys of their own, in which it does not stand."""
    urls = ["http://h/v1", "http://h/v1?deployment=a", "http://h/v1?deployment=b", "http://me:pass@h/v1", "http://h/v2"]
    assert len({key_for(url) for url in urls}) == len(urls)
    with closing(OpenAIChat("m", base_url="http://me:pass@h/v1?key=very-secret")) as model:
        shown = f"{model.settings} {model.account} {model.address} {model!r}"
    assert "very-secret" not in shown
    assert "pass@" not in shown


def test_a_server_that_is_down_is_told_shortly() -> None:
    """One line says what the system said and what to look at; nothing hangs on it."""
    with (
        closing(OpenAIChat("m", base_url="http://127.0.0.1:9/v1")) as model,
        pytest.raises(
            ModelUnavailable, match=r"no connection \(Connection refused\): is it running\? check base_url"
        ) as caught,
    ):
        model.send(a_call())
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
