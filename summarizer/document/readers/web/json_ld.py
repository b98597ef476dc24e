"""What a page says of its article for search engines (JSON-LD): the whole text, where the page itself shows less.

stated_article('<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "…"}</script>')
    ->  StatedArticle(body="…", headline=…, published=…, language=…)
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from summarizer.document.readers.writing.escaping import escaped, escaped_start

_SCRIPT: Final = re.compile(
    r"<script\b[^<>]{0,500}?application/ld\+json[^<>]{0,500}>(.{2,2000000}?)</script>", re.IGNORECASE | re.DOTALL
)
_MOST_SCRIPTS: Final = 20
_TYPE: Final = re.compile(r"(?:Article|Posting|Report|Review|Recipe)$")
_BREAK: Final = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_DEEPEST: Final = 6
# What is stated counts where it is so much longer than what the page shows: else it is the same without its headings
# and lists.
_FAR_LONGER: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedArticle:
    """An article as a page states it.

    Attributes:
        body: Its text, a line a paragraph.
        headline: Its title, "" if none is stated.
        published: When it was published, as it is written there; "" if not.
        language: The code of its language, "" if none is stated.
    """

    body: str = ""
    headline: str = ""
    published: str = ""
    language: str = ""


_NONE: Final = StatedArticle()


def stated_article(page: str) -> StatedArticle:
    """The article with the longest text that a page states; a blank one where it states none.

    Args:
        page: The source of the page.
    """
    found = [one for script in _scripts(page) for one in _articles_in(script, depth=0)]
    return max(found, key=lambda one: len(one.body), default=_NONE)


def fuller_text(shown: str, stated: StatedArticle) -> str:
    """The text of an article as Markdown: what its page shows, or what it states where that is far more.

    Args:
        shown: What was found on the page, "" if nothing was.
        stated: What the page states.
    """
    if not stated.body:
        return shown
    # A page may show the beginning, or nothing, and let a script bring the rest.
    if len(stated.body) <= _FAR_LONGER * len(shown) and _letters(stated.body) != _letters(shown):
        return shown
    return "\n\n".join(escaped_start(escaped(paragraph)) for paragraph in stated.body.split("\n\n"))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _scripts(page: str) -> Iterator[Any]:
    """What the scripts of a page say; those that are no JSON say nothing."""
    if "ld+json" not in page:
        return
    for number, script in enumerate(_SCRIPT.finditer(page)):
        if number >= _MOST_SCRIPTS:
            return
        words = re.sub(r"\A\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*\Z", "", script[1])
        try:
            yield json.loads(words, strict=False)  # pages put line ends into strings
        except (ValueError, RecursionError):
            continue


def _articles_in(value: Any, *, depth: int) -> Iterator[StatedArticle]:
    """The articles in what a script says: alone, in a list, or in a graph."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _articles_in(one, depth=depth + 1)
    elif isinstance(value, dict):
        body = value.get("articleBody") or value.get("reviewBody")
        if isinstance(body, str) and body.strip() and _is_article(value.get("@type")):
            yield StatedArticle(
                body=_plain(body),
                headline=_plain(_text(value.get("headline")) or _text(value.get("name"))),
                published=_text(value.get("datePublished")),
                language=_text(value.get("inLanguage"))[:2].lower(),
            )
        for name in ("@graph", "mainEntity", "itemListElement", "item"):
            yield from _articles_in(value.get(name), depth=depth + 1)


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and _TYPE.search(one) for one in kinds)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _plain(words: str) -> str:
    """Words without tags, a line a paragraph; entities are written twice by many pages."""
    bare = html.unescape(_TAG.sub("", _BREAK.sub("\n", html.unescape(words))))
    lines = (" ".join(line.split()) for line in bare.replace("\r", "\n").split("\n"))
    return "\n\n".join(line for line in lines if line)
