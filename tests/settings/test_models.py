"""Who is asked, and who closes what was opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from calls import a_call

from summarizer.errors import ConfigError
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.request_policy import RequestPolicy
from summarizer.models.scripted import ScriptedModel
from summarizer.settings.models import AskedModels


def test_a_judge_model_is_another_one_at_the_same_server() -> None:
    """A name is served where the main one is; an object is itself; none is none."""
    main, judge = ScriptedModel({}, name="main"), ScriptedModel({}, name="judge")
    assert AskedModels.of(main, judge_model=None, base_url=None, api_key=None).judge is None
    assert AskedModels.of(main, judge_model=judge, base_url=None, api_key=None) == AskedModels(
        main=main, judge=judge, to_close=()
    )
    named = AskedModels.of(main, judge_model="small", base_url="http://127.0.0.1:9/v1", api_key="k")
    assert isinstance(named.judge, OpenAIChat)
    assert (named.judge.name, named.judge.address) == ("small", "http://127.0.0.1:9/v1")
    assert named.to_close == (named.judge,)
    named.close()


def test_a_judge_model_needs_a_main_one() -> None:
    """To check claims with one model alone it is given as the model."""
    with pytest.raises(ConfigError, match="judge_model"):
        AskedModels.of(None, judge_model="small", base_url=None, api_key=None)


def test_each_call_goes_to_the_model_of_its_role() -> None:
    """The judge answers what is asked of the judge, and the main model all of it where there is no judge."""
    main, judge = ScriptedModel({}, name="main"), ScriptedModel({}, name="judge")
    both = AskedModels.of(main, judge_model=judge, base_url=None, api_key=None)
    asked_of_judge = replace(a_call(), role="judge")
    assert (both.answering(a_call()), both.answering(asked_of_judge)) == (main, judge)
    assert both.by_role == {"main": main, "judge": judge}
    alone = AskedModels.of(main, judge_model=None, base_url=None, api_key=None)
    assert alone.answering(asked_of_judge) is main
    assert alone.by_role == {"main": main}


def test_who_sits_at_a_place() -> None:
    """The judge model where there is one, else the main one."""
    main, judge = ScriptedModel({}), ScriptedModel({})
    both = AskedModels(main=main, judge=judge, to_close=())
    assert (both.seated_at("main"), both.seated_at("judge")) == (main, judge)
    assert AskedModels(main=main, judge=None, to_close=()).seated_at("judge") is main


def test_without_a_model_nobody_answers() -> None:
    """A plan without a model makes no call, so one that does is a mistake of the library."""
    nobody = AskedModels.of(None, judge_model=None, base_url=None, api_key=None)
    assert (nobody.name, nobody.by_role) == (None, {})
    with pytest.raises(RuntimeError, match="without a model"):
        nobody.answering(a_call())


def test_fallbacks_are_one_model_or_several() -> None:
    """Names are served where the main one is; objects are themselves; each has its number in a call."""
    main, other = ScriptedModel({}, name="main"), ScriptedModel({}, name="other")
    models = AskedModels.of(
        main, judge_model=None, base_url="http://127.0.0.1:9/v1", api_key="k", fallback_model=["small", other]
    )
    assert [model.name for model in models.fallbacks] == ["small", "other"]
    assert [id(one) for one in models.to_close] == [id(models.fallbacks[0])]
    assert [models.answering(replace(a_call(), substitute=number)).name for number in (0, 1, 2)] == [
        "main",
        "small",
        "other",
    ]
    assert models.all == (main, *models.fallbacks)
    models.close()
    alone = AskedModels.of(main, judge_model=None, base_url=None, api_key=None, fallback_model=other)
    assert alone.fallbacks == (other,)


@pytest.mark.parametrize("given", [5, ["", "b"], [None], "none", object()])
def test_what_is_no_fallback(given: object) -> None:
    """It is refused before anything is sent."""
    main = ScriptedModel({})
    with pytest.raises(ConfigError):
        AskedModels.of(main, judge_model=None, base_url="http://127.0.0.1:9/v1", api_key=None, fallback_model=given)  # type: ignore[arg-type]


def test_a_fallback_is_a_match_for_the_model() -> None:
    """There is a model to stand in for, and one that only picks sentences writes for none that does more."""
    with pytest.raises(ConfigError, match="pass it as model"):
        AskedModels.of(None, judge_model=None, base_url=None, api_key=None, fallback_model=ScriptedModel({}))
    with pytest.raises(ConfigError, match="too small"):
        AskedModels.of(ScriptedModel({}), judge_model=None, base_url=None, api_key=None, fallback_model="llama:smollm2")


def test_a_policy_is_for_models_that_are_named() -> None:
    """It goes to each of them, and one that nobody would heed is refused with what to do."""
    policy, main, url = RequestPolicy(seed=7), ScriptedModel({}), "http://127.0.0.1:9/v1"
    named = AskedModels.of("m", judge_model="j", base_url=url, api_key=None, fallback_model="f", request=policy)
    assert [model.settings["seed"] for model in named.all if isinstance(model, OpenAIChat)] == [7, 7, 7]
    named.close()
    with pytest.raises(ConfigError, match="OpenAIChat"):
        AskedModels.of(main, judge_model=None, base_url=None, api_key=None, request=policy)
    beside = AskedModels.of(main, judge_model="j", base_url=url, api_key=None, request=policy)
    beside.close()
