"""A page or file of the web becomes an article, read by what its server says that it is.

summarize(fetch("https://example.org/report.pdf")).url  ->  "https://example.org/report.pdf"
"""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote, urlsplit

from summarizer.document.document import Document
from summarizer.document.readers.given import FileBytes
from summarizer.document.readers.registry import AUTO, format_of_file
from summarizer.document.sources.article import Article
from summarizer.errors import FetchError
from summarizer.fetching.policy import FetchPolicy
from summarizer.fetching.request import Got, got

# What a server says of a file, and what it is called here. What says nothing of its kind is looked at.
_FORMATS: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/epub+zip": "epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_SILENT: Final = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/zip", "application/download"}
)
_NO_TEXT: Final = ("image/", "audio/", "video/", "font/", "model/")


def fetch(url: str, *, policy: FetchPolicy | None = None) -> Article:
    """The article at a URL, for `summarize`, `verify` and all else that takes one; it waits for the network.

    One page is asked for, under this library's name, where the host's robots.txt lets it; no address of this machine or
    its network is asked, unless the policy allows it; no cookie is kept and no proxy used.

    Args:
        url: Of the web: http or https.
        policy: Time, size, redirects, addresses; None takes `FetchPolicy()`.

    Returns:
        The article, with the URL at which it was found in the end, and its text as a `Document`.

    Raises:
        InputError: it is no URL of the web, or what is there has no article in it.
        FetchError: it could not be had; the message says why and what to do.
        MissingExtra: what is there needs a reader that is not installed: HTML needs `html`, PDF `pdf`.
    """
    found = got(url, policy=policy or FetchPolicy())
    return Article(_document_of(found), url=found.url)


def _document_of(found: Got) -> Document:
    if found.type.startswith(_NO_TEXT):
        raise FetchError(
            f"{found.url[:200]} is {found.type}, in which there is no text to read; give the page about it"
        )
    hint = _FORMATS.get(found.type, AUTO)
    if hint == AUTO and (found.type in _SILENT or found.type.startswith("text/")):
        hint = format_of_file(unquote(urlsplit(found.url).path))
    return Document.of(FileBytes(data=found.data, name=found.url, charset=found.charset, hint=hint))
