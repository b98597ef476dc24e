"""Where a stretch stands in the file that was read is told in a few words, and moves with its source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.document.document import Document
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import alone, joined
from summarizer.document.sources.origin import Origin


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"page": 4}, "page 4"),
        ({"begins": 72.5, "ends": 75}, "1:12–1:15"),
        ({"begins": 3672.0}, "1:01:12"),
        ({"path": "table 2, row 3, column 1"}, "table 2, row 3, column 1"),
        ({"page": 2, "path": "table 1"}, "page 2, table 1"),
        ({}, ""),
    ],
)
def test_an_origin_is_told_in_a_few_words(given: dict[str, object], label: str) -> None:
    assert Origin(start=0, end=1, **given).label == label


def test_joined_sources_keep_their_origins_at_their_places() -> None:
    documents = [
        replace(Document.of(text), origins=(Origin(start=3, end=5, page=number),))
        for number, text in enumerate(["It rains.", "It pours."], start=1)
    ]
    whole = joined(articles_of(documents))
    assert [one.label for one in whole.origins] == ["page 1", "page 2"]
    for part, document in zip(whole.parts, documents, strict=True):
        inside = [one for one in whole.origins if part.start <= one.start < part.end]
        assert [whole.text[one.start : one.end] for one in inside] == [document.text[3:5]]
        assert alone(whole, part).origins == document.origins
