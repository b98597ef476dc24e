"""Tests of the words inside inline Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.markup import strip_markup

CASES = [
    ("The **city** opened.", "The city opened."),
    ("An *old*, _very_ old, ***great*** ~~bad~~ one", "An old, very old, great one"),
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
SMALL_DIGITS = [
    ("12<sup>3</sup> welders", "12³ welders"),
    ('12<sup class="r"><a href="#n3">[3]</a></sup> welders', "12³ welders"),
    ("12<sup>[3](#n3)</sup> and 12<sup>[[3]](#n3)</sup>", "12³ and 12³"),
    ("12<sup>\\[3\\]</sup> welders", "12³ welders"),
    ("12<SUP>1,2</SUP> welders", "12¹,² welders"),
    ("10<sup>-9</sup> m<sup>2</sup>, 10<sup>&minus;6</sup>, 10<sup>+3</sup>", "10⁻⁹ m², 10⁻⁶, 10⁺³"),
    ("2<sup>2<sup>3</sup></sup> and 12<sup>3", "2 2³ and 12 3"),
    ("the 12<sup>th</sup> of May<sup>*</sup>", "the 12th of May*"),
    ("H<sub>2</sub>O, C<sub>6</sub>H<sub>12</sub>", "H2O, C6H12"),
    ("log<sub>10</sub>100, 101<sub>2</sub>, **5**<sub>2</sub>, <sub>2</sub>**5**", "log₁₀100, 101₂, 5₂, ₂5"),
]
STRUCK = [
    ("The fee is ~~$40~~ $50", "The fee is $50"),
    ("The fee is <del>$40</del> <ins>$50</ins>", "The fee is $50"),
    ("It was <s>not *at all*</s> sold, <STRIKE class='x'>never</STRIKE> twice", "It was sold, twice"),
    ("It cost $5 ~~or $4~~.", "It cost $5."),
    ("~~It fell. It rose.~~ It stood.", "It stood."),
    ("<del>a <del>b</del> c</del> d", "d"),
    ("an *old ~~bad* and [sad](u)~~ city", "an old city"),
    ("| Fee ~~$40~~ | $50 |", "Fee ; $50"),
    ("~~The fee is $40.~~", ""),
    ("The fee rose <del>to $40.</del>", "The fee rose "),
    ("- ~~Open~~ Close", "Close"),
    ("an open <del>tag, ~~a run", "an open tag, ~~a run"),
    ("a closed</del> tag", "a closed tag"),
    ("<del>over\n\na blank line</del>", "over\n\na blank line"),
    ("from 5~~6 to 7~~8", "from 5~~6 to 7~~8"),
    ("run `~~x~~` now", "run ~~x~~ now"),
]
NO_MARKS = [
    "The mayor did <not> resign.",
    "if a <b2 and c> d, </nothing> or <your-name@here>",
    "x**2 and y**2",
    "a*b is not c*d",
    "x**n and 2*y or 3*z",
]


@pytest.mark.parametrize(("source", "words"), CASES)
def test_words(source: str, words: str) -> None:
    """Marks go, words and signs that are no marks stay."""
    assert strip_markup(source).text == words


@pytest.mark.parametrize(("source", "words"), SMALL_DIGITS)
def test_small_digits_join_no_number(source: str, words: str) -> None:
    """Raised digits, and low ones beside a digit, are small characters, so that they make no other number."""
    assert strip_markup(source).text == words


@pytest.mark.parametrize(("source", "words"), STRUCK)
def test_what_is_struck_out_is_gone(source: str, words: str) -> None:
    """Words between marks that strike them out go with the marks; half a pair, or a range, strikes nothing."""
    assert strip_markup(source).text == words


@pytest.mark.parametrize("source", NO_MARKS)
def test_what_only_looks_like_a_mark_stays(source: str) -> None:
    """A word in angle brackets that names no HTML element, and stars between letters or digits, stay."""
    assert strip_markup(source).text == source


def test_bold_inside_unspaced_writing() -> None:
    """Where words have no spaces between them, stars between two characters are marks."""
    assert strip_markup("这是**重点**内容").text == "这是重点内容"


def test_small_digits_and_gaps_lead_back() -> None:
    """A small digit leads back to its whole mark, and a range over struck-out words to a place that holds them."""
    source = "The 12<sup>3</sup> men got ~~$40~~ $50."
    stripped = strip_markup(source)
    at = stripped.text.index("³")
    assert stripped.span(at, at + 1).of(source) == "<sup>3</sup>"
    at = stripped.text.index("got $50")
    assert stripped.span(at, at + 7).of(source) == "got ~~$40~~ $50"
    at = stripped.text.index("$50")
    assert stripped.span(at, at + 3).of(source) == "$50"


@pytest.mark.parametrize("piece", ["<sup>", "<sup>1", "<sup>[", "<sup><a>", "~~a ", "<del>", "~~a\n\n", "<sub>1</sub>"])
def test_many_half_marks_keep_their_words(piece: str) -> None:
    """Thousands of marks without their other half are read without fail and lose no letter."""
    source = piece * 20000
    assert strip_markup(source).text.count("a") == source.replace("<a>", "").count("a")


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
            "<del>",
            "</del>",
            "<sup>",
            "</sup>",
            "<sub>",
            "</sub>",
            "3",
            ".",
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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("one<br>two", "one two"),
        ("re-<br>sign", "re-\nsign"),
        ("re-<br/>\nsign", "re-\nsign"),
        ("re\u00ad<br>sign", "re\u00ad\nsign"),
    ],
)
def test_a_line_break_behind_a_hyphen_is_a_lines_end(text: str, read: str) -> None:
    """So that the word which it may cut is read as any other that a line's end cuts."""
    assert strip_markup(text).text == read
