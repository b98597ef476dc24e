"""Sizes of summaries."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from summarizer.summary.size import SIZES, Length


def test_every_length_has_a_size_and_they_grow() -> None:
    """Short, medium and long ask for more and more, and always for facts enough to write from."""
    assert tuple(SIZES) == get_args(Length)
    sizes = list(SIZES.values())
    for less, more in pairwise(sizes):
        assert less.sentences < more.sentences
        assert less.sections < more.sections
        assert less.facts < more.facts
    assert all(size.facts >= size.sentences for size in sizes)
