"""Measures how many gold evidence sentences the search finds at 1, 3 and 5, beside plain BM25.

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
import math
import re
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from json_lines import read_json_lines

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index

DEPTHS: Final = (1, 3, 5)
K1: Final = 1.2
B: Final = 0.75


class Row(NamedTuple):
    """A claim, the sentences of its page, and the sets of sentences that support it."""

    claim: str
    evidence: Sequence[str]
    gold: Sequence[frozenset[int]]


def read_rows(path: Path) -> list[Row]:
    """The rows that have gold sentences and whose document is their evidence joined."""
    rows = []
    for row in read_json_lines(path):
        sets = row["meta"].get("supporting_sentences") or []
        gold = [frozenset(numbers) for numbers in sets if numbers]
        if gold and "\n".join(row["meta"]["evidence"]) == row["document"]:
            rows.append(Row(row["claim"], row["meta"]["evidence"], gold))
    return rows


def rank_by_index(row: Row) -> tuple[list[int], list[int]]:
    """Sentence numbers as the index ranks them, and those of the evidence set."""
    document = Document.of("\n\n".join(row.evidence), format="plain")
    index = Index.of(document)
    starts = [0, *accumulate(len(line) + 2 for line in row.evidence)]

    def numbers(sentences: Iterable[int]) -> list[int]:
        found = [bisect_right(starts, document.sentences[one].start) - 1 for one in sentences]
        return list(dict.fromkeys(found))

    ranked = numbers(hit.sentence for hit in index.search(row.claim, limit=20))
    return ranked, numbers(index.evidence_set(row.claim))


def rank_by_bm25(row: Row) -> list[int]:
    """Sentence numbers by plain BM25."""
    lines = [Counter(re.findall(r"\w+", line.lower())) for line in row.evidence]
    asked = set(re.findall(r"\w+", row.claim.lower()))
    containing: Counter[str] = Counter()
    for line in lines:
        containing.update(line.keys())
    mean = sum(line.total() for line in lines) / len(lines)
    scores = []
    for number, line in enumerate(lines):
        size = K1 * (1 - B + B * line.total() / mean)
        score = 0.0
        for word in asked & line.keys():
            rarity = math.log(1 + (len(lines) - containing[word] + 0.5) / (containing[word] + 0.5))
            score += rarity * line[word] * (K1 + 1) / (line[word] + size)
        scores.append((-score, number))
    return [number for _, number in sorted(scores)]


def best_recall(found: Iterable[int], gold: Sequence[frozenset[int]]) -> float:
    """The largest share of any one gold set that was found."""
    return max(len(one.intersection(found)) / len(one) for one in gold)


def full_recall(found: Iterable[int], gold: Sequence[frozenset[int]]) -> float:
    """The share of all gold numbers that was found."""
    every = frozenset().union(*gold)
    return len(every.intersection(found)) / len(every)


def report(name: str, rankings: Sequence[list[int]], rows: Sequence[Row]) -> None:
    """One line of the table."""
    cells = []
    for depth in DEPTHS:
        pairs = [(ranking[:depth], row.gold) for ranking, row in zip(rankings, rows, strict=True)]
        best = sum(best_recall(found, gold) for found, gold in pairs) / len(rows)
        full = sum(full_recall(found, gold) for found, gold in pairs) / len(rows)
        cells.append(f"{best:.3f} / {full:.3f}")
    print(f"| {name} | {' | '.join(cells)} |")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--file", default="wice_dev.jsonl.gz")
    options = parser.parse_args()
    rows = read_rows(options.data / options.file)
    started = time.process_time()
    found = [rank_by_index(row) for row in rows]
    spent = time.process_time() - started
    cost = 1000 * spent / len(rows)
    print(f"{len(rows)} claims with gold sentences; ours {cost:.1f} ms of processor time a claim with its indexing\n")
    print("| recall, best set / all | at 1 | at 3 | at 5 |\n|---|---|---|---|")
    report("summarizer Index.search", [ranked for ranked, _ in found], rows)
    report("plain BM25", [rank_by_bm25(row) for row in rows], rows)
    sets = [evidence for _, evidence in found]
    best = sum(best_recall(evidence, row.gold) for evidence, row in zip(sets, rows, strict=True)) / len(rows)
    size = sum(map(len, sets)) / len(rows)
    print(f"\nevidence_set: best set {best:.3f} with {size:.2f} sentences")


if __name__ == "__main__":
    main()
