"""The page in a real browser: what is lit, where it scrolls to, what keys do, and how it looks to whom."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from attacks import WHAT_RAN, attacked_result, attacked_text
from browser import PHONE, Browser, Keys
from page_attacks import RUN, attacks, listening
from shown_pages import REPORT, is_in_view, lit_words, report_result, squeezed, statements, words_at

import summarizer
from summarizer import CheckedFact, Document, Evidence, Result
from summarizer.result_parts.document_record import DocumentRecord

SOURCE = "#source"
# What only an attack would make.
FOREIGN = "img, iframe, object, embed, video, form, base, link, math, template, [onerror], [onload], [onclick], [style]"


@pytest.fixture(scope="module")
def result() -> Result:
    """A result with everything in it."""
    return report_result()


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """The page of a long report, with far more than fits on a screen."""
    text = Path("examples/articles/coastal-grid-report.md").read_text("utf-8")
    result = summarizer.summarize(text, model=None, length="long")
    path = tmp_path_factory.mktemp("pages") / "page.html"
    result.to_html(path)
    return result, path


def said_by(result: Result) -> list[tuple[str, Sequence[Evidence]]]:
    """What each statement that is seen at first says and stands on, in order."""
    summary = result.summary
    found: list[tuple[str, Sequence[Evidence]]] = [(fact.statement, fact.evidence) for fact in result.facts]
    found += [(summary.headline, summary.headline_evidence)] if summary.headline else []
    found += [(one.text, one.evidence) for paragraph in summary.lead for one in paragraph]
    for section in summary.sections:
        found += [(section.title, section.title_evidence)] if section.title else []
        found += [(one.text, one.evidence) for paragraph in section.paragraphs for one in paragraph]
        found += [(one.text, one.evidence) for one in section.bullets]
    return found


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether something holds within two seconds: who hovers is followed after a moment."""
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.02)
    return False


def test_hover_lights_exactly_what_a_statement_stands_on(
    browser: Browser, result: Result, long_page: tuple[Result, Path]
) -> None:
    """Of every statement, the words that are lit are those of its places, and the first is scrolled to."""
    browser.open(result.to_html())
    for element, (text, evidence) in zip(statements(browser), said_by(result), strict=False):
        browser.hover(element)
        assert squeezed(element.text) == squeezed(text)
        assert lit_words(browser) == words_at(REPORT, evidence)
    browser.away()
    assert lit_words(browser) == ""
    long, path = long_page
    browser.open(path)
    last = len(long.facts) - 1
    browser.hover(statements(browser)[last])
    assert lit_words(browser) == words_at(long.document.text or "", long.facts[last].evidence)
    assert eventually(lambda: is_in_view(browser, "#source .e.lit", SOURCE))


def test_focus_lights_and_scrolls_as_hover_does(browser: Browser, long_page: tuple[Result, Path]) -> None:
    """Whoever steps through the page with Tab sees each statement's place."""
    long, path = long_page
    browser.open(path)
    browser.run("document.querySelector('#f1').focus()")
    for fact in long.facts[:4]:
        assert lit_words(browser) == words_at(long.document.text or "", fact.evidence)
        assert is_in_view(browser, "#source .e.lit", SOURCE)
        here = browser.run("return document.activeElement.id")
        while browser.run("return document.activeElement.id") == here or not browser.run(
            "return document.activeElement.matches('.card [data-say]')"
        ):
            browser.press(Keys.TAB)


def test_a_click_keeps_a_statement_lit_and_the_next_click_goes_on(browser: Browser) -> None:
    """The address names it, the mouse may leave, and a second click scrolls to its second place; Escape lets go."""
    text = "The port closes in May. " + "Nothing happens here. " * 400 + "The port of Lund closes in May 2026."
    evidence = (Evidence.cut(text, s) for s in (summarizer.Span(0, 23), summarizer.Span(len(text) - 36, len(text))))
    result = summarizer.summarize(text, model=None)
    fact = result.facts[0].model_copy(update={"evidence": tuple(evidence), "statement": "It closes."})
    browser.open(result.model_copy(update={"facts": (fact,)}).to_html())
    say = browser.one("#f1")
    for place in (1, 2):
        say.click()
        parts = browser.all("#source .e.lit")
        assert len(parts) == 2
        assert is_in_view(browser, f"#source .e.lit[data-e='{parts[place - 1].get_attribute('data-e')}']", SOURCE)
    assert browser.run("return location.hash") == "#f1"
    browser.away()
    assert lit_words(browser) == words_at(text, fact.evidence, markdown=False)
    browser.press(Keys.ESCAPE)
    assert lit_words(browser) == ""


