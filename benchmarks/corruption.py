"""Does the verifier refuse every changed sentence and accept every rewritten one? Without a model.

Sentences are taken from the documents of the data sets and from the plain texts named, and from German reports written
for this benchmark; they are changed by code in one point, and ruled on against their own document. Nothing is stored.
Any JSON Lines file with `document`, `claim`, `label` (1 = says the same, 0 = does not) and `error_type` (the kind) can
be named instead and is ruled on as it is.

    python benchmarks/corruption.py --data DIR [--text FILE ...] [--rows 60] [--seed 7]
    python benchmarks/corruption.py --made FILE.jsonl [--made OTHER.jsonl.gz]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corruptions.chinese import CHINESE_HARMFUL, CHINESE_HARMLESS
from corruptions.german_harmful import GERMAN_HARMFUL
from corruptions.german_harmless import GERMAN_HARMLESS
from corruptions.harmful import HARMFUL
from corruptions.harmless import HARMLESS
from corruptions.material import Change, materials
from corruptions.peers import peers
from corruptions.reports import reports
from corruptions.texts import language_of, pieces

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Ruler, Ruling

_REPORTS = 60  # so that every German kind finds its 60 sentences
_Table = Mapping[str, Change]
# Language: what the names of its kinds begin with, the harmful kinds, the harmless ones.
_KINDS: Mapping[str, tuple[str, _Table, _Table]] = {
    "en": ("", HARMFUL, HARMLESS),
    "de": ("German: ", GERMAN_HARMFUL, GERMAN_HARMLESS),
    "zh": ("Chinese: ", CHINESE_HARMFUL, CHINESE_HARMLESS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim to rule on, and whether it says what its document says."""

    kind: str
    harmful: bool
    document: str
    claim: str
    origin: str = ""


def made_rows(texts: Iterable[str], *, rows: int, seed: int) -> list[Row]:
    """Up to `rows` rows of every kind, from the texts of the language that the kind is for."""
    spoken: defaultdict[str, list[str]] = defaultdict(list)
    for text in sorted(set(texts)):
        spoken[language_of(text)].append(text)
    return [row for language in _KINDS for row in _of_language(spoken[language], language, rows=rows, seed=seed)]


def _of_language(texts: list[str], language: str, *, rows: int, seed: int) -> list[Row]:
    rng = random.Random(seed)
    rng.shuffle(texts)
    documents = {text: _sentences(text) for text in texts}
    prefix, *tables = _KINDS[language]
    made: defaultdict[tuple[bool, str], list[Row]] = defaultdict(list)
    for document, material in materials(documents, rng):
        for harmful, table in zip((True, False), tables, strict=True):
            for kind, change in table.items():
                if len(made[harmful, kind]) >= rows:
                    continue
                claim = change(material, rng)
                if claim is not None and not (harmful and _said_elsewhere(claim, document)):
                    row = Row(
                        kind=prefix + kind, harmful=harmful, document=document, claim=claim, origin=material.sentence
                    )
                    made[harmful, kind].append(row)
    return [
        row for harmful, table in zip((True, False), tables, strict=True) for k in table for row in made[harmful, k]
    ]


def documents_in(folder: Path) -> Iterable[str]:
    """The documents of all data sets in a folder."""
    return (str(row["document"]) for path in sorted(folder.glob("*.jsonl*")) for row in _lines(path))


