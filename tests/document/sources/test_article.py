"""Sources as users give them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from summarizer.document.document import Document
from summarizer.document.sources.article import Article, Source, articles_of
from summarizer.document.sources.join import joined
from summarizer.errors import InputError


def test_texts_documents_articles_and_mappings_may_be_mixed() -> None:
    """Who has no id is known by its number."""
    day = dt.date(2025, 3, 12)
    given: list[Source] = [
        "It rains.",
        Document.of("It pours."),
        Article("It snows.", id="c"),
        {"text": "It hails.", "date": day},
    ]
    assert [article.id for article in articles_of(given)] == ["1", "2", "c", "4"]
    assert [article.document().text for article in articles_of(given)] == [
        "It rains.",
        "It pours.",
        "It snows.",
        "It hails.",
    ]
    assert articles_of(given)[3].document().date == day


def test_a_document_keeps_what_it_states_and_takes_what_is_given() -> None:
    """A title given with a document stands for its own."""
    document = Document.of("# Rain\n\nIt rains. It pours.")
    assert Article(document).document() == document
    assert Article(document, title="Weather").document().title == "Weather"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], "at least one"),
        ([Article("a", id="x"), Article("b", id="x")], "sources 1 and 2 have one id, 'x'"),
        ([Article("a", id="2"), "b"], "sources 1 and 2 have one id, '2'"),
        ([3], "source 1: the text must be a str, a Path, bytes or a Document, not int"),
        ([{"body": "a"}], "source 1 has no use for 'body'; its keys are text, id, url"),
        ([{"id": "a"}], "source 1 has no 'text'"),
        ([Article("a", id=" ")], "source 1: id must be a str that is not blank"),
        ([{"text": "a", "url": 3}], "source 1: url must be a str that is not blank, not 3"),
        ([{"text": "a", "date": "2025"}], "source 1: date must be a datetime.date"),
        ([joined(articles_of(["a", "b"]))], "give its sources one by one"),
    ],
)
def test_what_cannot_be_used_is_named(given: list[Any], words: str) -> None:
    """The message says which source it is, and what to do."""
    with pytest.raises(InputError, match=words):
        articles_of(given)
