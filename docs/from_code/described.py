"""What is said of each option and field: by its own docstring, by that of a sibling, or by `fields.toml`.

about_option(summarizer.averify, "claims")  ->  what `Summarizer.verify` says of it
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from from_code.docstrings import read_docstring
from summarizer import Summarizer

SAID: Final[dict[str, dict[str, str]]] = tomllib.loads(Path(__file__).with_name("fields.toml").read_text("utf-8"))
# Who is asked for an option that a docstring leaves to others: "See `Summarizer` for the arguments."
_DOORS: Final = (Summarizer.summarize, Summarizer, Summarizer.verify, Summarizer.verify_text)


def about_option(function: Callable[..., object] | type, name: str, *, kind: type | None = None) -> str:
    """What an argument is; "" where nobody says it.

    Args:
        function: whose argument it is; a class stands for what it is made with.
        name: the argument.
        kind: the class whose method it is.
    """
    twin = getattr(kind or _api(), function.__name__.removeprefix("a"), None)
    made_by = vars(function).get("__init__") if isinstance(function, type) else None
    for place in (function, made_by, twin, kind, *_DOORS):
        said = read_docstring(getattr(place, "__doc__", "")).about(name)
        if said:
            return said
    return SAID["option"].get(name, "")


def about_field(kind: type, name: str) -> str:
    """What a field is; "" where nobody says it."""
    for owner in kind.__mro__:
        said = read_docstring(owner.__doc__).about(name) or SAID.get(owner.__name__, {}).get(name, "")
        if said and owner.__module__.startswith("summarizer"):
            return said
    return SAID["any"].get(name, "")


def used_lines(kinds: dict[type, list[str]]) -> set[tuple[str, str]]:
    """The lines of `fields.toml` that some field needs, each as section and name."""
    used = set()
    for kind, names in kinds.items():
        for name in names:
            owners = [one.__name__ for one in kind.__mro__ if name in SAID.get(one.__name__, {})]
            said = any(read_docstring(owner.__doc__).about(name) for owner in kind.__mro__)
            if not said:
                used.add((owners[0] if owners else "any", name))
    return used


def _api() -> Any:
    from summarizer import api  # noqa: PLC0415 - its functions are twins of each other

    return api
