"""The expressions of all languages together."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.rules.unasserted.patterns import (
    as_title,
    discourse_pattern,
    own_pattern,
    pattern,
    texts_of,
)


def test_all_languages_are_asked() -> None:
    """The language of a short text may be guessed wrongly."""
    assert pattern("taken_back").match("not true.")
    assert discourse_pattern("taken_back").match("das stimmt nicht.")
    assert not pattern("taken_back").match("it rained.")


def test_conditions_are_read_in_their_own_language() -> None:
    """A short word of one language is a name in another; where the language is not known all are asked."""
    assert own_pattern("suppositions", "en").fullmatch("if the plan fails")
    assert own_pattern("suppositions", "").fullmatch("si le plan échoue")
    assert not own_pattern("suppositions", "en").fullmatch("se asia")


@pytest.mark.parametrize("text", ["2. common myths:", "common myths", "**common myths**", "“common myths”?"])
def test_a_title_is_its_words(text: str) -> None:
    """Without number, marks and stops."""
    assert as_title(text) == "common myths"


def test_long_sentences_are_cut() -> None:
    """Only their beginnings are read."""
    texts = texts_of(Document.of("It rained. " + "word " * 200 + "end.", language="en"))
    assert texts[0] == "it rained."
    assert len(texts[1]) < 250
