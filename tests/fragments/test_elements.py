"""Elements of HTML: words stay words, whatever is in them, and no address leads anywhere but to a page."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.fragments.elements import Html, address, direction, link, tag, together, unseen, words
from summarizer.fragments.harmless import harmless, one_line

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=30) | st.text(
    alphabet="<>&\"'=/ ab;#!-[]`\x00\n", max_size=30
)


class Read(HTMLParser):
    """What a parser finds: tags with their attributes, and the words between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Words."""
        self.text += data

    def handle_comment(self, data: str) -> None:
        """What is neither."""
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment  # type: ignore[assignment]


@given(text=ANY_TEXT, value=ANY_TEXT)
def test_words_stay_words(text: str, value: str) -> None:
    """A parser finds the one element that was made, its attribute, and in it the words as they may be shown."""
    read = Read(tag("p", text, title=value, hidden=True, lang=None))
    assert [name for name, _ in read.tags] == ["p"]
    assert read.tags[0][1] == {"title": one_line(value), "hidden": None}
    assert read.text == harmless(text).replace("\r", "\n")
    assert read.other == []


def test_html_is_not_escaped_twice() -> None:
    """What is HTML stands as it is; nothing is nothing; an empty element has no end."""
    assert tag("p", "a<", tag("b", "c&"), None) == "<p>a&lt;<b>c&amp;</b></p>"
    assert together(["<", Html("<br>")]) == "&lt;<br>"
    assert tag("hr", class_="x", data_e=3) == '<hr class="x" data-e="3">'
    assert unseen("a") == '<span class="unseen">a</span>'


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JaVaScRiPt:alert(1)",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//evil.example", "/local", "http:", "https://",
        "http://[", "blob:https://a.example/x", "https://a.example/\x00", "https://a.example/\u202egro",
    ],
)  # fmt: skip
def test_what_is_no_page_is_no_link(url: str) -> None:
    """It is shown as the words that it is."""
    assert address(url) == ""
    assert link(url, "here", class_="x") == '<span class="x">here</span>'


def test_a_page_is_linked() -> None:
    """It tells that page nothing of where the reader comes from."""
    made = link("https://a.example/?b=1&c", "here")
    assert made == '<a href="https://a.example/?b=1&amp;c" rel="noopener noreferrer nofollow">here</a>'


def test_a_text_runs_as_its_first_letter_does() -> None:
    """Figures and marks say nothing."""
    ways = {"12 “abc”": "ltr", "12 “שלום” abc": "rtl", "مرحبا": "rtl", "港": "ltr", "12": "ltr", "": "ltr"}
    assert {text: direction(text) for text in ways} == ways


def test_words_keep_their_line_ends() -> None:
    """A carriage return is a line feed, as a browser would read it."""
    assert words("a\r\nb") == "a\n\nb"
