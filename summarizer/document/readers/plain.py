"""Plain text is read as it is.

PLAIN.read("It rained.").text  ->  "It rained."
"""

from __future__ import annotations

from summarizer.document.readers.reader import Reader, ReadText


def is_plain(_text: str) -> bool:
    """True for any text: what shows no signs of another format is plain."""
    return True


def read_plain(text: str) -> ReadText:
    """The text itself."""
    return ReadText(text=text)


PLAIN = Reader(name="plain", suffixes=(), markdown=False, recognizes=is_plain, read=read_plain)
