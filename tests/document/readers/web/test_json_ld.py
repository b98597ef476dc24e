"""What pages state of their articles for search engines."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from summarizer.document.document import Document
from summarizer.document.readers.web.json_ld import StatedArticle, fuller_text, stated_article

BODY = (
    "The ferry sank on Monday, said A &amp; B.<br>Nobody was hurt.\nIt costs *4* million.\n\n"
    + "It rained all day. " * 20
)


def _page(value: object, shown: str = "") -> str:
    return f'<html><body><script type="application/ld+json">{json.dumps(value)}</script>{shown}</body></html>'


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Ferry &amp; harbour",
    "articleBody": BODY,
    "datePublished": "2026-03-03T10:00:00Z",
    "inLanguage": "en-GB",
}


@pytest.mark.parametrize("value", [ARTICLE, [{"@type": "WebPage"}, ARTICLE], {"@graph": [{"mainEntity": ARTICLE}]}])
@pytest.mark.parametrize("shown", ["", "<article><p>The ferry sank on Monday, said A &amp; B.</p></article>"])
def test_a_page_that_shows_less_than_it_states(value: object, shown: str) -> None:
    """The stated article is read, with its paragraphs, title, day and language; its signs are words."""
    document = Document.of(_page(value, shown))
    assert (document.title, document.date, document.language) == ("Ferry & harbour", dt.date(2026, 3, 3), "en")
    prose = [document.prose(sentence.span) for sentence in document.sentences]
    assert prose[:3] == ["The ferry sank on Monday, said A & B.", "Nobody was hurt.", "It costs *4* million."]
    assert len(document.blocks) == 4


def test_a_page_that_shows_its_article_is_read_as_it_is() -> None:
    """With headings and lists, which the stated text has lost."""
    shown = "<article><h1>Ferry</h1>" + "<p>The ferry sank on Monday, said the harbour master.</p>" * 12 + "</article>"
    assert Document.of(_page({**ARTICLE, "articleBody": "It sank. " * 30}, shown)).text.startswith("# Ferry")


@pytest.mark.parametrize(
    "page",
    [
        "",
        _page({"@type": "WebPage", "articleBody": "x"}),
        _page({"@type": "NewsArticle"}),
        '<script type="application/ld+json">{nonsense</script>',
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
    ],
)
def test_pages_that_state_none(page: str) -> None:
    """Other kinds, articles without a text, and what is no JSON."""
    assert stated_article(page) == StatedArticle()
    assert fuller_text("It sank.", StatedArticle()) == "It sank."
