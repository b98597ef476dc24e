"""What claims are verified against."""

from __future__ import annotations

from judging import BRIDGE, SENTENCES, source_of

from summarizer.document.document import Document
from summarizer.text.span import Span
from summarizer.verification.judging.source import Source

SOURCE = source_of()


def test_units_follow_each_other_over_chunks() -> None:
    """The units of all chunks, numbered in one row, hold every character that is not white space."""
    source = source_of(BRIDGE * 8, max_tokens=64)
    assert [unit.number for unit in source.units] == list(range(1, len(source.units) + 1))
    held = "".join(unit.span.of(source.document.text) for unit in source.units)
    assert "".join(held.split()) == "".join(source.document.text.split())


def test_places_are_sentences_of_the_document_best_first() -> None:
    """The first one is what the search finds first."""
    places = SOURCE.places("A ferry carries walkers.")
    assert places[0].of(SOURCE.document.text) == SENTENCES[4]
    assert len(set(places)) == len(places)


def test_a_place_is_in_the_chunk_that_holds_it() -> None:
    """Every sentence is in one; what lies outside is in none."""
    source = source_of(max_tokens=64)
    for chunk in source.chunks.values():
        assert all(source.chunk_at(unit.span) == chunk.id for unit in chunk.units)
    assert source.chunk_at(Span(10_000, 10_001)) == ""


def test_without_chunks_each_sentence_is_a_unit() -> None:
    """A document that was not cut for a model can be shown all the same."""
    source = Source.of(Document.of(BRIDGE))
    assert [unit.span.of(BRIDGE) for unit in source.units] == list(SENTENCES)
    assert [unit.number for unit in source.units] == list(range(1, len(SENTENCES) + 1))
