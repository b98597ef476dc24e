"""Measures how often code is right when it calls a claim contradicted or not stated, without a model.

Every row of the data sets is ruled on against its document. A verdict of `contradicted` or `not_stated` is counted as
right where people did not call the claim supported. Labels are noisy (about one row in six), so the share is a floor:
-v prints the rows that people call supported, with the reason that code gives, to be read one by one.

    python benchmarks/precision.py FILE.jsonl[.gz] [FILE ...] [-v]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from json_lines import read_json_lines

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules
from summarizer.verification.verdict import Verdict

_HARD: Final[tuple[Verdict, ...]] = ("contradicted", "not_stated")
_VERDICTS: Final[tuple[Verdict, ...]] = ("supported", *_HARD, "unchecked")


class Ruled(NamedTuple):
    """A claim of some set with its label (1: supported) and what code says of it."""

    dataset: str
    claim: str
    label: int
    verdict: Verdict
    reason: str


def ruled_rows(paths: Iterable[Path]) -> Iterator[Ruled]:
    """What code says of every row of some files, in order."""
    for path in paths:
        known: dict[str, Rules] = {}
        for row in read_json_lines(path):
            document = row["document"]
            if document not in known:
                known[document] = Rules.of(Index.of(Document.of(document)))
            ruling = known[document].rule_on(row["claim"])
            name = path.name.partition(".")[0]
            yield Ruled(name, row["claim"], int(row["label"]), ruling.verdict, ruling.reason)


def main() -> None:
    """Print the table, and with -v the rows behind it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print the supported rows that code calls wrong")
    options = parser.parse_args()
    counts: defaultdict[str, Counter[tuple[Verdict, int]]] = defaultdict(Counter)
    for row in ruled_rows(options.files):
        counts[row.dataset][row.verdict, row.label] += 1
        if options.verbose and row.label and row.verdict in _HARD:
            print(f"[{row.dataset}] {row.verdict}: {row.reason}\n    {' '.join(row.claim.split())}")
    counts["all"] = sum(counts.values(), Counter())
    print(f"{'set':28} " + " ".join(f"{verdict:>22}" for verdict in _VERDICTS))
    for name, count in counts.items():
        print(f"{name:28} " + " ".join(f"{_share(verdict, count):>22}" for verdict in _VERDICTS))


def _share(verdict: Verdict, count: Counter[tuple[Verdict, int]]) -> str:
    """How many of the rows with a verdict have the label that it says, and for hard ones the share in percent."""
    right = 1 if verdict == "supported" else 0
    rows = count[verdict, 0] + count[verdict, 1]
    if verdict == "unchecked" or not rows:
        return str(rows)
    return f"{count[verdict, right]} of {rows} ({100 * count[verdict, right] / rows:.1f} %)"


if __name__ == "__main__":
    main()
