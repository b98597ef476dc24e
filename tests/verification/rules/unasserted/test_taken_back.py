"""Sentences that are taken back, or only supposed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.verification.rules.unasserted.taken_back import supposed_sentences, taken_back_sentences


def test_the_next_sentence_takes_one_back() -> None:
    """What stands before "That is a lie." is not said."""
    document = Document.of("It rained. The mayor resigned. That is a lie. He stayed.", language="en")
    assert list(taken_back_sentences(document)) == [1]
    assert list(supposed_sentences(document)) == []


def test_the_sentence_before_makes_one_a_thought() -> None:
    """What stands behind "Suppose …" is not said."""
    document = Document.of("Suppose the firm fails. The workers lose all. It rained.", language="en")
    assert list(supposed_sentences(document)) == [1]
    assert list(taken_back_sentences(document)) == []


PARTS = st.sampled_from(["That is a lie.", "Suppose it fails.", "It rained.", "What if?", "“", "\n\n"])


@given(st.lists(PARTS, min_size=1, max_size=8).map(" ".join).filter(str.strip))
def test_the_indexes_are_of_sentences(text: str) -> None:
    """Whatever stands where: the last sentence is never taken back, the first never supposed."""
    document = Document.of(text, language="en")
    last = len(document.sentences) - 1
    assert all(0 <= number < last for number in taken_back_sentences(document))
    assert all(0 < number <= last for number in supposed_sentences(document))
