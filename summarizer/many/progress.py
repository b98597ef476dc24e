"""Shows how far many articles are: a bar in a terminal or notebook, by tqdm.

bar_over(articles, wanted=True).update()  ->  counts one more
"""

from __future__ import annotations

from collections.abc import Sized
from typing import Protocol

from summarizer.errors import MissingExtra


class Bar(Protocol):
    """What counts and shows."""

    def update(self, n: float = 1) -> bool | None:
        """Count one more."""

    def close(self) -> None:
        """Take the bar away, or leave it at its end."""


def bar_over(items: object, *, wanted: bool) -> Bar | None:
    """A bar over some items, None where none is wanted; it knows how many they are where they know.

    Args:
        items: what is worked on.
        wanted: show one.

    Raises:
        MissingExtra: tqdm is not installed.
    """
    if not wanted:
        return None
    try:
        from tqdm.auto import tqdm  # noqa: PLC0415 - an extra, loaded where a bar is shown
    except ImportError as error:
        raise MissingExtra(what="a progress bar", extra="progress") from error
    total = len(items) if isinstance(items, Sized) else None
    bar: Bar = tqdm(total=total, unit="article")
    return bar
