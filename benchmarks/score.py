"""Measures the support score on labeled claims, by data set: balanced accuracy, AUC and calibration error.

    python benchmarks/score.py FILE.jsonl[.gz] [FILE ...]

Each file holds JSON lines with `claim`, `document` and `label` (1: supported). "rule score" is what a user gets: 1 for
what the rules tick, else the support score; its threshold is 0.5 for every file. Baselines in the same run: flags by
plain regular expressions (a number, month, capitalized name or quotation of the claim that stands nowhere in the
document) and the share of the claim's words that the document has, at the one threshold that suits all files best
(which favors it). The calibration error is over ten bins, with supported and unsupported rows weighing the same, since
that is the world that the score answers for. A file the score was trained on says nothing about new text: for that,
benchmarks/train_score.py holds out documents and whole data sets.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from json_lines import read_json_lines

from summarizer.document.document import Document
from summarizer.text.words import words
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules
from summarizer.verification.scoring.score import LIKELY

_DAYS: Final = (
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
).split()


class Row(NamedTuple):
    """A claim, its document, and whether people found it supported."""

    claim: str
    document: str
    label: int


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON lines file, packed or not."""
    return [Row(row["claim"], row["document"], int(row["label"])) for row in read_json_lines(path)]


def _normalize(text: str) -> str:
    signs = str.maketrans("“”’–", '""\'-')
    return " ".join(unicodedata.normalize("NFKC", text).lower().translate(signs).split())


def is_flagged(claim: str, document: str) -> bool:
    """True when a number, month, day, name or quotation of the claim stands nowhere in the document."""
    there = _normalize(document)
    if not _numbers_in(_normalize(claim)) <= _numbers_in(there):
        return True
    if any(re.search(rf"\b{day}\b", claim.lower()) and day not in there for day in _DAYS):
        return True
    names = re.finditer(r"(?<![.!?]\s)(?<!^)(?<![\"“])\b[A-Z][\w'-]+", claim)
    if any(_normalize(name[0]).removesuffix("'s") not in there for name in names):
        return True
    quotations = re.findall(r"[“\"]([^\"”]{3,})[”\"]", claim)
    return any(_normalize(said).strip(" .,") not in there for said in quotations)


def _numbers_in(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text.replace(",", "")))


def coverage(claim: str, document: str) -> float:
    """The share of the claim's words that the document has."""
    there = {word.text for word in words(document)}
    asked = [word.text for word in words(claim)]
    return sum(word in there for word in asked) / len(asked) if asked else 0.0


def balanced_accuracy(scores: Sequence[float], labels: Sequence[int], threshold: float) -> float:
    """The mean of the shares of supported and of unsupported rows that fall on their side, in percent."""
    shares = []
    for want in (0, 1):
        side = [score >= threshold for score, label in zip(scores, labels, strict=True) if label == want]
        right = sum(above == bool(want) for above in side)
        shares.append(right / len(side))
    return 100 * sum(shares) / 2


def auc(scores: Sequence[float], labels: Sequence[int]) -> float:
    """The probability that a supported row scores above an unsupported one, ties counting half."""
    order = sorted(range(len(scores)), key=lambda number: scores[number])
    ranks = [0.0] * len(scores)
    first = 0
    while first < len(order):
        last = first
        while last + 1 < len(order) and scores[order[last + 1]] == scores[order[first]]:
            last += 1
        for place in range(first, last + 1):
            ranks[order[place]] = (first + last) / 2 + 1
        first = last + 1
    good = sum(labels)
    total = sum(rank for rank, label in zip(ranks, labels, strict=True) if label)
    return (total - good * (good + 1) / 2) / (good * (len(labels) - good))


def calibration_error(scores: Sequence[float], labels: Sequence[int]) -> float:
    """The expected gap between score and truth over ten bins, both labels weighing the same."""
    share = {1: 0.5 / max(1, sum(labels)), 0: 0.5 / max(1, len(labels) - sum(labels))}
    gaps = [0.0] * 10
    for score, label in zip(scores, labels, strict=True):
        gaps[min(9, int(10 * score))] += share[label] * (score - label)
    return sum(map(abs, gaps))


class Scored:
    """What the rules, plain flags and word coverage make of the rows of one file."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.labels = [row.label for row in rows]
        self.flags = [1.0 - is_flagged(row.claim, row.document) for row in rows]
        self.coverages = [coverage(row.claim, row.document) for row in rows]
        self.scores: list[float] = []
        self.seconds = 0.0
        rules: dict[str, Rules] = {}
        for row in rows:
            if row.document not in rules:
                rules[row.document] = Rules.of(Index.of(Document.of(row.document)))
            started = time.process_time()
            self.scores.append(rules[row.document].rule_on(row.claim).score)
            self.seconds += time.process_time() - started

    def figures(self, *, cut: float) -> tuple[float, ...]:
        """The figures of its line of the table, with word coverage cut at some share."""
        return (
            balanced_accuracy(self.scores, self.labels, LIKELY),
            auc(self.scores, self.labels),
            calibration_error(self.scores, self.labels),
            balanced_accuracy(self.flags, self.labels, 0.5),
            balanced_accuracy(self.coverages, self.labels, cut),
            auc(self.coverages, self.labels),
        )


def best_cut(sets: Iterable[Scored]) -> float:
    """The one share of covered words that tells supported rows best, over all files."""
    cuts = [percent / 100 for percent in range(20, 101)]
    return max(cuts, key=lambda cut: sum(balanced_accuracy(one.coverages, one.labels, cut) for one in sets))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    sets = {path.name.split(".")[0]: Scored(read_rows(path)) for path in options.files}
    cut = best_cut(sets.values())
    print("| set | rows | rule score BAcc | AUC | ECE | plain flags BAcc | word coverage BAcc | AUC |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    table = []
    for name, one in sets.items():
        table.append(one.figures(cut=cut))
        print_line(name, len(one.labels), table[-1])
    count = sum(len(one.labels) for one in sets.values())
    print_line("mean", count, [sum(column) / len(table) for column in zip(*table, strict=True)])
    spent = 1000 * sum(one.seconds for one in sets.values()) / count
    print(f"\n{spent:.2f} ms of processor time a claim, rules and score, once the document is indexed")


def print_line(name: str, rows: int, figures: Sequence[float]) -> None:
    """One line of the table."""
    decimals = (1, 3, 3, 1, 1, 3)
    cells = [f"{figure:.{places}f}" for figure, places in zip(figures, decimals, strict=True)]
    print(f"| {name} | {rows} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
