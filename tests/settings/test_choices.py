"""What may be otherwise for one call of a kept `Summarizer`: the same words as at the top, checked the same way."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from summarizer import BudgetPolicy, Event, RetryPolicy, ScriptedModel, Summarizer
from summarizer.errors import ConfigError
from summarizer.settings.choices import CHECKING_NAMES, CHOICE_NAMES, check_names, chosen_settings
from summarizer.settings.models import AskedModels

WRONG: dict[str, object] = {
    "max_facts": 0,
    "length": "tiny",
    "language": " ",
    "focus": 3,
    "audience": "",
    "instructions": 3,
    "verification": "lax",
    "retry": 3,
    "article_budget": 3,
    "on_event": "print",
}


def test_each_choice_is_one_of_the_top() -> None:
    """A word means the same in both places, so each of one call is an argument of `Summarizer`."""
    top = set(inspect.signature(Summarizer).parameters)
    assert set(CHECKING_NAMES) < set(CHOICE_NAMES) < top
    assert set(WRONG) == set(CHOICE_NAMES)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_choice_is_refused_in_the_same_words(name: str) -> None:
    """The error of one call is that of the top, before anything is sent."""
    model = ScriptedModel({})
    given: dict[str, Any] = {name: WRONG[name]}
    with pytest.raises(ConfigError) as of_call:
        Summarizer(model=model).summarize("It rains.", **given)
    with pytest.raises(ConfigError) as of_top:
        Summarizer(model=model, **given)
    assert str(of_call.value) == str(of_top.value)
    assert model.calls == ()


def test_a_word_that_is_none_is_pythons_error() -> None:
    """A misspelled choice is not passed over, and the message lists those that there are."""
    with pytest.raises(TypeError, match=r"'lenght'.*length"):
        check_names({"lenght": "short"}, taken=CHOICE_NAMES)
    check_names(dict.fromkeys(CHOICE_NAMES), taken=CHOICE_NAMES)


def test_settings_of_one_call() -> None:
    """What is chosen is in it, and the rest is the kept one's own, connections and limits included."""
    kept = Summarizer(model=ScriptedModel({}), retry=RetryPolicy(tries=2))._settings
    models = AskedModels(main=ScriptedModel({}), judge=None, to_close=())
    told: list[Event] = []
    chosen = chosen_settings({"on_event": told.append}, settings=kept, models=models)
    assert (chosen.retry, chosen.on_event) == (RetryPolicy(tries=2), told.append)
    assert (chosen.concurrency, chosen.total, chosen.limiter_of) == (kept.concurrency, kept.total, kept.limiter_of)
    assert chosen_settings({"retry": None}, settings=kept, models=models).retry == RetryPolicy()
    with pytest.raises(ConfigError, match="prices"):
        chosen_settings({"article_budget": BudgetPolicy(cost=1)}, settings=kept, models=models)
