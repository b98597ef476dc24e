"""Items are read as users give them, each with an id."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from summarizer.document.document import Document
from summarizer.document.sources.article import Article, Source
from summarizer.errors import InputError
from summarizer.many.items import article_item, claims_item, content_id, id_given


def test_an_article_keeps_its_id_and_else_gets_the_hash_of_its_text() -> None:
    """The same text has the same id, as a text, a document or in a mapping."""
    assert article_item({"text": "It rains.", "id": "a7", "url": "u"}, 1) == Article("It rains.", id="a7", url="u")
    alike: list[Source] = ["It rains.", Document.of("It rains."), {"text": "It rains."}]
    ids = {article_item(one, number).id for number, one in enumerate(alike, start=1)}
    assert ids == {content_id("It rains.")}
    dated = article_item(Article("It rains.", date=dt.date(2025, 3, 1)), 1)
    assert (dated.date, dated.id) == (dt.date(2025, 3, 1), content_id("It rains."))


@pytest.mark.parametrize(("given", "named"), [(5, "source 3"), ({"id": "a"}, "has no 'text'"), ({"txt": ""}, "'txt'")])
def test_what_is_no_article_is_named(given: Any, named: str) -> None:
    """The message says which it is and what is wrong."""
    with pytest.raises(InputError, match=named):
        article_item(given, 3)


def test_claims_come_as_a_pair_or_a_mapping() -> None:
    """Each with the text that they are checked against."""
    pair = claims_item((["It rains."], "It rains."), 1)
    named = claims_item({"claims": ["It rains."], "text": "It rains.", "id": "a", "url": "u"}, 1)
    assert (pair.id, pair.url) == (content_id("It rains."), None)
    assert (named.id, named.url, list(named.claims)) == ("a", "u", ["It rains."])


@pytest.mark.parametrize(
    "given",
    [
        "It rains.",
        ("a", "b", "c"),
        {"claims": []},
        {"claims": [], "text": "a", "x": 1},
        ([], 5),
        {"claims": [], "text": "a", "id": " "},
        {"claims": [], "text": "a", "url": 7},
    ],
)
def test_what_are_no_claims_is_named(given: Any) -> None:
    """The message says which item it is."""
    with pytest.raises(InputError, match="item 4"):
        claims_item(given, 4)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (5, ("9", None)),
        ({"id": "a", "url": "u"}, ("a", "u")),
        ({"id": 5, "url": 6}, ("9", None)),
        (Article("", id="b"), ("b", None)),
    ],
)
def test_what_cannot_be_used_is_called_by_its_id_or_its_number(given: object, found: tuple[str, str | None]) -> None:
    """So that whoever gets the failure knows which it is."""
    assert id_given(given, number=9) == found
