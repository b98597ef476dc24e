"""What a plan asks of a model, and what is derived from it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from articles import ARTICLES, text_of
from calls import a_call

from summarizer import ModelProfile, ScriptedModel, Summarizer
from summarizer.calls.call import Call, Reply, Stage
from summarizer.calls.task import Scenario
from summarizer.models.profile import LARGE_MODEL
from summarizer.pipelines.tasks import TASKS, prompts_of, stand_in_for
from summarizer.settings.options import Options
from summarizer.verification.policy import LEVELS, JudgePolicy, Level

PROMPTS = Path(__file__).parents[2] / "prompts"


def test_every_stage_has_a_stand_in() -> None:
    """A stage that is added brings a task of its own, with what stands in for its replies."""
    assert {stage for task in TASKS for stage in task.stages} == set(get_args(Stage))


def test_every_prompt_belongs_to_one_task() -> None:
    """Each prompt file is asked with by one task, or follows up on others."""
    asked = [prompt for task in TASKS for prompt in task.prompts]
    follow_ups = {prompt for task in TASKS for prompt in task.follow_ups}
    assert sorted([*asked, *follow_ups]) == sorted(path.stem for path in PROMPTS.glob("*.v*.md"))


def test_a_prompt_without_a_task_is_named() -> None:
    """Nothing stands in for a reply whose form nobody knows."""
    with pytest.raises(LookupError, match=r"extract\.v9"):
        stand_in_for(replace(a_call(), prompt_id="extract.v9"), Scenario())


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("scenario", [Scenario(), Scenario(most=True)], ids=["likely", "most"])
def test_a_run_uses_the_prompts_that_its_trace_names(level: Level, plain: bool, scenario: Scenario) -> None:  # noqa: FBT001 -- a parameter
    """Each call's prompt is in the trace with the hash of its file, and what is missing there was for other answers."""

    class Model(ScriptedModel):
        profile = ModelProfile(plain=True, judge_form="yes_no") if plain else LARGE_MODEL

    def answer(call: Call) -> Reply:
        return stand_in_for(call, scenario)

    model = Model(answer)
    result = Summarizer(model=model, verification=level, workers=1).summarize(text_of(ARTICLES[1]))
    named = {prompt.id: prompt.sha256 for prompt in result.trace.prompts}
    assert {call.prompt_id for call in model.calls} <= named.keys()
    for prompt_id, digest in named.items():
        assert digest == hashlib.sha256((PROMPTS / f"{prompt_id}.md").read_bytes()).hexdigest()


def test_prompts_are_those_of_the_engine_and_of_its_judges() -> None:
    """A model that writes is asked with other prompts than a small one, and each level asks its own judges."""
    writing = {"arrange.v1", "brief.v2", "continue.v1", "extract.v3", "part.v2", "repair.v1", "schema.v1", "write.v3"}
    selecting = {"mend.v1", "repair.v1", "schema.v1", "select.v2"}
    fast, standard = (Options(judge=JudgePolicy(level=level)) for level in ("fast", "standard"))
    assert set(prompts_of(fast, profile=LARGE_MODEL)) == {*writing, "judge.v4"}
    assert set(prompts_of(standard, profile=LARGE_MODEL)) == {*writing, "judge.v4", "doubt.v3"}
    one_word = Options(judge=JudgePolicy.of("strict", main="yes_no"))
    assert set(prompts_of(one_word, profile=ModelProfile.small())) == {*selecting, "yesno.v1"}
    assert set(prompts_of(one_word, profile=LARGE_MODEL)) == {*writing, "yesno.v1"}
