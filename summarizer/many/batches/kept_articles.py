"""An article is kept as JSON, and comes back from it as it was given.

article_of(json_of(article)) == article
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import os
from pathlib import Path

from summarizer.document.document import Document
from summarizer.document.readers.given import FileBytes
from summarizer.document.readers.opening.files import bytes_of
from summarizer.document.readers.registry import AUTO, format_of_file
from summarizer.document.sources.article import Article
from summarizer.errors import InputError


def json_of(article: Article) -> str:
    """An article as JSON; a document as its text with what it was read by, a file as its bytes.

    Raises:
        InputError: it is a document that cannot be told so.
    """
    given, read_as = _whole(article)
    title, date = article.title, article.date
    if isinstance(given, Document):
        title, date, read_as = title or given.title, date or given.date, given.format
    text = given.text if isinstance(given, Document) else given
    kept = {
        "text": text if isinstance(text, str) else None,
        "bytes": None if isinstance(text, str) else base64.b64encode(text).decode("ascii"),
        "id": article.id,
        "url": article.url,
        "title": title,
        "date": date.isoformat() if date else None,
        "format": read_as,
    }
    told = json.dumps(kept)  # in ASCII: half of a character in a text is kept too
    if isinstance(given, Document) and article_of(told).document() != article.document():
        raise InputError(f"the document of {article.id} was not read by this library alone; give its text instead")
    return told


def _whole(article: Article) -> tuple[str | Document | bytes | bytearray | memoryview, str]:
    """What an article holds, a file as its bytes, and the format that it is to be read as."""
    given, read_as = article.text, article.format
    if isinstance(given, os.PathLike):
        given = FileBytes(data=bytes_of(Path(given)), name=os.fspath(given), hint=format_of_file(os.fspath(given)))
    if isinstance(given, FileBytes):
        return given.data, given.hint if read_as == AUTO else read_as
    return given, read_as


def article_of(told: str) -> Article:
    """The article that `json_of` told of."""
    kept = json.loads(told)
    date = dt.date.fromisoformat(kept["date"]) if kept["date"] else None
    text = base64.b64decode(kept["bytes"]) if kept.get("bytes") is not None else kept["text"]
    return Article(text, id=kept["id"], url=kept["url"], title=kept["title"], date=date, format=kept["format"])


def digest_of(told: str) -> str:
    """The SHA-256 of an article's JSON."""
    return hashlib.sha256(told.encode()).hexdigest()
