"""Summarizes a thousand short articles over a bad line, and counts what came back, what was lost, and extra calls.

Run: `python benchmarks/faults.py` (three minutes on two busy cores), or with `--articles 50` for a look.

A server on 127.0.0.1 answers the real `openai` client as an honest scripted model does, but one answer in five is
faulty (`--share`), drawn by a seed: refused or broken connections, errors and pages, answers that come too slowly or
not at all, and completions that are cut, refused, filtered, malformed, dressed otherwise, or answer with unknown or
missing ids. Three laws are counted, and the exit status is 1 where one does not hold: every article returns; the facts
that come back are the facts that were drafted, or a failure says which chunk was lost; no request is sent again once a
completion for it was sent.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from summarizer import Failed, OpenAIChat, Result, RetryPolicy, Summarizer, SummarizerError

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from faulty import TIMEOUT, Account, FaultyServer, Served, account, article, extra_calls, first_hand

OUTCOMES = ("ticked", "surplus", "merged", "refused")


WAYS = ("async", "threads", "sync")


def summarize_all(
    server: FaultyServer, *, articles: int, at_once: int, way: str
) -> tuple[dict[int, Result], dict[int, SummarizerError]]:
    """Summarize so many articles, one after the other or so many at once: results and errors by number."""
    # Six tries, because of three in a row each may be faulty, which is what fallback models are for.
    retry = RetryPolicy(tries=6, first_wait=0.02, longest_wait=0.5)
    model = OpenAIChat("m", base_url=server.base_url, api_key="sk-none", timeout=TIMEOUT)
    summarizer = Summarizer(model=model, retry=retry, workers=at_once)
    results: dict[int, Result] = {}
    errors: dict[int, SummarizerError] = {}

    def one(number: int) -> None:
        try:
            results[number] = summarizer.summarize(article(number))
        except SummarizerError as error:
            errors[number] = error

    async def all_of_them() -> None:
        given = ({"text": article(number), "id": str(number)} for number in range(articles))
        async for found in summarizer.amap(given, ordered=False):
            if isinstance(found, Failed):
                errors[int(found.id)] = SummarizerError(f"{found.error}: {found.message}")
            else:
                results[int(found.id or -1)] = found

    if way == "async":
        asyncio.run(all_of_them())
    elif way == "threads":
        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(one, range(articles)))
    else:
        for number in range(articles):
            one(number)
    model.close()
    return results, errors


def report(served: list[Served], results: dict[int, Result], errors: dict[int, SummarizerError], *, extra: int) -> bool:
    """Print the tables; True when every law holds."""
    found = account(served, results)
    faults = sum(found.faults.values())
    print_counts(found, results, errors=errors, extra=extra)
    print("\n| fault | served |\n|---|---|")
    for fault, count in sorted(found.faults.items()):
        print(f"| {fault} | {count} |")
    print_failures(results.values())
    for number, raised in errors.items():
        print(f"article {number} raised {raised!r}")
    broken = errors or found.unlike_drafted or found.sent_again
    return not broken and extra <= 1.3 * faults


def print_counts(found: Account, results: dict[int, Result], *, errors: dict[int, SummarizerError], extra: int) -> None:
    """The table of what came back."""
    faults = sum(found.faults.values())
    outcomes: Counter[str] = Counter()
    for result in results.values():
        outcomes.update(fact.outcome for fact in (*result.facts, *result.rejected))
    failed = [len(result.failures) for result in results.values()]
    counts = {
        "articles that returned": f"{len(results)} of {len(results) + len(errors)}",
        "requests": f"{found.requests}",
        "faults": f"{faults} ({faults / found.requests:.1%})",
        "extra calls": f"{extra}",
        "extra calls for each fault": f"{extra / max(1, faults):.2f}",
        "articles whose facts are not those drafted": f"{len(found.unlike_drafted)}",
        "requests sent again after their answer": f"{len(found.sent_again)}",
        f"facts: {', '.join(OUTCOMES)}": " ".join(str(outcomes[outcome]) for outcome in OUTCOMES),
        "named failures": f"{sum(failed)}",
        "articles with a named failure": f"{sum(map(bool, failed))}",
    }
    print("| what | count |\n|---|---|")
    for what, count in counts.items():
        print(f"| {what} | {count} |")


def print_failures(results: Iterable[Result]) -> None:
    """The table of what was lost by name."""
    times: Counter[tuple[str, str]] = Counter()
    for result in results:
        times.update((failure.stage, failure.error) for failure in result.failures)
    print("\n| stage | named failure | times |\n|---|---|---|")
    for (stage, error), count in sorted(times.items()):
        print(f"| {stage} | {error} | {count} |")


def main() -> int:
    """Run, print, and say by the exit status whether the laws hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--share", type=float, default=0.2, help="of all answers, how many are faulty (default: 0.2)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--way", choices=WAYS, default="async", help="how they are worked on (default: async)")
    parser.add_argument("--at-once", type=int, default=12, help="articles under way at once (default: 12)")
    given = parser.parse_args()
    logging.getLogger("summarizer").addHandler(logging.NullHandler())
    # The articles are made by one rule, so a tenth of them makes every kind of call that a faultless run makes.
    ids = set().union(*(first_hand(number) for number in range(0, given.articles, 10)))
    begun = time.monotonic()
    with FaultyServer(share=given.share, seed=given.seed) as server:
        results, errors = summarize_all(server, articles=given.articles, at_once=given.at_once, way=given.way)
    fine = report(server.served, results, errors, extra=extra_calls(server.served, results, ids=ids))
    print(f"\n{time.monotonic() - begun:.0f} s; every law holds: {fine}")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
