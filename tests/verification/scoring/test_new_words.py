"""New words: what a claim says in words that its document has not, told apart by what they do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.scoring.new_words import new_words

INDEX = Index.of(Document.of("The crew of Lindow may mend the north pier. A diver showed the crack to Ada Brandt."))


def read(claim: str, *names: str) -> dict[str, float]:
    return new_words(claim, index=INDEX, names=names)


def test_a_claim_in_the_words_of_its_document_has_no_new_ones() -> None:
    """Nothing is counted, and the share says nothing either way."""
    values = read("The crew may mend the pier.")
    assert (values["general"], values["limiting"], values["reworded"]) == (0, 0, 0)
    assert values["general_share"] == 0.5


def test_a_writers_general_words_are_told_from_foreign_ones() -> None:
    """A word of reporting is another wording; a thing that the document does not know is not."""
    assert read("A diver explains the crack")["general_share"] == 1
    assert read("A diver and the volcano")["general_share"] == 0
    assert read("A diver explains the volcano")["general_share"] == 0.5


@pytest.mark.parametrize("word", ["not", "only", "without", "never", "instead", "excluding"])
def test_a_new_limiting_word_is_counted(word: str) -> None:
    """What denies or limits and is not in the document."""
    assert read(f"The crew may mend the pier {word} the crack")["limiting"] == 1


def test_a_limiting_word_of_the_document_is_not_new() -> None:
    """The same word counts nothing where the source has it."""
    index = Index.of(Document.of("Only the crew may mend the pier."))
    assert new_words("Only the crew", index=index, names=())["limiting"] == 0


def test_new_inflected_verbs_are_counted_but_no_names() -> None:
    """Forms in "-ed" and "-ing" whose stem is new, unless they are names."""
    assert read("The crew repaired the pier")["reworded"] == 1
    assert read("The crew of Reading")["reworded"] == 1
    assert read("The crew of Reading", "read")["reworded"] == 0


def test_sentences_are_counted() -> None:
    """Western and Chinese stops end sentences, points inside figures do not."""
    assert read("The crack is 3.5 meters. The crew left!")["claim_sentences"] == 2
    assert read("港口关闭。船员离开。")["claim_sentences"] == 2


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_names_and_ranges_are_always_the_same(claim: str, source: str) -> None:
    """Any text gives the same names in the same order, and values in their ranges."""
    index = Index.of(Document.of(source)) if source.strip() else INDEX
    values = new_words(claim, index=index, names=())
    assert list(values) == list(read("crew"))
    assert 0 <= values["general_share"] <= 1
    assert all(0 <= value <= 8 for value in values.values())
