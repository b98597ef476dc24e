"""A fingerprint changes with all that shapes a result, and with nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import (
    Budget,
    BudgetPolicy,
    ChunkPolicy,
    ModelProfile,
    OpenAIChat,
    RequestPolicy,
    RetryPolicy,
    ScriptedModel,
    Summarizer,
)
from summarizer.fingerprint import fingerprint_of

URL = "http://127.0.0.1:9/v1"


def of(**settings: Any) -> dict[str, str]:
    """The fingerprint under these settings."""
    given: dict[str, Any] = {"model": "m", "base_url": URL, "api_key": "sk-secret", **settings}
    with Summarizer(**given) as summarizer:
        return summarizer.fingerprint


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"model": "n"}, {"model"}),
        ({"base_url": "http://127.0.0.1:8/v1"}, {"server of the model"}),
        ({"request": RequestPolicy(temperature=0.5)}, {"settings of the model"}),
        ({"max_facts": 3}, {"max_facts"}),
        ({"length": "short"}, {"length"}),
        ({"language": "de"}, {"language"}),
        ({"focus": "tenants"}, {"focus"}),
        ({"audience": "children"}, {"audience"}),
        ({"instructions": "be brief"}, {"instructions"}),
        ({"chunks": ChunkPolicy(max_tokens=2000)}, {"chunks"}),
        ({"verification": "fast"}, {"verification", "prompt doubt"}),
        ({"exam": "always"}, {"exam"}),
    ],
)
def test_each_choice_that_shapes_a_result_is_in_it(settings: dict[str, Any], names: set[str]) -> None:
    """Under its name, and nothing else changes with it."""
    before, after = of(), of(**settings)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert names <= changed <= {*names, "judges"}


@pytest.mark.parametrize(
    "settings",
    [
        {"api_key": "sk-other"},
        {"workers": 3},
        {"retry": RetryPolicy(tries=2)},
        {"budget": Budget(BudgetPolicy(calls=1))},
        {"on_event": print},
    ],
)
def test_what_shapes_no_result_is_not(settings: dict[str, Any]) -> None:
    """A batch may go on with another key, or more calls at once."""
    assert of(**settings) == of()


def test_judges_and_fallbacks_are_in_it() -> None:
    """Each in its role."""
    judge, other = ScriptedModel({}, name="j"), ScriptedModel({}, name="f")
    found = of(judge_model=judge, fallback_model=[other])
    assert (found["judge model"], found["fallback model 1"]) == ("j", "f")
    assert of(profile=ModelProfile.small())["profile"] != of()["profile"]


def test_no_secret_is_in_it() -> None:
    """Neither a key nor credentials of an address."""
    model = OpenAIChat("m", base_url="http://user:hidden@127.0.0.1:9/v1?sig=hidden", request=None)
    found = str(of(model=model, base_url=None, api_key=None)) + str(of())
    assert "hidden" not in found
    assert "sk-" not in found


def test_without_a_model_no_prompt_is_in_it() -> None:
    """The version is, in any case."""
    found = of(model=None)
    assert found["model"] == "none"
    assert not [name for name in found if name.startswith("prompt")]
    assert found["version"]
    assert fingerprint_of.__doc__
