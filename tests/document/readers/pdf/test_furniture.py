"""Running heads, feet and page numbers are set aside."""

from __future__ import annotations

import pytest
from made_files import At, lines, pdf

from summarizer.document.readers.pdf.furniture import without_furniture
from summarizer.document.readers.pdf.page_words import pages_here

WORDS = "river bridge harbour ferry council market winter summer".split()


def body(page: int) -> list[str]:
    """The lines of a page, which are those of no other."""
    return [f"The {WORDS[(page + n) % 8]} and the {WORDS[(2 * page + n) % 7]} go on" for n in range(8)]


BODY = body(0)


def kept(pages: list[list[At]]) -> list[str]:
    """The words of each page that are left."""
    opened = pages_here(pdf(pages))
    return [" ".join(word.text for word in page.words) for page in without_furniture(opened.pages)]


@pytest.mark.parametrize("count", [2, 3, 7])
def test_what_repeats_is_set_aside(count: int) -> None:
    """A head with the page's number, and a foot."""
    pages = [
        [At(60, 40, f"Annual report {n}"), *lines(body(n)), At(250, 760, "Confidential")] for n in range(1, count + 1)
    ]
    assert kept(pages) == [" ".join(body(n)) for n in range(1, count + 1)]


def test_heads_that_change_go_by_the_number_beside_them() -> None:
    """Sections are named on one side, and the number stands on the other."""
    heads = ["2 Methods", "Results", "Discussion", "Outlook"]
    pages = [[At(60, 40, head), At(500, 40, str(n + 10)), *lines(body(n))] for n, head in enumerate(heads)]
    assert kept(pages) == [" ".join(body(n)) for n in range(4)]


@pytest.mark.parametrize("number", ["1", "- 1 -", "Page 1 of 3", "i", "Seite 1"])
def test_the_number_of_a_lone_page(number: str) -> None:
    """It stands by itself at the edge."""
    assert kept([[*lines(BODY), At(280, 770, number)]]) == [" ".join(BODY)]


def test_what_a_browser_prints_around_a_page() -> None:
    """When it was printed, and from where."""
    page = [At(30, 25, "11/29/26, 12:17 AM"), *lines(BODY), At(30, 780, "file:///tmp/news.html"), At(560, 780, "1/1")]
    assert kept([page]) == [" ".join(BODY)]


def test_text_at_the_edge_stays() -> None:
    """Sentences that differ, and a year that ends a line."""
    pages = [[At(60, 60, f"The text of part {name} begins here"), *lines(BODY)] for name in ("one", "two", "three")]
    assert all("begins here" in page for page in kept(pages))
    assert kept([[At(60, 60, "It was the wet spring of 2026"), *lines(BODY)]])[0].endswith("on")
    assert "2026" in kept([[At(60, 70, "It was the wet spring of 2026"), *lines(BODY, y=82)]])[0]
