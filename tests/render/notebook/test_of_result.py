"""A result in a notebook: facts beside the summary, what was refused below, all of it inert and of bounded size."""

from __future__ import annotations

import functools
from html import unescape
from html.parser import HTMLParser

import pytest
from attacks import ATTACKS, WHAT_IS_THERE, WHAT_RAN, attacked_result
from browser import Browser
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from recordings import replayed
from scripts import honest

import summarizer
from summarizer import Article, Notice, Result, ScriptedModel, Summarizer
from summarizer.fragments.harmless import one_line
from summarizer.render.notebook.of_result import cell_of_result

ARABIC = "أُغلق الجسر في 3 مايو. وجد المهندسون شقوقًا في اثنين من دعائمه. قال العمدة إن الإصلاح سيكلف 4 ملايين يورو."

# Which of the boxes that are shown beside a statement leave the cell, and by how much.
OUTSIDE = """
const root = document.querySelector('[class^=summarizer-]').getBoundingClientRect();
return [...document.querySelectorAll('.summarizer-places')].filter(one => one.checkVisibility()).map(one => {
  const box = one.getBoundingClientRect();
  const bottom = Math.min(box.bottom, box.top + 276);  // more is cut
  return [box.left - root.left, root.right - box.right, box.top - root.top, root.bottom - bottom].map(Math.round);
}).filter(sides => Math.min(...sides) < 0);
"""


@pytest.fixture(scope="module")
def result() -> Result:
    """A run of a strong model."""
    return replayed("news")[0]


def visible(browser: Browser) -> list[str]:
    """The marked words that a reader sees."""
    found: list[str] = browser.run(
        "return [...document.querySelectorAll('mark')].filter(m => m.checkVisibility()).map(m => m.textContent)"
    )
    return found


def test_a_result_shows_all_that_it_found(result: Result, browser: Browser) -> None:
    """Its title, every fact and every sentence are seen; a mouse over a fact shows where it stands."""
    browser.open(result._repr_html_())
    seen = browser.one("[class^=summarizer-]").text
    assert result.document.title is not None
    for said in (result.document.title, *(fact.statement for fact in result.facts), "by-hand", "6 facts ticked"):
        assert said in seen
    for sentence in result.summary.sentences():
        assert sentence.text in seen.replace("\n", " ")
    browser.hover(browser.one(".summarizer-item summary"))
    assert visible(browser) == [one_line(place.text) for place in result.facts[0].evidence[:3]]
    assert browser.requests() == []


def test_what_is_shown_stays_inside_its_cell(result: Result, browser: Browser) -> None:
    """On a wide screen and a narrow one, whatever the mouse is over: an output must not grow bars or cover others."""
    for size in ((1280, 900), (420, 900)):
        browser.open(f'<body style="margin:0">{result._repr_html_()}', size=size)
        for number in range(len(browser.all("summary"))):
            browser.hover(browser.all("summary")[number])
            assert browser.run(OUTSIDE) == [], number
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_reader_who_sees_nothing_reads_the_same(result: Result, browser: Browser) -> None:
    """axe-core finds nothing serious, light or dark, and without the style the order is that of the page."""
    for dark in (False, True):
        browser.open(f'<!DOCTYPE html><html lang="en"><title>x</title><main>{result._repr_html_()}</main>', dark=dark)
        assert [found for found in browser.serious() if found["id"] != "page-has-heading-one"] == []
    browser.run("document.querySelector('[class^=summarizer-] > style').remove()")
    seen = browser.one("main").text
    places = [
        seen.index(text) for text in ("Key facts", result.facts[0].statement, "Quick summary", result.summary.headline)
    ]
    assert places == sorted(places)


def test_every_attack_is_inert(browser: Browser) -> None:
    """Nothing runs, nothing is asked for, and no element or attribute stands there that is not the cell's own."""
    browser.open(f"<!DOCTYPE html><main>{attacked_result()._repr_html_()}</main>")
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert browser.run(WHAT_RAN) == 0
    assert browser.run(WHAT_IS_THERE, "main") == []
    events = browser.events()
    assert (events.requests, events.dialogs, events.errors) == ([], [], [])
    shown = unescape(browser.run("return document.querySelector('main').textContent"))
    assert one_line(ATTACKS["script"]) in shown
    assert not set(shown) & set("\x1b\x00\x9b\u202e\u2067\u3164\U000e0069")


def test_every_attack_is_words_in_markdown() -> None:
    """A reader of Markdown with HTML, tables and links finds no element but those of the form."""
    parser = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
    for written in (attacked_result().to_markdown(references=True), attacked_result()._repr_markdown_()):
        kinds = {child.type for token in parser.parse(written) for child in (token.children or [token]) if token.type}
        links = {"link_open", "link_close", "image", "html_inline", "code_inline", "table_open", "fence", "html_block"}
        inside = kinds & links
        assert inside <= {"html_block", "code_inline"}
        blocks = [token.content for token in parser.parse(written) if token.type == "html_block"]
        assert set(blocks) <= {'<div class="tex2jax_ignore mathjax_ignore">\n', "</div>\n"}


