"""A statement as an item: its sign, its words, what was found, and its places folded away behind it."""

from __future__ import annotations

from browser import Browser

from summarizer.fragments.cell import cell
from summarizer.fragments.elements import Html, tag
from summarizer.fragments.places import Place, place_in
from summarizer.fragments.statements import (
    Said,
    in_list,
    paragraph_html,
    places_html,
    statement_html,
    statement_markdown,
)

TEXT = "It rained. The port closed. Ships left. Nobody came back."
SAID = Said(text="The port shut.", sign="✗", tone="failed", word="not stated", why="no port\nis named", source="herald")


def place_of(words: str, *, label: str = "") -> Place:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return place_in(TEXT, start, start + len(words), label=label)


def test_a_statement_says_all_that_is_known_of_it() -> None:
    """Sign, words, verdict, source and reason, in one item; without places there is nothing to unfold."""
    assert statement_html(SAID) == (
        '<li class="summarizer-item summarizer-failed"><div class="summarizer-line" dir="auto">'
        '<span class="summarizer-sign">✗</span> <span class="summarizer-said">The port shut.</span> '
        '<span class="summarizer-word" lang="en">not stated</span> '
        '<small class="summarizer-label" dir="auto">herald</small></div>'
        '<p class="summarizer-why" dir="ltr">no port is named</p></li>'
    )
    assert statement_markdown(SAID) == "- ✗ The port shut. *(not stated)*\n\n  no port is named"


def test_three_places_are_shown_and_the_rest_counted() -> None:
    """Five sentences in a row prove no more than three."""
    places = tuple(place_of(words) for words in ("It rained.", "The port closed.", "Ships left.", "Nobody came back."))
    assert len(places_html(places)) == 4
    assert "and 1 place more" in places_html(places)[-1]
    assert len(places_html(places[:3])) == 3


def test_a_list_is_as_long_as_there_is_room() -> None:
    """What is left out is counted, with what to call for it; one item is always shown, and none is made in vain."""
    made: list[int] = []

    def items() -> list[Html]:
        made.append(1)
        return [tag("li", "a" * 91)] * 1

    assert in_list((tag("li", "a" * 91) for _ in range(3)), count=3, room=300, all_of_it="x") == items() * 3
    shown = in_list((items()[0] for _ in range(1500)), count=1500, room=250, all_of_it="result.facts")
    assert shown[:2] == items() * 2
    assert "and 1,498 more: <code>result.facts</code>" in shown[2]
    assert len(made) < 8
    assert len(in_list(items(), count=1, room=1, all_of_it="x")) == 1


def visible(browser: Browser) -> list[str]:
    """The marked words that a reader sees."""
    found: list[str] = browser.run(
        "return [...document.querySelectorAll('mark')].filter(m => m.checkVisibility()).map(m => m.textContent)"
    )
    return found


def test_a_mouse_or_the_keyboard_shows_the_places_and_a_click_keeps_them(browser: Browser) -> None:
    """Over a fact its own places are seen, and nothing moves; by tab too; enter and a click unfold them for good."""
    facts = [
        Said(text="The port shut.", sign="✓", tone="held", places=(place_of("The port closed."),)),
        Said(text="It was wet.", sign="✓", tone="held", places=(place_of("It rained."),)),
    ]
    browser.open(cell(tag("ul", *map(statement_html, facts))))
    first, second = browser.all("summary")
    heights = "return [...document.querySelectorAll('li')].map(one => one.getBoundingClientRect().top)"
    before = browser.run(heights)
    assert visible(browser) == []
    browser.hover(second)
    assert visible(browser) == ["It rained."]
    assert browser.run(heights) == before
    browser.hover(first)
    assert visible(browser) == ["The port closed."]
    browser.away()
    browser.press("\ue004")  # tab
    assert visible(browser) == ["The port closed."]
    browser.press("\ue007")  # enter
    browser.press("\ue004")
    assert visible(browser) == ["The port closed.", "It rained."]
    assert browser.run(heights)[1] > before[1]


def test_a_mouse_over_a_sentence_shows_its_own_places(browser: Browser) -> None:
    """Not those of its neighbours; a click on any unfolds those of all; one without places has none."""
    told = [
        ("It was wet. ", (place_of("It rained."),)),
        ("Who knows? ", ()),
        ("The port shut and ships went.", (place_of("The port closed."), place_of("Ships left."))),
    ]
    browser.open(cell(tag("div", paragraph_html(told), class_="summarizer-text")))
    assert browser.one("summary").text == "It was wet. Who knows? The port shut and ships went."
    sentences = browser.all("summary > span")
    for sentence, (_, places) in zip(sentences, told, strict=True):
        browser.hover(sentence)
        assert visible(browser) == [place.words for place in places]
    sentences[0].click()
    browser.away()
    assert visible(browser) == ["It rained.", "The port closed.", "Ships left."]
