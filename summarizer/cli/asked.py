"""What the options come to: the settings of a `Summarizer`, and an error where they cannot be.

with put_to_use():
    Summarizer(**writing(arguments), **judging(arguments))
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from summarizer.cli.files import say
from summarizer.cli.request_arguments import options_given, request_of
from summarizer.errors import ConfigError, MissingExtra
from summarizer.models.profile import ModelProfile
from summarizer.pipelines.estimate import Estimate
from summarizer.runtime.budget import BudgetPolicy
from summarizer.runtime.retry import RetryPolicy

NO_MODEL = "No model is configured, so {what}; set SUMMARIZER_MODEL or OPENAI_API_KEY, or pass --model."
UNUSED = "summarizer: {option} needs a model; without one nobody is asked and it does nothing."


class MisusedError(Exception):
    """The arguments are wrong in a way that only shows when they are put to use."""


@contextmanager
def put_to_use() -> Iterator[None]:
    """What is wrong with a setting inside is wrong with an argument; an extra that is missing is not."""
    try:
        yield
    except MissingExtra:
        raise
    except ConfigError as error:
        raise MisusedError(str(error)) from error


def key_to_estimate(arguments: argparse.Namespace) -> str | None:
    """Something in place of a key for a model that is named; nothing is sent, so an estimate asks for no key.

    A base URL with credentials in it takes no key beside them.
    """
    named = arguments.model != "auto" or os.environ.get("SUMMARIZER_MODEL")
    address = arguments.base_url or os.environ.get("OPENAI_BASE_URL", "")
    return "not-sent" if named and "@" not in address else None


def say_unused(arguments: argparse.Namespace) -> None:
    """Say which options do nothing, because no model is asked."""
    if arguments.small:
        say(UNUSED.format(option="--small"))
    if arguments.verification is not None:
        say(UNUSED.format(option="--verification"))
    if arguments.exam != "auto":
        say(UNUSED.format(option="--exam"))
    for option in options_given(arguments):
        say(UNUSED.format(option=option))


def writing(arguments: argparse.Namespace) -> dict[str, Any]:
    """What every command that writes, or says what writing takes, sets."""
    names = ("max_facts", "length", "language", "focus", "audience", "instructions")
    return {name: getattr(arguments, name) for name in names}


def judging(arguments: argparse.Namespace) -> dict[str, Any]:
    """What every command that checks facts or claims sets."""
    return {
        "model": arguments.model,
        "base_url": arguments.base_url,
        "request": request_of(arguments),
        "fallback_model": arguments.fallback_model,
        "profile": profile_of_options(arguments),
        "verification": arguments.verification or "standard",
        "judge_model": arguments.judge_model,
        "cache": arguments.cache,
        "article_budget": budget_of(arguments),
        "retry": _retry(arguments),
    }


def profile_of_options(arguments: argparse.Namespace) -> ModelProfile | None:
    """The profile that the options name; None takes what the model says of itself."""
    return ModelProfile.small() if arguments.small else None


def _retry(arguments: argparse.Namespace) -> RetryPolicy:
    return RetryPolicy(article_deadline=arguments.deadline)


def budget_of(arguments: argparse.Namespace) -> BudgetPolicy:
    """How much the options let be spent."""
    return BudgetPolicy(calls=arguments.max_calls, tokens=arguments.max_tokens, cost=arguments.max_cost)


def estimate_table(found: Estimate) -> str:
    """An estimate as a table: a row for each stage and the total, and the cost."""
    lines = [f"{'':14}{'calls':>14}{'tokens in':>20}{'tokens out':>20}"]
    for stage, part in (*found.by_stage.items(), ("total", found)):
        calls = f"{part.calls_likely} to {part.calls_most}"
        into = f"{part.tokens_in_likely} to {part.tokens_in_most}"
        out = f"{part.tokens_out_likely} to {part.tokens_out_most}"
        lines.append(f"{stage:14}{calls:>14}{into:>20}{out:>20}")
    if found.cost_likely is None or found.cost_most is None:
        lines.append("cost: not known for this model")
    else:
        lines.append(f"cost: ${found.cost_likely:.4f} to ${found.cost_most:.4f}")
    return "\n".join(lines)
