"""Another value in the place of one that the source has not."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.rivals import rival_of, type_of


@pytest.mark.parametrize(
    ("claim", "evidence", "rival"),
    [
        ("It fell on 9 May 2026.", "It was shut on 3 May 2026.", "3 May 2026"),
        ("It cost 9.9 million euros.", "The price was 4.2 million euros.", "4.2 million euros"),
        ("It rose 9%.", "It rose 4% in May.", "4%"),
        ("It cost 9 euros.", "It cost 4 euros or 5 euros.", ""),
        ("It cost 9 euros and 8 euros.", "It cost 4 euros.", ""),
        ("It cost 9 euros.", "It cost 4 dollars.", ""),
        ("It fell in May 2025.", "It fell on 3 May 2026.", ""),
        ("There were 9 men.", "There were 4 men.", ""),
    ],
)
def test_a_rival_is_the_only_value_of_its_type(claim: str, evidence: str, rival: str) -> None:
    """Of the same currency, measure or fullness, once in the claim and once in the evidence; bare counts have none."""
    said, shown = (canonicalize(text, language="en") for text in (claim, evidence))
    token = next((one for one in said.tokens if type_of(one)), said.tokens[0])
    assert rival_of(token, said, [shown]) == rival
