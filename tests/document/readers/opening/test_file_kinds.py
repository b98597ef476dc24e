"""Files that nobody reads here are named by their first bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from summarizer.document.readers.opening.file_kinds import member_names, unread_kind


def archive(*names: str) -> bytes:
    """A zip archive with files of these names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "advice"),
    [
        (b"\x89PNG\r\n\x1a\n0", "a PNG picture", "OCR"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture", "OCR"),
        (b"RIFF0000WEBPVP8 ", "a WebP picture", "OCR"),
        (b"RIFF0000WAVEfmt ", "a sound in WAV", "speech"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Microsoft Office", "DOCX"),
        (b"{\\rtf1\\ansi", "RTF", "DOCX"),
        (b"\x1f\x8b\x08", "packed by gzip", "unpack"),
        (b"0" * 257 + b"ustar", "a tar archive", "unpack"),
        (archive("a.txt"), "a zip archive", "unpack"),
        (archive("xl/workbook.xml"), "an Excel table", "rows"),
        (archive("mimetype", "content.xml"), "OpenDocument", "DOCX"),
        (b"PK\x03\x04 and nothing else", "a zip archive", "unpack"),
    ],
)
def test_a_file_is_named_with_what_to_do(data: bytes, name: str, advice: str) -> None:
    """By what it is called."""
    kind = unread_kind(data)
    assert kind is not None
    assert name in kind.name
    assert advice in kind.advice


@pytest.mark.parametrize("data", [b"", b"It rains.", b"MZ and the others", b"BZ", "Привет".encode()])
def test_texts_are_no_such_files(data: bytes) -> None:
    """Whatever letters they begin with."""
    assert unread_kind(data) is None


def test_the_names_in_an_archive() -> None:
    """In the order of its directory; none of what is no archive, or is torn."""
    assert member_names(archive("a", "b/c")) == ("a", "b/c")
    assert member_names(archive("a")[:-9]) == member_names(b"PK") == ()
