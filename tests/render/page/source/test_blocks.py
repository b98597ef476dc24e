"""Blocks of a source as an article to read."""

from __future__ import annotations

from shown_pages import REPORT, Parsed

from summarizer.document.document import Document
from summarizer.fragments.elements import tag
from summarizer.render.page.source.blocks import source_html
from summarizer.render.page.source.cover import Cover
from summarizer.render.page.source.running_text import RunningText
from summarizer.text.span import Span


def shown(text: str, *, form: str = "markdown", notes: dict[int, str] | None = None) -> str:
    """A text as it is shown, with notes above the blocks that begin at some places."""
    document = Document.of(text, format=form)
    running = RunningText(
        document, start=0, support=Cover(()), against=Cover(()), behind=lambda _: None, held=frozenset()
    )

    def note(place: Span) -> object:
        return tag("i", (notes or {})[place.start]) if place.start in (notes or {}) else None

    return source_html(document, running, note=note)  # type: ignore[arg-type] # made by `tag`


def test_every_kind_of_block_is_its_own_element() -> None:
    """Headings below the page's own, lists, tables with their heads, quotations, code as it is written."""
    page = Parsed(shown(REPORT))
    assert page.open == []
    counts = {
        name: page.tags.count(name) for name in ("h3", "h4", "table", "th", "td", "ul", "li", "blockquote", "pre")
    }
    assert counts == {"h3": 1, "h4": 1, "table": 1, "th": 3, "td": 6, "ul": 1, "li": 4, "blockquote": 1, "pre": 1}
    assert "port.close(day=3)" in page.words
    assert "1. First the gates" in page.words
    assert "|" not in page.words


def test_plain_tables_have_columns_too() -> None:
    """By their gaps; a short row has blank cells."""
    page = Parsed(shown("Year    Ships    Cost\n2024       40     1.2\n2025       38\n", form="plain"))
    assert page.tags.count("tr") == 3
    assert page.tags.count("td") == 9
    assert [value for _, name, value in page.attributes if name == "class" and value == "figure"]


def test_a_rule_is_a_rule_and_deep_headings_end_at_six() -> None:
    """Lines that only draw are drawn."""
    page = Parsed(shown("One is here.\n\n---\n\n###### Deep\n\nTwo is here.\n\n* * *\n\nThree."))
    assert page.tags.count("hr") == 2
    assert "h6" in page.tags


def test_notes_stand_above_their_block() -> None:
    """In a list they part it."""
    text = "- The first item is here.\n- The second one is here.\n"
    assert shown(text, notes={26: "page 2"}) == (
        '<ul><li class="level1"><span class="s" data-s="0">The first item is here.</span></li></ul><i>page 2</i>'
        '<ul><li class="level1"><span class="s" data-s="1">The second one is here.</span></li></ul>'
    )


def test_the_lines_of_code_keep_their_indents() -> None:
    """And its blank lines."""
    assert "if a:\n\n    b()" in Parsed(shown("Run this.\n\n```\nif a:\n\n    b()\n```")).words
