"""An article comes back as it was given."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Article, Document, InputError
from summarizer.many.batches.kept_articles import article_of, digest_of, json_of


@given(st.text(st.characters(), min_size=1), st.dates() | st.none())
def test_any_text_comes_back(text: str, date: dt.date | None) -> None:
    """Halves of characters too; equal articles have equal digests."""
    article = Article(text, id="a", url="https://example.org", title="T", date=date)
    assert article_of(json_of(article)) == article
    assert digest_of(json_of(article)) == digest_of(json_of(article_of(json_of(article))))


def test_a_document_comes_back_as_it_was_read() -> None:
    """By its text, title, date and format."""
    document = Document.of("# A title\n\nIt *rains*.", format="markdown", date=dt.date(2026, 5, 4))
    article = Article(document, id="a", title="Another")
    assert article_of(json_of(article)).document() == article.document()


def test_a_document_of_other_making_is_refused() -> None:
    """What cannot be told is not told wrongly."""
    from dataclasses import replace  # noqa: PLC0415 -- for its one use

    odd = replace(Document.of("It rains. It pours."), sentences=())
    with pytest.raises(InputError, match="give its text"):
        json_of(Article(odd, id="a"))
