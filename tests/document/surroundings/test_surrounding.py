"""A surrounding is a value."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from summarizer.document.surroundings.surrounding import Surrounding, SurroundingKind
from summarizer.text.span import Span


def test_it_never_changes() -> None:
    """As every value."""
    one = Surrounding(kind="comments", first=2, last=5, span=Span(10, 40))
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.first = 3  # type: ignore[misc]


def test_the_kinds_are_told_apart() -> None:
    """Nine of them, each a word that a reader of a result understands."""
    assert len(set(get_args(SurroundingKind))) == 9
