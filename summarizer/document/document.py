r"""A document is an article's text, never changed, with its blocks and sentences as spans of it.

document = Document.of("# Ferry sinks\n\nIt **sank** on Monday. Nobody drowned.")
document.blocks          ->  a heading at 0:13, a paragraph at 15:53
document.sentences[1]    ->  Sentence(index=1, start=15, end=37, block=1, body=Span(15, 37))
document.prose(document.sentences[1].span)  ->  "It sank on Monday."
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from summarizer.document import markup, sentences, structure
from summarizer.document.checked_text import check_text
from summarizer.document.readers.given import Given, read_given
from summarizer.document.readers.reader import AnyReader
from summarizer.document.readers.registry import AUTO, READERS, Format
from summarizer.document.readers.unused import Unused, words_without_ends
from summarizer.document.sources.origin import Origin, spoken_from
from summarizer.document.sources.source_part import SourcePart
from summarizer.document.splitting.unmarked import count_words, unmarked_among
from summarizer.document.structure import BlockKind
from summarizer.document.surroundings.find import surroundings_of
from summarizer.document.surroundings.surrounding import Surrounding
from summarizer.document.title_and_date import stated_date
from summarizer.fragments.brief import brief, counted
from summarizer.fragments.documents import shown_document
from summarizer.fragments.shown import Shown, ShowsItself
from summarizer.languages.detect import guess_language
from summarizer.text.line_hyphens import whole_words, without_page_ends
from summarizer.text.span import Span

__all__ = ["Block", "BlockKind", "Document", "Format", "Sentence"]

_QUOTE_MARK = re.compile(r"(?<=[\n\r])[^\S\n\r]*(?:>[ \t]?)+")
# A date of its own an article states in its first blocks, and near the start of one.
_DATED_BLOCKS = 8
_DATED_CHARS = 1000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: `document.text[start:end]`, trimmed; `body` is it without list marker, hashes or quotation sign.

    The sentences of a document are ordered and disjoint, and every non-space character lies in exactly one.
    """

    index: int
    start: int
    end: int
    block: int
    body: Span

    @property
    def span(self) -> Span:
        """The whole place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block: `document.text[start:end]`, whose sentences are `document.sentences[first:last]`, at least one.

    `level` is 1 and up for a heading, the depth for a list item or quotation, else 0.
    """

    index: int
    kind: BlockKind
    level: int
    start: int
    end: int
    first: int
    last: int

    @property
    def span(self) -> Span:
        """The whole place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, kw_only=True)  # with no slots, so that its surroundings can be kept
class Document(ShowsItself):
    """An article's text and where its blocks and sentences are: `Document.of(text).text == text` unless it is HTML."""

    text: str
    sha256: str
    format: str
    markdown: bool  # its text is Markdown, whose marks are no words
    title: str | None
    date: dt.date | None
    language: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    headings: tuple[int, ...]  # the indexes of the blocks that are headings, ascending
    parts: tuple[SourcePart, ...] = ()  # the sources that it is joined of, in order; none for a lone text
    origins: tuple[Origin, ...] = ()  # where stretches of it stand in the file that was read, in order and disjoint
    unused: tuple[Unused, ...] = ()  # what of the file could not be made text of

    @classmethod
    def of(
        cls,
        text: Given,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        language: str | None = None,
        format: str = AUTO,  # noqa: A002 - the word that users expect
        readers: Sequence[AnyReader] = READERS,
    ) -> Document:
        """The document that a text is; the text is kept as it is, and all offsets are code points of `document.text`.

        Of an HTML page, a PDF or another file the text is what its reader made of it, mostly Markdown: offsets refer to
        that, and `origins` lead from there back into the file.

        Args:
            text: The article, decoded; or the path of its file, or the file's bytes, which are read by their kind.
            title: Its title; None takes the first heading, where the text opens with one.
            date: The day it was published; None takes the date that it plainly states as its own near the top, if any.
            language: ISO 639-1 code; None guesses it.
            format: "auto" looks at the text: HTML by how it starts, Markdown by several signs, else plain; at the first
                bytes of a file, and then at the ending of its name.
            readers: The formats that there are.

        Returns:
            The document.

        Raises:
            InputError: If the text is blank, holds lone surrogates, is a file that cannot be read or has no article in
                it, or a str that looks like a path or URL (`format="plain"` takes it as the text that it is); or if no
                reader has the format's name.
            MissingExtra: If it is of a format whose extra is not installed: HTML needs `html`.
        """
        if isinstance(text, str):
            check_text(text)
        reader, read = read_given(text, format=format, readers=readers)
        if read.text is not text:
            check_text(read.text)
        if language is None:
            language = read.language or guess_language(read.text)
        laid_out = without_page_ends(read.text)  # every place is the same in it
        parts = structure.parts(laid_out, markdown=reader.markdown, spoken_from=spoken_from(read.origins))
        blocks, found = _read(laid_out, parts, language, markdown=reader.markdown)
        document = cls(
            text=read.text,
            sha256=hashlib.sha256(read.text.encode("utf-8")).hexdigest(),
            format=reader.name,
            markdown=reader.markdown,
            title=title or read.title or title,
            date=date or read.date,
            language=language,
            blocks=blocks,
            sentences=found,
            headings=tuple(block.index for block in blocks if block.kind == "heading"),
            origins=read.origins,
            unused=read.unused,
        )
        document = document._with_title_and_date()
        words = sum(count_words(document.sentences[index].span.of(document.text)) for index in document.unmarked)
        return replace(document, unused=(*document.unused, words_without_ends(words))) if words else document

    @cached_property
    def unmarked(self) -> frozenset[int]:
        """The indexes of the sentences without punctuation between them, whose ends nobody knows: speech to text."""
        prose = [
            range(block.first, block.last) for block in self.blocks if block.kind in {"paragraph", "item", "quote"}
        ]
        return unmarked_among(self.text, [sentence.span for sentence in self.sentences], prose)

    def __repr__(self) -> str:
        size = f"{counted(len(self.text), 'character')}, {counted(len(self.sentences), 'sentence')}"
        sources = f", {counted(len(self.parts), 'source')}" if self.parts else ""
        language = f", {self.language}" if self.language else ""
        return f"<Document {brief(self.title or self.text)}: {size}{sources}, {self.format}{language}>"

    def _shown(self) -> Shown:
        return shown_document(self, words=lambda start, end: self.prose(Span(start, end)))

    @cached_property
    def surroundings(self) -> tuple[Surrounding, ...]:
        """What stands around the article, in order and disjoint; looked for when it is first asked for."""
        if not self.parts:
            return self._around(self.blocks, markdown=self.markdown)
        each = (self._around(self.blocks[p.first_block : p.last_block], markdown=p.markdown) for p in self.parts)
        return tuple(chain.from_iterable(each))

    def _around(self, blocks: Sequence[Block], *, markdown: bool) -> tuple[Surrounding, ...]:
        """What stands around the one article that some blocks are."""
        parts = [
            structure.BlockPart(kind=b.kind, level=b.level, start=b.start, end=b.end, body=self.body_of(b))
            for b in blocks
        ]
        first = blocks[0].first
        spans = [sentence.span for sentence in self.sentences[first : blocks[-1].last]]
        found = surroundings_of(self.text, parts=parts, sentences=spans, markdown=markdown)
        return tuple(replace(one, first=one.first + first, last=one.last + first) for one in found)

    def prose(self, span: Span) -> str:
        """The readable words of a span: no markup, no control characters, whitespace one space; never for offsets.

        A word that a line's end cuts is whole again: "car-" and "bon" read as "carbon" where the text has that word
        elsewhere, else as "car-bon".

        Args:
            span: Any span of the text, whole sentences or not.
        """
        words = whole_words(self.stripped(span).text, source=self.text)
        return " ".join(_CONTROLS.sub("", words).split())

    def stripped(self, span: Span) -> markup.Stripped:
        """The words of a span without marks of structure and, but in plain text, inline markup; and the way back.

        `document.stripped(s).span(i, j)` is relative to `span.start`.
        """
        text = span.of(self.text)
        edits = [markup.MarkupEdit(a - span.start, b - span.start, "") for a, b in self._marks(span)]
        part = self.part_at(span.start)
        if part.markdown if part else self.markdown:
            edits = markup.merged(edits, markup.edits_of(text))
        return markup.apply(text, edits)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds a code point, or of the last one before it; 0 before the first.

        Args:
            offset: A place in the text.
        """
        return max(bisect_right(self.sentences, offset, key=lambda s: s.start) - 1, 0)

    def sentences_in(self, span: Span) -> range:
        """The indexes of the sentences that a span touches: those that overlap it, in order.

        Args:
            span: Any span of the text.
        """
        first = bisect_right(self.sentences, span.start, key=lambda s: s.end)
        return range(first, max(first, bisect_left(self.sentences, span.end, key=lambda s: s.start)))

    def block_of(self, sentence: int) -> Block:
        """The block that a sentence lies in.

        Args:
            sentence: Its index.
        """
        return self.blocks[self.sentences[sentence].block]

    def body_of(self, block: Block) -> Span:
        """The words of a block: from the body of its first sentence to that of its last.

        Args:
            block: One of its blocks.
        """
        return Span(self.sentences[block.first].body.start, self.sentences[block.last - 1].body.end)

    def heading_above(self, sentence: int) -> Block | None:
        """The nearest heading above a sentence in its source, not the block it is in itself; None if there is none.

        Args:
            sentence: Its index.
        """
        above = bisect_left(self.headings, self.sentences[sentence].block)
        part = self.part_at(self.sentences[sentence].start)
        first = part.first_block if part else 0
        return self.blocks[self.headings[above - 1]] if above and self.headings[above - 1] >= first else None

    def part_at(self, offset: int) -> SourcePart | None:
        """The source that a place belongs to, or the last one before it; None where the text is not joined of any.

        Args:
            offset: A place in the text.
        """
        return (
            self.parts[max(bisect_right(self.parts, offset, key=lambda part: part.start) - 1, 0)]
            if self.parts
            else None
        )

    def part_of(self, sentence: int) -> SourcePart | None:
        """The source that a sentence belongs to; None where the text is not joined of any.

        Args:
            sentence: Its index.
        """
        return self.part_at(self.sentences[sentence].start)

    def title_at(self, offset: int) -> str:
        """The title of what stands at a place: that of its source; "" if it has none.

        Args:
            offset: A place in the text.
        """
        part = self.part_at(offset)
        return (part.title if part else self.title) or ""

    def published(self, offset: int) -> dt.date | None:
        """The day on which what stands at a place was published: the date of its source; None if unknown.

        Args:
            offset: A place in the text.
        """
        part = self.part_at(offset)
        return part.date if part else self.date

    def _marks(self, span: Span) -> list[tuple[int, int]]:
        """The places inside a span that are marks of the structure, not words."""
        found: list[tuple[int, int]] = []
        for sentence in (self.sentences[index] for index in self.sentences_in(span)):
            found.append((sentence.start, sentence.body.start))
            if self.blocks[sentence.block].kind == "quote":
                found += [m.span() for m in _QUOTE_MARK.finditer(self.text, sentence.body.start, sentence.body.end)]
            found.append((sentence.body.end, sentence.end))
        cut = ((max(a, span.start), min(b, span.end)) for a, b in found)
        return [(a, b) for a, b in cut if a < b]

    def _with_title_and_date(self) -> Document:
        """The same document with the title and date that its first lines state, where none were given."""
        title, date = self.title, self.date
        if title is None:
            title = self._opening_heading()
        if date is None:
            date = stated_date(self._opening_lines())
        return self if (title, date) == (self.title, self.date) else replace(self, title=title, date=date)

    def _opening_heading(self) -> str | None:
        """The heading that the text opens with, behind front matter or code at most."""
        top = self.blocks[0]
        if top.kind == "code" and len(self.blocks) > 1:
            top = self.blocks[1]
        return (self.prose(Span(top.start, top.end)) or None) if top.kind == "heading" else None

    def _opening_lines(self) -> Iterator[str]:
        """The lines at the head of the first blocks, in which an article may say when it was published."""
        for block in self.blocks[:_DATED_BLOCKS]:
            head = self.text[block.start : min(block.end, block.start + _DATED_CHARS)]
            yield from head.splitlines()


def _read(
    text: str, parts: list[structure.BlockPart], language: str, *, markdown: bool
) -> tuple[tuple[Block, ...], tuple[Sentence, ...]]:
    """The blocks and sentences that the parts of the text are."""
    blocks: list[Block] = []
    found: list[Sentence] = []
    for index, part in enumerate(parts):
        first = len(found)
        for whole, body in part.rows or _sentences(text, part, language, markdown=markdown):
            found.append(Sentence(index=len(found), start=whole.start, end=whole.end, block=index, body=body))
        blocks.append(
            Block(
                index=index,
                kind=part.kind,
                level=part.level,
                start=part.start,
                end=part.end,
                first=first,
                last=len(found),
            )
        )
    return tuple(blocks), tuple(found)


def _sentences(text: str, part: structure.BlockPart, language: str, *, markdown: bool) -> list[tuple[Span, Span]]:
    """The sentences of a part as (whole, body) places; the marks around a body go with it."""
    inner = part.body.of(text)
    if part.kind == "quote":
        inner = _QUOTE_MARK.sub(lambda m: " " * len(m.group()), inner)
    base = part.body.start
    ranges = sentences.split_marked(inner, language=language) if markdown else sentences.split(inner, language=language)
    bodies = [Span(base + start, base + end) for start, end in ranges] or [part.body]
    if len(bodies) == 1:
        return [(Span(part.start, part.end), bodies[0])]
    if part.kind != "quote" and part.start == base and part.end == bodies[-1].end:
        return [(body, body) for body in bodies]
    return _with_marks(text, part, bodies)


def _with_marks(text: str, part: structure.BlockPart, bodies: Sequence[Span]) -> list[tuple[Span, Span]]:
    """The bodies of a part's sentences, each with the marks that belong to it."""
    pairs: list[tuple[Span, Span]] = []
    here = part.start
    for body in bodies:
        gap = text[here : body.start]
        start = here + len(gap) - len(gap.lstrip())  # a quotation sign between two sentences goes with the second
        pairs.append((Span(start, body.end), body))
        here = body.end
    pairs[-1] = (Span(pairs[-1][0].start, part.end), pairs[-1][1])
    return pairs
