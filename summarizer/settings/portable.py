"""A summarizer goes to another process as what it was given, and is made of that there, if it means the same there.

pickle.loads(pickle.dumps(summarizer))  ->  another one of the same settings, with connections of its own
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from summarizer.errors import ConfigError
from summarizer.models.base import Addressed
from summarizer.settings.models import AskedModels

Asked: TypeAlias = tuple[tuple[str, str], ...]
"""Each model that may be asked: its name, and where, without secrets; "" for one that does not say."""


def asked_of(models: AskedModels) -> Asked:
    """Whom a summarizer asks, and where."""
    return tuple((model.name, model.address if isinstance(model, Addressed) else "") for model in models.all)


def check_same(models: AskedModels, *, asked: Asked) -> None:
    """Nothing, where the same models are asked at the same addresses as in the process that the settings come from.

    What was not given is read from the environment, and a worker's may be another: it would ask another server, or
    none, and nobody would see it by the results.

    Args:
        models: who is asked here.
        asked: who was asked there.

    Raises:
        ConfigError: they are others.
    """
    here = asked_of(models)
    if here != asked:
        raise ConfigError(
            f"this Summarizer was made to ask {_told(asked)}; here it would ask {_told(here)}, as the environment of "
            "this process is another; give model= and base_url=, or set the same variables here"
        )


def given_for_elsewhere(given: Mapping[str, object]) -> dict[str, object]:
    """The arguments that another process makes the summarizer of: those that are not left out.

    Raises:
        ConfigError: one of them counts in this process alone.
    """
    if given.get("budget") is not None:
        raise ConfigError(
            "a Budget counts in one process, and each copy of it could spend all of it again; leave budget out and "
            "bound each article with article_budget=BudgetPolicy(…)"
        )
    return {name: value for name, value in given.items() if value is not None or name == "model"}


def _told(asked: Asked) -> str:
    names = [f"{name} at {address}" if address else name for name, address in asked]
    return " and ".join(names) or "no model"
