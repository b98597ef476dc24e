"""A part leads back to the text that was given."""

from __future__ import annotations

from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined


def test_a_place_leads_back_to_the_source() -> None:
    """Less the part's start, an offset of the document is one of the source's own text."""
    first, second = "It rains.", "It pours. It hails."
    document = joined(articles_of([first, second]))
    hail = document.sentences[2]
    part = document.part_at(hail.start)
    assert part == document.parts[1]
    assert second[hail.start - part.start : hail.end - part.start] == "It hails."
