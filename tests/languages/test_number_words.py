"""How languages write numbers in words."""

from __future__ import annotations

import re

import pytest

from summarizer.languages.number_words import any_word, either, first_letters
from summarizer.languages.registry import language_of, languages

NUMBER_WORDS = {language.code: language.numbers for language in languages() if language.numbers.word}


@pytest.mark.parametrize("language", NUMBER_WORDS)
def test_the_parts_fit_together(language: str) -> None:
    """Every word for a thousand or for one is a part of numbers, and no scale word is one of those below a million."""
    table = NUMBER_WORDS[language]
    word = re.compile(table.word)
    assert word.fullmatch(table.thousand)
    assert all(word.fullmatch(article) for article in table.articles | table.never_alone)
    assert not any(word.fullmatch(scale) for scale in table.scales)
    assert not word.fullmatch(table.conjunction)
    assert not any(word.fullmatch(alone) for alone in table.alone)


@pytest.mark.parametrize(
    ("language", "formed", "not_formed"),
    [
        ("fr", "vingt et un mille trois cents", "dix et deux"),
        ("es", "ciento treinta y un mil dos", "treinta dos"),
        ("pt", "duzentos e cinco mil e trezentos", "cem e um"),
        ("de", "einundzwanzigtausend dreihundert", "drei und vierzig"),
        ("nl", "tweeduizend driehonderdvijf", "twee en twintig"),
        ("it", "duecentottantamila cento", "due e tre"),
    ],
)
def test_the_grammar_is_strict(language: str, formed: str, not_formed: str) -> None:
    """What a language does not write as one number does not match, though text2num reads some of it."""
    grammar = re.compile(NUMBER_WORDS[language].below_million)
    assert grammar.fullmatch(formed)
    assert not grammar.fullmatch(not_formed)


def test_an_empty_table_is_legal() -> None:
    """Then number words have no value."""
    assert language_of("xx").numbers.word == ""
    assert set(NUMBER_WORDS) >= {"de", "es", "fr", "it", "nl", "pt"}


def test_what_tables_are_put_together_from() -> None:
    """Alternatives of words, and their first letters."""
    assert either("a b") == any_word("a", "b") == "(?:a|b)"
    assert first_letters("eins zwei", "zwanzig") == {"ei", "zw"}
