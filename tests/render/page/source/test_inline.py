"""Pieces of a text that read on, each at its place, set as the markup around it says."""

from __future__ import annotations

import pytest

from summarizer import Document, Span
from summarizer.render.page.source.inline import Piece, pieces_of, set_piece


def shown(text: str) -> str:
    """A Markdown text as the HTML of its pieces."""
    document = Document.of(text, format="markdown")
    pieces = pieces_of(document, document.body_of(document.blocks[0]), shown=text)
    return "".join(map(set_piece, pieces))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A **bold** and *thin* word.", "A <strong>bold</strong> and <em>thin</em> word."),
        ("All ***of it***.", "All <em><strong>of it</strong></em>."),
        ("A _thin_ snake_case word.", "A <em>thin</em> snake_case word."),
        ("Run `a * b * c` twice.", "Run <code>a * b * c</code> twice."),
        ("See [the **act**](http://a_b.org/x_y_z*) now.", "See the <strong>act</strong> now."),
        ("The ~~old~~ new crane.", "The <s>old</s>new crane."),
        ("The <del>old</del> new <b>crane</b>.", "The <s>old</s>new <strong>crane</strong>."),
        ("Fish &amp; chips &lt;b&gt;.", "Fish &amp; chips &lt;b&gt;."),
        (r"Not \*bold\* at all.", "Not *bold* at all."),
        ("It is 2 * 3 * 4.", "It is 2 * 3 * 4."),
        ("![A crane](crane.png) stands.", "A crane stands."),
    ],
)
def test_markup_is_meant(text: str, html: str) -> None:
    """What is bold is bold, what is struck out is seen to be, links lead nowhere, and no mark is left."""
    assert shown(text) == html


def test_a_piece_says_where_its_words_stand() -> None:
    """Copies letter by letter; what stands for something else, as a whole."""
    text = "A **b** &amp; c."
    document = Document.of(text, format="markdown")
    pieces = pieces_of(document, Span(0, len(text)), shown=text)
    assert all(text[one.start : one.end] == one.text for one in pieces if one.is_copy)
    assert [(one.start, one.end, one.text) for one in pieces if not one.is_copy] == [(8, 13, "&")]


def test_a_piece_is_cut_where_it_may_be() -> None:
    """At each offset; not within what stands for something else."""
    piece = Piece(start=4, end=9, text="abcde", marks=("em",))
    assert [(one.start, one.end, one.text) for one in piece.cut([5, 7])] == [(4, 5, "a"), (5, 7, "bc"), (7, 9, "de")]
    assert piece.cut([]) == [piece]
    entity = Piece(start=4, end=9, text="&")
    assert entity.cut([6]) == [entity]
