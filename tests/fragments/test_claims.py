"""A claim that was checked shows what was found of it, why, and where; the same in HTML and in Markdown."""

from __future__ import annotations

import pytest
from browser import Browser
from markdown_it import MarkdownIt

import summarizer
from summarizer import Assertion, CheckedClaim, CheckedFact, Evidence

PLACE = Evidence(start=7, end=23, text="The *port* closed.")
CLAIM = CheckedClaim(
    id="q1",
    statement="The port shut in May for $5 or $6.",
    verdict="partly_supported",
    evidence=(PLACE, PLACE, PLACE, PLACE),
    checks=(),
    assertions=(
        Assertion(text="The port shut.", relation="entailed"),
        Assertion(text="It was in *May*.", relation="not_stated"),
    ),
    decided_by="judge",
    reason="the source names no month",
    score=0.42,
)


def test_a_claim_shows_itself(browser: Browser) -> None:
    """All that a reader has to know is seen at once."""
    browser.open(CLAIM._repr_html_())
    seen = browser.one("[class^=summarizer-]").text
    assert seen.splitlines()[0].replace("\n", " ").startswith("~")
    for said in (CLAIM.statement, "partly supported", PLACE.text, "characters 7–23", CLAIM.reason, "support 42%"):
        assert said in seen
    assert "not stated: It was in *May*." in seen
    assert "The port shut.\n" not in seen
    assert "decided by a judge" in seen


def test_a_claim_is_markdown() -> None:
    """A reader of Markdown finds the same words, and no formula or emphasis in them."""
    written = CLAIM._repr_markdown_()
    html = MarkdownIt("commonmark", {"html": False}).render(written)
    assert "<strong>~ partly supported:</strong> The port shut in May for $5 or $6." in html
    assert "<li>not stated: It was in *May*.</li>" in html
    assert html.count("<blockquote>") == 3


@pytest.mark.parametrize("decided_by", ["verbatim", "rule", "judge", None])
def test_who_decided_is_told(decided_by: str | None) -> None:
    """Also where it was nobody."""
    shown = CLAIM.model_copy(update={"decided_by": decided_by})._repr_html_()
    assert ("nobody could decide" in shown) == (decided_by is None)


def test_a_fact_tells_what_became_of_it() -> None:
    """That it was merged, and what was written before a repair."""
    fact = CheckedFact(**CLAIM.model_dump(), drafted="The port shut in June.", importance=0.5, outcome="merged")
    assert "partly supported, merged" in fact._repr_html_()
    assert "repaired; first written: The port shut in June." in fact._repr_markdown_()
    assert fact.model_copy(update={"outcome": "ticked"})._repr_html_().count("ticked") == 0


def test_what_is_long_is_cut() -> None:
    """A claim of many pages fits a cell."""
    long = summarizer.verify(["port " * 4_000], "The port closed.", model=None)[0]
    assert len(long._repr_html_()) < 25_000
    assert len(long._repr_markdown_()) < 5_000
