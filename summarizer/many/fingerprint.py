"""A fingerprint is all that shapes the results of a summarizer: who goes on with a work of days compares it.

fingerprint_of(jobs)                  ->  {"version": "0.9.0", "model": "gpt-5-mini …", "prompt extract": "v3 …", …}
changes(before, now)                  ->  ["max_facts was 3, and is None"]
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields

from summarizer.calls.prompts import load_prompt
from summarizer.jobs import Jobs
from summarizer.models.base import Addressed, ChatModel, kind_of
from summarizer.pipelines.tasks import prompts_of
from summarizer.version import __version__


def fingerprint_of(jobs: Jobs) -> dict[str, str]:
    """What shapes a result, in words by name; it holds no secret, and no address: a model's server may move.

    Args:
        jobs: those of one summarizer.
    """
    models, options = jobs.models, jobs.options
    found = {"version": __version__, "model": _named(models.main), "judge_model": _named(models.judge)}
    found["fallback_model"] = ", ".join(_named(model) for model in models.fallbacks)
    found |= {one.name: repr(getattr(options, one.name)) for one in fields(options)}
    if jobs.asks:
        prompts = [load_prompt(prompt_id) for prompt_id in prompts_of(options, profile=jobs.profile)]
        found |= {f"prompt {prompt.id.partition('.')[0]}": f"{prompt.id} {prompt.sha256}" for prompt in prompts}
        found |= {"profile": repr(jobs.profile), "counter": jobs.counter.name}
    return found


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What is otherwise now, one line each: `changes(one, one) == []`.

    Args:
        before: a fingerprint.
        now: another.
    """
    names = sorted({*before, *now})
    return [
        f"{name} was {before.get(name, 'not there')}, and is {now.get(name, 'not there')}"
        for name in names
        if before.get(name) != now.get(name)
    ]


def _named(model: ChatModel | None) -> str:
    if model is None:
        return "none"
    settings = dict(model.settings) if isinstance(model, Addressed) else {}
    return f"{model.name} ({kind_of(model)}, {json.dumps(settings, sort_keys=True, default=repr)})"
