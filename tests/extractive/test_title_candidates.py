"""Runs of words that may be a title: what is one, what none is, and what an occurrence is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.extractive.title_candidates import COMMON_WORTH, NAME_WORTH, title_candidates
from summarizer.text.terms import stem
from summarizer.text.words import words

VOCABULARY = (
    "the of Merrow Water Yard's harbor ferry said running quickly March 12 l'eau prix 信 号 的 ありがとう été , - \n"
)
TEXTS = st.lists(st.sampled_from(VOCABULARY.split(" ")), max_size=14).map(" ".join)


def worths(text: str, language: str = "en") -> dict[str, float]:
    """The most that each phrase of the text, read as one sentence, is worth."""
    found: dict[str, float] = {}
    for _, span, worth in title_candidates(text, words(text), language):
        found[span.of(text)] = max(worth, found.get(span.of(text), 0.0))
    return found


@given(before=TEXTS, text=TEXTS, language=st.sampled_from(["en", "de", "fr", "zh", ""]))
def test_each_key_is_the_stems_of_its_place(before: str, text: str, language: str) -> None:
    """A phrase lies in its own sentence, its key is the stems of the words there, its worth in (0, NAME_WORTH]."""
    whole = f"{before}\n\n{text}"
    start = len(before) + 2
    row = tuple(word for word in words(whole) if word.start >= start)
    for key, span, worth in title_candidates(whole, row, language):
        assert start <= span.start < span.end <= len(whole)
        assert key == tuple(stem(word.text) for word in words(span.of(whole)))
        assert 0 < worth <= NAME_WORTH


@pytest.mark.parametrize("text", ["", "a 12 of 3", "harbor", "the of", "March Monday"])
def test_nothing_is_a_phrase_of_nothing(text: str) -> None:
    """No words, function words, numbers, dates and a bare common word give no phrase."""
    assert worths(text) == {}


def test_a_name_of_several_words_is_worth_more_than_one_word() -> None:
    """Several words with capitals are a name of full worth, one is worth less than a common pair."""
    found = worths("It reached Merrow Water before Eastry, behind harbor walls.")
    assert found["Merrow Water"] == NAME_WORTH
    assert 0 < found["Eastry"] < found["harbor walls"] == COMMON_WORTH


def test_the_capital_that_opens_a_sentence_is_no_name() -> None:
    """The first word of a sentence counts as a name only beside another."""
    assert "Ferries" not in worths("Ferries, of course.")
    assert "Ferries" in worths("Of course, Ferries.")
    assert worths("Merrow Water, of course.")["Merrow Water"] == NAME_WORTH


def test_who_speaks_is_worth_half() -> None:
    """A name with a verb of saying before or behind it counts half, and only that name."""
    found = worths("It rains, said Eastry, over Merrow.")
    assert found["Eastry"] == found["Merrow"] / 2
    assert worths("Over Eastry says nobody.")["Eastry"] == found["Eastry"]


@pytest.mark.parametrize("gap", [", ", "  ", ". ", " – ", " (", "/"])
def test_punctuation_parts_a_phrase(gap: str) -> None:
    """Only a single space, hyphen, line break or no-break space joins words to a phrase."""
    assert worths(f"harbor{gap}walls") == {}
    assert all(f"harbor{joint}walls" in worths(f"harbor{joint}walls") for joint in (" ", "-", "\n", "\u00a0"))


@pytest.mark.parametrize("text", ["quickly ferry", "flooded ferry", "said ferry", "ferry quickly", "ferry running"])
def test_no_phrase_begins_or_ends_with_a_verb_or_an_adverb(text: str) -> None:
    """Verbs and words in -ly, -ed stand at neither end, words in -ing not at the last."""
    assert worths(text) == {}
    assert "running ferry" in worths("running ferry")


def test_one_word_needs_an_article_and_no_noun_behind() -> None:
    """A common word alone is a phrase behind an article, but not where the phrase goes on."""
    assert set(worths("the cable.")) == {"cable"}
    assert set(worths("the cable car.")) == {"cable car"}
    assert worths("under cable.") == {}


def test_two_nouns_joined_are_one_phrase() -> None:
    """Nouns with "of" between them are worth more than either noun alone, less than a pair."""
    found = worths("une hausse de l'eau", "fr")
    assert found["hausse"] < found["hausse de l'eau"] < COMMON_WORTH


def test_a_possessive_ends_a_name() -> None:
    """A name stops at "'s", which is no part of its place; what is owned is a name of its own."""
    found = worths("It left Brennvik Yard's Harbor Fleet there.")
    assert found["Brennvik Yard"] == found["Harbor Fleet"] == NAME_WORTH
    assert not any(phrase.endswith("'s") for phrase in found)


def test_german_pairs_need_a_noun_at_the_end() -> None:
    """In German a pair ends in a capital and opens in -e or a capital; other languages do not ask for that."""
    assert "seltene Moose" in worths("dort steht seltene Moose", "de")
    assert "nassen Wald" not in worths("dort im nassen Wald", "de")
    assert "seltene moose" not in worths("dort steht seltene moose", "de")
    assert "nassen Wald" in worths("dort im nassen Wald", "")


def test_unspaced_runs_have_no_joining_ends() -> None:
    """In scripts without spaces a phrase is two to six characters, without 的 or hiragana at its ends."""
    found = worths("信号系统的测试", "zh")
    assert {"信号", "系统", "测试", "信号系统"} <= set(found)
    assert all(2 <= len(phrase) <= 6 and "的" not in {phrase[0], phrase[-1]} for phrase in found)
    assert set(worths("ありがとう信号", "ja")) == {"信号"}
    assert set(worths("カメラ", "ja")) == {"カメ", "メラ", "カメラ"}
