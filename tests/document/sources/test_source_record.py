"""A source record says of a source what its part says, but for what only a document needs."""

from __future__ import annotations

import datetime as dt

from summarizer import Article, SourceRecord
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined


def test_a_record_is_its_part_and_leads_to_the_text() -> None:
    """`document.text[start:end]` is the source's own text; it comes back from JSON."""
    day = dt.date(2026, 3, 12)
    articles = [Article("It rains.", id="a"), Article("It pours.", id="b", url="https://example.org/b", date=day)]
    document = joined(articles_of(articles))
    records = [SourceRecord.of(part) for part in document.parts]
    assert [document.text[one.start : one.end] for one in records] == ["It rains.", "It pours."]
    assert (records[1].id, records[1].url, records[1].date) == ("b", "https://example.org/b", day)
    assert SourceRecord.model_validate_json(records[1].model_dump_json()) == records[1]
