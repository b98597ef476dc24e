r"""The registry lists every reader, and finds the one for a text.

reader_for("# Ferry\n\nIt **sank**.", format="auto").name  ->  "markdown"
format_of_file("page.HTML")                                ->  "html"
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final, Literal, cast

from summarizer.document.readers.html import HTML
from summarizer.document.readers.markdown import MARKDOWN
from summarizer.document.readers.plain import PLAIN
from summarizer.document.readers.reader import Reader
from summarizer.errors import InputError

# For type checkers, who need it written out; a test holds it and the registry alike.
Format = Literal["plain", "markdown", "html"]

# A format is one line here. With "auto" the last is asked first, and the first takes what no other recognizes.
READERS: Final[tuple[Reader, ...]] = (
    PLAIN,
    MARKDOWN,
    HTML,
)
AUTO: Final = "auto"


def reader_for(text: str, *, format: str, readers: Sequence[Reader] = READERS) -> Reader:  # noqa: A002 - users' word
    """The reader of a format: `reader_for(t, format="html").name == "html"`; with "auto" the one that knows the text.

    Args:
        text: What is to be read; looked at with "auto" alone.
        format: "auto" or the name of a format.
        readers: Which readers there are; the last is asked first.

    Raises:
        InputError: no reader has this name.
    """
    check_format(format, readers=readers)
    if format == AUTO:
        return next(reader for reader in reversed(readers) if reader.recognizes(text))
    return next(reader for reader in readers if reader.name == format)


def check_format(format: object, *, readers: Sequence[Reader] = READERS) -> None:  # noqa: A002 - users' word
    """Nothing, where a format is "auto" or the name of a reader.

    Raises:
        InputError: it is neither; the message names all that it may be.
    """
    names = (AUTO, *(reader.name for reader in readers))
    if format not in names:
        raise InputError(f"format must be one of {', '.join(names)}, not {format!r}")


def format_of_file(file: str, *, readers: Sequence[Reader] = READERS) -> Literal["auto"] | Format:
    """The format that a file's ending names: "html" for "a.HTM", "auto" where no reader claims the ending.

    Args:
        file: Its name or path; it is not opened.
        readers: Which readers there are.
    """
    suffix = PurePath(file).suffix.lower()
    name = next((reader.name for reader in readers if suffix in reader.suffixes), AUTO)
    return cast("Literal['auto'] | Format", name)  # the names of the registry are those of the type
