"""The short texts of a record are read into words, phrases, spellings and pairs."""

from __future__ import annotations

from summarizer.languages.record_text import cues, groups, pairs, phrases, spellings, words


def test_words_are_set_apart_by_blanks() -> None:
    """Whatever white space there is."""
    assert words(" he  she\nit ") == {"he", "she", "it"}
    assert words("") == frozenset()


def test_phrases_are_set_apart_by_bars() -> None:
    """Each is its words in order; Chinese words are their characters, which are its tokens."""
    assert phrases("up to|at least") == (("up", "to"), ("at", "least"))
    assert phrases("超过") == (("超", "过"),)


def test_cues_are_words_and_phrases() -> None:
    """First those of one word."""
    assert cues("not never") == (("not",), ("never",))
    assert cues("if", "as long as") == (("if",), ("as", "long", "as"))


def test_spellings_are_groups() -> None:
    """One group for each thing."""
    assert spellings("june jun|july") == (("june", "jun"), ("july",))


def test_pairs_have_two_halves() -> None:
    """In the order given."""
    assert pairs("rise:fall win:lose") == (("rise", "fall"), ("win", "lose"))


def test_groups_name_what_a_word_may_stand_for() -> None:
    """In the order given."""
    assert groups("st:saint,street pm:minister") == {"st": ("saint", "street"), "pm": ("minister",)}
