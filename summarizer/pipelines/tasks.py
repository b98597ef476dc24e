"""Which tasks a plan gives to its model, and what follows from them: the prompts of a trace, and stand-ins.

prompts_of(options, profile=LARGE_MODEL)  ->  ("continue.v1", "doubt.v3", "extract.v3", …)
stand_in_for(call, Scenario())            ->  Reply(text='{"facts": …}')
"""

from __future__ import annotations

from typing import Final

from summarizer.calls.call import Call, Reply
from summarizer.calls.prompts import PromptId
from summarizer.calls.task import Scenario, Task
from summarizer.facts.arrange import ARRANGE_FACTS
from summarizer.facts.choose import CHOOSE_SENTENCES
from summarizer.facts.draft import DRAFT_FACTS
from summarizer.facts.resolve_pronouns import RESOLVE_PRONOUNS
from summarizer.models.profile import ModelProfile
from summarizer.settings.options import Options
from summarizer.summary.brief import WRITE_BRIEF
from summarizer.summary.parts import WRITE_PART
from summarizer.summary.write import WRITE_SUMMARY
from summarizer.verification.judging.assertions import JUDGE_ASSERTIONS
from summarizer.verification.judging.yes_no import JUDGE_YES_NO

WRITING_TASKS: Final[tuple[Task, ...]] = (DRAFT_FACTS, WRITE_SUMMARY, WRITE_BRIEF, ARRANGE_FACTS, WRITE_PART)
SELECTING_TASKS: Final[tuple[Task, ...]] = (CHOOSE_SENTENCES, RESOLVE_PRONOUNS)
JUDGING_TASKS: Final[tuple[Task, ...]] = (JUDGE_ASSERTIONS, JUDGE_YES_NO)
TASKS: Final[tuple[Task, ...]] = (*WRITING_TASKS, *SELECTING_TASKS, *JUDGING_TASKS)


def prompts_of(options: Options, *, profile: ModelProfile) -> tuple[PromptId, ...]:
    """The prompts that a run may use, sorted, each once.

    Args:
        options: who judges, and in which form.
        profile: whether the model writes, or chooses sentences.
    """
    prompts: set[PromptId] = set()
    for task in SELECTING_TASKS if profile.plain else WRITING_TASKS:
        prompts.update(task.prompts, task.follow_ups)
    for task in JUDGING_TASKS:
        asked = set(task.prompts).intersection(options.judge.prompts)
        if asked:
            prompts.update(asked, task.follow_ups)
    return tuple(sorted(prompts))


def stand_in_for(call: Call, scenario: Scenario) -> Reply:
    """A reply that may stand in for the model's.

    Raises:
        LookupError: no task of `TASKS` asks with this prompt.
    """
    for task in TASKS:
        if call.prompt_id in task.prompts:
            return task.stand_in(call, scenario)
    raise LookupError(f"no task is asked with the prompt {call.prompt_id}, so nothing can stand in for its reply")
