r"""The registry lists every reader, and finds the one for a text or for the bytes of a file.

reader_for("# Ferry\n\nIt **sank**.", format="auto").name  ->  "markdown"
format_of_file("page.HTML")                                ->  "html"
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final, Literal, cast

from summarizer.document.readers.cues.srt import SRT
from summarizer.document.readers.cues.transcript import TRANSCRIPT
from summarizer.document.readers.cues.vtt import VTT
from summarizer.document.readers.html import HTML
from summarizer.document.readers.mail.eml import EML, EML_BYTES
from summarizer.document.readers.markdown import MARKDOWN
from summarizer.document.readers.pdf.pdf import PDF
from summarizer.document.readers.plain import PLAIN
from summarizer.document.readers.reader import AnyReader, BytesReader, Reader
from summarizer.document.readers.web.feed import FEED
from summarizer.document.readers.zipped.docx import DOCX
from summarizer.document.readers.zipped.epub import EPUB
from summarizer.errors import InputError

# For type checkers, who need it written out; a test holds it and the registry alike.
Format = Literal["plain", "markdown", "transcript", "html", "srt", "vtt", "eml", "feed", "pdf", "docx", "epub"]

# A format is one line here. With "auto" the last is asked first, and the first takes what no other recognizes.
READERS: Final[tuple[AnyReader, ...]] = (
    PLAIN,
    MARKDOWN,
    TRANSCRIPT,
    HTML,
    SRT,
    VTT,
    EML,
    EML_BYTES,
    FEED,
    PDF,
    DOCX,
    EPUB,
)
AUTO: Final = "auto"


def reader_for(text: str, *, format: str, readers: Sequence[AnyReader] = READERS) -> Reader:  # noqa: A002 - users' word
    """The reader of a format: `reader_for(t, format="html").name == "html"`; with "auto" the one that knows the text.

    Args:
        text: What is to be read; looked at with "auto" alone.
        format: "auto" or the name of a format.
        readers: Which readers there are; the last is asked first.

    Raises:
        InputError: no reader has this name, or it reads bytes.
    """
    check_format(format, readers=readers)
    of_text = [reader for reader in readers if isinstance(reader, Reader)]
    if format == AUTO:
        return next(reader for reader in reversed(of_text) if reader.recognizes(text))
    found = next((reader for reader in of_text if reader.name == format), None)
    if found is None:
        raise InputError(f"{format} is read from the file itself; give its pathlib.Path or its bytes, not a str")
    return found


def bytes_reader_for(data: bytes, *, format: str, named: str, readers: Sequence[AnyReader]) -> BytesReader | None:  # noqa: A002 - users' word
    """The reader of bytes that are no text; None where they are to be decoded.

    Args:
        data: All bytes of a file.
        format: "auto" or the name of a format, which decides.
        named: The format that the file's name says, which decides where the bytes show no signs.
        readers: Which readers there are; the last is asked first.
    """
    of_bytes = [reader for reader in reversed(readers) if isinstance(reader, BytesReader)]
    if format == AUTO:
        found = next((reader for reader in of_bytes if reader.recognizes(data)), None)
        return found or next((reader for reader in of_bytes if reader.name == named), None)
    return next((reader for reader in of_bytes if reader.name == format), None)


def check_format(format: object, *, readers: Sequence[AnyReader] = READERS) -> None:  # noqa: A002 - users' word
    """Nothing, where a format is "auto" or the name of a reader.

    Raises:
        InputError: it is neither; the message names all that it may be.
    """
    names = dict.fromkeys((AUTO, *(reader.name for reader in readers)))
    if format not in names:
        raise InputError(f"format must be one of {', '.join(names)}, not {format!r}")


def format_of_file(file: str, *, readers: Sequence[AnyReader] = READERS) -> Literal["auto"] | Format:
    """The format that a file's ending names: "html" for "a.HTM", "auto" where no reader claims the ending.

    Args:
        file: Its name or path; it is not opened.
        readers: Which readers there are.
    """
    suffix = PurePath(file).suffix.lower()
    name = next((reader.name for reader in readers if suffix in reader.suffixes), AUTO)
    return cast("Literal['auto'] | Format", name)  # the names of the registry are those of the type


def reads_bytes(format: str, *, readers: Sequence[AnyReader] = READERS) -> bool:  # noqa: A002 - users' word
    """Whether files of a format are no text: `reads_bytes("pdf")`.

    Args:
        format: "auto" or the name of a format.
        readers: Which readers there are.
    """
    return any(isinstance(reader, BytesReader) and reader.name == format for reader in readers)


def suffixes_of(readers: Sequence[AnyReader] = READERS) -> frozenset[str]:
    """All endings of file names that readers claim."""
    return frozenset(suffix for reader in readers for suffix in reader.suffixes)
