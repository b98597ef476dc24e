r"""A reader turns a text, or a file, of one format into the article's own text.

MARKDOWN = Reader(name="markdown", suffixes=(".md", ".markdown"), markdown=True, recognizes=…, read=…)
MARKDOWN.recognizes("# Ferry\n\nIt **sank** in a **storm**.")  ->  True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from summarizer.document.readers.unused import Unused
from summarizer.document.sources.origin import Origin

# As far into a text as signs of its format are looked for: they show early, and a long book need not be searched whole.
HEAD_CHARS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """What a reader made of a text; what the text does not state of itself is None.

    Attributes:
        text: The article, which every offset of its document refers to.
        title: Its title.
        date: The day it was published.
        language: Its ISO 639-1 code.
        origins: Where stretches of the text stand in what was read, in order and disjoint; none where it is the text.
        unused: What was met and could not be made text of: pages without text, pictures.
    """

    text: str
    title: str | None = None
    date: dt.date | None = None
    language: str | None = None
    origins: tuple[Origin, ...] = ()
    unused: tuple[Unused, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How texts of one format are told from others, and read.

    Attributes:
        name: What users call the format, as in `format="markdown"`.
        suffixes: The endings of file names that mean this format, in small letters: ".md".
        markdown: The text that it gives is Markdown, whose marks are no words of the article.
        recognizes: Whether a text shows the signs of this format; takes any text.
        read: Makes the article's text of one in this format. Raises InputError where there is no article in it, and
            MissingExtra where what it needs is not installed.
    """

    name: str
    suffixes: tuple[str, ...]
    markdown: bool
    recognizes: Callable[[str], bool]
    read: Callable[[str], ReadText]


@dataclass(frozen=True, slots=True, kw_only=True)
class BytesReader:
    """How files of one format whose bytes are no text are told from others, and read.

    One that has the name of a `Reader` reads the same format where it comes as bytes, in an encoding of its own.

    Attributes:
        name: What users call the format, as in `format="pdf"`.
        suffixes: The endings of file names that mean this format, in small letters: ".pdf".
        markdown: The text that it gives is Markdown, whose marks are no words of the article.
        recognizes: Whether bytes show the signs of this format; takes any bytes.
        read: Makes the article's text of a file in this format; raises as that of a `Reader` does.
    """

    name: str
    suffixes: tuple[str, ...]
    markdown: bool
    recognizes: Callable[[bytes], bool]
    read: Callable[[bytes], ReadText]


AnyReader: TypeAlias = Reader | BytesReader


def head_of(text: str) -> str:
    r"""The beginning of a text, for looking only: without byte order mark, and with every line end as `\n`."""
    return with_line_feeds(text[:HEAD_CHARS])


def with_line_feeds(text: str) -> str:
    r"""A text without byte order mark, and with every line end as `\n`."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
