"""Feeds are many articles."""

from __future__ import annotations

import datetime as dt

import pytest

import summarizer
from summarizer.document.document import Document
from summarizer.document.readers.web.feed import FEED, is_feed, items_of
from summarizer.errors import InputError

TEXT = "The ferry sank on Monday with 40 people on board, the harbour master said."
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title><link>https://example.org</link>
<item><title>Ferry &amp;amp; harbour</title><link>https://example.org/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Tue, 03 Mar 2026 23:00:00 -0800</pubDate><description>A&nbsp;teaser</description>
<content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://example.org/2</guid><dc:date>2026-03-04</dc:date><description>{TEXT}</description></item>
<item><title>Third</title><guid>g1</guid></item>
<item></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>tag:example.org,1</id>
<title type="html">The &lt;b&gt;ferry&lt;/b&gt;</title><link rel="self" href="https://example.org/self"/>
<link href="https://example.org/1"/><updated>2026-03-05T10:00:00Z</updated><published>2026-03-03T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TEXT}</p></div></content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel/><item><title>Ferry</title><link>https://example.org/1</link><description>{TEXT}</description></item></rdf:RDF>"""


def test_items_of_rss() -> None:
    """The fullest text, the item's own address, and ids that differ; an item without a word is none."""
    items = items_of(RSS)
    assert [(item.id, item.url, item.title, item.date) for item in items] == [
        ("g1", "https://example.org/1", "Ferry & harbour", dt.date(2026, 3, 3)),
        ("https://example.org/2", "https://example.org/2", "Second", dt.date(2026, 3, 4)),
        ("g1 (2)", "", "Third", None),
    ]
    assert [item.format for item in items] == ["html", "plain", "plain"]
    assert items[2].text == "Third"


@pytest.mark.parametrize("feed", [ATOM, RDF])
def test_other_forms(feed: str) -> None:
    """Atom with its page in it, and RSS 1.0."""
    (article,) = summarizer.feed_items(feed)
    assert (article.url, article.date) == ("https://example.org/1", dt.date(2026, 3, 3) if feed == ATOM else None)
    document = article.document()
    assert document.text == TEXT
    assert document.title in {"The ferry", "Ferry"}


def test_each_item_can_be_summarized() -> None:
    """With its id and address in its result."""
    with summarizer.Summarizer(model=None) as kept:
        results = [one for one in kept.map(summarizer.feed_items(RSS)) if isinstance(one, summarizer.Result)]
    assert (results[0].id, results[0].url) == ("g1", "https://example.org/1")
    assert TEXT in {fact.statement for fact in results[0].facts}


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF])
def test_a_feed_is_no_article(feed: str) -> None:
    """The error says how many it has and how to read them."""
    assert is_feed(feed)
    with pytest.raises(InputError, match=r"feed of \d article.*feed_items"):
        Document.of(feed)


@pytest.mark.parametrize("text", ["", "<html>", "It rained.", "<rssx>", "<feed>no namespace</feed>", "RSS: <rss>"])
def test_other_texts_are_none(text: str) -> None:
    """A page, a text, and XML of another kind."""
    assert not is_feed(text)
    with pytest.raises(InputError, match="no RSS or Atom"):
        items_of(text)


def test_broken_feeds() -> None:
    """Loose signs are mended; what is cut off, or could grow without bound, is an error."""
    assert items_of(RSS.replace("A&nbsp;teaser", "R&D & more &foo; \x02"))[0].id == "g1"
    with pytest.raises(InputError, match="cut off"):
        items_of(RSS[:-20])
    with pytest.raises(InputError, match="entities"):
        items_of('<?xml version="1.0"?><!DOCTYPE rss><rss><!ENTITY a "b"></rss>')
    assert FEED.suffixes == (".rss", ".atom")
