"""What a summarizer does with many articles takes the choices of one call."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from summarizer import Result, Summarizer, VerifiedClaims
from summarizer.errors import ConfigError

TEXT = "The council of Brenta closed the old bridge. Engineers had found cracks in {} of its cables."


def test_choices_count_for_every_article() -> None:
    """`max_facts` of the call counts in place of the summarizer's, for each of them."""
    with Summarizer(model=None, max_facts=5) as summarizer:
        found = list(summarizer.map([TEXT.format(place) for place in range(3)], max_facts=1))
        usual = summarizer.summarize(TEXT.format(1))
    assert [len(one.facts) for one in found if isinstance(one, Result)] == [1, 1, 1]
    assert len(usual.facts) == 2


def test_a_wrong_choice_is_told_before_any_article() -> None:
    """No article is taken for it."""
    taken: list[str] = []

    def source() -> Iterator[str]:
        taken.append(TEXT)
        yield TEXT

    with Summarizer(model=None) as summarizer:
        with pytest.raises(TypeError, match="max_fact"):
            summarizer.map(source(), max_fact=3)  # type: ignore[call-arg]
        with pytest.raises(ConfigError, match="verification"):
            summarizer.map(source(), verification="hard")  # type: ignore[arg-type]
    assert taken == []


def test_claims_on_an_event_loop() -> None:
    """Each list of claims has its verdicts, under its id."""

    async def run() -> list[VerifiedClaims]:
        async with Summarizer(model=None) as summarizer:
            given = [{"claims": ["The council of Brenta closed the old bridge."], "text": TEXT.format(4), "id": "x"}]
            found = [one async for one in summarizer.amap_verify(given, verification="strict")]
        return [one for one in found if isinstance(one, VerifiedClaims)]

    (one,) = asyncio.run(run())
    assert one.id == "x"
    assert [claim.verdict for claim in one.claims] == ["supported"]
