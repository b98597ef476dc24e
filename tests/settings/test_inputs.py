"""What users give, and the errors that name what is wrong with it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from summarizer.document.document import Document
from summarizer.document.sources.article import Article, Source
from summarizer.errors import InputError
from summarizer.settings.inputs import (
    document_of,
    given_claims,
    size_of,
    text_document,
)


def test_a_text_becomes_a_document_with_what_is_given() -> None:
    """Title and date go with a text; a document keeps its own."""
    document = document_of("It rains.", title="Rain", date=dt.date(2026, 5, 3), format="plain")
    assert (document.title, document.date, document.format) == ("Rain", dt.date(2026, 5, 3), "plain")
    assert document_of(document, title=None, date=None, format="auto") is document
    assert text_document(document) is document
    assert text_document("It rains.").text == "It rains."


def test_a_document_with_another_title_is_refused() -> None:
    """Two titles for one text are a mistake."""
    with pytest.raises(InputError, match=r"Document\.of"):
        document_of(Document.of("It rains."), title="Rain", date=None, format="auto")


def test_claims_get_their_ids_in_order() -> None:
    """Claims share calls among themselves."""
    assert [(c.id, c.statement, c.group) for c in given_claims(["One.", "Two."])] == [
        ("q1", "One.", "claims"),
        ("q2", "Two.", "claims"),
    ]


def test_an_iterator_of_claims_is_read_once() -> None:
    """What can be looped over only once gives all its claims, and a wrong one is still named."""
    assert [c.statement for c in given_claims(text for text in ("One.", "Two."))] == ["One.", "Two."]
    with pytest.raises(InputError, match="claim 2 is blank"):
        given_claims(iter(["One.", " "]))


@pytest.mark.parametrize(
    ("claims", "word"),
    [
        ("One.", "one string"),
        (None, "not NoneType; give one"),
        (7, "must be a list of sentences"),
        (["x", 3], "claim 2 is int"),
        (["x", " "], "claim 2 is blank"),
        (["\ud800"], "surrogate"),
    ],
)
def test_a_claim_that_cannot_be_checked_is_named(claims: object, word: str) -> None:
    """The message says which one and why."""
    with pytest.raises(InputError, match=word):
        given_claims(claims)  # type: ignore[arg-type]


def test_several_sources_become_one_document() -> None:
    """Texts, documents, articles and mappings in a list are joined; one article or mapping alone is a source, too."""
    given: list[Source] = [
        "It rains.",
        Article("It pours.", id="b"),
        {"text": "It snows.", "url": "https://example.org"},
    ]
    document = document_of(given, title=None, date=None, format="auto")
    assert [(part.id, part.url) for part in document.parts] == [("1", None), ("b", None), ("3", "https://example.org")]
    for alone in (Article("It rains.", id="a"), {"text": "It rains.", "id": "a"}):
        assert [part.id for part in document_of(alone, title=None, date=None, format="auto").parts] == ["a"]


def test_a_title_for_several_sources_is_refused() -> None:
    """It would be nobody's: each source has its own."""
    with pytest.raises(InputError, match=r"Article\(text, title=…\)"):
        document_of(["It rains.", "It pours."], title="Rain", date=None, format="auto")


def test_the_size_of_what_is_given() -> None:
    """Its characters, however it is given; what cannot be read has none, and is refused elsewhere."""
    article = Article("12345")
    assert size_of("12345") == size_of(article) == size_of({"text": "12345", "id": "a"}) == 5
    assert size_of(["12345", article, {"text": text_document("12345")}]) == 15
    assert [size_of(odd) for odd in (None, 7, {}, object())] == [0] * 4


def test_a_file_counts_as_a_large_text() -> None:
    """It is opened and unpacked beside an event loop, however small it is."""
    assert all(size_of(one) > 100_000 for one in (b"12345", Path("a.pdf"), [{"text": Path("a.pdf")}]))
