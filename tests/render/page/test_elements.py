"""Elements: what was written elsewhere is words, whatever it looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_attacks import attacks
from pages import Parsed

from summarizer.fragments.elements import Html, address, direction, link, tag, together, unseen, words
from summarizer.fragments.harmless import harmless, one_line


def test_an_element_has_its_attributes_and_content() -> None:
    """Names lose their low lines, True stands alone, None and False are left out, HTML is kept, words are escaped."""
    made = tag("p", "a < b", tag("b", "c"), None, class_="x", data_e="e1-2", open=True, hidden=False, id=None, name="n")
    assert made == '<p class="x" data-e="e1-2" open name="n">a &lt; b<b>c</b></p>'
    assert tag("br") == "<br>"
    assert tag("rect", x=1) == '<rect x="1"></rect>'
    assert together(["&", Html("&amp;"), None]) == "&amp;&amp;"
    assert unseen("a") == '<span class="unseen">a</span>'


@given(st.text() | st.sampled_from(attacks("http://127.0.0.1:9")))
def test_any_text_comes_back_as_words(text: str) -> None:
    """In an element and in an attribute a text is read as itself, made harmless, and as nothing else."""
    page = Parsed(tag("p", text, title=text))
    assert page.tags == ["p"]
    assert page.words == harmless(text).replace("\r", "\n")
    assert page.attributes == [("p", "title", one_line(text))]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "http:",
        "https://[",
        "https://example.org/\u202e",
        "https://example.org/\na",
        "",
    ],
)
def test_only_a_web_page_is_an_address(url: str) -> None:
    """Whatever else is given as a source's address stays words."""
    assert address(url) == ""
    assert "href" not in link(url, "words")


def test_a_link_to_a_web_page_says_nothing_of_where_it_comes_from() -> None:
    """The address is kept to the letter, and neither referrer nor opener goes along."""
    made = Parsed(link("https://example.org/a?b=1&c='2'", "words"))
    assert made.links == ["https://example.org/a?b=1&c='2'"]
    assert ("a", "rel", "noopener noreferrer nofollow") in made.attributes


def test_a_text_runs_as_its_first_letter_does() -> None:
    """Figures and marks say nothing."""
    assert [direction(text) for text in ("12 “abc”", "12 “שלום” abc", "مرحبا", "港", "12", "")] == [
        "ltr",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
        "ltr",
    ]


def test_words_keep_their_line_ends() -> None:
    """A carriage return is a line feed, as a browser would read it."""
    assert words("a\r\nb") == "a\n\nb"
