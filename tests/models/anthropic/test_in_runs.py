"""Models of Anthropic's in whole runs: command line, exam, cache, prices and estimates know them by name."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import messages_server as api
import pytest
from calls import a_call
from messages_server import honest_messages
from scripted_server import ScriptedServer, always
from scripts import honest

from summarizer import RetryPolicy, ScriptedModel, Summarizer
from summarizer.calls.call import Tokens
from summarizer.cli.main import main
from summarizer.models.anthropic.chat import AnthropicChat
from summarizer.runtime.observing.prices import pricer_for

FERRY = str(Path(__file__).parents[3] / "examples" / "articles" / "harbor-ferry.txt")
TEXT = "The old bridge of Brenta was closed on Monday. It had stood for a hundred years."


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees a key, an address or a cache of the machine it runs on."""
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "SUMMARIZER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))


def at(http: ScriptedServer) -> list[str]:
    return ["--model", "anthropic:m", "--base-url", http.base_url]


def test_the_command_line_summarizes(capsys: pytest.CaptureFixture[str]) -> None:
    """By the name alone, and every request is one of the Messages API."""
    with honest_messages() as http:
        assert main(["summarize", FERRY, *at(http), "--format", "json"]) == 0
        assert {request.path for request in http.requests} == {"/v1/messages"}
    result = json.loads(capsys.readouterr().out)
    assert result["facts"]
    assert result["failures"] == []
    assert result["trace"]["model"] == "m"


def test_the_environment_may_name_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """SUMMARIZER_MODEL takes the prefix, and Anthropic's own variables say where and with which key."""
    with honest_messages() as http:
        monkeypatch.setenv("SUMMARIZER_MODEL", "anthropic:m")
        monkeypatch.setenv("ANTHROPIC_BASE_URL", http.base_url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-0123")
        assert main(["summarize", FERRY]) == 0
        assert {request.headers["authorization"] for request in http.requests} == {"Bearer sk-ant-0123"}
    assert capsys.readouterr().out


def test_the_exam(capsys: pytest.CaptureFixture[str]) -> None:
    """It is put to such a judge like to any."""
    with honest_messages() as http:
        assert main(["exam", *at(http), "--verification", "fast"]) == 0
    row = capsys.readouterr().out.splitlines()[1]
    assert row.split() == "m judge.v4 20 of 20 (84% to 100%) 0 of 20 (0% to 16%) failed".split()


def test_the_cache_tells_protocols_apart(tmp_path: Path) -> None:
    """The same call is paid for once; a model of that name behind OpenAI's protocol is another one."""
    cache = str(tmp_path / "replies")
    with honest_messages() as http:
        for calls in (True, False):
            with Summarizer(model="anthropic:m", base_url=http.base_url, cache=cache) as kept:
                assert bool(kept.summarize(TEXT).usage.calls) is calls
        sent = len(http.requests)
        with Summarizer(model="m", base_url=http.base_url, api_key="k", cache=cache) as other:
            other.estimate(TEXT)
            assert other.verify(["It stood for a century."], TEXT)[0].verdict == "unchecked"
        assert len(http.requests) > sent


def test_prices(capsys: pytest.CaptureFixture[str]) -> None:
    """The table knows Anthropic's models at their own address, and an estimate by it needs no key."""
    assert main(["estimate", FERRY, "--model", "anthropic:claude-sonnet-4-5"]) == 0
    assert "cost: $0.1" in capsys.readouterr().out
    model = AnthropicChat("claude-sonnet-4-5", api_key="k")
    cost = pricer_for(lambda _: model, prices=None)(a_call(), Tokens(tokens_in=100_000, tokens_cached=100_000))
    assert cost == Decimal("0.03")  # what is read from the kept article costs a tenth
    model.close()


def test_one_may_stand_in_for_another() -> None:
    """Where Anthropic's API does not answer, a model behind OpenAI's protocol is asked, and the trace says so."""
    spare = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"))
    with (
        ScriptedServer(always(api.status(529, "Overloaded", kind="overloaded_error"))) as http,
        Summarizer(
            model="anthropic:m", base_url=http.base_url, fallback_model=spare, retry=RetryPolicy(tries=1), exam="never"
        ) as kept,
    ):
        result = kept.summarize(TEXT)
    assert result.facts
    assert {(use.model, use.error) for use in result.trace.fallbacks} == {("m", "ModelUnavailable")}
