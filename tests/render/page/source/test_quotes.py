"""A place of the source is quoted as it is read."""

from __future__ import annotations

from shown_pages import places

from summarizer.document.document import Document
from summarizer.render.page.content import ShownSource
from summarizer.render.page.source.quotes import quoted
from summarizer.text.span import Evidence, Span

TEXT = "It handled *40 ships* & a boat, see [the register](https://example.org)."


def test_a_quote_is_without_markup_and_with_its_marks() -> None:
    """In whichever source it stands; marks of another place are none of its."""
    sources = [
        ShownSource(start=0, document=Document.of("Rain.")),
        ShownSource(start=7, document=Document.of(TEXT, format="markdown")),
    ]
    place = places("Rain.\n\n" + TEXT, TEXT)[0]
    assert quoted(place, sources, marks=[Span(0, 4), Span(19, 27)]) == (
        "It handled <mark><em>40 ships</em></mark> &amp; a boat, see the register."
    )
    assert quoted(Evidence(start=0, end=5, text="Rain."), sources) == "Rain."
