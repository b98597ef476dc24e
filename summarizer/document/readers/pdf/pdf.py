r"""Of a PDF the article is read, as Markdown, with the page and the box of each of its lines.

PDF.recognizes(b"%PDF-1.7 …")  ->  True
PDF.read(data)                 ->  ReadText(text="# Ferry sinks\n\nIt sank …", origins=(Origin(page=1, box=…), …), …)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from summarizer.document.readers.pdf.blocks import Block, blocks_of
from summarizer.document.readers.pdf.furniture import without_furniture
from summarizer.document.readers.pdf.isolated import pages_of
from summarizer.document.readers.pdf.lines import regions_of
from summarizer.document.readers.pdf.page_words import OpenedPdf, PdfPage
from summarizer.document.readers.pdf.written import written
from summarizer.document.readers.reader import BytesReader, ReadText
from summarizer.document.readers.unused import Unused
from summarizer.document.readers.writing.counted import counted, listed
from summarizer.errors import InputError
from summarizer.languages.detect import guess_language
from summarizer.languages.registry import together
from summarizer.text.fold import folded

_SIGN: Final = b"%PDF-"
_SIGN_WITHIN: Final = 1024  # programs put other bytes before it, and readers look as far
_OCR: Final = "Scanned pages become text by OCR: ocrmypdf IN.pdf OUT.pdf."
# Titles that programs give of themselves.
_NO_TITLE: Final = re.compile(
    r"untitled.*|title|microsoft (?:word|powerpoint|excel)\b.*|"
    r".*\.(?:docx?|tex|dvi|indd|qxd|pdf|rtf|odt|pptx?|xlsx?|html?)|"
    r"(?:document|dokument|slide|presentation) ?\d*|[\W\d_]*",
    re.IGNORECASE,
)

# How a line of a table of contents ends where no dots lead to the page.
_ENDS_IN_PAGE: Final = re.compile(r"\s(?:\d{1,4}|[ivxlc]{1,7})$")


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF, told by its sign near the start."""
    return _SIGN in data[:_SIGN_WITHIN]


def read_pdf(data: bytes) -> ReadText:
    """The article of a PDF, in reading order, without running heads, feet and page numbers.

    Args:
        data: All bytes of the file.

    Raises:
        InputError: It is damaged, encrypted, too large, or has no text.
        MissingExtra: pypdfium2 (extra `pdf`) is not installed.
    """
    if not is_pdf(data):
        raise InputError("it is no PDF; name the format that it is, or give its text")
    opened = pages_of(data)
    noise = {page.number for page in opened.pages if page.nameless and not guess_language(_words_of(page))}
    unused = _unused(opened.pages, noise=noise)
    pages = without_furniture(_readable(opened.pages, noise=noise))
    blocks, contents = _without_contents(
        blocks_of([region for page in pages for region in regions_of(page.words, page=page.number)])
    )
    if contents:
        unused = (*unused, Unused(what="a table of contents", where=listed("page", contents)))
    if not blocks:
        raise InputError("it has no text but page numbers and running heads; give the article's text")
    sizes = {page.number: (page.width, page.height) for page in pages}
    text, origins = written(blocks, sizes=sizes)
    return ReadText(text=text, title=_title(opened, blocks), origins=origins, unused=unused)


def _without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[int]]:
    """The blocks without tables of contents and the headings right above them, and the pages that had some."""
    kept: list[Block] = []
    pages: set[int] = set()
    inside = False
    for block in blocks:
        text = block.lines[-1].text
        inside = (inside and _ENDS_IN_PAGE.search(text) is not None) or block.kind == "contents"
        if inside:
            pages.update(line.page for line in block.lines)
            if kept and kept[-1].kind in {"title", "heading"} and _is_contents(kept[-1]):
                kept.pop()
            continue
        inside = _is_contents(block)
        kept.append(block)
    return kept, sorted(pages)


def _is_contents(block: Block) -> bool:
    first = block.lines[0].text.strip().casefold()
    return block.kind in {"title", "heading"} and first in together("page_words.contents")


def _title(opened: OpenedPdf, blocks: Sequence[Block]) -> str | None:
    """The title that the file states, if its first page shows it too or nothing in large type; else what that says."""
    largest = next((block for block in blocks if block.kind == "title"), None)
    shown = " ".join(line.text for line in largest.lines) if largest else ""
    stated = "" if _NO_TITLE.fullmatch(opened.title) else opened.title
    first = " ".join(line.text for block in blocks[:20] for line in block.lines)
    if stated and (not shown or folded(stated) in folded(first)):
        return stated
    return shown or None


def _readable(pages: Sequence[PdfPage], *, noise: Collection[int]) -> list[PdfPage]:
    """The pages, without words on those where they have no meaning.

    Raises:
        InputError: no page has words.
    """
    found = [page._replace(words=()) if page.number in noise else page for page in pages]
    if not any(page.words for page in found):
        pictures = "its pages are pictures or drawings"
        why = "its characters have no meaning, as its fonts name none" if noise else pictures
        raise InputError(f"it has no text: {why}. {_OCR}")
    return found


def _words_of(page: PdfPage) -> str:
    """The words of a page, to see whether they are some: fonts of old programs name no characters and have them."""
    return " ".join(word.text for word in page.words)


def _unused(pages: Sequence[PdfPage], *, noise: Collection[int]) -> tuple[Unused, ...]:
    """What of the pages is no text."""
    found = []
    bare = [page.number for page in pages if not page.words and page.pictures]
    if bare:
        found.append(Unused(what=f"{counted(len(bare), 'page')} without text", where=listed("page", bare), advice=_OCR))
    if noise:
        what = f"{counted(len(noise), 'page')} whose characters have no meaning, as their fonts name none"
        found.append(Unused(what=what, where=listed("page", sorted(noise)), advice=_OCR))
    pictured = [page.number for page in pages if page.pictures and page.words]
    if pictured:
        count = sum(page.pictures for page in pages if page.words)
        found.append(Unused(what=counted(count, "picture"), where=listed("page", pictured)))
    return tuple(found)


PDF: Final = BytesReader(name="pdf", suffixes=(".pdf",), markdown=True, recognizes=is_pdf, read=read_pdf)
