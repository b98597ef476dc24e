"""Who did what to whom."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.alignment import align


@pytest.mark.parametrize(
    ("claim", "source", "swapped"),
    [
        ("On Monday Ann beat Bob twice.", "On Monday Bob beat Ann twice.", True),
        ("A man met Bob in Paris at dawn.", "A man in Paris met Bob at dawn.", False),
        ("On Monday Ann beat Bob twice.", "On Monday Ann beat Bob often.", False),
    ],
)
def test_names_that_changed_places_are_a_difference_of_order(claim: str, source: str, *, swapped: bool) -> None:
    """The same words with the names exchanged say another thing; a place that moved, or another word, is no swap."""
    one, other = canonicalize(claim, language="en"), canonicalize(source, language="en")
    kinds = [difference.kind for difference in align(one, other, language="en").differences]
    assert (bool(kinds) and set(kinds) == {"order"}) is swapped
