"""A statement to verify."""

from __future__ import annotations

from summarizer.text.span import Span
from summarizer.verification.claim import Claim


def test_a_claim_need_not_say_where_it_stands() -> None:
    """A claim of a user's has its words alone; one that was drafted names places and the group it shares calls with."""
    assert (Claim(id="q1", statement="x").cited, Claim(id="q1", statement="x").group) == ((), "")
    drafted = Claim(id="c1.1", statement="x", cited=(Span(0, 4),), group="c1")
    assert drafted != Claim(id="c1.1", statement="x", group="c1")
