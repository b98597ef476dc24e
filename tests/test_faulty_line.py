"""A bad line in small: what `benchmarks/faults.py` shows for a thousand articles."""

from __future__ import annotations

import asyncio
import math

from faulty import CONTENT, LINE, FaultyServer, account, article, extra_calls, first_hand

from summarizer import OpenAIChat, Result, RetryPolicy, Summarizer

ARTICLES = 24


def test_every_article_returns_and_nothing_is_lost_or_paid_for_twice() -> None:
    """One answer in five is faulty: all facts drafted come back or are named lost, no answered request is repeated."""
    ids = set().union(*(first_hand(number) for number in range(ARTICLES)))

    async def main() -> list[Result]:
        model = OpenAIChat("m", base_url=server.base_url, timeout=2.0)
        retry = RetryPolicy(tries=6, first_wait=0.01, longest_wait=0.05)
        summarizer = Summarizer(model=model, retry=retry)
        found = await asyncio.gather(*(summarizer.asummarize(article(number)) for number in range(ARTICLES)))
        await model.aclose()
        return found

    with FaultyServer(share=0.2, seed=7) as server:
        results = dict(enumerate(asyncio.run(main())))
    found = account(server.served, results)
    faults = sum(found.faults.values())
    assert faults >= 5
    assert found.unlike_drafted == []
    assert found.sent_again == []
    assert extra_calls(server.served, results, ids=ids) <= math.ceil(1.3 * faults)
    for result in results.values():
        assert all(f.verdict == "supported" and f.evidence for f in result.facts)
        assert result.facts
        assert all(f.lost and f.message for f in result.failures)


def test_the_account_sees_what_is_wrong() -> None:
    """The laws are not held by a blind account: a lost fact, and a request sent again after its answer, are named."""
    with FaultyServer(share=0, seed=1) as server:
        model = OpenAIChat("m", base_url=server.base_url)
        result = Summarizer(model=model).summarize(article(3))
        model.close()
    less = result.model_copy(update={"facts": result.facts[1:]})
    assert account(server.served, {3: result}).unlike_drafted == []
    assert account(server.served, {3: less}).unlike_drafted == [3]
    assert account([*server.served, server.served[0]], {3: result}).sent_again == [3]


def test_all_faults_are_there() -> None:
    """The forty-one kinds of fault that the benchmark draws from."""
    assert len(LINE) + len(CONTENT) == 41
