"""A source record is what a result keeps of one of its sources: what it is called, where it is read, and its place.

SourceRecord.of(document.parts[1])  ->  SourceRecord(id="b", url=None, start=11, end=20, …)
"""

from __future__ import annotations

import datetime as dt

from summarizer.document.sources.source_part import SourcePart
from summarizer.frozen import Frozen


class SourceRecord(Frozen):
    """One of the sources that a result is about: its text is `document.text[start:end]`, whose hash is `sha256`."""

    id: str
    url: str | None
    title: str | None
    date: dt.date | None
    language: str
    start: int
    end: int
    sha256: str

    @classmethod
    def of(cls, part: SourcePart) -> SourceRecord:
        """The record of this part."""
        return cls(
            id=part.id,
            url=part.url,
            title=part.title,
            date=part.date,
            language=part.language,
            start=part.start,
            end=part.end,
            sha256=part.sha256,
        )
