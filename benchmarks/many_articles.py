"""Many short articles through `Summarizer.map`, answered at once: memory as they go by, and our own time for each.

    python benchmarks/many_articles.py            1,000, 10,000 and 100,000 articles
    python benchmarks/many_articles.py 1000000    so many

The model is scripted and answers at once, so that all that is measured is work of the library. Memory is that of the
process, as the system counts it, and time is that of the processor: others on the machine do not lengthen it.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import summarizer
from summarizer.calls.call import Call, Reply
from summarizer.calls.task import Scenario
from summarizer.pipelines.tasks import stand_in_for


def articles(number: int) -> Iterator[dict[str, str]]:
    """So many short articles, each another text."""
    for place in range(number):
        yield {
            "id": str(place),
            "text": f"The council of Brenta closed bridge {place} on 3 May 2026. Repairs will cost 4.2 million euros, "
            "the mayor said.",
        }


def answer(call: Call) -> Reply:
    """What a model would say, at once."""
    return stand_in_for(call, Scenario())


class InstantModel:
    """Answers at once, and keeps nothing: a `ScriptedModel` notes every call that it is asked."""

    name = "instant"

    def send(self, call: Call) -> Reply:
        """Answer one call."""
        return answer(call)

    async def asend(self, call: Call) -> Reply:
        """The same on an event loop."""
        return self.send(call)


def resident() -> float:
    """Megabytes that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def measure(number: int, *, marks: list[int], engine: bool) -> None:
    """Print memory at each mark, and the time an article."""
    model = InstantModel() if engine else None
    began, done, failed = time.process_time(), 0, 0
    with summarizer.Summarizer(model=model, exam="never", verification="fast", workers=8) as kept:
        for result in kept.map(articles(number), ordered=False):
            done += 1
            failed += isinstance(result, summarizer.Failed)
            if done in marks:
                gc.collect()
                each = (time.process_time() - began) / done * 1e6
                print(
                    f"{done:>9,} articles  {resident():7.1f} MB  {each:8.0f} µs an article  {failed} failed", flush=True
                )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=100_000)
    parser.add_argument("--without-a-model", action="store_true")
    options = parser.parse_args()
    marks = [mark for mark in (1_000, 10_000, 100_000, 1_000_000) if mark <= options.number]
    measure(options.number, marks=marks, engine=not options.without_a_model)


if __name__ == "__main__":
    main()