def test_a_sentence_of_the_source_says_what_stands_on_it(browser: Browser, result: Result) -> None:
    """A click lists every fact and sentence there, lights them, and each leads back; elsewhere it says nothing does."""
    browser.open(result.to_html())
    fact = result.facts[0]
    place = fact.evidence[0]
    browser.one(f"#source .e[data-e~='e{place.start}-{place.end}']").click()
    told = [one.text for one in browser.all("#stands a")]
    expected = {text for text, evidence in said_by(result) if any(e.span.overlaps(place.span) for e in evidence)}
    assert {one.split(" ", 2)[-1] if one.startswith("Fact") else one.split(" ", 1)[-1] for one in told} >= {
        " ".join(text.split()) for text in expected
    }
    assert "lit" in (browser.one("#f1").get_attribute("class") or "")
    browser.one("#stands a").click()
    assert browser.run("return document.activeElement.id") == "f1"
    assert lit_words(browser) == words_at(REPORT, fact.evidence)
    browser.one("#source pre .s").click()
    assert "Nothing stands on this sentence" in browser.one("#stands").text


def test_keys_step_through_statements(browser: Browser, result: Result) -> None:
    """j, n and the arrow go on, k, p and the arrow back, each lights what it comes to; nothing runs over the ends."""
    browser.open(result.to_html())
    ids = [one.get_attribute("id") for one in statements(browser)]
    for key, expected in (("j", 0), ("n", 1), (Keys.ARROW_DOWN, 2), ("k", 1), ("p", 0), (Keys.ARROW_UP, 0)):
        browser.press(key)
        assert browser.run("return document.activeElement.id") == ids[expected]
        assert lit_words(browser) == words_at(REPORT, said_by(result)[expected][1])
        assert browser.all("[aria-current]")[0].get_attribute("id") == ids[expected]
    for _ in ids:
        browser.press("j")
    assert browser.run("return document.activeElement.id") == ids[-1]
    browser.run("document.querySelector('#source').focus()")
    browser.press(Keys.ARROW_DOWN)
    assert browser.run("return document.activeElement.id") == "source"


def test_filters_show_what_they_say(browser: Browser, result: Result) -> None:
    """All, what is ticked, what was refused: the last opens, with reason, failed words on both sides and assertions."""
    browser.open(result.to_html())
    browser.run("document.querySelector('#show-ticked').click()")
    assert browser.one("#f1").is_displayed()
    assert not any(one.is_displayed() for one in browser.all(".of-refused"))
    browser.run("document.querySelector('#show-refused').click()")
    assert not browser.one("#f1").is_displayed()
    card = browser.one(".of-refused .card")
    assert card.is_displayed()
    assert [one.text for one in card.find_elements("css selector", "mark")] == ["50 ships", "40 ships"]
    for words in ("contradicted: the source says otherwise", "number 50 ships conflicts", "it was foggy"):
        assert words in card.text
    browser.hover(browser.one(".of-refused .say"))
    assert [one.text for one in browser.all("#source .against")] == ["40 ships"]
    browser.run("document.querySelector('#show-all').click()")
    assert browser.one("#f1").is_displayed()
    assert browser.one(".of-refused .card").is_displayed()


def test_the_source_is_read_and_not_spelled_out(browser: Browser, result: Result) -> None:
    """Markdown is set as it means, nothing is lost, and no mark of it is left."""
    browser.open(result.to_html())
    shown = browser.one("#source .articles").text
    assert not {"**", "](", "|--", "~~", "```", "## "} & {
        piece for piece in ("**", "](", "|--", "~~", "```", "## ") if piece in shown
    }
    texts = {name: [one.text for one in browser.all(f"#source {name}")] for name in ("strong", "em", "s", "th", "pre")}
    assert texts == {
        "strong": ["Lund"],
        "em": ["40 ships"],
        "s": ["Malmö"],
        "th": ["Year", "Ships", "Cost in €"],
        "pre": ["port.close(day=3)"],
    }
    assert [one.text for one in browser.all("#source td.figure")][:2] == ["2024", "44"]
    assert len(browser.all("#source li")) == 4
    kept = browser.run(
        "return [...document.querySelectorAll('#source .article > :not(header)')].map(e => e.textContent).join('')"
    )
    document = Document.of(REPORT, format="markdown")
    for sentence in document.sentences:
        for word in document.prose(sentence.body).replace(";", " ").split():
            assert word in kept, word


