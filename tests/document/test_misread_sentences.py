"""The sentences that a place touches, also one that a control opened before it."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.document.misread_sentences import misread_sentences


def test_what_is_opened_goes_on_to_the_end_of_the_paragraph() -> None:
    """An override turns the sentences behind it; the next paragraph is read as it stands."""
    document = Document.of(
        "Rain fell on the town.\n\nThe \u202edam held all night. It is 91 years old.\n\nThe road reopened at noon.",
        language="en",
    )
    name = "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert misread_sentences(document) == {1: name, 2: name}


def test_a_plain_text_has_none() -> None:
    """Nothing is turned in it."""
    assert misread_sentences(Document.of("Rain fell on the town. It cost 5 €.", language="en")) == {}
