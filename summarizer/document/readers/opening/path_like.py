"""Tells a str that is the name of a file or an address, which nobody wants summarized, from a text.

hint_for("report.pdf", suffixes={".pdf"})     ->  "… pathlib.Path('report.pdf') …"
hint_for("It rains.", suffixes={".pdf"})      ->  None
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import PurePath
from typing import Final

# The longest name that Linux opens is 4,096 bytes; an article in one line is longer than any name that people use.
_LONGEST: Final = 1024
_URL: Final = re.compile(r"(?:https?|ftp|file)://\S+|www\.[^\s/]+\.[^\s/]{2,}(?:/\S*)?", re.IGNORECASE)
# Endings of files that no reader claims, and that people give all the same.
_OTHERS: Final = frozenset(
    ".txt .text .doc .rtf .odt .pages .xls .xlsx .ppt .pptx .csv .tsv .json .jsonl .xml .png .jpg .jpeg .tif .tiff "
    ".gif .mobi .azw3 .djvu .zip .gz .mp3 .mp4 .wav .log .tex".split()
)


def hint_for(text: str, *, suffixes: Collection[str]) -> str | None:
    """What to do with a str that looks like a path or URL; None for anything that may be a text.

    It is asked of the file system whether there is such a file; nothing is opened.

    Args:
        text: What was given as a text.
        suffixes: The endings of file names that readers claim.
    """
    name = text.strip()
    if len(name) > _LONGEST or not name or len(name.splitlines()) > 1:
        return None
    shown = repr(name if len(name) <= 80 else name[:77] + "…")
    if _URL.fullmatch(name):
        if name.lower().startswith("file:"):
            return f"the text is a URL of a file, {shown}; give pathlib.Path(…) with its path"
        return (
            f"the text is a URL, {shown}; nothing is fetched unasked: give summarizer.fetch({shown}), which reads what "
            "is there"
        )
    if _is_name(name, suffixes):
        return (
            f"the text looks like the name of a file, {shown}; give pathlib.Path({shown}) to have it read, or, if it "
            "is the text itself, Document.of(text, format='plain')"
        )
    return None


def _is_name(name: str, suffixes: Collection[str]) -> bool:
    suffix = PurePath(name).suffix.lower()
    if suffix in suffixes or suffix in _OTHERS:
        return True
    # "." and "/" are there too, and may as well be what is left of a text.
    return any(map(str.isalnum, name)) and os.path.exists(name)  # noqa: PTH110 - no error, whatever the name holds
