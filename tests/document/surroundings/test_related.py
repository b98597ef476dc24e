"""Lists of other articles are told by the heading above them and the headlines in them."""

from __future__ import annotations

import pytest

from summarizer.document import structure
from summarizer.document.surroundings.page_lines import page_lines
from summarizer.document.surroundings.related import related_lists

PROSE = "\n\nThe county expects 60,000 passengers a year. Before the storm there were 52,000.\n"
LINKS = "Council tax to rise by 4 per cent\nThe pub that moved across the road\nRail strike called off\n"


def lists(text: str, *, ends: bool, markdown: bool = False) -> list[list[str]]:
    """The words of the lines of each list, where the article ends before them or not."""
    lines = page_lines(text, structure.parts(text, markdown=markdown), markdown=markdown)
    found = related_lists(lines, taken=lambda _: False, ends=lambda _: ends)
    return [[lines[number].words for number in one] for one in found]


@pytest.mark.parametrize("heading", ["Most read", "Mehr zum Thema", "À lire aussi", "Lo más leído", "相关阅读"])
def test_a_heading_and_its_headlines_are_a_list(heading: str) -> None:
    """In any language, at the end of an article."""
    assert lists(f"{heading}\n{LINKS}", ends=True) == [[heading, *LINKS.strip().split("\n")]]


def test_a_list_inside_an_article_ends_before_its_prose() -> None:
    """And before the heading above that."""
    text = f"Most read\n{LINKS}\nA new beginning{PROSE}"
    assert lists(text, ends=False) == [["Most read", *LINKS.strip().split("\n")]]


def test_a_section_of_the_page_ends_a_list() -> None:
    """Where its own heading is none of Markdown's, headlines may be such headings all the same, of a lower level."""
    text = "Read more\n\n### The pub that moved across the road\n\n## Statistics\n\nGames in all of his years\n"
    assert lists(text, ends=True, markdown=True) == [["Read more", "The pub that moved across the road"]]


@pytest.mark.parametrize(
    "text",
    [
        f"Related projects{PROSE}",
        f"Most read{PROSE}",
        "## Most popular\n\n- The name of Olivia\n- The name of Amelia\n",
        "Recommended\nA map of the hills\nTwo pairs of socks\n",
        "Most read\nOlivia\nAmelia\nIsla\n",
    ],
)
def test_a_section_of_an_article_is_none(text: str) -> None:
    """Prose below it, a list of its own, a word that many use, or names make it one."""
    assert lists(text + PROSE, ends=False, markdown=text.startswith("#")) == []
