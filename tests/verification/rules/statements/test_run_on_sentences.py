"""Further sentences inside what a splitter took for one."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.statements.run_on_sentences import further_sentences


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
