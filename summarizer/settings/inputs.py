"""Texts and claims are read as users give them; what cannot be used is named with what to do about it.

document_of("It rains.", title="Rain", date=None, format="auto")  ->  Document
document_of([{"text": "It rains.", "id": "a"}, "It pours."], …)   ->  Document with two parts
given_claims(["It rains.", "It pours."])                          ->  [Claim(id="q1", …), Claim(id="q2", …)]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from summarizer.document.document import Document, Format
from summarizer.document.readers.given import is_given
from summarizer.document.readers.registry import AUTO, check_format
from summarizer.document.sources.article import Article, Source, articles_of
from summarizer.document.sources.join import joined
from summarizer.errors import InputError
from summarizer.verification.claim import Claim

Text: TypeAlias = Source | Sequence[Source]
"""What may be summarized: a text, file or document, an article with its id and URL, or several of these."""

# What a file counts for before it is read: as much as a large text, so that it is opened and unpacked beside a loop.
_FILE: Final = 1_000_000


def size_of(text: object) -> int:
    """The characters of what may be summarized; none of anything else, which is refused where it is read."""
    if isinstance(text, str):
        return len(text)
    if is_given(text):
        return _FILE
    if isinstance(text, Mapping):
        return size_of(text.get("text"))
    if isinstance(text, list | tuple):
        return sum(map(size_of, text))
    return size_of(text.text) if isinstance(text, Document | Article) else 0


def document_of(
    text: Text,
    *,
    title: str | None,
    date: dt.date | None,
    format: Literal["auto"] | Format,  # noqa: A002 - handed on under the name that users give
) -> Document:
    """The document that a text is, under the title and date given with it; several sources are joined to one.

    Raises:
        InputError: a text, title, date or format cannot be used, a `Document` comes with another title or date, or
            sources have one id.
    """
    _check_given(title, date)
    check_format(format)
    if isinstance(text, Article | Mapping):
        text = [text]
    if isinstance(text, Sequence) and not isinstance(text, str | bytes | bytearray | memoryview):
        if (title, date, format) != (None, None, AUTO):
            raise InputError("title, date and format belong to each source; give them as Article(text, title=…)")
        return joined(articles_of(text))
    if not isinstance(text, Document):
        return Document.of(text, title=title, date=date, format=format)
    if (title, date) != (None, None):
        raise InputError("a Document has its title and date already; give them to Document.of")
    return text


def _check_given(title: object, date: object) -> None:
    """Raises InputError for what is no title, or no date."""
    if title is not None and not isinstance(title, str):
        raise InputError(f"title must be a str, not {title!r}")
    # A datetime is a date to Python, but its day depends on a time zone that only the caller knows.
    if date is not None and (not isinstance(date, dt.date) or isinstance(date, dt.datetime)):
        raise InputError(f"date must be a datetime.date, such as datetime.date(2026, 1, 31), not {date!r}")


def text_document(text: Text) -> Document:
    """The document that a text is, or several together, with what they state of themselves."""
    return document_of(text, title=None, date=None, format="auto")


def given_claims(claims: Iterable[str]) -> list[Claim]:
    """The claims with their ids: `q1`, `q2` and so on; an iterator is read once.

    Raises:
        InputError: they are no list of sentences, or one cannot be checked; the message names its number.
    """
    if isinstance(claims, str | bytes):
        raise InputError("claims must be a list of sentences, not one string; wrap it in a list")
    if not isinstance(claims, Iterable):
        raise InputError(f"claims must be a list of sentences, not {type(claims).__name__}; give one, such as [claim]")
    listed = list(claims)
    for number, claim in enumerate(listed, start=1):
        if not isinstance(claim, str):
            raise InputError(f"claim {number} is {type(claim).__name__}, not str")
        if not claim.strip():
            raise InputError(f"claim {number} is blank; leave it out")
        if any("\ud800" <= character <= "\udfff" for character in claim):
            raise InputError(f"claim {number} holds a lone surrogate: it was decoded wrongly; read it again as UTF-8")
    return [Claim(id=f"q{n}", statement=claim, group="claims") for n, claim in enumerate(listed, start=1)]
