"""Chapters of a book become Markdown."""

from __future__ import annotations

import pytest

from summarizer.document.readers.writing.draft import Draft
from summarizer.document.readers.zipped.chapter import Chapter
from summarizer.errors import InputError


def read(*chapters: str) -> str:
    """The text of chapters, with their notes."""
    draft = Draft()
    chapter = Chapter(draft)
    for source in chapters:
        chapter.read(source)
    chapter.notes()
    return draft.finished()[0]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<h1>One</h1><p>It <b>rained</b>\n all day.</p>text", "# One\n\nIt rained all day.\n\ntext"),
        ("<ul><li>a</li><li><p>b</p><ol><li>c<li>d</ol></li></ul><p>e</p>", "- a\n- b\n  1. c\n  2. d\n\ne"),
        ("<blockquote><p>Said.</p></blockquote>", "> Said."),
        ("<pre>one\n two</pre>", "one\ntwo"),
        ("<p>one<br/>two</p><hr/><p>three</p>", "one two\n\nthree"),
        ("<p>x<sup>2</sup> CO<sub>2</sub> &amp; &#8217;</p>", "x² CO₂ & ’"),
        (
            "<table><tr><th>Year</th><th>Ships</th></tr><tr><td><p>2024</p></td><td>4<p>0</p></td></tr></table>",
            "| Year | Ships |\n| --- | --- |\n| 2024 | 4 0 |",
        ),
        ("<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>", "One.\n\nTwo."),
        ("<table><caption>Ships</caption><tr><td></td></tr></table>", "Ships"),
        ("<head><title>x</title></head><style>p{}</style><script>1</script><nav><p>Menu</p></nav><p>a</p>", "a"),
        ("<section epub:type='toc'><p>One</p></section><p>a</p>", "a"),
        ("<p hidden='hidden'>no</p><p>a</p>", "a"),
        (
            "<p>It rained<a epub:type='noteref'>1</a>.</p><aside epub:type='footnote'><p>By hand.</p></aside>",
            "It rained¹.\n\n[^1]: By hand.",
        ),
        ("</p><p>a</div></p><a id='x'/>b", "a\n\nb"),
    ],
)
def test_what_is_read(source: str, text: str) -> None:
    """Words by their elements, without what is no text; whatever was left open."""
    assert read(source) == text


def test_places_are_the_headings() -> None:
    """Of each paragraph that above it; pictures are counted."""
    draft = Draft()
    chapter = Chapter(draft)
    chapter.read("<h1>One</h1><p>a<img/></p>")
    chapter.read("<p>b</p><h2>Two</h2><table><tr><td>c</td><td>d</td></tr></table>")
    text, origins = draft.finished()
    assert [(text[one.start : one.end], one.path) for one in origins] == [
        ("One", "One"),
        ("a", "One"),
        ("b", "One"),
        ("Two", "Two"),
        ("c", "table 1, row 1, column 1"),
        ("d", "table 1, row 1, column 2"),
    ]
    assert chapter.pictures == 1


def test_a_depth_of_no_book_is_an_error() -> None:
    """It fills no stack."""
    with pytest.raises(InputError, match="nested deeper"):
        read("<div>" * 1000)
