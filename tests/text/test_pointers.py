"""Which words of a sentence point at one before it, and at what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.pointers import goes_on, leans, pointers_of

FOUND = [
    ("en", "The next year it made $3 million.", [("time", "The next year"), ("pronoun", "it")]),
    ("en", "But three days later, others came.", [("time", "three days later"), ("part", "others")]),
    ("en", "In May 2019, four of them left.", [("part", "four of them")]),
    ("en", "He died there.", [("place", "there"), ("pronoun", "He")]),
    ("en", "Acme was sold a year later.", [("time", "a year later")]),
    ("en", "In 2019 Acme was founded and sold a year later.", []),
    ("en", "The company also makes cars.", [("noun", "The company"), ("addition", "also")]),
    ("en", "Sweden did not.", [("clause", "did not")]),
    ("en", "The government of Sweden said that it did not.", []),
    ("en", "The council chose the latter.", [("part", "the latter")]),
    ("en", "Smith met Jones, and the latter won.", []),
    ("en", "There were 300 guests.", []),
    ("en", "In Rome he said that he was born there.", [("pronoun", "he")]),
    ("en", "The Second World War began in 1939.", []),
    ("en", "Earlier this year the council met.", []),
    ("en", "Instead of a bridge the council built a pier.", []),
    ("de", "Das zeigen die Messungen.", [("pronoun", "Das")]),
    ("de", "Das Haus steht.", []),
    ("de", "Tags darauf kam Smith.", [("time", "Tags darauf")]),
    ("fr", "L’entreprise a fermé.", [("noun", "L’entreprise")]),
    ("zh", "2010年，他离开。", [("pronoun", "他")]),
    ("zh", "第二年，它盈利。", [("time", "第二年"), ("pronoun", "它")]),
    ("ja", "翌年、同社は黒字になった。", [("time", "翌年"), ("pronoun", "同社")]),
    ("cs", "On odešel.", []),
    ("", "Four of them left.", [("part", "Four of them")]),  # too short a text to tell its language
    ("en", "", []),
]


@pytest.mark.parametrize(("language", "sentence", "found"), FOUND)
def test_what_points_is_named(language: str, sentence: str, found: list[tuple[str, str]]) -> None:
    """With its own words, as they are written."""
    assert [(pointer.kind, pointer.words) for pointer in pointers_of(sentence, language)] == found


def test_what_leans_says_nothing_alone() -> None:
    """What “The company also” says reads alone; "but" goes on and is whole without it."""
    assert leans("Others came.", "en")
    assert not leans("The company also makes cars.", "en")
    assert not leans("But Smith left.", "en")
    assert goes_on("But Smith left.", "en")
    assert not goes_on("This year Smith left.", "en")
    assert not goes_on("", "en")


@given(text=st.text(max_size=200), language=st.sampled_from(["de", "en", "es", "fr", "it", "ja", "nl", "pt", "zh", ""]))
def test_words_that_point_are_words_of_the_text(text: str, language: str) -> None:
    """Whatever the text; of the pronouns an apostrophe may be written otherwise."""
    for pointer in pointers_of(text, language):
        assert pointer.words
        assert pointer.words.replace("’", "'") in text.replace("’", "'")
