"""Terms: inflection off, names kept apart, places right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.terms import is_hard, placed_terms, stem, terms


@pytest.mark.parametrize(
    "forms",
    ["study studies studied", "stop stops stopped stopping", "quick quickly", "engine engines", "queen queen's"],
)
def test_forms_of_one_word_meet(forms: str) -> None:
    """Inflected forms have one stem."""
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["texas texan", "king kin", "1990s 1990", "paris pari", "bus bu", "sing s", "17 1"])
def test_different_words_stay_apart(pair: str) -> None:
    """What looks like an ending but is none is kept."""
    one, two = pair.split()
    assert stem(one) != stem(two)


def test_chinese_gives_overlapping_pairs() -> None:
    """A run without spaces gives its bigrams, a figure in it stays whole."""
    assert terms("广东队103分") == ("广东", "东队", "103", "分")


def test_figures_are_hard() -> None:
    """A term with a digit carries a figure."""
    assert is_hard("3.5")
    assert not is_hard("three")


@given(st.text())
def test_places_lie_in_the_text(text: str) -> None:
    """Each term was read from where it says."""
    found = placed_terms(text)
    assert all(0 <= term.start < term.end <= len(text) for term in found)
    assert [term.start for term in found] == sorted(term.start for term in found)
