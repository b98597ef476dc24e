"""Why two values may mean one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.likeness.kinship import kinship
from summarizer.verification.reading.values import Number, Value


def _value(words: str) -> Value:
    return canonicalize(f"The x {words} y", language="en").tokens[2].value


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("3 percent", "3.1 percent", "rounded"),
        ("3 percent", "3.6 percent", ""),
        ("3.1 percent", "3.4 percent", ""),
        ("12,000", "12,345", "rounded"),
        ("210", "214", ""),
        ("4 billion", "4.2 billion", "rounded"),
        ("4.2 billion", "4.5 billion", ""),
        ("two years", "24 months", "in another unit"),
        ("two years", "two months", ""),
        ("48 hours", "2 days", "in another unit"),
        ("23 pounds", "10.4 kg", "in another unit"),
        ("16 km", "10 miles", "in another unit"),
        ("80 degrees fahrenheit", "27 degrees celsius", "in another unit"),
        ("90 cents", "$0.90", "in another unit"),
        ("5 dollars", "5 euros", ""),
        ("$500", "500 euros", ""),
        ("Rs 500", "₹500", "the same"),
        ("25", "25%", ""),
        ("3/4", "75%", "as a share"),
        ("3.0", "3", "the same"),
        ("5m", "5 million", "in another reading"),
        ("4/7/2020", "7 April 2020", "in another reading"),
        ("fifth", "5", "of another kind"),
        ("fifth", "sixth", ""),
        ("2020", "7 April 2020", "less exact"),
        ("2021", "7 April 2020", ""),
        ("April 2020", "7 April 2020", "less exact"),
        ("6 April 2020", "7 April 2020", ""),
        ("Monday", "7 April 2020", "of another kind"),
    ],
)
def test_kinship(one: str, other: str, kin: str) -> None:
    """Rounding, other units, less exact dates and what was not understood; all else cannot be one."""
    assert kinship(_value(one), _value(other)) == kin
    assert kinship(_value(other), _value(one)) == kin


@pytest.mark.parametrize(("one", "other"), [("210", "214"), ("200", "214"), ("10 kg", "23 pounds")])
def test_a_hedge_lets_a_figure_stray(one: str, other: str) -> None:
    """With "about" before one of them a tenth may lie between."""
    assert kinship(_value(one), _value(other), hedged=True)


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9), st.booleans())
def test_kinship_knows_no_order(one: int, other: int, hedged: bool) -> None:  # noqa: FBT001 - drawn
    """It is the same either way round."""
    first, second = Number.whole(one), Number.whole(other)
    assert kinship(first, second, hedged=hedged) == kinship(second, first, hedged=hedged)
