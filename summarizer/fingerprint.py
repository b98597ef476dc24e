"""A fingerprint is all that shapes a result but the article: two summarizers of one fingerprint do the same.

fingerprint_of(models=…, profile=…, options=…, counter=…)   ->  {"model": "gpt-5-mini", "length": "medium", …}
"""

from __future__ import annotations

import json

from summarizer.calls.prompts import load_prompt
from summarizer.document.tokens import TokenCounter
from summarizer.models.base import Addressed, ChatModel, kind_of
from summarizer.models.profile import ModelProfile
from summarizer.pipelines.tasks import prompts_of
from summarizer.settings.models import AskedModels
from summarizer.settings.options import Options
from summarizer.version import __version__


def fingerprint_of(
    *, models: AskedModels, profile: ModelProfile, options: Options, counter: TokenCounter
) -> dict[str, str]:
    """What shapes a result, by its name: models, prompts, options and the version of the library; no secret is in it.

    Args:
        models: who is asked.
        profile: what the main model is trusted with.
        options: how much is written, and who judges.
        counter: by whose count articles are cut.
    """
    wishes = options.wishes
    found = {
        "version": __version__,
        "max_facts": str(options.max_facts),
        "length": options.length,
        "language": str(wishes.language),
        "focus": str(wishes.focus),
        "audience": str(wishes.audience),
        "instructions": str(wishes.instructions),
    }
    if models.main is None:
        return {**found, "model": "none"}
    judges = options.judge
    found |= {
        **_of_model("model", models.main),
        **(_of_model("judge model", models.judge) if models.judge else {}),
        "profile": repr(profile),
        "chunks": repr(options.chunks),
        "verification": judges.level,
        "judges": repr((judges.first, judges.second)),
        "exam": options.exam,
        "token counter": counter.name,
    }
    for number, fallback in enumerate(models.fallbacks, start=1):
        found |= _of_model(f"fallback model {number}", fallback)
    for prompt_id in prompts_of(options, profile=profile):
        # By its name without the version, so that a change reads as one.
        found[f"prompt {prompt_id.partition('.')[0]}"] = f"{prompt_id} {load_prompt(prompt_id).sha256}"
    return found


def _of_model(role: str, model: ChatModel) -> dict[str, str]:
    """Who answers in a role, where, and how it is asked."""
    found = {role: model.name, f"kind of the {role}": kind_of(model)}
    if isinstance(model, Addressed):
        found[f"server of the {role}"] = model.address
        found[f"settings of the {role}"] = json.dumps(dict(model.settings), sort_keys=True, default=str)
    return found
