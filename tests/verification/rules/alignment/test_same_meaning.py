"""Whether two stretches may mean one thing."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.rules.alignment.same_meaning import (
    are_same_sums,
    is_understood,
    may_be_one_name,
    show_same_clock,
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
    ("one", "other", "same"),
    [("$5", "US$5", True), ("A$5", "US$5", False), ("$5", "US$6", False), ("5", "5", True), ("$5 and 6", "$5", False)],
)
def test_sums(one: str, other: str, *, same: bool) -> None:
    """A sign of several currencies may mean the one of the other side; two countries' dollars are two."""
    assert are_same_sums(_tokens(one), _tokens(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("9 a.m.", "09:00", True), ("9 a.m.", "21:00", True), ("9 a.m.", "21:30", False), ("cats", "cats", False)],
)
def test_the_dial(one: str, other: str, *, same: bool) -> None:
    """The hands stand alike in the morning and in the evening; where no time stands, nothing is alike."""
    assert show_same_clock(_tokens(one), _tokens(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Zürich", "Zurich", True),
        ("WHO", "World Health Organization", True),
        ("US", "United States", True),
        ("Sen", "Senator", True),
        ("Ortega", "Kessel", False),
        ("Ana Ruiz", "Ana Kessel", False),
    ],
)
def test_names(one: str, other: str, *, may_be: bool) -> None:
    """Accents, initials, aliases and short titles make one name of two, either way round."""
    assert may_be_one_name(_tokens(one), _tokens(other)) is may_be
    assert may_be_one_name(_tokens(other), _tokens(one)) is may_be
