"""The sources of a page are read anew from the text that a result keeps: its blocks and sentences are not kept with it.

shown_sources(result.document)  ->  (ShownSource(start=0, document=…), …)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from summarizer.document.document import Document
from summarizer.errors import MismatchError
from summarizer.render.page.content import ShownSource
from summarizer.render.renderer import RenderedDocument
from summarizer.render.sources import Sources
from summarizer.text.span import Evidence, Span

# Whose text is Markdown, where a record of before that was kept does not say so.
_OF_MARKDOWN: Final = frozenset({"markdown", "html"})
_AROUND: Final = {
    "navigation": "Navigation, not part of the article",
    "byline": "Byline",
    "caption": "Caption",
    "advertisement": "Advertisement, not part of the article",
    "newsletter": "Newsletter, not part of the article",
    "related": "Other articles, not part of this one",
    "comments": "Readers’ comments, not part of the article",
    "cookies": "Cookies, not part of the article",
    "legal": "Legal notes, not part of the article",
}


class _Written(Protocol):
    """What says how a text is to be read."""

    @property
    def language(self) -> str:
        """Its language."""

    @property
    def markdown(self) -> bool | None:
        """Whether it is Markdown."""


def shown_sources(document: RenderedDocument) -> tuple[ShownSource, ...]:
    """Each source, read; one without a name where a lone text was given.

    Raises:
        MismatchError: the text was left out.
    """
    text = document.text
    if text is None:
        raise MismatchError("the page shows the article, and this result holds no text; call result.attach(text) first")
    if len(document.sources) < 2:
        known = document.sources[0] if document.sources else None
        read = read_again(text, document, is_markdown=document.format in _OF_MARKDOWN)
        title, url = document.title or "", (known.url if known else None) or ""
        return (ShownSource(start=0, document=read, title=title, url=url, date=document.date),)
    named = Sources(document.sources)
    found = []
    for one in document.sources:
        own = text[one.start : one.end]
        name = ", ".join(named.names([Evidence.cut(text, Span(one.start, one.end))]))
        found.append(
            ShownSource(
                start=one.start,
                document=read_again(own, one, is_markdown=document.format in _OF_MARKDOWN),
                name=name,
                title=one.title or "",
                url=one.url or "",
                date=one.date,
            )
        )
    return tuple(found)


def read_again(text: str, written: _Written, *, is_markdown: bool) -> Document:
    """The document that a text is, as it was read when its sentences were numbered.

    Args:
        text: the text.
        written: how; a record of before its `markdown` was kept says None there.
        is_markdown: what holds then.
    """
    marked = is_markdown if written.markdown is None else written.markdown
    return Document.of(text, format="markdown" if marked else "plain", language=written.language)


def around_of(document: RenderedDocument) -> tuple[tuple[Span, str], ...]:
    """What stands beside the article, each with what it is, in words."""
    return tuple((Span(one.start, one.end), _AROUND[one.kind]) for one in document.surroundings)


def checked_places(places: Sequence[Evidence], text: str) -> None:
    """Nothing, where each place says what stands there.

    Raises:
        MismatchError: one says something else, so that another text was given.
    """
    for place in places:
        if place.span.of(text) != place.text:
            raise MismatchError(f"the evidence at {place.start}..{place.end} does not stand there in the text")
