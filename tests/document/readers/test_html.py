"""Tests of the way from an HTML page to its article."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from summarizer.document.document import Document
from summarizer.document.readers.html import read_html
from summarizer.errors import InputError
from summarizer.text.span import Span

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>A bridge opens | The Paper</title>
<meta property="og:title" content="A bridge opens">
<meta property="article:published_time" content="2026-03-12T10:00:00Z">
<script>var hidden = 1;</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>A bridge opens</h1>
<p>The <b>city</b> opened its <a href="http://example.org/z">new bridge</a> on Monday, said Smith &amp; Co.
It cost 5 * 3 million.</p>
<h2>Costs</h2><ul><li>Steel: 5 million</li><li>Labor: 3 million</li></ul>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>5</td></tr></table>
<p>The story ended when all the people had crossed the bridge twice and gone home.</p></article>
<footer>Copyright 2019</footer></body></html>"""


def test_page_becomes_a_document() -> None:
    """The article's blocks are there with title, date and language of the page, and offsets refer to document.text."""
    document = Document.of(PAGE)
    assert (document.format, document.title, document.date, document.language) == (
        "html",
        "A bridge opens",
        dt.date(2026, 3, 12),
        "en",
    )
    assert [block.kind for block in document.blocks] == [
        "heading",
        "paragraph",
        "heading",
        "item",
        "item",
        "table",
        "paragraph",
    ]
    assert "hidden" not in document.text
    assert document.prose(document.sentences[1].span) == "The city opened its new bridge on Monday, said Smith & Co."
    assert document.prose(document.sentences[2].span) == "It cost 5 * 3 million."


def _prose(paragraph: str, *, long: bool) -> str:
    """What the first paragraph of an article with this HTML reads as."""
    end = "<p>The story ended when all the people had crossed the bridge twice and gone home.</p>" * (12 if long else 1)
    page = f"<html><head><title>T</title></head><body><article><p>{paragraph}</p>{end}</article></body></html>"
    document = Document.of(page)
    if not long:
        return document.prose(document.sentences[0].span)
    block = document.blocks[0]
    return document.prose(Span(block.start, block.end))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            'The <abbr title="x">HGV</abbr> lane opened on <time>5 January</time> for <label>new</label> cars.',
            "The HGV lane opened on 5 January for new cars.",
        ),
        ("She said <q>it is <b>good</b></q> and <q>old</q>.", "She said “it is good” and “old”."),
        ('12<sup>3</sup> men had 7<sup class="r"><a href="#z">[4]</a></sup> tons.', "12³ men had 7⁴ tons."),
        ("The 12<sup>th</sup> pier is 40 m<sup>2</sup> large.", "The 12th pier is 40 m² large."),
        ("H<sub>2</sub>O and log<sub>10</sub>100 and 101<sub>2</sub>.", "H2O and log₁₀100 and 101₂."),
        ("The fee is <del>$40</del> <s>$45</s> <strike>$48</strike> $50 now.", "The fee is $50 now."),
        ("It is <math><msup><mn>10</mn><mn>2</mn></msup></math> km long.", "It is 10² km long."),
        ("It is <math><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math> km long.", "It is 3 1/2 km long."),
        ("It is <math><msqrt><mn>2</mn></msqrt></math> km long.", "It is km long."),
    ],
)
@pytest.mark.parametrize("long", [True, False])
def test_inline_elements_keep_their_sense(source: str, words: str, *, long: bool) -> None:
    """Words of inline elements stay in their sentence, small digits make no other number, struck words are gone."""
    assert _prose(source, long=long) == words


def test_many_inline_elements() -> None:
    """Thousands of inline elements in one paragraph are read, each in its place."""
    words = "The fee of pier <sup>1</sup> is <del>$40</del> $50 since <time>5 May</time>, he <q>said</q>. " * 3000
    assert (
        read_html(f"<html><body><article><p>{words}</p></article></body></html>").text.count(
            "The fee of pier ¹ is $50 since 5 May, he “said”."
        )
        == 3000
    )


def test_labels_of_the_frame_stay_out() -> None:
    """A label or time alone in a box of its own is no text of the article."""
    body = "<p>The bridge opened on Monday with many people and a long speech of the mayor.</p>" * 8
    page = PAGE.replace("<article>", f"<article><div><label>Menu</label></div><div><time>5 May</time></div>{body}")
    text = read_html(page).text
    assert "bridge" in text
    assert "Menu" not in text
    assert "May" not in text


def test_given_title_and_date_win() -> None:
    """What the caller gives stands over what the page says."""
    document = Document.of(PAGE, title="Mine", date=dt.date(2020, 1, 1), language="de")
    assert (document.title, document.date, document.language) == ("Mine", dt.date(2020, 1, 1), "de")


def test_no_date_is_guessed() -> None:
    """A date that is only told of in the text, or a copyright year, is not the article's."""
    body = "<p>The bridge opened on 3 May 2020 with many people.</p>" * 8
    page = f"<html><head><title>T</title></head><body><article>{body}</article><p>© 2019</p></body></html>"
    assert read_html(page).date is None


def test_page_without_article() -> None:
    """A page without any text is an InputError that says what to do."""
    with pytest.raises(InputError, match="no article text"):
        Document.of("<!doctype html><html><body></body></html>")


def test_control_characters_do_not_stop_it() -> None:
    """NUL in a page is skipped."""
    assert "Hello" in read_html("<html><body><p>Hel\x00lo there, all of you good people.</p></body></html>").text


def test_missing_extra_is_named() -> None:
    """Without trafilatura the error names the extra to install."""
    code = (
        "import sys; sys.modules['trafilatura'] = None\n"
        "from summarizer.errors import MissingExtra\n"
        "from summarizer.document.document import Document\n"
        "try:\n    Document.of('<html><body><p>Hello.</p></body></html>')\n"
        "except MissingExtra as error:\n    print(error.extra, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("html ")
    assert "checked-summarizer[html]" in done.stdout
