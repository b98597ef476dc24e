"""Whether two stretches may mean one thing."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.rules.alignment.same_meaning import (
    are_other_values,
    is_understood,
    may_be_one_name,
)


def _tokens(words: str) -> tuple[Token, ...]:
    return canonicalize(f"The x {words} y", language="en").tokens[2:-1]


@pytest.mark.parametrize(
    ("words", "understood"),
    [("5 million", True), ("5m", False), ("4/7/2020", False), ("12 March", True), ("10:30", True)],
)
def test_what_may_mean_several_things_is_not_understood(words: str, *, understood: bool) -> None:
    """A letter that stands for several units and a date in either order; a time is, as far as the dial goes."""
    assert is_understood(_tokens(words)) is understood


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        ("$5", "US$5", False),
        ("A$5", "US$5", True),
        ("$5", "US$6", True),
        ("$5 - 6", "$5", False),
        ("5 km", "5 miles", True),
        ("10 miles", "16 km", False),
        ("10 miles", "25 km", True),
        ("9 a.m.", "09:00", False),
        ("9 a.m.", "21:00", True),
        ("9:00", "9 p.m.", False),
        ("9 a.m.", "21:30", True),
        ("1933", "1 September 1933", False),
        ("1934", "1 September 1933", True),
        ("Monday", "Tuesday", True),
        ("Monday", "2 May", False),
    ],
)
def test_other_values(one: str, other: str, *, different: bool) -> None:
    """Values are different where they are of one kind and no reading makes them one, either way round."""
    assert are_other_values(_tokens(one), _tokens(other)) is different
    assert are_other_values(_tokens(other), _tokens(one)) is different


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Zürich", "Zurich", True),
        ("WHO", "World Health Organization", True),
        ("US", "United States", True),
        ("Sen", "Senator", True),
        ("Ortega", "Kessel", False),
        ("Ana Ruiz", "Ana Kessel", False),
        ("FBI", "FBI's Screening Center", True),
        ("LAX", "Los Angeles International Airport", True),
    ],
)
def test_names(one: str, other: str, *, may_be: bool) -> None:
    """Accents, initials, aliases and short titles make one name of two, either way round."""
    assert may_be_one_name(_tokens(one), _tokens(other)) is may_be
    assert may_be_one_name(_tokens(other), _tokens(one)) is may_be
