r"""Joins several articles into one document, whose parts lead back to each of them to the letter.

document = joined([Article("It rains.", id="a"), Article("It pours.", id="b")])
document.text                                ->  "It rains.\n\nIt pours."
document.part_at(11).id                      ->  "b"
alone(document, document.parts[1])           ->  Document.of("It pours.")
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from summarizer.document.document import Block, Document, Sentence
from summarizer.document.readers.unused import Unused
from summarizer.document.sources.article import Article
from summarizer.document.sources.origin import Origin
from summarizer.document.sources.source_part import SourcePart
from summarizer.text.span import Span

# A blank line; the texts are read before they are joined, so that nothing can be read across it.
_BETWEEN: Final = "\n\n"
# What the format of a document is called whose sources are of several.
MIXED: Final = "mixed"


def joined(articles: Sequence[Article]) -> Document:
    """One document of all the articles, in their order: `document.text[part.start:part.end]` is the text of each.

    Title and date are None where there are several, for each part has its own; the language is that of most of the
    text.

    Args:
        articles: At least one, each with an id of its own (`articles_of`).

    Raises:
        InputError: The text of one cannot be read.
    """
    documents = [article.document() for article in articles]
    parts = _parts(articles, documents)
    text = _BETWEEN.join(document.text for document in documents)
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for part, document in zip(parts, documents, strict=True):
        blocks += (_moved_block(block, part, back=False) for block in document.blocks)
        sentences += (_moved_sentence(sentence, part, back=False) for sentence in document.sentences)
    headings = tuple(block.index for block in blocks if block.kind == "heading")
    whole = Document(
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        format=_format_of(documents),
        markdown=any(document.markdown for document in documents),
        title=None,
        date=None,
        language=_language_of(documents),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        headings=headings,
        parts=parts,
        origins=tuple(
            _moved_origin(origin, part, back=False)
            for part, document in zip(parts, documents, strict=True)
            for origin in document.origins
        ),
        unused=_unused_of(parts),
    )
    return whole if len(parts) > 1 else replace(whole, title=parts[0].title, date=parts[0].date)


def alone(document: Document, part: SourcePart) -> Document:
    """A source of a document as the document that it was: `alone(joined([a]), part) == a.document()`.

    Args:
        document: A joined document.
        part: One of its parts.
    """
    blocks = tuple(_moved_block(one, part, back=True) for one in document.blocks[part.first_block : part.last_block])
    return Document(
        text=Span(part.start, part.end).of(document.text),
        sha256=part.sha256,
        format=part.format,
        markdown=part.markdown,
        title=part.title,
        date=part.date,
        language=part.language,
        blocks=blocks,
        sentences=tuple(_moved_sentence(one, part, back=True) for one in document.sentences[part.first : part.last]),
        headings=tuple(block.index for block in blocks if block.kind == "heading"),
        origins=tuple(
            _moved_origin(origin, part, back=True)
            for origin in document.origins
            if part.start <= origin.start and origin.end <= part.end
        ),
        unused=part.unused,
    )


def _parts(articles: Sequence[Article], documents: Sequence[Document]) -> tuple[SourcePart, ...]:
    """The part that each document becomes."""
    parts: list[SourcePart] = []
    start = first = first_block = 0
    for number, (article, document) in enumerate(zip(articles, documents, strict=True), start=1):
        part = SourcePart(
            id=article.id or str(number),
            url=article.url,
            title=document.title,
            date=document.date,
            format=document.format,
            markdown=document.markdown,
            language=document.language,
            sha256=document.sha256,
            start=start,
            end=start + len(document.text),
            first=first,
            last=first + len(document.sentences),
            first_block=first_block,
            last_block=first_block + len(document.blocks),
            unused=document.unused,
        )
        parts.append(part)
        start, first, first_block = part.end + len(_BETWEEN), part.last, part.last_block
    return tuple(parts)


def _unused_of(parts: Sequence[SourcePart]) -> tuple[Unused, ...]:
    """What of all the files could not be made text of; where there are several sources, each is named."""
    if len(parts) == 1:
        return parts[0].unused
    return tuple(
        unused.model_copy(update={"where": ", ".join(filter(None, (f"source {part.id}", unused.where)))})
        for part in parts
        for unused in part.unused
    )


def _format_of(documents: Sequence[Document]) -> str:
    """The format of all the documents, `MIXED` where they have several."""
    formats = {document.format for document in documents}
    return formats.pop() if len(formats) == 1 else MIXED


def _language_of(documents: Sequence[Document]) -> str:
    """The language in which most of the text is written."""
    lengths: Counter[str] = Counter()
    for document in documents:
        lengths[document.language] += len(document.text)
    return max(lengths, key=lambda language: lengths[language])


def _moved_sentence(sentence: Sentence, part: SourcePart, *, back: bool) -> Sentence:
    """A sentence of a source in the joined document, or back in its own."""
    sign = -1 if back else 1
    by = sign * part.start
    return replace(
        sentence,
        index=sentence.index + sign * part.first,
        start=sentence.start + by,
        end=sentence.end + by,
        block=sentence.block + sign * part.first_block,
        body=Span(sentence.body.start + by, sentence.body.end + by),
    )


def _moved_block(block: Block, part: SourcePart, *, back: bool) -> Block:
    """A block of a source in the joined document, or back in its own."""
    sign = -1 if back else 1
    return replace(
        block,
        index=block.index + sign * part.first_block,
        start=block.start + sign * part.start,
        end=block.end + sign * part.start,
        first=block.first + sign * part.first,
        last=block.last + sign * part.first,
    )


def _moved_origin(origin: Origin, part: SourcePart, *, back: bool) -> Origin:
    """An origin of a source in the joined document, or back in its own."""
    by = -part.start if back else part.start
    return origin.model_copy(update={"start": origin.start + by, "end": origin.end + by})
