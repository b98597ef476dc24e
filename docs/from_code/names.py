"""What is public, and where each name belongs in the reference; a name that no group claims is in the last one.

group_of("RetryPolicy")  ->  "policies"
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import summarizer

ROOT: Final = Path(__file__).parents[2]
GROUPS: Final = {
    "doors": (
        "Doors",
        "What you call.",
        (
            "summarizer.api",
            "summarizer.engine",
            "summarizer.text.locate",
            "summarizer.many.frames",
            "summarizer.streaming",
        ),
    ),
    "articles": (
        "What goes in",
        "Texts, documents and articles.",
        ("summarizer.document.document", "summarizer.document.sources"),
    ),
    "policies": (
        "Policies",
        "How calls are made, bounded, tried again, kept and paid for.",
        (
            "summarizer.document",
            "summarizer.many.batches.policy",
            "summarizer.models.profile",
            "summarizer.models.request_policy",
            "summarizer.runtime.budget",
            "summarizer.runtime.cache",
            "summarizer.runtime.limits",
            "summarizer.runtime.observing.prices",
            "summarizer.runtime.retry",
            "summarizer.runtime.storage",
        ),
    ),
    "models": (
        "Models",
        "Who answers, and how a model of your own plugs in.",
        ("summarizer.models", "summarizer.calls"),
    ),
    "events": (
        "Events",
        "What `on_event` is told, and what `stream` brings before its result.",
        ("summarizer.runtime.observing.events", "summarizer.telling"),
    ),
    "errors": ("Errors", "What is raised; [](../errors.md) says what to do.", ("summarizer.errors",)),
    "results": ("Results", "What comes out.", ("summarizer",)),
}
# Those of them that are made by users, so that what they are made with is an option and no field.
_MADE: Final = (
    "Article Prices Budget ModelProfile OpenAIChat AnthropicChat LlamaChat ScriptedModel Recording Replay Provider"
)
GIVEN: Final = [*_MADE.split(), *(name for name in summarizer.__all__ if name.endswith("Policy"))]


def public() -> dict[str, Any]:
    """Every public name but the version, with what it leads to."""
    return {name: getattr(summarizer, name) for name in summarizer.__all__ if name != "__version__"}


def group_of(name: str) -> str:
    """The group of a public name: the first that its module belongs to."""
    module = getattr(getattr(summarizer, name), "__module__", "summarizer")
    return next(key for key, (_, _, homes) in GROUPS.items() if module.startswith(homes))


def integrations() -> dict[str, Any]:
    """What `summarizer.integrations` offers, by its whole name: of the modules that are called as an extra is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = {}
    for extra in sorted(project["optional-dependencies"]):
        name = f"summarizer.integrations.{extra}"
        if importlib.util.find_spec(name) is not None:
            for each, value in vars(importlib.import_module(name)).items():
                if (
                    getattr(value, "__module__", "") == name
                    and not each.startswith("_")
                    and not isinstance(value, TypeVar)
                ):
                    found[f"{name}.{each}"] = value
    return found


def is_error(value: object) -> bool:
    """Whether it is an exception class."""
    return inspect.isclass(value) and issubclass(value, BaseException)


def methods_of(kind: type) -> dict[str, Callable[..., object]]:
    """The public methods of a class that this library wrote, by name, in the order of the code."""
    found: dict[str, Callable[..., object]] = {}
    for owner in kind.__mro__:
        if owner.__module__.startswith("summarizer"):
            for name, value in list(vars(owner).items()):
                function = getattr(value, "__func__", value)
                if inspect.isfunction(function) and not name.startswith("_"):
                    found.setdefault(name, function)
    return found


def properties_of(kind: type) -> dict[str, property]:
    """The public properties of a class that this library wrote, those that are fields left out."""
    fields = getattr(kind, "model_computed_fields", {})
    return {
        name: value
        for owner in kind.__mro__
        if owner.__module__.startswith("summarizer")
        for name, value in list(vars(owner).items())
        if isinstance(value, property) and not name.startswith("_") and name not in fields
    }
