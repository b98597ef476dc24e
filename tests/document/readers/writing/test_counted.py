"""Counts and places in words."""

from __future__ import annotations

import pytest

from summarizer.document.readers.writing.counted import counted, listed


def test_one_and_more() -> None:
    """One is "a", more are counted."""
    assert (counted(1, "picture"), counted(1200, "picture")) == ("a picture", "1,200 pictures")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([3], "page 3"),
        ([3, 4], "pages 3–4"),
        ([1, 3, 4, 5, 9], "pages 1, 3–5 and 9"),
        (range(1, 60, 2), "pages 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21 and others"),
    ],
)
def test_neighbours_are_one(numbers: list[int], said: str) -> None:
    """And of many the first are named."""
    assert listed("page", numbers) == said
