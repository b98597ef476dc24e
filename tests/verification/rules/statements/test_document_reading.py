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
