"""What in a document may be a number that it does not have."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.likeness.open_values import is_hedged, open_note


@pytest.mark.parametrize(
    ("claim", "document", "note"),
    [
        ("10 miles", "It is 16 km away.", "the source has 16 km, which may be the same in another unit"),
        ("10 inches", "He is 5'10 tall.", "the source has “5'10”, which code cannot read"),
        ("12 days", "The B12X was used.", "the source has “b12x”, which code cannot read"),
        ("3 percent", "It rose 3.1 percent.", "the source has 3.1 %, which may be the same rounded"),
        ("2018", "It rose 3.1 percent.", "the source names no year"),
        ("2018", "It rose 3.1 percent in 2017.", ""),
        ("5 percent", "It rose 3.1 percent on 5 May.", ""),
        ("4/7/2020", "Nothing is here.", "it may be read in several ways"),
        ("4.5m", "It has 4.5 million.", "the source has 4.5 million, which may be the same in another reading"),
    ],
)
def test_open_note(claim: str, document: str, note: str) -> None:
    """Another unit, a rounding, figures that were not read; nothing where the document has none of that."""
    token = next(token for token in canonicalize(claim, language="en").tokens if token.kind != "word")
    held = FactIndex.of([canonicalize(document, language="en")])
    assert open_note(token, (), held) == note


def test_hedges() -> None:
    """Words that say about how much, of any language."""
    assert is_hedged(("some",))
    assert is_hedged(("rund",))
    assert not is_hedged(("the", "old"))
