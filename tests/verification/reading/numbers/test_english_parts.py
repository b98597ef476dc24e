"""Parts of a whole in English."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.english_parts import part_at, parts_behind

THIRD = Decimal(1) / 3


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a third of men", (THIRD, 2)),
        ("a quarter of the men", (Decimal("0.25"), 2)),
        ("a quarter of growth", None),
        ("a third man", None),
        ("a lot of men", None),
    ],
)
def test_one_part(words: str, found: tuple[Decimal, int] | None) -> None:
    """An article and a part, and what has parts behind "of"."""
    assert part_at(lexemes(words), 0) == found


@pytest.mark.parametrize(
    ("count", "words", "found"),
    [
        (2, "two-thirds of them", (Decimal(2) / 3, 3)),
        (2, "two thirds of them", (Decimal(2) / 3, 2)),
        (1, "one third of them", (THIRD, 2)),
        (1, "one-third more", (THIRD, 3)),
        (1, "one third more", None),
        (3, "three quarters of all", (Decimal("0.75"), 2)),
        (3, "three quarters of losses", None),
        (5, "five quarters of the", None),
        (2, "two third places", None),
        (20, "twenty thirds", None),
        (2, "two men", None),
        (2, "two", None),
    ],
)
def test_several_parts(count: int, words: str, found: tuple[Decimal, int] | None) -> None:
    """A number and the parts that follow it."""
    assert parts_behind(lexemes(words), Decimal(count), 1) == found
