"""The support score on labeled claims: balanced accuracy at one threshold, AUC and calibration error, by data set.

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
import gzip
import json
import re
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from summarizer.document.document import Document
from summarizer.text.words import words
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Ruler
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


def read(path: Path) -> list[Row]:
    """The rows of a JSON lines file, packed or not."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = (json.loads(line) for line in raw.decode().splitlines() if line.strip())
    return [Row(row["claim"], row["document"], int(row["label"])) for row in rows]


def _plain(text: str) -> str:
    signs = str.maketrans("“”’–", '""\'-')
    return " ".join(unicodedata.normalize("NFKC", text).lower().translate(signs).split())


def flagged(claim: str, document: str) -> bool:
    """True when a number, month, day, name or quotation of the claim stands nowhere in the document."""
    there, number = _plain(document), r"\d+(?:[.,]\d+)*"
    if not set(re.findall(number, _plain(claim).replace(",", ""))) <= set(re.findall(number, there.replace(",", ""))):
        return True
    if any(re.search(rf"\b{day}\b", claim.lower()) and day not in there for day in _DAYS):
        return True
    names = re.finditer(r"(?<![.!?]\s)(?<!^)(?<![\"“])\b[A-Z][\w'-]+", claim)
    if any(_plain(name[0]).removesuffix("'s") not in there for name in names):
        return True
    return any(_plain(said).strip(" .,") not in there for said in re.findall(r"[“\"]([^\"”]{3,})[”\"]", claim))


def coverage(claim: str, document: str) -> float:
    """The share of the claim's words that the document has."""
    there = {word.text for word in words(document)}
    asked = [word.text for word in words(claim)]
    return sum(word in there for word in asked) / len(asked) if asked else 0.0


def balanced_accuracy(scores: Sequence[float], labels: Sequence[int], threshold: float) -> float:
    """The mean of the shares of supported and of unsupported rows that fall on their side, in percent."""
    sides = [
        [(score >= threshold) == bool(want) for score, label in zip(scores, labels, strict=True) if label == want]
        for want in (0, 1)
    ]
    return 100 * sum(sum(side) / len(side) for side in sides) / 2


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
    error = 0.0
    for low in range(10):
        held = [(s, y) for s, y in zip(scores, labels, strict=True) if min(9, int(10 * s)) == low]
        error += abs(sum(share[label] * (score - label) for score, label in held))
    return error


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    sets = {path.name.split(".")[0]: read(path) for path in options.files}
    scores: dict[str, list[float]] = {}
    flags: dict[str, list[float]] = {}
    covers: dict[str, list[float]] = {}
    spent, count = 0.0, 0
    rulers: dict[str, Ruler] = {}
    for name, rows in sets.items():
        flags[name] = [1.0 - flagged(row.claim, row.document) for row in rows]
        covers[name] = [coverage(row.claim, row.document) for row in rows]
        scores[name] = []
        for row in rows:
            if row.document not in rulers:
                rulers[row.document] = Ruler.of(Index.of(Document.of(row.document)))
            started = time.process_time()
            scores[name].append(rulers[row.document].rule(row.claim).score)
            spent, count = spent + time.process_time() - started, count + 1
    labels = {name: [row.label for row in rows] for name, rows in sets.items()}
    cut = max(
        (cut / 100 for cut in range(20, 101)),
        key=lambda cut: sum(balanced_accuracy(covers[name], labels[name], cut) for name in sets),
    )
    print("| set | rows | rule score BAcc | AUC | ECE | plain flags BAcc | word coverage BAcc | AUC |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    table = [
        (
            balanced_accuracy(scores[name], labels[name], LIKELY),
            auc(scores[name], labels[name]),
            calibration_error(scores[name], labels[name]),
            balanced_accuracy(flags[name], labels[name], 0.5),
            balanced_accuracy(covers[name], labels[name], cut),
            auc(covers[name], labels[name]),
        )
        for name in sets
    ]
    means = tuple(sum(column) / len(table) for column in zip(*table, strict=True))
    for name, size, line in [*zip(sets, map(len, sets.values()), table, strict=True), ("mean", count, means)]:
        a, b, c, d, e, f = line
        print(f"| {name} | {size} | {a:.1f} | {b:.3f} | {c:.3f} | {d:.1f} | {e:.1f} | {f:.3f} |")
    print(f"\n{1000 * spent / count:.2f} ms of processor time a claim, rules and score, once the document is indexed")


if __name__ == "__main__":
    main()
