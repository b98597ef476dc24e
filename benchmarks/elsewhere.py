"""Measures what is unticked of a document's own sentences since they point elsewhere: in place, and in extracts.

    python benchmarks/elsewhere.py --data DIR [--documents 25] [--seed 5] [--show]

Every document is checked against itself, where no sentence points elsewhere: wanted 0. Then every second and every
third of its sentences is checked against it, in order, where those that stand alone must keep their ticks: `--show`
prints those that lost one, each behind the sentence before it, to be read.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path
from typing import Final

from json_lines import read_json_lines

from summarizer import Document, verify_text

_LONGEST: Final = 6000  # characters of a document; longer ones say nothing else, and take long
_REASON: Final = "points at what stands before it"


def measure(text: str, *, step: int, show: bool) -> Counter[bool]:
    """How many of every so many sentences are refused for what they point at, of those that are ticked by themselves.

    Args:
        text: A document.
        step: Every so many sentences are taken; 1 takes all.
        show: Print what is refused.
    """
    source = Document.of(text)
    body = [one for one in source.sentences if source.blocks[one.block].kind not in ("heading", "table")]
    taken = "\n\n".join(source.prose(one.body) for one in body[::step])
    found: Counter[bool] = Counter()
    if not taken.strip():
        return found
    before = ""
    for sentence in verify_text(source if step == 1 else taken, source).sentences:
        refused = _REASON in sentence.reason
        if refused or sentence.verdict == "supported":
            found[refused] += 1
        if refused and show:
            print(f"  … {before[-80:]} || {sentence.statement[:150]}\n      {sentence.reason}")
        before = sentence.statement
    return found


def main() -> None:
    """Measure every set of a folder and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz with documents")
    parser.add_argument("--documents", type=int, default=25, help="documents drawn of each set")
    parser.add_argument("--seed", type=int, default=5, help="seed of every draw")
    parser.add_argument("--show", action="store_true", help="print what loses its tick in extracts")
    options = parser.parse_args()
    total: dict[int, Counter[bool]] = {step: Counter() for step in (1, 2, 3)}
    print(f"{'set':32} {'at its place':>18} {'every second':>18} {'every third':>18}")
    for path in sorted(options.data.glob("*.jsonl*")):
        rng = random.Random(options.seed)
        texts = sorted({str(row["document"]) for row in read_json_lines(path) if len(str(row["document"])) < _LONGEST})
        drawn = rng.sample(texts, min(options.documents, len(texts)))
        shares = []
        for step, counts in total.items():
            found = sum((measure(text, step=step, show=options.show and step > 1) for text in drawn), Counter[bool]())
            counts.update(found)
            shares.append(_share(found))
        print(f"{path.name.partition('.')[0]:32} " + " ".join(f"{share:>18}" for share in shares))
    print(f"{'ALL':32} " + " ".join(f"{_share(counts):>18}" for counts in total.values()))


def _share(found: Counter[bool]) -> str:
    return f"{found[True]} of {found.total()} {100 * found[True] / max(found.total(), 1):.1f} %"


if __name__ == "__main__":
    main()
