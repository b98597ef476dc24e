"""An article is one of several sources, as a user gives it: a text or document, and what is known of it.

Article("The bridge is shut.", id="herald", url="https://example.org/1", date=dt.date(2025, 3, 12))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeAlias

from summarizer.document.document import Document
from summarizer.document.readers.given import Given, is_given
from summarizer.document.readers.registry import AUTO
from summarizer.document.readers.web.feed import items_of
from summarizer.errors import InputError
from summarizer.fragments.brief import told


@dataclass(frozen=True, slots=True)
class Article:
    """One source: `Article(text)`, with what identifies it.

    Attributes:
        text: The article: plain text, Markdown or HTML, the path of a file or its bytes, or a `Document`.
        id: What a fact names it by; None takes its number among the sources, from "1".
        url: Where it can be read.
        title: Its title; None takes the one that it states.
        date: The day of its publication; None takes the one that it states.
        format: What `text` is; "auto" looks.
    """

    text: Given | Document
    id: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    title: str | None = field(default=None, kw_only=True)
    date: dt.date | None = field(default=None, kw_only=True)
    format: str = field(default=AUTO, kw_only=True)

    def __repr__(self) -> str:
        known = ((one.name, getattr(self, one.name)) for one in fields(self))
        return told("Article", [(name if name != "text" else None, one) for name, one in known if one is not None])

    @classmethod
    def of(cls, given: Source, *, number: int) -> Article:
        """The article that one of several sources is, with its number for an id where it has none.

        Args:
            given: A text, a document, an article, or a mapping with the names of an article's attributes as keys.
            number: Its place among the sources, from 1; messages name it.

        Raises:
            InputError: It is none of these, or one of its values cannot be used.
        """
        if isinstance(given, Mapping):
            given = _of_mapping(given, number=number)
        article = given if isinstance(given, Article) else cls(given)
        _check(article, number=number)
        return replace(article, id=article.id or str(number))

    def document(self) -> Document:
        """The document that it is.

        Raises:
            InputError: Its text cannot be read.
        """
        if isinstance(self.text, Document):
            changed = replace(self.text, title=self.title or self.text.title)
            return replace(changed, date=self.date or self.text.date)
        return Document.of(self.text, title=self.title, date=self.date, format=self.format)


def feed_items(feed: str) -> list[Article]:
    """The articles of an RSS or Atom feed, in its order, each with its id, address, title and day.

    The text of each is what the feed has of it: all of it, a teaser, or the title alone. Nothing is fetched.

    Args:
        feed: The feed's text.

    Raises:
        InputError: It is no feed, or cannot be read.
    """
    return [
        Article(
            f"<html><body><article>{item.text}</article></body></html>" if item.format == "html" else item.text,
            id=item.id,
            url=item.url or None,
            title=item.title or None,
            date=item.date,
            format=item.format,
        )
        for item in items_of(feed)
    ]


def articles_of(given: Sequence[Source]) -> tuple[Article, ...]:
    """The articles of a list of sources: at least one, each with an id of its own.

    Args:
        given: Texts, documents, articles, or mappings, in the order in which they are to be read.

    Raises:
        InputError: There are none, one cannot be used, or two have one id; the message names it.
    """
    articles = tuple(Article.of(one, number=number) for number, one in enumerate(given, start=1))
    if not articles:
        raise InputError("there are no sources; give at least one text")
    seen: dict[str, int] = {}
    for number, article in enumerate(articles, start=1):
        name = str(article.id)
        if name in seen:
            raise InputError(f"sources {seen[name]} and {number} have one id, {name!r}; give each its own")
        seen[name] = number
    return articles


def _check(article: Article, *, number: int) -> None:
    """Raises InputError for what cannot be used."""
    if not (is_given(article.text) or isinstance(article.text, Document)):
        what = type(article.text).__name__
        raise InputError(f"source {number}: the text must be a str, a Path, bytes or a Document, not {what}")
    if isinstance(article.text, Document) and article.text.parts:
        raise InputError(f"source {number} is made of several sources itself; give its sources one by one")
    for name in ("id", "url", "title"):
        value = getattr(article, name)
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise InputError(f"source {number}: {name} must be a str that is not blank, not {value!r}")
    _check_date(article.date, number=number)


def _check_date(date: object, *, number: int) -> None:
    # A datetime is a date to Python, but its day depends on a time zone that only the caller knows.
    if date is not None and (not isinstance(date, dt.date) or isinstance(date, dt.datetime)):
        raise InputError(f"source {number}: date must be a datetime.date, not {date!r}")


def _of_mapping(given: Mapping[str, object], *, number: int) -> Article:
    """The article that a mapping describes."""
    known = [one.name for one in fields(Article)]
    unknown = [str(key) for key in given if key not in known]
    if unknown or "text" not in given:
        wrong = f"has no use for {unknown[0]!r}" if unknown else "has no 'text'"
        raise InputError(f"source {number} {wrong}; its keys are {', '.join(known)}")
    return Article(**dict(given))  # type: ignore[arg-type] # checked before it is used


Source: TypeAlias = Given | Document | Mapping[str, object] | Article
"""What may stand for one of several sources."""
