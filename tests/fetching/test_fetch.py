"""A page or file of the web becomes an article."""

from __future__ import annotations

import pytest
from made_files import At, pdf
from web_server import Page, web

import summarizer
from summarizer.document.document import Document
from summarizer.errors import FetchError, InputError
from summarizer.fetching.policy import FetchPolicy

HERE = FetchPolicy(allows=lambda address: address.is_loopback)
TEXT = "The ferry sank on 3 May 2026 with 40 people on board. Nobody drowned."
HTML = f"<!DOCTYPE html><html lang='en'><title>Ferry</title><body><article><p>{TEXT} {TEXT}</p></article></body></html>"
OCTETS = "application/octet-stream"


def test_a_page_is_read_by_what_it_is() -> None:
    """By its first bytes, then by what the server says, then by the ending of its name."""
    made = pdf([[At(60, 100, TEXT)]])
    pages = {
        "/a": Page(HTML.encode("cp1252"), type="text/html; charset=windows-1252"),
        "/b": Page(made, type="application/pdf"),
        "/c": Page(made, type="text/html"),
        "/d.md": Page(f"# Ferry\n\n{TEXT}".encode(), type="text/plain"),
        "/e": Page(TEXT.encode(), type=OCTETS),
    }
    with web(pages) as server:
        found = {path: summarizer.fetch(server.base + path, policy=HERE) for path in pages}
    formats = {path: article.text.format for path, article in found.items() if isinstance(article.text, Document)}
    assert formats == {"/a": "html", "/b": "pdf", "/c": "pdf", "/d.md": "markdown", "/e": "plain"}
    result = summarizer.summarize(found["/b"], model=None)
    assert result.url == f"{server.base}/b"
    assert result.facts[0].evidence[0].text in TEXT
    assert result.origins_of(result.facts[0].evidence[0])[0].page == 1


def test_what_is_no_text_is_named() -> None:
    """By what the server says, or by its bytes."""
    pages = {"/a": Page(b"x", type="image/png"), "/b": Page(b"GIF89a", type=OCTETS), "/c": Page(b"", type="text/plain")}
    with web(pages) as server:
        with pytest.raises(FetchError, match="is image/png"):
            summarizer.fetch(f"{server.base}/a", policy=HERE)
        with pytest.raises(InputError, match="is a GIF picture"):
            summarizer.fetch(f"{server.base}/b", policy=HERE)
        with pytest.raises(InputError, match="is empty"):
            summarizer.fetch(f"{server.base}/c", policy=HERE)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://[::1]:9/", "http://2130706433:9/", "http://localhost:9/"]
)
def test_nothing_private_is_asked_unless_it_is_allowed(url: str) -> None:
    """However its address is written."""
    with pytest.raises(FetchError, match="no address of the public internet"):
        summarizer.fetch(url)