class Elements(HTMLParser):
    """The elements of some HTML, each with its attributes, the words of these left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        self.found.append((tag, tuple(name for name, _ in attrs)))


@given(text=st.text(alphabet="<>&\"'/=a!-[]{}\x1b\u202e\n", max_size=60))
def test_no_words_are_markup(text: str) -> None:
    """Whatever a model writes or a reason says, the cell has the elements that it has for plain words."""
    assert Elements(cell_of_result(saying(f"x{text}"))).found == Elements(cell_of_result(saying("x"))).found


@functools.cache
def _small() -> Result:
    return summarizer.summarize("The bridge closed in May. It rained for 40 days.", model=None)


def saying(words: str) -> Result:
    """A small result that says these words everywhere."""
    first = _small()
    facts = tuple(
        fact.model_copy(update={"statement": words, "drafted": words, "reason": words}) for fact in first.facts
    )
    return first.model_copy(
        update={
            "facts": facts,
            "rejected": tuple(fact.model_copy(update={"outcome": "refused", "id": "r"}) for fact in facts),
            "summary": first.summary.model_copy(update={"headline": words}),
            "document": first.document.model_copy(update={"title": words}),
        }
    )


def test_a_result_of_any_size_fits_a_cell(result: Result) -> None:
    """Hundreds of facts and a summary of nine hundred sentences: the first are shown, the rest is counted."""
    fact = result.facts[0].model_copy(update={"statement": "word " * 300})
    lead = (tuple(next(result.summary.sentences()) for _ in range(100)),) * 9
    huge = result.model_copy(
        update={
            "facts": (fact,) * 200,
            "rejected": (fact.model_copy(update={"outcome": "refused", "reason": "why " * 900}),) * 200,
            "summary": result.summary.model_copy(update={"lead": lead}),
        }
    )
    shown = huge._repr_html_()
    assert len(shown) < 250_000
    for call in ("result.facts", "result.rejected", "result.summary"):
        assert f"more: <code>{call}</code>" in shown
    assert len(huge._repr_markdown_()) < 61_000


def test_failures_and_refusals_are_told(browser: Browser) -> None:
    """A banner above all else; refused facts are folded away with their reasons."""
    text = "The bridge of Brenta closed on 3 May 2026. A ferry carries walkers until then for 40 cents. It rained."
    found = Summarizer(model=ScriptedModel(honest(reword=lambda said: f"No {said}", every=2))).summarize(text)
    notice = Notice(kind="failure", message="The second part is missing.", advice="Run it again.")
    shown = cell_of_result(found)
    assert found.rejected
    browser.open(shown)
    assert not browser.one(".summarizer-fold ul").is_displayed()
    browser.one(".summarizer-fold summary").click()
    assert one_line(found.rejected[0].reason) in browser.one(".summarizer-fold").text
    assert notice.line == "The second part is missing. Run it again."


def test_several_sources_are_named() -> None:
    """Each fact says who says so, what disagrees stands side by side, and the sources are listed."""
    herald = Article(
        "The bridge at Kessel is shut. Some 17,500 vehicles use the bridge at Kessel on a working day.", id="herald"
    )
    news = Article("A crack was found. About 21,000 vehicles use the bridge at Kessel on a working day.", id="news")
    shown = cell_of_result(summarizer.summarize([herald, news], model=None))
    assert '<small class="summarizer-label" dir="auto">herald</small>' in shown
    assert "Where Sources Disagree" in shown
    assert "Sources (2)" in shown


def test_what_runs_to_the_left_is_shown_so(browser: Browser) -> None:
    """Arabic starts at the right of its column, its signs too; what the library says stays as it is."""
    browser.open(summarizer.summarize(ARABIC, model=None)._repr_html_())
    line = browser.one(".summarizer-line")
    assert browser.run("return getComputedStyle(arguments[0]).direction", line) == "rtl"
    assert (
        browser.run(
            """const [line, sign] = [arguments[0], arguments[0].querySelector('.summarizer-sign')];
        return line.getBoundingClientRect().right - sign.getBoundingClientRect().right""",
            line,
        )
        < 40
    )
    assert browser.run("return getComputedStyle(document.querySelector('.summarizer-foot')).direction") == "ltr"


def test_a_result_without_its_text_is_shown(result: Result) -> None:
    """The words that were kept stand for their places."""
    shown = result.without_text()._repr_html_()
    assert result.facts[0].evidence[0].text in unescape(shown)
