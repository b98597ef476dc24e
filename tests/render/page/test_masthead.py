"""The head of a page."""

from __future__ import annotations

from shown_pages import Parsed

from summarizer.render.page.content import PageContent, Told
from summarizer.render.page.masthead import masthead


def head(held: int, total: int) -> Parsed:
    """The head of a page of which so much holds."""
    told = (Told(name="Cost", value="$0.01", more="4 calls"), Told(name="Published", value="4 May 2026"))
    content = PageContent(title="A <title>", language="sv", sources=(), about=told, share=(held, total))
    return Parsed(masthead(content))


def test_it_tells_the_title_and_how_the_page_came_about() -> None:
    """In the order given, with what is said in small words."""
    page = head(8, 10)
    assert "A <title>" in page.words
    assert page.words.endswith("Cost$0.01 4 callsPublished4 May 2026")
    assert ("h1", "lang", "sv") in page.attributes


def test_a_bar_is_as_full_as_what_holds() -> None:
    """In words, too; where there is one statement at most there is none."""
    assert "8 of 10 drafted facts hold" in head(8, 10).words
    assert ("rect", "width", "80.0%") in head(8, 10).attributes
    assert "All 3 drafted facts hold" in head(3, 3).words
    assert "svg" not in head(1, 1).tags + head(0, 0).tags
