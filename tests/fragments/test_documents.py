"""A document shows how it was read: what is known of it, its first blocks, and what was set aside."""

from __future__ import annotations

from dataclasses import replace

from browser import Browser
from markdown_it import MarkdownIt

from summarizer import Document, Origin

TEXT = "# The *bridge* <b>\n\nIt cost $5 and $6 on 3 May 2026.\n\n- one\n- two\n\n> said\n\n" + "A ferry runs. " * 90


def test_a_document_shows_itself(browser: Browser) -> None:
    """Title, language and size, then its blocks in order, readable; a long one is cut."""
    document = Document.of(TEXT, language="en")
    browser.open(document._repr_html_())
    assert browser.one(".summarizer-title").text == "The bridge"
    assert "markdown · en" in browser.one(".summarizer-facts-of").text
    blocks = [one.text for one in browser.all(".summarizer-block")]
    assert blocks[:5] == ["The bridge", "It cost $5 and $6 on 3 May 2026.", "• one", "• two", "“ said"]
    assert blocks[5].endswith("…")
    assert len(blocks[5]) <= 700


def test_places_of_the_file_stand_beside_blocks() -> None:
    """Where a reader kept pages, each block names its own."""
    document = replace(Document.of(TEXT), origins=(Origin(start=0, end=30, page=4), Origin(start=30, end=60, page=5)))
    assert document._repr_html_().count("page 4</small>") == 2
    assert "(page 4)" in document._repr_markdown_()


def test_what_was_set_aside_is_told() -> None:
    """Comments of readers are in no fact, and so is how many more blocks there are."""
    text = TEXT + "\n\n" + "\n\n".join(f"Paragraph {n} of the article. It goes on." for n in range(20))
    text += "\n\nComments\n\n" + "".join(f"User{n} says:\nLike ({n})\n\nReply\n\n" for n in range(3))
    shown = Document.of(text)
    assert "blocks more: document.text" in shown._repr_html_()
    assert "Set aside, and in no fact: " in shown._repr_html_()
    assert "of comments" in shown._repr_markdown_()


def test_a_document_is_markdown() -> None:
    """Blocks are paragraphs, and nothing of the text is markup."""
    html = MarkdownIt("commonmark").render(
        Document.of(
            "A title\n\nThe <i>ferry</i> left at # 5. It came back.\n\n# z *a*.", format="plain"
        )._repr_markdown_()
    )
    assert "<i>" not in html
    assert "<h1>" not in html
    assert "<p>The &lt;i&gt;ferry&lt;/i&gt; left at # 5. It came back.</p>" in html


def test_a_document_of_any_size_fits_a_cell() -> None:
    """Two hundred thousand characters, in one block or in many."""
    for text in ("word " * 40_000, "word\n\n" * 4_000):
        assert len(Document.of(text)._repr_html_()) < 40_000
