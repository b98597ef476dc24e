"""Records of a document are what a result keeps of it: its text or hash, its sources, what stands around the article.

DocumentRecord.of(document).sha256  ->  "5f2c…"
"""

from __future__ import annotations

import datetime as dt

from summarizer.document.document import Document
from summarizer.document.readers.unused import Unused
from summarizer.document.sources.origin import Origin
from summarizer.document.sources.source_part import SourcePart
from summarizer.document.surroundings.surrounding import Surrounding, SurroundingKind
from summarizer.frozen import Frozen
from summarizer.languages.registry import language_of


class SourceRecord(Frozen):
    """One of the sources that a result is about: its text is `document.text[start:end]`, whose hash is `sha256`.

    `markdown` says whether its marks are no words; None in a record of before that was kept.
    """

    id: str
    url: str | None
    title: str | None
    date: dt.date | None
    language: str
    start: int
    end: int
    sha256: str
    markdown: bool | None = None

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
            markdown=part.markdown,
        )


class SurroundingRecord(Frozen):
    """A stretch that stands beside the article on its page, of which no fact was drafted.

    `document.text[start:end]` is the stretch, and `sentences` says how many of the document's sentences it has. `kind`
    is what it is: readers' comments, links to other articles, a byline, the caption of a picture and so on.
    """

    kind: SurroundingKind
    start: int
    end: int
    sentences: int

    @classmethod
    def of(cls, surrounding: Surrounding) -> SurroundingRecord:
        """The record of this stretch."""
        span = surrounding.span
        sentences = surrounding.last - surrounding.first
        return cls(kind=surrounding.kind, start=span.start, end=span.end, sentences=sentences)


class DocumentRecord(Frozen):
    """The document that a result is about: its text may be left out, its hash stays.

    `text is None or sha256 == hashlib.sha256(text.encode()).hexdigest()`. Offsets of every evidence refer to this text,
    which for HTML is the extracted text. `length` is in code points, `format` the name of the reader that read it.
    `language_known` is False where the text is in a `language` of which no words are known, so that it was read by form
    alone. `markdown` says whether the text is Markdown, whose marks are no words; None in a record of before that was
    kept. `sources` are the texts that it is joined of, in order; none where a lone text was given. `surroundings` are
    ordered and disjoint: what stands around the article on its page, and in no fact. `origins` are, too: where
    stretches of the text stand in the file that was read. `unused` is what of that file could not be made text of.
    """

    text: str | None
    sha256: str
    length: int
    format: str
    title: str | None
    date: dt.date | None
    language: str
    sentences: int
    language_known: bool = True
    markdown: bool | None = None
    sources: tuple[SourceRecord, ...] = ()
    surroundings: tuple[SurroundingRecord, ...] = ()
    origins: tuple[Origin, ...] = ()
    unused: tuple[Unused, ...] = ()

    @classmethod
    def of(cls, document: Document) -> DocumentRecord:
        """The record of this document, its text included."""
        return cls(
            text=document.text,
            sha256=document.sha256,
            length=len(document.text),
            format=document.format,
            title=document.title,
            date=document.date,
            language=document.language,
            sentences=len(document.sentences),
            language_known=not document.language or language_of(document.language).known,
            markdown=document.markdown,
            sources=tuple(map(SourceRecord.of, document.parts)),
            surroundings=tuple(map(SurroundingRecord.of, document.surroundings)),
            origins=document.origins,
            unused=document.unused,
        )
