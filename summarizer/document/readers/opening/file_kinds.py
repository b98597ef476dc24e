r"""What a file is that no reader reads, told by its first bytes, and what to do with it.

unread_kind(b"\x89PNG\r\n\x1a\n…")  ->  FileKind(name="a PNG picture", advice="…")
unread_kind(b"It rains.")             ->  None
"""

from __future__ import annotations

import io
import zipfile
from typing import Final, NamedTuple


class FileKind(NamedTuple):
    """A kind of file by its name, with an article, and what to do with one."""

    name: str
    advice: str


_PICTURE: Final = "it holds no text; read it by a program for text recognition (OCR), such as tesseract, and give that"
_SOUND: Final = "write down what is said, by a program for speech recognition, and give that"
_PACKED: Final = "unpack it, and give the file in it"
_SAVE: Final = "save it as DOCX or PDF (soffice --headless --convert-to docx FILE), and give that"
_TABLE: Final = "it is a table, no article; save what there is to read as text, or give its rows to `summarizer batch`"
_PROGRAM: Final = "give the article's text"

# Where the sign stands, the sign, what it means.
_SIGNS: Final[tuple[tuple[int, bytes, FileKind], ...]] = (
    (0, b"\x89PNG\r\n\x1a\n", FileKind("a PNG picture", _PICTURE)),
    (0, b"\xff\xd8\xff", FileKind("a JPEG picture", _PICTURE)),
    (0, b"GIF87a", FileKind("a GIF picture", _PICTURE)),
    (0, b"GIF89a", FileKind("a GIF picture", _PICTURE)),
    (8, b"WEBP", FileKind("a WebP picture", _PICTURE)),
    (0, b"II*\0", FileKind("a TIFF picture", _PICTURE)),
    (0, b"MM\0*", FileKind("a TIFF picture", _PICTURE)),
    (0, b"AT&TFORM", FileKind("a DjVu scan", _PICTURE)),
    (4, b"ftypheic", FileKind("a HEIC picture", _PICTURE)),
    (4, b"ftypavif", FileKind("an AVIF picture", _PICTURE)),
    (4, b"ftyp", FileKind("a film or sound in MP4", _SOUND)),
    (0, b"ID3", FileKind("a sound in MP3", _SOUND)),
    (0, b"OggS", FileKind("a sound in Ogg", _SOUND)),
    (0, b"fLaC", FileKind("a sound in FLAC", _SOUND)),
    (8, b"WAVE", FileKind("a sound in WAV", _SOUND)),
    (0, b"\x1aE\xdf\xa3", FileKind("a film in Matroska or WebM", _SOUND)),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        FileKind("a file of old Microsoft Office (.doc, .xls, .ppt, .msg)", _SAVE),
    ),
    (0, b"{\\rtf", FileKind("a text in RTF", _SAVE)),
    (0, b"%!PS", FileKind("PostScript", "make a PDF of it (ps2pdf FILE), and give that")),
    (60, b"BOOKMOBI", FileKind("a Kindle book", "convert it to EPUB, for example by Calibre, and give that")),
    (0, b"\x1f\x8b", FileKind("packed by gzip", _PACKED)),
    (0, b"BZh", FileKind("packed by bzip2", _PACKED)),
    (0, b"\xfd7zXZ\0", FileKind("packed by xz", _PACKED)),
    (0, b"\x28\xb5\x2f\xfd", FileKind("packed by Zstandard", _PACKED)),
    (0, b"7z\xbc\xaf\x27\x1c", FileKind("a 7z archive", _PACKED)),
    (0, b"Rar!\x1a\x07", FileKind("a RAR archive", _PACKED)),
    (257, b"ustar", FileKind("a tar archive", _PACKED)),
    (0, b"PAR1", FileKind("a table in Parquet", _TABLE)),
    (0, b"SQLite format 3\0", FileKind("a SQLite database", _TABLE)),
    (0, b"\x7fELF", FileKind("a program", _PROGRAM)),
    (0, b"MZ\x90\0", FileKind("a program", _PROGRAM)),
    (0, b"\0asm", FileKind("a program", _PROGRAM)),
    (0, b"wOFF", FileKind("a font", _PROGRAM)),
    (0, b"wOF2", FileKind("a font", _PROGRAM)),
    (0, b"OTTO\0", FileKind("a font", _PROGRAM)),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
# What a member's name says of the archive that it stands in.
_PARTS: Final = (
    ("xl/workbook.", FileKind("an Excel table", _TABLE)),
    ("ppt/presentation.", FileKind("a PowerPoint presentation", "save it as PDF, and give that")),
    ("content.xml", FileKind("an OpenDocument file (.odt, .ods, .odp)", _SAVE)),
)
_ARCHIVE: Final = FileKind("a zip archive", _PACKED)


def unread_kind(data: bytes) -> FileKind | None:
    """What bytes are that are neither text nor a format with a reader; None where nothing tells.

    Args:
        data: All bytes of a file, or its beginning.
    """
    for at, sign, kind in _SIGNS:
        if data.startswith(sign, at):
            return kind
    if data.startswith(_ZIP):
        names = member_names(data)
        return next((kind for part, kind in _PARTS if any(name.startswith(part) for name in names)), _ARCHIVE)
    return None


def member_names(data: bytes) -> tuple[str, ...]:
    """The names of the files in a zip archive, as its directory has them; none where it cannot be read.

    Args:
        data: All bytes of a file.
    """
    if not data.startswith(_ZIP):
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, OSError):
        return ()
