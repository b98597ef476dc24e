"""A checked text as a page."""

from __future__ import annotations

import pytest
from shown_pages import REPORT, Parsed

import summarizer
from summarizer import MismatchError, TextVerification
from summarizer.render.page.of_text import checked_content, checked_page

TEXT = "# Lund\n\nBo Ek says. It handled *41 ships* a year.\n\n- The crane was sold to Ystad.\n"


@pytest.fixture(scope="module")
def found() -> TextVerification:
    """A text that holds in part, checked by rules."""
    return summarizer.verify_text(TEXT, REPORT)


def test_each_sentence_is_a_statement_in_its_place(found: TextVerification) -> None:
    """With its verdict; what did not hold is listed below, open, with its reason."""
    content = checked_content(found)
    assert content.checked is not None
    assert [span.of(TEXT) for span, _ in content.checked.statements] == [one.place.text for one in found.sentences]
    refused = content.folded[0]
    assert refused.is_open
    assert [one.text for one in refused.statements] == [
        s.statement for s in found.sentences if s.verdict != "supported"
    ]
    assert all(one.why for one in refused.statements)
    assert content.share == (found.counts.get("supported", 0), len(found.sentences))
    assert [told.value for told in content.about] == [f"{found.score:.0%}", "rules alone"]


def test_the_page_shows_text_and_source(found: TextVerification) -> None:
    """Both are read, neither is spelled out; a label is words and no statement."""
    label = found.sentences[0].model_copy(update={"label": True})
    page = Parsed(checked_page(found.model_copy(update={"sentences": (label, *found.sentences[1:])})))
    assert "It handled 41 ships a year." in page.words
    assert "Nobody asked the fishermen" in page.source
    assert "*" not in page.words
    assert ("a", "id", "s1") not in page.attributes
    assert ("a", "id", "s2") in page.attributes


def test_a_text_whose_source_was_left_out_has_no_page(found: TextVerification) -> None:
    """Until it is attached again."""
    with pytest.raises(MismatchError, match="attach"):
        checked_page(found.without_source())
    assert checked_page(found.without_source().attach(REPORT)) == checked_page(found)