@pytest.mark.parametrize("look", ["wide", "dark", "phone", "print", "right to left", "checked", "several"])
def test_anybody_can_use_it(browser: Browser, result: Result, look: str) -> None:
    """In every look axe-core finds nothing serious, nothing overflows sideways, and the console is silent."""
    arabic = "أعلنت هيئة الميناء يوم الثلاثاء أن الميناء سيغلق لمدة ستة أسابيع. وقال المدير إن الأضرار كبيرة."
    pages = {
        "right to left": lambda: summarizer.summarize(arabic, model=None).to_html(),
        "checked": lambda: summarizer.verify_text("The port closes.\n\nLund handled 41 ships.", REPORT).to_html(),
        "several": lambda: summarizer.summarize(
            [REPORT, {"text": "It rains in Lund.", "id": "b"}], model=None
        ).to_html(),
    }
    browser.open(pages.get(look, result.to_html)(), size=PHONE if look == "phone" else (1280, 800), dark=look == "dark")
    browser.run("for (const one of document.querySelectorAll('details:not(.keys)')) one.open = true")
    if look == "print":
        browser.media("print")
    assert browser.serious() == []
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert browser.events().errors == []
    if look == "dark":
        assert browser.run("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(20, 19, 18)"
    if look == "print":
        assert not browser.one(".tools").is_displayed()
        assert browser.run("return getComputedStyle(document.querySelector('#result')).overflowY") == "visible"
    if look == "right to left":
        left = browser.run(
            "return ['#result', '#source'].map(s => document.querySelector(s).getBoundingClientRect().left)"
        )
        assert left[0] > left[1]


def test_on_a_phone_a_tap_leads_there_and_back(browser: Browser, long_page: tuple[Result, Path]) -> None:
    """The sides stand one above the other; a tap scrolls to the place, and the button leads back to the statement."""
    _, path = long_page
    browser.open(path, size=PHONE)
    browser.one("#f3").click()
    assert is_in_view(browser, "#source .e.lit", "html")
    browser.one(".up").click()
    assert is_in_view(browser, "#f3", "html")


def test_links_do_without_the_script(browser: Browser, result: Result) -> None:
    """With scripts off a click on a statement lights its first place, and the number behind that leads back."""
    browser.open(result.to_html(), scripts=False)
    fact = result.facts[0]
    place = fact.evidence[0]
    name = f"e{place.start}-{place.end}"
    browser.one("#f1").click()
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert browser.run("return location.hash") == f"#{name}"
    colors = browser.run(
        "return [...document.querySelectorAll(arguments[0])].map(e => getComputedStyle(e).backgroundColor)",
        f"#source .e[data-e~='{name}']",
    )
    assert set(colors) == {"rgb(255, 217, 120)"}
    browser.one("#source .back").click()
    assert browser.run("return location.hash").startswith(("#f", "#headline"))


def test_an_address_opens_at_its_statement(browser: Browser, long_page: tuple[Result, Path]) -> None:
    """Who is sent a link to a fact, or to a place, sees it."""
    long, path = long_page
    browser.open(path, fragment="#f7")
    assert lit_words(browser) == words_at(long.document.text or "", long.facts[6].evidence)
    assert is_in_view(browser, "#source .e.lit", SOURCE)
    assert is_in_view(browser, "#f7", "#result")


def test_nothing_that_is_shown_can_act(browser: Browser) -> None:
    """Attacks in every text of a result: no script runs, nothing is asked of any server, no dialog, no foreign link."""
    with listening() as server:
        hostile = attacks(server.url)
        for form in ("markdown", "plain"):
            browser.open(_hostile_result(hostile, form=form).to_html())
            browser.run("for (const one of document.querySelectorAll('details')) one.open = true")
            for element in statements(browser)[:12]:
                browser.run("arguments[0].focus(); arguments[0].click()", element)
            for element in browser.all("#source .s")[:12]:
                browser.run("arguments[0].click()", element)
            browser.press("j", "k")
            assert browser.run("return window.ran") is None
            assert browser.run("return document.scripts.length") == 1
            assert browser.all(FOREIGN) == []
            assert all(
                one.startswith(("#", "file:", "https://example.org/"))
                for one in browser.run("return [...document.links].map(e => e.getAttribute('href'))")
            )
            events = browser.events()
            assert (events.requests, events.dialogs, events.errors) == ([], [], [])
            assert RUN in browser.one("#source").text
        assert server.heard == []


def _hostile_result(hostile: list[str], *, form: str) -> Result:
    """A result in which every text that can be is an attack."""
    text = "\n\n".join(f"The port of Lund {number} closes, {one}." for number, one in enumerate(hostile))
    article = summarizer.Article(Document.of(text, format=form), id=hostile[1], url=f"javascript:{RUN}")
    other = summarizer.Article("It rained in Ystad.", id=hostile[3], url="https://example.org/a", title=hostile[0])
    result = summarizer.summarize([article, other], model=None, max_facts=40)
    places = [fact.evidence for fact in (*result.facts, *result.rejected)]
    refused = [
        _refused(one, evidence=places[number % len(places)], number=number) for number, one in enumerate(hostile)
    ]
    trace = result.trace.model_copy(update={"engine": "model", "model": hostile[0], "judge_model": hostile[5]})
    failure = summarizer.Failure(stage="x", call_id="x", error="ModelBusy", message=hostile[3], lost=hostile[1])
    origin = summarizer.Origin(start=0, end=40, path=hostile[0], speaker=hostile[3])
    return result.model_copy(
        update={
            "rejected": tuple(refused),
            "trace": trace,
            "failures": (failure,),
            "document": result.document.model_copy(update={"origins": (origin,), "language": hostile[18]}),
            "summary": result.summary.model_copy(update={"headline": hostile[2]}),
        }
    )


def _refused(attack: str, *, evidence: Sequence[Evidence], number: int) -> CheckedFact:
    check = summarizer.Check(kind="name", item=attack, found="absent", passed=False, note=f"the source says “{attack}”")
    return CheckedFact(
        id=f"{attack}{number}",
        statement=attack,
        verdict="not_stated",
        evidence=tuple(evidence),
        checks=(check,),
        assertions=(summarizer.Assertion(text=attack, relation="not_stated", evidence=tuple(evidence)),),
        decided_by="judge",
        reason=attack,
        score=0.1,
        drafted=f"{attack} drafted",
        importance=0.1,
        outcome="refused",
    )


@pytest.mark.parametrize("page", [lambda: attacked_result().to_html(), lambda: attacked_text().to_html()])
def test_the_attacks_on_every_renderer_fail_here_too(browser: Browser, page: Callable[[], str]) -> None:
    """In a result and in a checked text: nothing ran, no element is foreign, nothing was asked."""
    browser.open(page())
    browser.run("for (const one of document.querySelectorAll('details')) one.open = true")
    assert browser.run(WHAT_RAN) == 0
    assert browser.run("return document.scripts.length") == 1
    assert browser.all(FOREIGN) == []
    events = browser.events()
    assert (events.requests, events.dialogs, events.errors) == ([], [], [])


def test_a_book_is_ready_at_once(browser: Browser) -> None:
    """200,000 characters are laid out, and lit by a first key, within seconds, on whatever machine this is."""
    text = "".join(f"On day {n} the port of Lund closed for {n} hours. The crane stood still.\n\n" for n in range(2800))
    text = text[:200_000]
    result = summarizer.summarize(text[:1000], model=None)
    page = result.model_copy(update={"document": DocumentRecord.of(Document.of(text))}).to_html()
    begun = time.monotonic()
    browser.open(page)
    browser.press("j")
    assert lit_words(browser) == words_at(text, result.facts[0].evidence, markdown=False)
    assert time.monotonic() - begun < 20  # about 0.6 s where nothing else runs: benchmarks/page.py prints it
