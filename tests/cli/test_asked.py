"""What the options come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer import Summarizer
from summarizer.cli.arguments import parse_arguments
from summarizer.cli.asked import MisusedError, budget_of, estimate_table, judging, key_to_estimate, put_to_use, writing
from summarizer.errors import ConfigError, InputError, MissingExtra
from summarizer.pipelines.estimate import Estimate
from summarizer.runtime.budget import BudgetPolicy


def test_options_are_settings_of_a_summarizer() -> None:
    """Each under its name."""
    given = parse_arguments(["summarize", "a", "--model", "none", "--max-facts", "2", "--max-calls", "5"])
    settings = {**writing(given), **judging(given)}
    assert settings["max_facts"] == 2
    assert budget_of(given) == settings["article_budget"] == BudgetPolicy(calls=5)
    assert Summarizer(**settings).engine == "extractive"


def test_a_wrong_setting_is_a_wrong_argument() -> None:
    """A missing extra is none, and neither is another error."""
    with pytest.raises(MisusedError, match="bad"), put_to_use():
        raise ConfigError("bad")
    with pytest.raises(MissingExtra), put_to_use():
        raise MissingExtra(what="x", extra="y")
    with pytest.raises(InputError), put_to_use():
        raise InputError("x")


def test_an_estimate_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the address brings one."""
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    monkeypatch.delenv("SUMMARIZER_MODEL", raising=False)
    assert key_to_estimate(parse_arguments(["estimate", "a", "--model", "m"])) == "not-sent"
    assert key_to_estimate(parse_arguments(["estimate", "a"])) is None
    assert key_to_estimate(parse_arguments(["estimate", "a", "--model", "m", "--base-url", "http://u:p@h"])) is None


@pytest.mark.parametrize(("cost", "said"), [(Decimal("0.5"), "cost: $0.5000 to $0.5000"), (None, "not known")])
def test_an_estimate_is_a_table(cost: Decimal | None, said: str) -> None:
    """With the cost in its last line."""
    lines = estimate_table(Estimate(by_stage={}, cost_likely=cost, cost_most=cost)).splitlines()
    assert lines[-2].startswith("total")
    assert said in lines[-1]
