"""Which model a run uses; the environment is read when asked."""

from __future__ import annotations

import pytest

from summarizer.errors import ConfigError
from summarizer.models.llama.chat import LlamaChat
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.registry import (
    DEFAULT_OPENAI_MODEL,
    PROVIDERS,
    Opened,
    installed_models,
    missing_extras,
    resolve,
    takes_address,
)
from summarizer.models.scripted import ScriptedModel

LOCAL = "http://127.0.0.1:9/v1"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is set but what a test sets."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def named(opened: Opened | None) -> str:
    """The name of an OpenAI-compatible model, which is closed again."""
    assert opened is not None
    assert isinstance(opened.model, OpenAIChat)
    assert opened.to_close is opened.model
    opened.to_close.close()
    return opened.model.name


@pytest.mark.parametrize("model", [None, "none", "auto"])
def test_no_model(model: str | None) -> None:
    """None, "none", and "auto" with nothing set, mean the extractive engine."""
    assert resolve(model) is None


def test_an_object_is_taken_as_it_is() -> None:
    """A model of the user's own is not wrapped, and is not for others to close."""
    model = ScriptedModel({})
    assert resolve(model) == Opened(model=model, to_close=None)


def test_a_name_is_asked_for_at_the_server_given() -> None:
    """A name with a base_url needs no key."""
    assert named(resolve("qwen3", base_url=LOCAL)) == "qwen3"
    assert named(resolve("gpt-5", api_key="sk-x")) == "gpt-5"


@pytest.mark.parametrize("argument", ["base_url", "api_key"])
def test_an_address_or_key_that_is_no_text_is_refused(argument: str) -> None:
    """The message names the argument and its type, never a value that may be secret."""
    with pytest.raises(ConfigError, match=f"{argument} must be a str, not bytes") as caught:
        resolve("qwen3", **{argument: b"sk-secret"})  # type: ignore[arg-type]
    assert "secret" not in str(caught.value)


def test_a_name_without_a_key_says_how_to_set_it() -> None:
    """OpenAI's own server needs a key; nothing is sent to find that out."""
    with pytest.raises(ConfigError, match="OPENAI_API_KEY"):
        resolve("gpt-5")


def test_the_environment_is_read_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set between two calls counts for the second; what is unset again does not."""
    assert resolve("auto") is None
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    assert named(resolve("auto")) == DEFAULT_OPENAI_MODEL
    monkeypatch.setenv("SUMMARIZER_MODEL", " other ")
    assert named(resolve("auto")) == "other"
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.setenv("SUMMARIZER_MODEL", "  ")
    assert resolve("auto") is None


def test_a_base_url_in_the_environment_is_openai_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that speaks OpenAI's language is asked for the default model."""
    monkeypatch.setenv("OPENAI_BASE_URL", LOCAL)
    assert named(resolve("auto")) == DEFAULT_OPENAI_MODEL


def test_none_in_the_environment_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """SUMMARIZER_MODEL=none turns a key off."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    monkeypatch.setenv("SUMMARIZER_MODEL", "none")
    assert resolve("auto") is None


def test_an_explicit_model_is_not_overridden(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment is only looked at for "auto"."""
    monkeypatch.setenv("SUMMARIZER_MODEL", "other")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    assert resolve(None) is None
    assert named(resolve("mine")) == "mine"


def test_a_base_url_needs_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which model a server of the user's own serves cannot be guessed; the environment may name it."""
    with pytest.raises(ConfigError, match="SUMMARIZER_MODEL"):
        resolve("auto", base_url=LOCAL)
    monkeypatch.setenv("SUMMARIZER_MODEL", "qwen3")
    assert named(resolve("auto", base_url=LOCAL)) == "qwen3"


@pytest.mark.parametrize("model", ["", " ", "\n"])
def test_a_blank_name_is_refused(model: str) -> None:
    """A blank name is a mistake, not the absence of a model."""
    with pytest.raises(ConfigError, match="blank"):
        resolve(model)


@pytest.mark.parametrize("model", [7, b"gpt", ["gpt"], object()])
def test_what_is_no_model_is_refused(model: object) -> None:
    """The message says what is taken and what was given."""
    with pytest.raises(ConfigError, match=f"ChatModel.*{type(model).__name__}"):
        resolve(model)  # type: ignore[arg-type]


def test_a_class_is_no_model() -> None:
    """A model's class, given by mistake for an object of it, is refused by its name."""
    with pytest.raises(ConfigError, match="class ScriptedModel"):
        resolve(ScriptedModel)  # type: ignore[arg-type]


def test_a_prefix_names_its_provider() -> None:
    """`llama:` is served inside this process, where a base URL is a mistake; every other name takes one."""
    opened = resolve("llama:smollm2")
    assert opened is not None
    assert isinstance(opened.model, LlamaChat)
    assert opened.to_close is opened.model
    assert not takes_address("llama:smollm2")
    assert takes_address("gpt-5-mini")
    with pytest.raises(ConfigError, match="inside this process; leave base_url out"):
        resolve("llama:smollm2", base_url=LOCAL)


def test_every_name_has_a_provider() -> None:
    """Prefixes differ, and the last provider takes what no other one does."""
    prefixes = [provider.prefix for provider in PROVIDERS]
    assert len(set(prefixes)) == len(prefixes)
    assert prefixes[-1] == ""


def test_installed_models_can_be_asked_for() -> None:
    """Each name that is listed opens; with every extra installed none is missing."""
    listed = installed_models()
    assert "llama:smollm2" in {model.name for model in listed}
    assert all(resolve(model.name) is not None for model in listed)
    assert missing_extras() == ()
