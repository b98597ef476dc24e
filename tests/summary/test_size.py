"""Sizes of summaries, and of lists of facts: they grow with the text, and more slowly."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.summary.size import LENGTHS, Length, SummarySize, most_facts, size_of


@pytest.mark.parametrize(
    ("words", "length", "sentences", "sections"),
    [
        (60, "medium", 2, 0),
        (600, "medium", 11, 2),
        (1000, "medium", 14, 3),
        (1000, "short", 6, 0),
        (1000, "long", 29, 7),
        (120_000, "medium", 36, 8),
    ],
)
def test_the_size_is_what_is_read_in_a_minute(words: int, length: Length, sentences: int, sections: int) -> None:
    """A note gives two sentences, a thousand words fourteen, a novel two pages."""
    assert size_of(words, length=length) == SummarySize(sentences=sentences, sections=sections)


def test_every_length_has_a_size_and_they_grow() -> None:
    """Short, medium and long ask for more and more of a text that carries it."""
    assert get_args(Length) == LENGTHS
    for less, more in pairwise(size_of(5000, length=length) for length in LENGTHS):
        assert less.sentences < more.sentences
        assert less.sections < more.sections


@given(st.integers(0, 3_000_000), st.integers(0, 3_000_000), st.sampled_from(LENGTHS))
def test_a_longer_text_never_gives_a_shorter_summary(one: int, other: int, length: Length) -> None:
    """Sentences, sections and facts grow with the words; there are always some."""
    less, more = sorted((one, other))
    small, large = size_of(less, length=length), size_of(more, length=length)
    assert 2 <= small.sentences <= large.sentences
    assert 0 <= small.sections <= large.sections <= 10
    assert 2 <= most_facts(less) <= most_facts(more) <= 24


@given(st.integers(0, 3_000_000), st.sampled_from(LENGTHS))
def test_a_summary_is_shorter_than_its_text_and_its_sections_are_no_single_sentences(
    words: int, length: Length
) -> None:
    """At most half of the sentences of a text beyond a note, and room for a lead and two sentences a section."""
    size = size_of(words, length=length)
    assert size.sentences <= max(2, words // 34)
    assert size.sentences >= 3 + 2 * size.sections or size.sections == 0


@pytest.mark.parametrize(("words", "facts"), [(60, 2), (350, 6), (2300, 15), (1_000_000, 24)])
def test_facts_go_by_the_root_of_the_words(words: int, facts: int) -> None:
    """A short note has two, a report fifteen, and nobody takes in more than two dozen."""
    assert most_facts(words) == facts


def test_sections_are_asked_for_in_words() -> None:
    """Where there is no room for one, that is said: "at most 0" invites a list of none."""
    assert SummarySize(sentences=4, sections=0).sections_in_words == "no titled section beside the lead"
    assert "at most 2 titled sections" in SummarySize(sentences=9, sections=2).sections_in_words
