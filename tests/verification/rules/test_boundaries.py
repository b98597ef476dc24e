"""Where statements begin and end."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.boundaries import fragment_sentences, further_sentences, unasserted_sentences


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("The man left early. She stayed.", ["she"]),
        ('The man left early. "Why?" she asked.', ['"']),
        ("He met Adm. Smith.", []),
        ('He said: "They left early. She stayed."', []),
        ("He left (they left early. She stayed).", []),
        ("It rose 5. He fell.", []),
    ],
)
def test_further_sentences(sentence: str, begins: list[str]) -> None:
    """Only a plain end of a sentence counts, never one in quotation marks or behind what may be an abbreviation."""
    form = canonicalize(sentence, language="en")
    assert [form.keys[place] for place in further_sentences(form)] == begins


def test_continuing_and_dependent() -> None:
    """Items under a denial depend on it; whole sentences continue nothing."""
    document = Document.of(
        "He denied this:\n\n- The road is closed.\n- The bridge fell.\n\nIt rained. She left.", language="en"
    )
    forms = [canonicalize(s.body.of(document.text), language="en") for s in document.sentences]
    assert [forms[i].keys[-1] for i in unasserted_sentences(document, forms)] == ["closed", "fell"]
    assert list(fragment_sentences(document, forms)) == []
