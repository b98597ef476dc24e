"""Tests of the words inside inline Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.markup import strip_markup

CASES = [
    ("The **city** opened.", "The city opened."),
    ("An *old*, _very_ old, ***great*** ~~bad~~ one", "An old, very old, great bad one"),
    ("See [the page](https://a.b/c_(d)) now", "See the page now"),
    ("See [the *whole* page][1] now", "See the whole page now"),
    ("![A bridge](bridge.png) stands", "A bridge stands"),
    ("It rose.[^1] It fell.[^note]", "It rose. It fell."),
    ("Run `a * b * c` now", "Run a * b * c now"),
    ("2 * 3 * 4 = 24 and 2*3*4", "2 * 3 * 4 = 24 and 2*3*4"),
    ("snake_case_name and __init__", "snake_case_name and init"),
    ("# Title", "Title"),
    ("> - quoted", "- quoted"),
    ("- item", "item"),
    ("- [x] done", "done"),
    ("5. März 2026", "5. März 2026"),
    ("1. One", "1. One"),
    ("| Year | Cost |", "Year; Cost"),
    ("a \\* b \\_ c", "a * b _ c"),
    ("Smith &amp; Co &lt; 5 &nosuch; & x", "Smith & Co < 5 &nosuch; & x"),
    ("H<sub>2</sub>O, x < 5 and y > 3", "H2O, x < 5 and y > 3"),
    ("one<br>two<!-- no -->", "one two"),
    ("<https://a.b/c> is it", "https://a.b/c is it"),
    ("[not a link] and (this)", "[not a link] and (this)"),
    ("an unclosed **star", "an unclosed **star"),
    ("-5 degrees and +3", "-5 degrees and +3"),
]


@pytest.mark.parametrize(("source", "words"), CASES)
def test_words(source: str, words: str) -> None:
    """Marks go, words and signs that are no marks stay."""
    assert strip_markup(source).text == words


def test_span_leads_back() -> None:
    """A range of the words leads to the place in the source that holds them."""
    source = "The **old city** of [A&amp;B](http://x.y) fell."
    stripped = strip_markup(source)
    at = stripped.text.index("old city")
    assert stripped.span(at, at + 8).of(source) == "old city"
    at = stripped.text.index("&B")
    assert stripped.span(at, at + 2).of(source) == "&amp;B"
    assert stripped.span(0, len(stripped.text)).of(source) == source


TEXTS = st.lists(
    st.sampled_from(
        [
            "a",
            "b c",
            "ß",
            "İ",
            "½",
            "é",
            "😀",
            "日本",
            " ",
            "\n",
            "\r\n",
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "[",
            "]",
            "(u)",
            "](u)",
            "[^1]",
            "!",
            "<b>",
            "</b>",
            "<",
            "&amp;",
            "&lt;",
            "&",
            "\\",
            "|",
            "# ",
            "> ",
            "- ",
            "~~",
            "|--|",
            "\x00",
            "1. ",
        ]
    ),
    max_size=50,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
def test_map_law(text: str) -> None:
    """Every character of the result maps into the source, in order, and one that is copied is the same character."""
    stripped = strip_markup(text)
    assert stripped == strip_markup(text)
    before = 0
    for i, sign in enumerate(stripped.text):
        span = stripped.span(i, i + 1)
        assert before <= span.end <= len(text)
        assert span.start < span.end
        assert span.of(text) == sign or len(span.of(text)) != 1 or span.of(text) in "<|"
        before = span.start
    assert stripped.span(0, 0).start == stripped.span(0, 0).end


@given(text=st.text(alphabet="abc é😀日.,;:!?\n 123$%€()'\"", max_size=80))
def test_no_marks_no_change(text: str) -> None:
    """A text without a sign of Markdown is left as it is, and its map is the identity."""
    stripped = strip_markup(text)
    assert stripped.text == text
    assert all(stripped.span(i, i + 1) == (i, i + 1) for i in range(len(text)))
