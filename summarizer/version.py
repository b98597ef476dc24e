"""The version, and the name on the package index, stand here alone; the build, every hint and every result read them.

with_extra("html")  ->  "checked-summarizer[html]"
"""

from __future__ import annotations

from typing import Final

__version__ = "0.1.0"

# What `pip install` is given. `summarizer`, as it is imported, is on the index as an unrelated project of 2015.
DISTRIBUTION: Final = "checked-summarizer"


def with_extra(extra: str) -> str:
    """What `pip install` is given for an extra.

    Args:
        extra: one of `[project.optional-dependencies]` in `pyproject.toml`.
    """
    return f"{DISTRIBUTION}[{extra}]"
