"""What must hold of every result, on any texts: each evidence is where it says, and no drafted fact is lost.

    python benchmarks/laws.py examples/articles/*.* FILE ...

The engine without a model reads each file; a line says what came of it. The command fails if a law does not hold.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import summarizer


def main(names: list[str]) -> int:
    """Print one line a file; 1 if a law failed on any of them."""
    broken = 0
    for name in names:
        text = Path(name).read_text("utf-8")
        start = time.process_time()
        result = summarizer.summarize(text, model=None)
        seconds = time.process_time() - start
        evidences = result.evidences()
        wrong = sum(text[e.start : e.end] != e.text for e in evidences)
        drafted = {fact.drafted for fact in (*result.facts, *result.rejected)}
        unearned = sum(fact.verdict != "supported" or not fact.evidence for fact in result.facts)
        bare = sum(not (s.evidence and s.fact_ids) for s in result.summary.sentences())
        broken += bool(wrong or unearned or bare)
        print(
            f"{Path(name).name}: {len(text):,} characters, {len(evidences)} evidences, {wrong} not where they say; "
            f"{len(drafted)} drafted = {len(result.facts)} ticked + {len(result.rejected)} others; "
            f"{unearned} ticks unearned; {bare} summary sentences without evidence; {seconds:.2f} s"
        )
    return 1 if broken or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
