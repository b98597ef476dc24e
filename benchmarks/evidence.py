"""How many gold evidence sentences the search finds at 1, 3 and 5, beside plain BM25.

    python benchmarks/evidence.py --data DIR [--file wice_dev.jsonl.gz]

DIR holds JSON lines with `claim`, `document`, `meta.evidence` (the page's sentences) and `meta.supporting_sentences`
(sets of gold numbers into it, each set enough on its own). Both methods are given the page's sentences: BM25 (k1 1.2,
b 0.75, lower-cased words, nothing else) ranks them as they are; ours reads the document in which each is a paragraph,
and a sentence of ours counts as the one of theirs that it begins in. "best set" is the largest share of any one gold
set that was found, "all" the share of all gold numbers of the row; both are means over rows that have gold sentences.
The last line is the evidence set that claims are checked against, of whatever size it has.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index

DEPTHS: Final = (1, 3, 5)


class Row(NamedTuple):
    """A claim, the sentences of its page, and the sets of sentences that support it."""

    claim: str
    evidence: Sequence[str]
    gold: Sequence[frozenset[int]]


def read(path: Path) -> list[Row]:
    """The rows that have gold sentences and whose document is their evidence joined."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gold = [frozenset(numbers) for numbers in row["meta"].get("supporting_sentences") or [] if numbers]
            if gold and "\n".join(row["meta"]["evidence"]) == row["document"]:
                rows.append(Row(row["claim"], row["meta"]["evidence"], gold))
    return rows


def ours(row: Row) -> tuple[list[int], list[int]]:
    """Gold sentence numbers as the index ranks them, and those of the evidence set."""
    document = Document.of("\n\n".join(row.evidence), format="plain")
    index = Index.of(document)
    starts = [0, *accumulate(len(line) + 2 for line in row.evidence)]

    def numbers(sentences: Iterable[int]) -> list[int]:
        return list(dict.fromkeys(bisect_right(starts, document.sentences[one].start) - 1 for one in sentences))

    ranked = numbers(hit.sentence for hit in index.search(row.claim, limit=20))
    return ranked, numbers(index.evidence_set(row.claim))


def bm25(row: Row) -> list[int]:
    """Gold sentence numbers by plain BM25."""
    lines = [Counter(re.findall(r"\w+", line.lower())) for line in row.evidence]
    seen = Counter(word for line in lines for word in line)
    mean = sum(sum(line.values()) for line in lines) / len(lines)
    scores = []
    for number, line in enumerate(lines):
        size = 1.2 * (1 - 0.75 + 0.75 * sum(line.values()) / mean)
        score = sum(
            math.log(1 + (len(lines) - seen[word] + 0.5) / (seen[word] + 0.5)) * line[word] * 2.2 / (line[word] + size)
            for word in set(re.findall(r"\w+", row.claim.lower()))
            if word in line
        )
        scores.append((-score, number))
    return [number for _, number in sorted(scores)]


def report(name: str, rankings: Sequence[list[int]], rows: Sequence[Row]) -> None:
    """One line of the table."""
    cells = []
    for depth in DEPTHS:
        found = [set(ranking[:depth]) for ranking in rankings]
        best = [max(len(top & gold) / len(gold) for gold in row.gold) for top, row in zip(found, rows, strict=True)]
        union = [frozenset().union(*row.gold) for row in rows]
        every = [len(top & gold) / len(gold) for top, gold in zip(found, union, strict=True)]
        cells.append(f"{sum(best) / len(rows):.3f} / {sum(every) / len(rows):.3f}")
    print(f"| {name} | {' | '.join(cells)} |")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--file", default="wice_dev.jsonl.gz")
    options = parser.parse_args()
    rows = read(options.data / options.file)
    started = time.process_time()
    mine = [ours(row) for row in rows]
    spent = time.process_time() - started
    cost = 1000 * spent / len(rows)
    print(f"{len(rows)} claims with gold sentences; ours {cost:.1f} ms of processor time a claim with its indexing\n")
    print("| recall, best set / all | at 1 | at 3 | at 5 |\n|---|---|---|---|")
    report("summarizer Index.search", [ranked for ranked, _ in mine], rows)
    report("plain BM25", [bm25(row) for row in rows], rows)
    chosen = [set(evidence) for _, evidence in mine]
    best = [max(len(found & gold) / len(gold) for gold in row.gold) for found, row in zip(chosen, rows, strict=True)]
    print(
        f"\nevidence_set: best set {sum(best) / len(rows):.3f} with {sum(map(len, chosen)) / len(rows):.2f} sentences"
    )


if __name__ == "__main__":
    main()
