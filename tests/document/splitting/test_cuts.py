"""Places to cut: what begins at each, none behind a heading, and a top section only where its level has several."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.document.splitting.cuts import CutPlaces, cut_places

TEXT = "# Report\n\n## Port\n\nIt closed. It opened.\n\nShips wait.\n\n## Town\n\nNobody came.\n"


def test_each_place_is_known_by_what_begins_there() -> None:
    """Two sections below a title: their headings are the top sections, and behind a heading nothing may be cut."""
    document = Document.of(TEXT, format="markdown")
    assert [sentence.span.of(TEXT) for sentence in document.sentences][1:4] == ["## Port", "It closed.", "It opened."]
    assert cut_places(document, range(7), openings={0}) == CutPlaces(
        units=[3, 4, 5], sentences=[3, 4, 5], blocks=[4, 5], headings=[5], top_sections=[5]
    )


def test_a_source_opens_a_section_of_its_own() -> None:
    """The first sentence of a source is as good a place as a top heading."""
    document = Document.of(TEXT, format="markdown")
    places = cut_places(document, range(7), openings={0, 4})
    assert places.headings == places.top_sections == [4, 5]


def test_the_pieces_of_a_sentence_are_units_and_no_sentences() -> None:
    """Between the pieces of one sentence only units begin."""
    document = Document.of("It closed. It opened.")
    places = cut_places(document, [0, 0, 1], openings={0})
    assert (places.units, places.sentences, places.blocks) == ([1, 2], [2], [])
