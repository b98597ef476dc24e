"""All sentences that a document does not assert."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.unasserted.sentences import unasserted_sentences


def test_every_reason_counts() -> None:
    """What is denied, taken back, supposed or somebody's is there; the rest is not."""
    document = Document.of(
        "He denied this:\n\n- The road is closed.\n- The bridge fell.\n\n"
        "It rained. She left.\n\n"
        "The mayor lied. That is a lie.\n\n"
        "Suppose he stays. He wins.\n\n"
        "SMITH: It is sad. We lost.\n\n"
        "Common myths:\n\nIt fell.",
        language="en",
    )
    read = [canonicalize(sentence.body.of(document.text), language="en") for sentence in document.sentences]
    found = [document.sentences[number].body.of(document.text) for number in unasserted_sentences(document, read)]
    assert set(found) == {
        "The road is closed.",
        "The bridge fell.",
        "The mayor lied.",
        "He wins.",
        "We lost.",
        "It fell.",
    }


def test_one_source_takes_back_nothing_of_another() -> None:
    """A denial, a heading or an open quotation counts for its own source only."""
    document = joined(articles_of(["Common myths:\n\nIt fell.", "“The mayor lied.", "That is a lie. She left."]))
    read = [canonicalize(sentence.body.of(document.text), language="en") for sentence in document.sentences]
    found = [document.sentences[number].body.of(document.text) for number in unasserted_sentences(document, read)]
    assert "It fell." in found
    assert "She left." not in found
    assert unasserted_sentences(document, read).keys() == {1, *([2] if "“The mayor lied." in found else [])}
