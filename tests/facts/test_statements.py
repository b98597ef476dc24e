"""Statements of different sources that say the same."""

from __future__ import annotations

import pytest

from summarizer.facts.statements import ReadStatement


def read(statement: str) -> ReadStatement:
    """An English statement as it is read."""
    return ReadStatement.of(statement, language="en", sterling=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Kessel Bridge was closed on Tuesday at 6.15 p.m.",
            "On Tuesday at 6.15 p.m. the Kessel Bridge was closed.",
        ),
        ("Repairs will cost £2.2m.", "The repairs will cost 2.2 million pounds."),
        ("The town of Kessel has a bridge.", "The town of Kessel has the bridge."),
        ("A detour through Aldbrook is 14 miles.", "The detour through Aldbrook is 14 miles."),
    ],
)
def test_the_same_words_and_values_say_the_same(one: str, other: str) -> None:
    """In another form, and with dates in another place."""
    assert read(one).says_no_more_than(read(other))
    assert read(other).says_no_more_than(read(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Repairs will cost £2.2m.", "Repairs will cost £3.1m."),
        ("Kessel beat Dunmere.", "Dunmere beat Kessel."),
        ("Kessel imports exceeded exports.", "Kessel exports exceeded imports."),
        ("Kessel has a bridge.", "Kessel has no bridge."),
        ("Kessel will have a bridge.", "Kessel may have a bridge."),
        ("Kessel has a bridge.", "Amory said Kessel has a bridge."),
        ("The crack is 1.4 metres long.", "The crack in the downstream girder is 1.4 metres long."),
        ("The mill closed.", "The mill closed."),
    ],
)
def test_what_differs_in_anything_does_not(one: str, other: str) -> None:
    """A value, an order, a turn, a word more; and what names nothing may be about anything."""
    assert not read(one).says_no_more_than(read(other))
    assert not read(other).says_no_more_than(read(one))


def test_a_word_more_says_more() -> None:
    """The shorter statement says no more than the longer, which says more than it."""
    shorter, longer = (
        read("A detour through Aldbrook is 14 miles."),
        read("The detour through Aldbrook is 14 miles long."),
    )
    assert shorter.says_no_more_than(longer)
    assert not longer.says_no_more_than(shorter)


def test_likeness_is_the_share_of_the_words_that_both_have() -> None:
    """Values, small words and who says so are none of them."""
    one = read("Some 17,500 vehicles cross the Kessel Bridge.")
    assert one.topic == {"vehicl", "cross", "kessel", "bridg"}
    assert one.likeness(read("According to Amory 21,000 vehicles cross it.")) == pytest.approx(2 * 2 / 7)
    assert one.likeness(one) == 1
