"""Measures what rules refuse beside a judge that says yes to everything, and what they let through: the two ends.

    python benchmarks/two_ends.py --data DIR [--text FILE ...] [--rows 60] [--seed 7] [--show veto|worst]

The judge of this benchmark does not read: it finds every claim entailed, and names the sentences that share most words
with it. So what it is asked about ends as the rules alone decide.

- The veto rate is the share of claims that people call supported and that are not ticked all the same: rules that
  overrule a right judge. It is counted by data set, on at most 300 rows of each. Wanted: near 0.
- The worst case is the share of claims that are false by a hair and that are ticked: what slips past the rules when
  the judge does not read. It is counted by kind of change, on the harmful rows of benchmarks/corruption.py, and on the
  unsupported claims of the sets that nearly copy a sentence. Wanted: near 0.

A change of rules or prompts is worth having if it lowers one and does not raise the other.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from corruption import Row, documents_in, given_rows, made_rows, written_reports
from corruptions.texts import cut_into_pieces

import summarizer
from summarizer.calls.call import Call
from summarizer.verification.verdict import CheckedClaim

_MOST_ROWS: Final = 300  # of a set, so that each weighs alike
# The share of a claim's words that one sentence must have for the claim to count as a near copy of it.
_NEAR_COPY: Final = 0.8
_NUMBERED: Final = re.compile(r"\[(\d+)\] (.*)")


def say_yes(call: Call) -> Mapping[str, object]:
    """Everything is entailed; named are the at most four sentences shown that share most words with the claim."""
    claims: list[Mapping[str, str]] = []
    shown: dict[int, set[str]] = {}
    for line in "\n".join(message.content for message in call.messages).split("\n"):
        if line.startswith('{"id"') and '"claim"' in line:
            claims.append(json.loads(line))
        elif numbered := _NUMBERED.match(line):
            shown[int(numbered[1])] = _words(numbered[2])
    return {"claims": [_yes(claim, shown) for claim in claims]}


def _yes(claim: Mapping[str, str], shown: Mapping[int, set[str]]) -> Mapping[str, object]:
    words = _words(claim["claim"])
    nearest = sorted(shown, key=lambda number: -len(words & shown[number]))[:4]
    one = {"text": claim["claim"], "sentences": sorted(nearest), "relation": "entailed"}
    return {"id": claim["id"], "assertions": [one], "correction": ""}


def _words(text: str) -> set[str]:
    if re.search(r"[\u3400-\u9fff]", text):
        return set(re.findall(r"\w", text))
    return set(re.findall(r"\w+", text.lower()))


def judge_rows(rows: Sequence[Row]) -> list[CheckedClaim]:
    """What the library says of every row, in order, with the judge that says yes."""
    by_document: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        by_document[row.document].append(number)
    found: dict[int, CheckedClaim] = {}
    with summarizer.Summarizer(model=summarizer.ScriptedModel(say_yes)) as one:
        for document, numbers in by_document.items():
            results = one.verify([rows[number].claim for number in numbers], document)
            found |= dict(zip(numbers, results, strict=True))
    return [found[number] for number in range(len(rows))]


def is_near_copy(row: Row) -> bool:
    """True for a claim most of whose words one sentence has."""
    mine = Counter(re.findall(r"\w+", row.claim.lower()))
    for sentence in re.split(r"(?<=[.!?])\s+|\n", row.document):
        theirs = Counter(re.findall(r"\w+", sentence.lower()))
        shared = (mine & theirs).total()
        if shared >= _NEAR_COPY * max(mine.total(), 5):
            return True
    return False


def report(title: str, rows: Sequence[Row], *, wrong: str, show: bool) -> None:
    """Print, by kind, how many rows ended as they should not."""
    print(f"\n{title}")
    if not rows:
        print("no such rows")
        return
    results = judge_rows(rows)
    by_kind: defaultdict[str, list[bool]] = defaultdict(list)
    for row, result in zip(rows, results, strict=True):
        bad = (result.verdict == "supported") is (wrong == "ticked")
        by_kind[row.kind].append(bad)
        if bad and show:
            print(
                f"  [{row.kind}] {result.verdict}: {result.reason}\n"
                f"      claim  {row.claim[:300]}\n      was    {row.origin[:300]}"
            )
    for kind, bads in by_kind.items():
        if any(bads) or wrong == "refused":
            print(f"{kind:36} {sum(bads):>5} of {len(bads):<5} {100 * sum(bads) / len(bads):5.1f} %")
    every = [bad for bads in by_kind.values() for bad in bads]
    print(f"{'ALL':36} {sum(every):>5} of {len(every):<5} {100 * sum(every) / len(every):5.1f} %")


def draw_rows(rows: Iterable[Row], *, seed: int) -> list[Row]:
    """At most so many rows of each kind."""
    by_kind: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    rng = random.Random(seed)
    drawn = []
    for some in by_kind.values():
        drawn += rng.sample(some, min(_MOST_ROWS, len(some)))
    return drawn


def main() -> None:
    """Measure both ends and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz with document, claim and label")
    parser.add_argument("--text", type=Path, action="append", default=[], help="a plain text, cut into documents")
    parser.add_argument("--rows", type=int, default=60, help="rows of a kind of change")
    parser.add_argument("--seed", type=int, default=7, help="seed of every draw")
    parser.add_argument("--show", choices=("veto", "worst"), help="print the rows that end as they should not")
    options = parser.parse_args()
    sets: list[Row] = []
    for path in sorted(options.data.glob("*.jsonl*")):
        sets += rows_of_set(path)
    report(
        "Veto rate: supported, and refused beside a judge that says yes",
        draw_rows((row for row in sets if not row.harmful), seed=options.seed),
        wrong="refused",
        show=options.show == "veto",
    )
    near = draw_rows((row for row in sets if row.harmful and is_near_copy(row)), seed=options.seed)
    report("Worst case: near copies, not supported, and ticked", near, wrong="ticked", show=options.show == "worst")
    texts = written_reports(options.seed)
    texts += documents_in(options.data)
    for path in options.text:
        texts += cut_into_pieces(path)
    made = [row for row in made_rows(texts, rows=options.rows, seed=options.seed) if row.harmful]
    report("Worst case: changed by code, and ticked", made, wrong="ticked", show=options.show == "worst")


def rows_of_set(path: Path) -> list[Row]:
    """The rows of one data set, under its name."""
    name = path.name.partition(".")[0]
    return [Row(kind=name, harmful=r.harmful, document=r.document, claim=r.claim) for r in given_rows([path])]


if __name__ == "__main__":
    main()
