"""Whether a number follows from others."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.amounts import match_number
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.fact_index import FactIndex


@pytest.mark.parametrize(
    ("claim", "source", "match"),
    [
        ("It made £560 billion", "It made £547.126 billion", "absent"),
        ("It made nearly £550 billion", "It made £547.126 billion", "rounded"),
        ("It made more than £540 billion", "It made £547.126 billion", "rounded"),
        ("It made more than £600 billion", "It made £547.126 billion", "absent"),
        ("It made $4.2 billion", "It made $4,213,000,000", "rounded"),
        ("It made $4.3 billion", "It made $4,213,000,000", "absent"),
        ("It rose 5%", "It rose 5 percent", "same"),
        ("It rose 5%", "It rose 5 percentage points", "other unit"),
        ("It paid $5 million", "It paid €5 million", "other unit"),
        ("It paid $5 million", "It paid US$5 million", "same"),
        ("It paid US$5 million", "It paid $5 million", "same"),
        ("It paid A$5 million", "It paid $5 million", "other unit"),
        ("It paid A$5 million", "It paid US$5 million", "other unit"),
        ("It fell 5%", "Growth was -5%, a fall", "same"),
        ("It ran 5 km", "It ran 5 miles", "other unit"),
        ("The rise was 40%", "It rose from 50 to 70", "derived"),
        ("In all 92 came", "First 55 came, then 37", "derived"),
    ],
)
def test_match(claim: str, source: str, match: str) -> None:
    """The claim's last number is the source's own, rounded as it says, worked out, or neither."""
    form = canonicalize(claim, language="en")
    place = max(i for i, token in enumerate(form.tokens) if token.number is not None)
    held = FactIndex.of([canonicalize(source, language="en")])
    assert match_number(form.tokens[place], form.keys[max(0, place - 3) : place], held)[0] == match