def _lines(path: Path) -> Iterable[Mapping[str, object]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for line in data.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _sentences(text: str) -> list[str]:
    document = Document.of(text)
    found: list[str] = []
    for block in document.blocks:
        if block.kind == "paragraph":
            found += [" ".join(s.body.of(document.text).split()) for s in document.sentences[block.first : block.last]]
            found.append("")  # what follows stands in another block, and is no neighbor
    return found


def _said_elsewhere(claim: str, document: str) -> bool:
    """A changed sentence may happen to stand in the document too; then it is no corruption."""
    return claim.rstrip(".") in " ".join(document.split())


def given_rows(paths: Sequence[Path]) -> list[Row]:
    """Rows of files as they are."""
    return [
        Row(
            kind=str(row.get("error_type") or row.get("kind") or row.get("dataset") or path.stem),
            harmful=not row["label"],
            document=str(row["document"]),
            claim=str(row["claim"]),
        )
        for path in paths
        for row in _lines(path)
    ]


def quoted(claim: str, document: str) -> bool:
    """The floor: is it in the text?"""
    return claim in document


def normalized(claim: str, document: str) -> bool:
    """The usual next step: is it in the text once both are lower case, in plain quotes and single spaces?"""
    return _plain(claim) in _plain(document)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(str.maketrans("“”‘’–—\u2011", "\"\"''---", "\u00ad\u200b"))
    return " ".join(text.split()).casefold().strip(" .")


class Ours:
    """The verifier, each document read once; reading and ruling are timed apart."""

    def __init__(self) -> None:
        self._rulers: dict[str, Ruler] = {}
        self.times: list[tuple[float, int]] = []
        self.reading: list[tuple[float, int]] = []

    def ruling(self, claim: str, document: str) -> Ruling:
        """What the rules say."""
        if document not in self._rulers:
            start = time.perf_counter()
            self._rulers[document] = Ruler.of(Index.of(Document.of(document)))
            self.reading.append((time.perf_counter() - start, len(document)))
        start = time.perf_counter()
        ruling = self._rulers[document].rule(claim)
        self.times.append((time.perf_counter() - start, len(document)))
        return ruling


def main() -> None:
    """Make or read the rows, rule on them, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder of *.jsonl.gz whose documents the rows are made from")
    parser.add_argument("--text", type=Path, action="append", default=[], help="a plain text, cut into documents")
    parser.add_argument("--made", type=Path, action="append", default=[], help="a file of rows, ruled on as they are")
    parser.add_argument("--rows", type=int, default=60, help="rows of a kind (default 60, the least that was promised)")
    parser.add_argument("--seed", type=int, default=7, help="seed of every draw")
    parser.add_argument("--show", action="store_true", help="print the rows that went wrong")
    options = parser.parse_args()
    rows = given_rows(options.made)
    if options.data or options.text:
        texts = [piece for path in options.text for piece in pieces(path)]
        texts += reports(_REPORTS, random.Random(options.seed))
        texts += documents_in(options.data) if options.data else ()
        rows += made_rows(texts, rows=options.rows, seed=options.seed)
    if not rows:
        parser.error("name a folder with --data, a text with --text or a file with --made")
    report(rows, show=options.show)


def report(rows: Sequence[Row], *, show: bool) -> None:
    """Rule on the rows and print what came of it."""
    ours = Ours()
    rulings = [ours.ruling(row.claim, row.document) for row in rows]
    print(f"{'kind':34} {'rows':>5} {'supported':>10} {'contradicted':>13} {'not_stated':>11} {'unchecked':>10}")
    for harmful in (True, False):
        print("-- harmful: none may be supported" if harmful else "-- harmless: all should be supported")
        for kind in dict.fromkeys(row.kind for row in rows if row.harmful is harmful):
            some = [
                ruling for row, ruling in zip(rows, rulings, strict=True) if row.kind == kind and row.harmful is harmful
            ]
            print(_line(kind, Counter[str](ruling.verdict for ruling in some)))
        total = Counter[str](
            ruling.verdict for row, ruling in zip(rows, rulings, strict=True) if row.harmful is harmful
        )
        print(_line("ALL HARMFUL" if harmful else "ALL HARMLESS", total))
    compared: dict[str, Callable[[str, str], bool]] = {
        "quote in text": quoted,
        "normalize and find": normalized,
        **peers(),
    }
    print(f"\n{'accepted by':34} {'harmful':>10} {'harmless':>10}")
    answers = {"summarizer, no model": [ruling.verdict == "supported" for ruling in rulings]}
    answers |= {name: [accepts(row.claim, row.document) for row in rows] for name, accepts in compared.items()}
    for name, said in answers.items():
        print(f"{name:34} {_share(rows, said, harmful=True):>10} {_share(rows, said, harmful=False):>10}")
    print(f"\nreading a document {_speed(ours.reading)}; a claim {_speed(ours.times)}")
    if show:
        for row, ruling in zip(rows, rulings, strict=True):
            if (ruling.verdict == "supported") is row.harmful:
                print(f"\n[{row.kind}] {ruling.verdict}: {ruling.reason}\n  claim  {row.claim}\n  source {row.origin}")


def _line(kind: str, verdicts: Counter[str]) -> str:
    total = sum(verdicts.values())
    return (
        f"{kind:34} {total:>5} {verdicts['supported']:>10} {verdicts['contradicted']:>13} "
        f"{verdicts['not_stated']:>11} {verdicts['unchecked']:>10}"
    )


def _share(rows: Sequence[Row], accepted: Sequence[bool], *, harmful: bool) -> str:
    some = [said for row, said in zip(rows, accepted, strict=True) if row.harmful is harmful]
    return f"{100 * sum(some) / len(some):.1f} %" if some else "-"


def _speed(times: Sequence[tuple[float, int]]) -> str:
    taken = [1000 * seconds for seconds, _ in times]
    near = [1000 * seconds for seconds, size in times if 4000 <= size <= 6000]
    middle = f", {statistics.median(near):.2f} on documents of 4,000 to 6,000 characters" if near else ""
    return f"{statistics.median(taken):.2f} ms (mean {statistics.fmean(taken):.2f}{middle})"


if __name__ == "__main__":
    main()
