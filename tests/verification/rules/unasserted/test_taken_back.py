"""Sentences that are taken back, or only supposed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.verification.rules.unasserted.taken_back import supposed_sentences, taken_back_sentences


def test_the_next_sentence_takes_one_back() -> None:
    """What stands before "That is a lie." is not said."""
    document = Document.of("It rained. The mayor resigned. That is a lie. He stayed.", language="en")
    assert [number for number, _ in taken_back_sentences(document)] == [1]
    assert [number for number, _ in supposed_sentences(document)] == []


def test_the_sentence_before_makes_one_a_thought() -> None:
    """What stands behind "Suppose …" is not said."""
    document = Document.of("Suppose the firm fails. The workers lose all. It rained.", language="en")
    assert [number for number, _ in supposed_sentences(document)] == [1]
    assert [number for number, _ in taken_back_sentences(document)] == []


def test_one_denial_may_take_back_all() -> None:
    """All of its paragraph before it, or the paragraph before where it opens one; the denial is shown."""
    document = Document.of("It rained. It fell. It sank. None of this is true.", language="en")
    assert [number for number, _ in taken_back_sentences(document)] == [0, 1, 2]
    document = Document.of("It rained.\n\nIt fell. It sank.\n\nNone of this is true.", language="en")
    found = dict(taken_back_sentences(document))
    assert list(found) == [1, 2]
    assert {why.words for why in found.values()} == {"None of this is true."}


PARTS = st.sampled_from(["That is a lie.", "Suppose it fails.", "It rained.", "What if?", "“", "\n\n"])


@given(st.lists(PARTS, min_size=1, max_size=8).map(" ".join).filter(str.strip))
def test_the_indexes_are_of_sentences(text: str) -> None:
    """Whatever stands where: the last sentence is never taken back, the first never supposed."""
    document = Document.of(text, language="en")
    last = len(document.sentences) - 1
    assert all(0 <= number < last for number, _ in taken_back_sentences(document))
    assert all(0 < number <= last for number, _ in supposed_sentences(document))
