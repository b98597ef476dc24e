"""A thousand short articles over a bad line: what came back, what was lost by name, and how many calls were extra.

Run: `python benchmarks/faults.py` (three minutes on two busy cores), or with `--articles 50` for a look.

A server on 127.0.0.1 answers the real `openai` client as an honest scripted model does, but one answer in five is
faulty, drawn by a seed: refused or broken connections, errors, pages, answers that come too slowly or not at all, and
completions that are cut, refused, filtered, malformed, or answer with unknown or missing ids. Three laws are counted,
and the exit status is 1 where one does not hold: every article returns; the facts that come back are the facts that
were drafted, or a failure says which chunk was lost; no request is sent again once a completion for it was sent.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
from collections import Counter
from pathlib import Path

from summarizer import OpenAIChat, Result, RetryPolicy, Summarizer, SummarizerError

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from faulty import TIMEOUT, FaultyServer, Served, account, article, extra_calls, first_hand


async def run(
    server: FaultyServer, *, articles: int, at_once: int
) -> tuple[dict[int, Result], dict[int, SummarizerError]]:
    """Summarize so many articles, so many at once: results and errors by number."""
    model = OpenAIChat("m", base_url=server.base_url, api_key="sk-none", timeout=TIMEOUT)
    summarizer = Summarizer(model=model, retry=RetryPolicy(first_wait=0.02, longest_wait=0.5), workers=4)
    gate = asyncio.Semaphore(at_once)
    results: dict[int, Result] = {}
    errors: dict[int, SummarizerError] = {}

    async def one(number: int) -> None:
        async with gate:
            try:
                results[number] = await summarizer.asummarize(article(number))
            except SummarizerError as error:
                errors[number] = error

    await asyncio.gather(*(one(number) for number in range(articles)))
    await model.aclose()
    return results, errors


def show(served: list[Served], results: dict[int, Result], errors: dict[int, SummarizerError], *, extra: int) -> bool:
    """Print the tables; True when every law holds."""
    found = account(served, results)
    faults = sum(found.faults.values())
    facts = Counter(f.outcome for r in results.values() for f in (*r.facts, *r.rejected))
    rows = [
        ("articles that returned", f"{len(results)} of {len(results) + len(errors)}"),
        ("requests", f"{found.requests}"),
        ("faults", f"{faults} ({faults / found.requests:.1%})"),
        ("extra calls", f"{extra}"),
        ("extra calls for each fault", f"{extra / max(1, faults):.2f}"),
        ("articles whose facts are not those drafted", f"{len(found.unlike_drafted)}"),
        ("requests sent again after their answer", f"{len(found.sent_again)}"),
        (
            "facts: ticked, surplus, merged, refused",
            " ".join(str(facts[o]) for o in ("ticked", "surplus", "merged", "refused")),
        ),
        ("named failures", f"{sum(len(r.failures) for r in results.values())}"),
        ("articles with a named failure", f"{sum(bool(r.failures) for r in results.values())}"),
    ]
    print("| what | count |\n|---|---|")
    for row in rows:
        print(f"| {row[0]} | {row[1]} |")
    print("\n| fault | served |\n|---|---|")
    for fault, count in sorted(found.faults.items()):
        print(f"| {fault} | {count} |")
    failures = Counter((f.stage, f.error) for r in results.values() for f in r.failures)
    print("\n| stage | named failure | times |\n|---|---|---|")
    for (stage, error), count in sorted(failures.items()):
        print(f"| {stage} | {error} | {count} |")
    for number, raised in errors.items():
        print(f"article {number} raised {raised!r}")
    return not (errors or found.unlike_drafted or found.sent_again or extra > 1.3 * faults)


def main() -> int:
    """Run, print, and say by the exit status whether the laws hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--share", type=float, default=0.2, help="of all answers, how many are faulty (default: 0.2)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=12, help="articles under way at once (default: 12)")
    given = parser.parse_args()
    logging.getLogger("summarizer").addHandler(logging.NullHandler())
    # The articles are made by one rule, so a tenth of them makes every kind of call that a faultless run makes.
    ids = set().union(*(first_hand(number) for number in range(0, given.articles, 10)))
    begun = time.monotonic()
    with FaultyServer(share=given.share, seed=given.seed) as server:
        results, errors = asyncio.run(run(server, articles=given.articles, at_once=given.at_once))
    fine = show(server.served, results, errors, extra=extra_calls(server.served, results, ids=ids))
    print(f"\n{time.monotonic() - begun:.0f} s; every law holds: {fine}")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
