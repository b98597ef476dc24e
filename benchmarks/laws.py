"""Checks what must hold of every result, on any texts: each evidence is where it says, and no drafted fact is lost.

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
    broken = [name for name in names if not holds(Path(name))]
    return 1 if broken or not names else 0


def holds(path: Path) -> bool:
    """Print a line about one file; True if every law holds on it."""
    text = path.read_text("utf-8")
    start = time.process_time()
    result = summarizer.summarize(text, model=None)
    seconds = time.process_time() - start
    evidences = result.evidences()
    # Of a web page the offsets are those of the article in it.
    text = result.document.text or ""
    wrong = sum(text[evidence.start : evidence.end] != evidence.text for evidence in evidences)
    drafted = {fact.drafted for fact in (*result.facts, *result.rejected)}
    unearned = sum(fact.verdict != "supported" or not fact.evidence for fact in result.facts)
    bare = sum(not (sentence.evidence and sentence.fact_ids) for sentence in result.summary.sentences())
    print(
        f"{path.name}: {len(text):,} characters, {len(evidences)} evidences, {wrong} not where they say; "
        f"{len(drafted)} drafted = {len(result.facts)} ticked + {len(result.rejected)} others; "
        f"{unearned} ticks unearned; {bare} summary sentences without evidence; {seconds:.2f} s"
    )
    return not (wrong or unearned or bare)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
