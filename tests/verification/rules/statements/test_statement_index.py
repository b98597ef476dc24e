"""Which sentences state a claim."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.rules.statements.document_reading import DocumentReading
from summarizer.verification.rules.statements.statement_index import StatedAt, StatementIndex

ARTICLE = (
    "The harbor board met on Monday. However, the mayor did not vote. "
    "Ms. Ortega said that the bridge would close. If the bridge closes, traffic will double."
)


def _find(claim: str, text: str = ARTICLE) -> StatedAt | None:
    index = StatementIndex.of(DocumentReading.of(Document.of(text, language="en")))
    return index.find(index.reading.read(claim))


def _found(claim: str, text: str = ARTICLE) -> tuple[int, int] | None:
    stated = _find(claim, text)
    return None if stated is None else (stated.first, stated.last)


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("The harbour board met on Monday", (0, 0)),
        ("The mayor didn't vote.", (1, 1)),
        ("However, the mayor did not vote.", (1, 1)),
        ("The harbor board met on Monday. However, the mayor did not vote.", (0, 1)),
    ],
)
def test_stated(claim: str, place: tuple[int, int]) -> None:
    """Whole sentences, with or without their opener, one or several in a row."""
    assert _found(claim) == place


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge would close.",
        "Traffic will double.",
        "The mayor did vote.",
        "Meanwhile, the harbor board met on Monday.",
        "The harbor board met on Monday. Ms. Ortega said that the bridge would close.",
        "The harbor board met",
        "",
        "?",
    ],
)
def test_not_stated(claim: str) -> None:
    """A part of a sentence, an opener of one's own, or sentences that do not follow each other are not stated."""
    assert _found(claim) is None


def test_the_number_of_an_item_in_running_text_is_no_part_of_it() -> None:
    """A claim may leave it out, and may not put one in."""
    assert _found("Smith left the side.", "They lost. 8. Smith left the side. It rained.") == (1, 1)
    assert _found("9. Smith left the side.", "They lost. 8. Smith left the side. It rained.") is None


def test_what_is_not_asserted_is_not_found_and_says_why() -> None:
    """Also where only the last sentence of a claim is taken back; the denial itself may be claimed with it."""
    text = "It rained. The mayor lied. That is not true."
    index = StatementIndex.of(DocumentReading.of(Document.of(text, language="en")))
    claim = index.reading.read("It rained. The mayor lied.")
    assert index.find(claim) is None
    why = index.why_not_asserted(claim)
    assert why is not None
    assert why.words == "That is not true."
    assert _found(text, text) == (0, 2)


def test_item_under_a_denial_is_not_stated() -> None:
    """What a lead-in denies is not said by the item below it; under a plain lead-in it is."""
    items = "\n\n- The bridge is unsafe.\n- The road is closed.\n"
    assert _found("The bridge is unsafe.", "The board denied the following:" + items) is None
    assert _found("The bridge is unsafe.", "The board listed its findings:" + items) is not None


def test_verbatim_and_rewritten() -> None:
    """Typography alone is verbatim; another form is not."""
    verbatim = _find("the harbor board met on\u00a0Monday.")
    rewritten = _find("The harbour board met on Monday.")
    assert verbatim is not None
    assert rewritten is not None
    assert (verbatim.verbatim, rewritten.verbatim) == (True, False)


def test_a_cited_sentence_is_preferred() -> None:
    """Where two sentences say the same, the one that was named is the evidence."""
    index = StatementIndex.of(DocumentReading.of(Document.of("It rained. He left. It rained.", language="en")))
    claim = index.reading.read("It rained.")
    assert index.find(claim) == StatedAt(0, 0, verbatim=True)
    assert index.find(claim, first=[2]) == StatedAt(2, 2, verbatim=True)


def test_a_sentence_inside_one_is_found() -> None:
    """What the splitter took for one sentence may be two; the second is stated, and so is the first."""
    text = 'The man left early. "Why?" she asked.'
    assert _found("The man left early.", text) == (0, 0)
    assert _found('"Why?" she asked.', text) is not None
