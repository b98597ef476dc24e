"""Choices are what a kept `Summarizer` may be told otherwise for one call: in the same words, and checked the same way.

summarizer.summarize(text, length="short", max_facts=3)     what is left out is as the `Summarizer` has it
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, TypedDict

from summarizer.document.chunks import ChunkPolicy
from summarizer.facts.wishes import Wishes
from summarizer.fragments.brief import brief
from summarizer.models.profile import JudgeForm, ModelProfile
from summarizer.runtime.budget import BudgetPolicy
from summarizer.runtime.observing.events import OnEvent
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.session import RunSettings
from summarizer.settings.models import AskedModels
from summarizer.settings.options import Options, options_for
from summarizer.settings.run import Policies, check_money
from summarizer.summary.size import Length
from summarizer.verification.policy import ExamWhen, Level


class Checking(TypedDict, total=False):
    """What may be chosen for one call that checks; see `Summarizer` for what each is.

    Attributes:
        verification: how hard a claim is looked at.
        retry: how often and how long a failed call is tried again, and the article's deadline.
        article_budget: how much it may spend.
        on_event: called with each `Event` of it.
    """

    verification: Level
    retry: RetryPolicy | None
    article_budget: BudgetPolicy | None
    on_event: OnEvent | None


class Choices(Checking, total=False):
    """What may be chosen for one call that writes; see `Summarizer` for what each is.

    Attributes:
        max_facts: key facts ticked at most.
        length: "short", "medium" or "long".
        language: the language to write in.
        focus: what the reader wants to know of the article.
        audience: who reads it.
        instructions: what else is wished of the writing.
    """

    max_facts: int | None
    length: Length
    language: str | None
    focus: str | None
    audience: str | None
    instructions: str | None


def chosen_options(
    chosen: Choices,
    *,
    models: AskedModels,
    profile: ModelProfile,
    chunks: ChunkPolicy | None,
    judge_form: JudgeForm | None,
    exam: ExamWhen,
) -> Options:
    """The options that choices come to, for the models that there are; what is left out is as by default.

    Raises:
        ConfigError: one of them is out of range, or does not go with the model.
    """
    wishes = Wishes(
        language=chosen.get("language"),
        focus=chosen.get("focus"),
        audience=chosen.get("audience"),
        instructions=chosen.get("instructions"),
    )
    return options_for(
        models,
        profile=profile,
        max_facts=chosen.get("max_facts"),
        length=chosen.get("length", "medium"),
        wishes=wishes,
        chunks=chunks,
        verification=chosen.get("verification", "standard"),
        judge_form=judge_form,
        exam=exam,
    )


def chosen_settings(choices: Checking, *, settings: RunSettings, models: AskedModels) -> RunSettings:
    """What surrounds the calls where these are chosen, and as it is for the rest.

    Raises:
        ConfigError: one of them is of another kind, or is a bound in money for a model of unknown price.
    """
    retry, budget = choices.get("retry", settings.retry), choices.get("article_budget", settings.article_budget)
    policies = Policies(retry=retry, article_budget=budget, on_event=choices.get("on_event", settings.on_event))
    check_money(policies.bounds, price=settings.price, models=models)
    return replace(
        settings, retry=retry or RetryPolicy(), article_budget=policies.article_budget, on_event=policies.on_event
    )


def in_brief(choices: Choices) -> str:
    """The choices that were made, in one line: "length='short', verification='standard'"."""
    told = {name: brief(one) if isinstance(one, str) else repr(one) for name, one in choices.items() if one}
    return ", ".join(f"{name}={one}" for name, one in told.items())


CHECKING_NAMES: Final = tuple(sorted(Checking.__optional_keys__))
CHOICE_NAMES: Final = tuple(sorted(Choices.__optional_keys__))


def check_names(given: Mapping[str, object], *, taken: Sequence[str]) -> None:
    """Nothing, where each word is one of those that are taken.

    Raises:
        TypeError: one is not, as Python says of any other function.
    """
    for name in given:
        if name not in taken:
            raise TypeError(f"unexpected keyword argument {name!r}; for one call there are {', '.join(taken)}")
