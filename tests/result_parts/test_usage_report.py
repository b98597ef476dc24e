"""A usage report adds up what was spent."""

from __future__ import annotations

from decimal import Decimal

from summarizer.result_parts.usage_report import Usage, UsageReport


def test_both_together_are_the_sum() -> None:
    """A price that is not known makes the sum unknown."""
    one = Usage(calls=1, tokens_in=10, cost=Decimal(2))
    assert one.plus(Usage(calls=2, tokens_in=5, cost=Decimal(1))) == Usage(calls=3, tokens_in=15, cost=Decimal(3))
    assert one.plus(Usage(cost=None)).cost is None
    assert UsageReport.of({}).calls == 0
