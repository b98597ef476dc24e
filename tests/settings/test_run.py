"""What surrounds the calls of every run, put together from what users give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from calls import a_call

from summarizer.document.tokens import counter_for
from summarizer.errors import ConfigError
from summarizer.models.profile import LARGE_MODEL
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.budget import Budget, BudgetPolicy
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.observing.prices import Prices
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.session import RunSettings
from summarizer.settings.models import AskedModels
from summarizer.settings.run import Policies, cache_of, run_settings


def settings_with(policies: Policies) -> RunSettings:
    """The settings for two models."""
    models = AskedModels(main=ScriptedModel({}, name="main"), judge=ScriptedModel({}, name="judge"), to_close=())
    return run_settings(models, counter=counter_for(None), policies=policies)


def test_what_is_left_out_has_its_default() -> None:
    """Retries are on, and cache, telemetry and bounds are off."""
    found = settings_with(Policies(workers=3))
    assert found.retry == RetryPolicy()
    assert found.workers == 3
    assert (found.cache, found.telemetry, found.article_budget, found.budget) == (None, None, None, None)
    assert found.model_of(a_call()).name == "main"


def test_a_bound_in_money_needs_a_price() -> None:
    """It is refused before anything is sent, unless the user says what tokens cost."""
    bound = BudgetPolicy(cost="0.5")
    with pytest.raises(ConfigError, match="needs the prices of main"):
        settings_with(Policies(article_budget=bound))
    priced = Policies(article_budget=bound, prices=Prices(tokens_in=1, tokens_out=2))
    assert settings_with(priced).article_budget == bound


@pytest.mark.parametrize("workers", [0, -1, 1.5, True, "8", None])
def test_workers_are_a_whole_number_from_one(workers: object) -> None:
    """The message says what was given."""
    with pytest.raises(ConfigError, match="workers must be a whole number, 1 or more, not"):
        Policies(workers=workers)  # type: ignore[arg-type]


def test_policies_are_of_their_class_or_left_out() -> None:
    """None and the right objects pass; anything else is named with the class that it should be of."""
    Policies(on_event=None, retry=None, prices=None)
    Policies(on_event=print, retry=RetryPolicy(), budget=Budget(BudgetPolicy()))
    for name, kind in (("retry", "RetryPolicy"), ("limits", "LimitPolicy"), ("budget", "Budget")):
        wrong: dict[str, Any] = {name: LARGE_MODEL}
        with pytest.raises(ConfigError, match=f"{name} takes a {kind}, not ModelProfile"):
            Policies(**wrong)
    with pytest.raises(ConfigError, match="on_event"):
        Policies(on_event="print")  # type: ignore[arg-type]


def test_a_cache_is_off_in_a_file_or_of_a_policy(tmp_path: Path) -> None:
    """A path is where it is kept."""
    assert cache_of(False) is None  # noqa: FBT003 - as users give it
    for given in (tmp_path / "replies.sqlite3", CachePolicy(path=tmp_path / "replies.sqlite3")):
        cache = cache_of(given)
        assert cache is not None
        assert isinstance(cache, ReplyCache)
        assert cache.path == tmp_path / "replies.sqlite3"
        cache.close()
