"""Opposites: a word that stands where the source has the contrary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.terms import terms
from summarizer.verification.scoring.antonyms import has_antonym_in


@pytest.mark.parametrize(
    ("claim", "source"),
    [("prices rose", "prices fell"), ("increases", "decreasing"), ("the largest", "the smallest"), ("won", "lost")],
)
def test_listed_pairs_are_opposites_both_ways(claim: str, source: str) -> None:
    """Whatever the form, each of a pair turns the other."""
    assert any(has_antonym_in(term, terms(source)) for term in terms(claim))
    assert any(has_antonym_in(term, terms(claim)) for term in terms(source))


@pytest.mark.parametrize(
    ("claim", "source"), [("incorrectly", "correctly"), ("happy", "unhappy"), ("approve", "disapprove")]
)
def test_prefixes_make_opposites(claim: str, source: str) -> None:
    """A word with and without "un", "in", "dis" are opposites."""
    assert has_antonym_in(terms(claim)[0], terms(source))


def test_a_word_that_is_there_is_not_turned() -> None:
    """A source that has both words of a pair contradicts neither."""
    assert not has_antonym_in("rose", ("rose", "fell"))


@pytest.mark.parametrize(("claim", "source"), [("under", "der"), ("harbor", "pier"), ("in", "into")])
def test_other_words_are_no_opposites(claim: str, source: str) -> None:
    """Neither short rests behind a prefix nor different things."""
    assert not has_antonym_in(claim, (source,))


@given(st.text(max_size=12), st.frozensets(st.text(max_size=12)))
def test_turned_words_are_not_held(term: str, held: frozenset[str]) -> None:
    """The promise: what is held is never turned."""
    assert not (has_antonym_in(term, held) and term in held)
    assert not has_antonym_in(term, held | {term})
