"""How a model is asked, from the command line: each option is a setting of the policy, checked as there."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest
import scripted_server as act
from model_server import honest_server

from summarizer.cli.main import main
from summarizer.cli.request_arguments import add_request, options_given, request_of
from summarizer.errors import ConfigError
from summarizer.models.request_policy import RequestPolicy

ARTICLE = str(Path(__file__).parents[2] / "examples" / "articles" / "harbor-ferry.txt")
SECRET = "very-secret-0123456789"  # noqa: S105 -- made up


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_MODEL"):
        monkeypatch.delenv(name, raising=False)


def parsed(*options: str) -> argparse.Namespace:
    """These options, as a command would take them."""
    parser = argparse.ArgumentParser()
    add_request(parser)
    return parser.parse_args(options)


def test_each_option_is_a_setting() -> None:
    """All of them come to the policy that says the same in Python; none of them to none."""
    options = (
        "--timeout=5 --max-output-tokens=900 --reasoning-effort=low --temperature=0.5 --seed=7 --header=X-A:1 "
        "--ca-file=a.pem"
    ).split()
    arguments = parsed(*options, "--header", "X-B: 2: 3", "--body", '{"top_k": 20}', "--proxy", "")
    assert request_of(arguments) == RequestPolicy(
        timeout=5,
        max_output_tokens=900,
        reasoning_effort="low",
        temperature=0.5,
        seed=7,
        extra_headers={"X-A": "1", "X-B": "2: 3"},
        extra_body={"top_k": 20},
        proxy="",
        ca_file="a.pem",
    )
    assert len(options_given(arguments)) == 9
    assert (request_of(parsed()), options_given(parsed())) == (None, ())
    assert options_given(parsed("--fallback-model", "b")) == ("--fallback-model",)


@pytest.mark.parametrize(
    ("option", "value", "named"),
    [
        ("--header", SECRET, "NAME: VALUE"),
        ("--body", "{", "--body"),
        ("--body", "[]", "extra_body"),
        ("--temperature", "9", "temperature"),
        ("--timeout", "0", "timeout"),
        ("--proxy", "ftp://host", "proxy="),
        ("--ca-file", "nowhere.pem", "ca_file="),
        ("--fallback-model", " ", "blank"),
    ],
)
def test_what_cannot_work_is_one_line(option: str, value: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The arguments are wrong: exit 2, the reason on standard error, and no secret in it."""
    assert main(["summarize", ARTICLE, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", option, value]) == 2
    error = capsys.readouterr().err
    assert named in error
    assert error.count("\n") == 1
    assert SECRET not in error


def test_a_header_without_a_colon_is_not_shown() -> None:
    """It may be a secret whose name was forgotten."""
    with pytest.raises(ConfigError) as caught:
        request_of(parsed("--header", SECRET))
    assert SECRET not in str(caught.value)


def test_settings_reach_the_server(capsys: pytest.CaptureFixture[str]) -> None:
    """They are in each request, and a fallback is asked where the model is unknown; the result says so."""
    with honest_server(lambda call, number: None if number > 1 else act.status(404, "no such model")) as server:
        options = ["--temperature", "0.5", "--seed", "7", "--header", "X-Team: news", "--body", '{"top_k": 20}']
        where = ["--model", "m", "--base-url", server.base_url, "--fallback-model", "backup"]
        assert main(["summarize", ARTICLE, *where, *options]) == 0
    assert "backup answered" in capsys.readouterr().out
    assert [request.body["model"] for request in server.requests[:2]] == ["m", "backup"]
    for request in server.requests:
        assert (request.body["temperature"], request.body["seed"], request.body["top_k"]) == (0.5, 7, 20)
        assert request.headers["x-team"] == "news"


def test_options_that_do_nothing_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a model nobody is asked, and each option given says so."""
    assert main(["summarize", ARTICLE, "--model", "none", "--seed", "7"]) == 0
    assert "--seed needs a model" in capsys.readouterr().err
