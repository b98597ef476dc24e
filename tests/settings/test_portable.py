"""A summarizer in another process: the same settings, or a word on why not."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from articles import ARTICLES, text_of
from model_server import honest_server

from summarizer import Budget, BudgetPolicy, ConfigError, LimitPolicy, RetryPolicy, ScriptedModel, Summarizer

FERRY = text_of(next(path for path in ARTICLES if path.stem == "harbor-ferry"))


def sent(summarizer: Summarizer) -> Summarizer:
    """The same in another process, as far as that can be told in this one."""
    other = pickle.loads(pickle.dumps(summarizer))  # noqa: S301
    assert isinstance(other, Summarizer)
    return other


def test_the_same_results_come(tmp_path: Path) -> None:
    """Of a model behind a server, with a cache, options and policies."""
    with honest_server() as server:
        made = Summarizer(
            model="m",
            base_url=server.base_url,
            api_key="sk-given",
            max_facts=2,
            focus="the ferry",
            cache=tmp_path / "replies",
            retry=RetryPolicy(tries=1),
            limits=LimitPolicy(requests_per_minute=100_000),
            workers=3,
        )
        with made, sent(made) as other:
            first, calls = made.summarize(FERRY), len(server.requests)
            second = other.summarize(FERRY)
            assert len(server.requests) == calls  # the cache went along, as its path
    assert first.facts == second.facts
    assert first.trace == second.trace
    assert len(first.facts) == 2


def test_without_a_model_too() -> None:
    """None stays None, whatever the environment of the other process says."""
    with Summarizer(model=None) as made, sent(made) as other, copy.copy(made) as copied:
        assert made.summarize(FERRY) == other.summarize(FERRY) == copied.summarize(FERRY)


def test_auto_is_what_it_meant_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker without the variables does not fall back to the engine without a model: it says what it lacks."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    pickled = pickle.dumps(Summarizer())
    assert b"sk-of" not in pickled
    assert pickle.loads(pickled).engine == "model"  # noqa: S301
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(ConfigError, match="OPENAI_API_KEY"):
        pickle.loads(pickled)  # noqa: S301
    nothing = pickle.dumps(Summarizer())
    monkeypatch.setenv("SUMMARIZER_MODEL", "other")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    assert pickle.loads(nothing).engine == "extractive"  # noqa: S301


def test_another_server_in_the_environment_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both addresses are named, without what is secret in them."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://me:geheim@a.example/v1")
    pickled = pickle.dumps(Summarizer(model="m"))
    assert b"geheim" not in pickled
    monkeypatch.setenv("OPENAI_BASE_URL", "http://b.example/v1")
    with pytest.raises(
        ConfigError, match=r"made to ask m at .*a\.example.*here it would ask m at .*b\.example"
    ) as told:
        pickle.loads(pickled)  # noqa: S301
    assert "geheim" not in str(told.value)


def test_a_budget_stays_in_its_process() -> None:
    """Each copy could spend it anew."""
    budget = Budget(BudgetPolicy(calls=5))
    for one in (Summarizer(model=ScriptedModel({}), budget=budget), budget):
        with pytest.raises(ConfigError, match="a Budget counts in one process"):
            pickle.dumps(one)
