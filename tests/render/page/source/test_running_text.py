"""Running text: every place is where it is, and nothing of the text is lost."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from shown_pages import REPORT, squeezed

from summarizer.document.document import Document
from summarizer.fragments.harmless import harmless
from summarizer.render.page.source.blocks import source_html
from summarizer.render.page.source.cover import Cover, place_id
from summarizer.render.page.source.running_text import RunningText
from summarizer.text.span import Span


class Marked(HTMLParser):
    """The words below each place, and the anchors, of a text that was written."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.under: dict[str, str] = {}
        self.anchors: list[str] = []
        self.words = ""
        self._open: list[list[str]] = []
        self._struck = False
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note its places."""
        found = dict(attrs)
        self._struck = tag == "s"  # what an author took back is seen, and no words of a place
        self.anchors += [found["id"] or ""] if "id" in found else []
        if tag not in {"hr", "br"}:
            self._open.append(
                (found.get("data-e") or "").split() if (found.get("class") or "").split()[:1] == ["e"] else []
            )

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        """Close it."""
        self._open.pop()
        self._struck = False

    def handle_data(self, data: str) -> None:
        """Add the words to each place over them."""
        self.words += data
        for name in set() if self._struck else {name for names in self._open for name in names}:
            self.under[name] = self.under.get(name, "") + data


def written(text: str, spans: list[Span], *, markdown: bool) -> Marked:
    """A text with places, as it is written on the page."""
    document = Document.of(text, format="markdown" if markdown else "plain")
    running = RunningText(
        document, start=100, support=Cover(spans), against=Cover(()), behind=lambda _: None, held=frozenset()
    )
    return Marked(source_html(document, running, note=lambda _: None))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(REPORT)), st.integers(0, len(REPORT))), max_size=8), st.booleans())
def test_any_places_are_where_they_are(ranges: list[tuple[int, int]], markdown: bool) -> None:  # noqa: FBT001 - drawn
    """Crossing, nested, within a word or over blocks: each has one anchor, and the words below it are its own."""
    spans = [Span(100 + min(a, b), 100 + max(a, b)) for a, b in ranges if a != b]
    found = written(REPORT, spans, markdown=markdown)
    document = Document.of(REPORT, format="markdown" if markdown else "plain")
    assert sorted(found.anchors) == sorted({place_id(span) for span in spans})
    for span in spans:
        own = document.stripped(Span(span.start - 100, span.end - 100)).text
        shown = squeezed(found.under.get(place_id(span), ""))
        if not markdown:
            assert shown.replace("|", "") == squeezed(own).replace("|", "")
        elif (span.start, span.end) in _whole(document):
            assert shown == squeezed(own).replace(";", "")


def _whole(document: Document) -> set[tuple[int, int]]:
    return {(sentence.start + 100, sentence.end + 100) for sentence in document.sentences}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab <&\n\r\x00é港*_`~|#>-1.[](\u202e"), min_size=1, max_size=60), st.booleans())
def test_no_letter_of_a_text_is_lost(text: str, markdown: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever a text is, every letter and figure of it is shown, in order; in Markdown those that are no markup."""
    if not text.strip():
        return
    document = Document.of(text, format="markdown" if markdown else "plain")
    shown = "".join(letter for letter in written(text, [], markdown=markdown).words if letter.isalnum())
    kept = "".join(harmless(document.stripped(document.body_of(block)).text) for block in document.blocks)
    missing = iter(shown)
    assert all(letter in missing for letter in kept if letter.isalnum())
