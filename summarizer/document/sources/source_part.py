"""A source part says which stretch of a document is which source: an id, where it comes from, and its places.

document.text[part.start:part.end]  ->  the source's own text, to the letter
evidence.start - part.start         ->  where the evidence stands in that text
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from summarizer.document.readers.unused import Unused


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePart:
    """One of the sources of a document; its sentences are `document.sentences[first:last]`, its blocks likewise.

    Attributes:
        id: What the user calls it, else its number: "1", "2".
        url: Where it can be read, None if unknown.
        title: Its title, None if it has none.
        date: The day it was published, None if unknown.
        format: The name of the reader that read it.
        markdown: Whether its text is Markdown.
        language: ISO 639-1, "" if unknown.
        sha256: The hash of its text.
        start: Where its text begins in the document's.
        end: One past its last code point.
        first: Its first sentence.
        last: One past its last.
        first_block: Its first block.
        last_block: One past its last.
        unused: What of its file could not be made text of.
    """

    id: str
    url: str | None
    title: str | None
    date: dt.date | None
    format: str
    markdown: bool
    language: str
    sha256: str
    start: int
    end: int
    first: int
    last: int
    first_block: int
    last_block: int
    unused: tuple[Unused, ...] = ()
