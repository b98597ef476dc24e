"""A checked text in a notebook: its sentences in order, each with its verdict, and what speaks against it unfolded."""

from __future__ import annotations

import pytest
from attacks import WHAT_IS_THERE, WHAT_RAN, attacked_text
from browser import Browser
from markdown_it import MarkdownIt

import summarizer
from summarizer import TextVerification

SOURCE = "The port of Lund closed on 3 May 2026. It handled 40 ships a year. The mayor, Ann Berg, was sorry."
TEXT = (
    "The port of Lund closed on 3 May 2026.\n\nThe port handled 40 ships a year. The port of Lund closed on 5 May 2026."
)


@pytest.fixture(scope="module")
def checked() -> TextVerification:
    """A text of which the first sentence holds, and the last is wrong."""
    return summarizer.verify_text(TEXT, SOURCE, model=None)


def test_a_checked_text_shows_itself(checked: TextVerification, browser: Browser) -> None:
    """Score and counts above, then the sentences; the contradicted one shows what the source says instead."""
    browser.open(checked._repr_html_())
    seen = browser.one("[class^=summarizer-]").text
    assert "33% of the text is supported" in seen
    assert "3 sentences · 1 supported · 1 contradicted · 1 unchecked · no model" in seen
    assert [one.text for one in browser.all(".summarizer-said")] == [one.statement for one in checked.sentences]
    assert [one.text for one in browser.all("mark") if one.is_displayed()] == ["The port of Lund closed on 3 May 2026."]
    assert checked.sentences[2].reason in seen
    widths = browser.run("return [...document.querySelectorAll('.summarizer-bar > *')].map(one => one.offsetWidth)")
    assert max(widths) - min(widths) <= 2


def test_a_checked_text_is_markdown(checked: TextVerification) -> None:
    """The same as a list of three."""
    html = MarkdownIt("commonmark").render(checked._repr_markdown_())
    assert html.count("<li>") == 3
    assert "<p>✗ The port of Lund closed on 5 May 2026. <em>(contradicted)</em></p>" in html


def test_every_attack_is_inert(browser: Browser) -> None:
    """Nothing runs, nothing is asked for, nothing stands there that is not the cell's own."""
    browser.open(f"<!DOCTYPE html><main>{attacked_text()._repr_html_()}</main>")
    assert browser.run(WHAT_RAN) == 0
    assert browser.run(WHAT_IS_THERE, "main") == []
    assert browser.requests() == []


def test_a_text_of_any_size_fits_a_cell(checked: TextVerification) -> None:
    """The first sentences are shown, and how many more there are."""
    huge = checked.model_copy(update={"sentences": checked.sentences * 2000})
    assert len(huge._repr_html_()) < 160_000
    assert "more: <code>verification.sentences</code>" in huge._repr_html_()


def test_a_text_kept_without_its_source_is_shown(checked: TextVerification) -> None:
    """The words of the evidence were kept with it."""
    shown = checked.model_copy(update={"source": None})._repr_html_()
    assert "<mark>The port of Lund closed on 3 May 2026.</mark>" in shown
