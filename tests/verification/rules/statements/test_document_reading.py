"""A document read once, and claims read as its own sentences are."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.rules.statements.document_reading import DocumentReading


def _is_stated(claim: str, text: str) -> bool:
    reading = DocumentReading.of(Document.of(text, language="en"))
    return reading.sentences[0].keys == reading.read(claim).keys


@pytest.mark.parametrize(
    ("source", "claim", "stated"),
    [
        ("The club paid US$5 for it. It has US$9.", "The club paid $5 for it.", True),
        ("The club paid US$5 for it. It has A$9.", "The club paid $5 for it.", False),
        ("The club paid US$5 for it. It has $9.", "The club paid $5 for it.", False),
        ("The club paid A$5 for it. It has A$9.", "The club paid $5 for it.", False),
        ("The club paid $5 for it. It has $9.", "The club paid US$5 for it.", False),
        ("The club paid $5 for it. It has US$9.", "The club paid US$5 for it.", False),
    ],
)
def test_a_bare_sign_is_us_dollars_only_where_the_document_always_says_so(
    source: str, claim: str, *, stated: bool
) -> None:
    """A "$" in a claim is read as "US$" where the document writes no other dollar sign, and never the other way."""
    assert _is_stated(claim, source) is stated


def test_pounds_are_money_where_the_document_says_so() -> None:
    """Where it writes "£", five pounds are a sum, else a weight."""
    claim = "It cost five pounds."
    money = DocumentReading.of(Document.of("It cost £5.", language="en"))
    weight = DocumentReading.of(Document.of("It weighed 5 kg.", language="en"))
    assert any(token.kind == "money" for token in money.read(claim).tokens)
    assert not any(token.kind == "money" for token in weight.read(claim).tokens)


def test_markup_is_not_read() -> None:
    """Sentences are read without the marks of their structure, and their places leave these out too."""
    document = Document.of("# Title\n\n- The *bridge* closed.\n- It rained.", language="en")
    reading = DocumentReading.of(document)
    assert reading.sentences[1].keys == ("the", "bridge", "closed")
    assert reading.span(1, 1).of(document.text) == "The *bridge* closed."


def test_a_cut_word_is_held_in_both_readings_and_stated_in_one() -> None:
    """What may be meant is not absent from the source, and states nothing."""
    reading = DocumentReading.of(Document.of("It saw Ros-\ntock and sev-\nenteen ships. It left.", language="en"))
    assert set(reading.other_readings) == {0}
    held = reading.facts_of([0])
    assert {"rostock", "ros"} <= held.keys
    assert 17 in held.values
    assert not reading.facts_of([1]).keys & {"rostock", "ros"}
    assert reading.sentences[0].keys != reading.read("It saw Rostock and sev-enteen ships.").keys
    assert reading.sentences[0].keys == reading.read("It saw Ros-tock and sev-\nenteen ships.").keys


@pytest.mark.parametrize("before", [". ", "- ", "* ", "## ", "> ", "• ", ". - "])
def test_what_a_plain_splitter_leaves_before_a_claim_says_nothing(before: str) -> None:
    """A bullet or a stray full stop goes; a dash that may be a minus stays."""
    reading = DocumentReading.of(Document.of("It rained.", language="en"))
    assert reading.read(f"{before}It rained.").keys == ("it", "rained")
    assert reading.read("- 5 degrees").keys != reading.read("5 degrees").keys
