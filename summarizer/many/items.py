"""Items are what many are given as: texts, documents, articles, or mappings, each with an id of its own or a hash.

item_of("It rains.", number=1).id                          ->  "4f1c9a5b02d7e6c8"
item_of({"text": "It rains.", "id": "a7"}, number=1).id    ->  "a7"
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from summarizer.document.document import Document
from summarizer.document.readers.given import FileBytes, Given, is_given
from summarizer.document.sources.article import Article, Source
from summarizer.errors import InputError
from summarizer.frozen import Frozen
from summarizer.verification.verdict import CheckedClaim

# Half of the digits that Git shows of a hash would do for a thousand texts; sixteen do for a billion.
_ID_DIGITS: Final = 16
_KEYS: Final = ("claims", "text", "id", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsItem:
    """Claims with the text that they are checked against."""

    claims: Iterable[str]
    text: Given | Document
    id: str
    url: str | None


class VerifiedClaims(Frozen):
    """What was found of the claims of one of many items: one verdict for each, in the order given."""

    id: str
    url: str | None
    claims: tuple[CheckedClaim, ...]


GivenClaims: TypeAlias = tuple[Iterable[str], Given | Document] | Mapping[str, Any]
"""Claims and a text, as a pair or as a mapping with the keys `claims`, `text`, `id` and `url`."""


def content_id(text: Given | Document) -> str:
    """The id of what was given none: the first digits of the SHA-256 of its text or bytes; the path of a file."""
    if isinstance(text, os.PathLike):
        return os.fspath(text)
    whole = text.text if isinstance(text, Document) else text
    if isinstance(whole, FileBytes):
        whole = whole.data
    data = whole.encode("utf-8", "surrogatepass") if isinstance(whole, str) else whole
    return hashlib.sha256(data).hexdigest()[:_ID_DIGITS]


def article_item(given: Source, number: int) -> Article:
    """The article that one of many is, with an id.

    Args:
        given: a text, a document, an article, or a mapping with an article's attributes as keys.
        number: its place, from 1; messages name it.

    Raises:
        InputError: it is none of these.
    """
    has_id = given.get("id") if isinstance(given, Mapping) else getattr(given, "id", None)
    article = Article.of(given, number=number)
    if has_id:
        return article
    return replace(article, id=content_id(article.text))


def claims_item(given: GivenClaims, number: int) -> ClaimsItem:
    """The claims and the text that one of many is, with an id.

    Args:
        given: a pair of claims and text, or a mapping.
        number: its place, from 1; messages name it.

    Raises:
        InputError: it is neither.
    """
    if isinstance(given, Mapping):
        _check_keys(given, number=number)
        claims, text = given["claims"], given["text"]
        own_id, url = given.get("id"), given.get("url")
    elif isinstance(given, tuple) and len(given) == len(("claims", "text")):
        (claims, text), own_id, url = given, None, None
    else:
        raise InputError(
            f"item {number} must be (claims, text) or a mapping with these keys, not {type(given).__name__}"
        )
    if not (is_given(text) or isinstance(text, Document)):
        raise InputError(
            f"item {number}: the text must be a str, a Path, bytes or a Document, not {type(text).__name__}"
        )
    _check_names(number, id=own_id, url=url)
    return ClaimsItem(claims=claims, text=text, id=own_id or content_id(text), url=url)


def _check_keys(given: Mapping[str, Any], *, number: int) -> None:
    """Raises InputError for a key that is none of an item, or one that is missing."""
    unknown = [str(key) for key in given if key not in _KEYS]
    if unknown or "claims" not in given or "text" not in given:
        wrong = f"has no use for {unknown[0]!r}" if unknown else "needs 'claims' and 'text'"
        raise InputError(f"item {number} {wrong}; its keys are {', '.join(_KEYS)}")


def _check_names(number: int, **names: object) -> None:
    """Raises InputError for a name that is no words."""
    for name, value in names.items():
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise InputError(f"item {number}: {name} must be a str that is not blank, not {value!r}")


def id_given(given: object, *, number: int) -> tuple[str, str | None]:
    """The id and URL to name an item by that cannot be used: its own where it has some, else its number.

    Args:
        given: anything.
        number: its place, from 1.
    """
    if isinstance(given, Mapping):
        own_id, url = given.get("id"), given.get("url")
    else:
        own_id, url = getattr(given, "id", None), getattr(given, "url", None)
    named = own_id if isinstance(own_id, str) and own_id.strip() else str(number)
    return named, url if isinstance(url, str) else None
