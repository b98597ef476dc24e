"""Texts and claims are read as users give them; what cannot be used is named with what to do about it.

document_of("It rains.", title="Rain", date=None, format="auto")  ->  Document
given_claims(["It rains.", "It pours."])                          ->  [Claim(id="q1", …), Claim(id="q2", …)]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from summarizer.document.document import Document, Format
from summarizer.document.readers.registry import check_format
from summarizer.errors import InputError
from summarizer.verification.claim import Claim


def document_of(
    text: str | Document,
    *,
    title: str | None,
    date: dt.date | None,
    format: Literal["auto"] | Format,  # noqa: A002 - handed on under the name that users give
) -> Document:
    """The document that a text is, under the title and date given with it.

    Raises:
        InputError: the text, title, date or format cannot be used, or a `Document` comes with another title or date.
    """
    given_title: object = title
    if given_title is not None and not isinstance(given_title, str):
        raise InputError(f"title must be a str, not {given_title!r}")
    given_date: object = date
    # A datetime is a date to Python, but its day depends on a time zone that only the caller knows.
    if given_date is not None and (not isinstance(given_date, dt.date) or isinstance(given_date, dt.datetime)):
        raise InputError(f"date must be a datetime.date, such as datetime.date(2026, 1, 31), not {given_date!r}")
    check_format(format)
    if not isinstance(text, Document):
        return Document.of(text, title=title, date=date, format=format)
    if title is not None or date is not None:
        raise InputError("a Document has its title and date already; give them to Document.of")
    return text


def text_document(text: str | Document) -> Document:
    """The document that a text is, with what it states of itself."""
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
