"""Counts and places in words, for what a reader tells of a file.

counted(2, "picture")       ->  "2 pictures"
listed("page", [3, 4, 5, 9])  ->  "pages 3–5 and 9"
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summarizer.fragments import brief

_MOST: Final = 12  # places that are listed; a reader of more wants their number


def counted(count: int, name: str) -> str:
    """So many of something in a sentence: "a picture", "2 pictures"."""
    return f"a {name}" if count == 1 else brief.counted(count, name)


def listed(name: str, numbers: Iterable[int]) -> str:
    """Numbered things in a row, neighbours as one: "page 3", "pages 3–5 and 9"; the first of many.

    Args:
        name: What is numbered.
        numbers: Ascending, at least one.
    """
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:_MOST]]
    if len(runs) > _MOST:
        shown[-1] = "others"
    words = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"{name}{'' if runs == [(runs[0][0], runs[0][0])] else 's'} {words}"
