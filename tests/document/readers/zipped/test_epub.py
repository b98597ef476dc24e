"""An EPUB is read chapter after chapter."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from made_files import archive, docx, epub

from summarizer.document.document import Document
from summarizer.document.readers.zipped.epub import is_epub, read_epub
from summarizer.errors import InputError

FILES = Path(__file__).parents[1] / "files"
METADATA = "<dc:title>The Ferry</dc:title><dc:language>en-GB</dc:language><dc:date>2026-03-12</dc:date>"


def test_chapters_come_in_the_order_of_the_book() -> None:
    """With what it states of itself, and the chapter of each paragraph."""
    chapters = {"2.xhtml": "<h1>One</h1><p>It rained.</p>", "text/1.xhtml": "<h1>Two</h1><p>It poured.<img/></p>"}
    document = Document.of(epub(chapters, metadata=METADATA))
    assert document.text == "# One\n\nIt rained.\n\n# Two\n\nIt poured."
    assert (document.title, document.date, document.language) == ("The Ferry", dt.date(2026, 3, 12), "en")
    assert [one.label for one in document.origins] == ["One", "One", "Two", "Two"]
    assert [one.line for one in document.unused] == ["a picture"]


def test_a_book_of_a_common_program() -> None:
    """What LibreOffice writes: a table stays one."""
    document = Document.of(FILES / "harbour.epub")
    assert document.format == "epub"
    assert "| 2025 | 38 |" in document.text
    assert "Service is to resume on 22 April." in document.text


def test_a_chapter_that_is_missing_is_told() -> None:
    """The others are read; a date of a year alone is none."""
    data = epub({"1.xhtml": "<p>It rained.</p>", "2.xhtml": ""}, metadata="<dc:date>2026</dc:date>")
    read = read_epub(data.replace(b"OEBPS/2.xhtml", b"OEBPS/3.xhtml"))
    assert (read.text, read.date, read.language) == ("It rained.", None, None)
    assert [one.what for one in read.unused] == ["a chapter"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (epub({"1.xhtml": ""}), "no text"),
        (archive({"META-INF/container.xml": "<a/>"}), "no part ''"),
        (
            epub({"1": "<p>x</p>"}, parts={"META-INF/encryption.xml": "<a><EncryptionMethod Algorithm='aes'/></a>"}),
            "protected against copying",
        ),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, said: str) -> None:
    """A book without text, without a package, or under protection."""
    with pytest.raises(InputError, match=said):
        read_epub(data)


def test_fonts_may_be_scrambled() -> None:
    """That protects no text."""
    scrambled = "<a><EncryptionMethod Algorithm='http://www.idpf.org/2008/embedding'/></a>"
    assert read_epub(epub({"1": "<p>x</p>"}, parts={"META-INF/encryption.xml": scrambled})).text == "x"


def test_what_is_no_epub() -> None:
    """It is known by the part that says where the book is."""
    assert is_epub(epub({}))
    assert not is_epub(docx(""))
