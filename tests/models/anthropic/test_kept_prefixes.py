"""Which prefixes come again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from summarizer.models.anthropic.kept_prefixes import Prefixes


@given(st.lists(st.text()))
def test_a_prefix_is_repeated_when_it_came_before(given_: list[str]) -> None:
    """The first of equal ones is new, all others are not."""
    prefixes = Prefixes()
    assert [prefixes.is_repeated(one) for one in given_] == [one in given_[:at] for at, one in enumerate(given_)]


def test_the_oldest_are_forgotten() -> None:
    """What is remembered is bounded; a prefix in use stays."""
    prefixes = Prefixes()
    prefixes.is_repeated("old")
    for number in range(1500):
        prefixes.is_repeated(f"article {number}")
        prefixes.is_repeated("in use")
    assert not prefixes.is_repeated("old")
    assert prefixes.is_repeated("in use")


def test_threads_agree_on_which_was_first() -> None:
    """Of equal prefixes from many threads exactly one is new."""
    prefixes = Prefixes()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(prefixes.is_repeated, ["same"] * 400)).count(False) == 1
