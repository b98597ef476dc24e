"""Measures whether the verifier refuses every changed sentence and accepts every rewritten one, without a model.

Sentences are taken from the documents of the data sets and from the plain texts named, and from German, French and
Spanish reports written for this benchmark; they are changed by code in one point, and ruled on against their own
document. Nothing is stored.
Any JSON Lines file with `document`, `claim`, `label` (1 = says the same, 0 = does not) and `error_type` (the kind) can
be named instead and is ruled on as it is.

    python benchmarks/corruption.py --data DIR [--text FILE ...] [--rows 60] [--seed 7]
    python benchmarks/corruption.py --made FILE.jsonl [--made OTHER.jsonl.gz]
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from corruptions.chinese import CHINESE_HARMFUL, CHINESE_HARMLESS
from corruptions.french import FRENCH_FRAMES, FRENCH_HARMFUL, FRENCH_HARMLESS, FRENCH_SLOTS
from corruptions.german_harmful import GERMAN_HARMFUL
from corruptions.german_harmless import GERMAN_HARMLESS
from corruptions.harmful import HARMFUL
from corruptions.harmless import HARMLESS
from corruptions.material import Change, draw_materials
from corruptions.peers import installed_peers
from corruptions.reports import write_reports
from corruptions.spanish import SPANISH_FRAMES, SPANISH_HARMFUL, SPANISH_HARMLESS, SPANISH_SLOTS
from corruptions.texts import cut_into_pieces, language_of
from json_lines import read_json_lines

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules, Ruling
from summarizer.verification.rules.unasserted.dialogue import sentences_by_labels
from summarizer.verification.rules.unasserted.quotations import sentences_in_quotations

_REPORTS = 60  # of each language, so that every kind finds its 60 sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kinds:
    """The kinds of change of one language: harmful ones and harmless ones; `prefix` begins their names in the table."""

    prefix: str
    harmful: Mapping[str, Change]
    harmless: Mapping[str, Change]

    def changes(self) -> Iterator[tuple[bool, str, Change]]:
        """Every change: whether it is harmful, its name, and what makes it."""
        for kind, change in self.harmful.items():
            yield True, kind, change
        for kind, change in self.harmless.items():
            yield False, kind, change


_KINDS: Mapping[str, _Kinds] = {
    "en": _Kinds(prefix="", harmful=HARMFUL, harmless=HARMLESS),
    "de": _Kinds(prefix="German: ", harmful=GERMAN_HARMFUL, harmless=GERMAN_HARMLESS),
    "fr": _Kinds(prefix="French: ", harmful=FRENCH_HARMFUL, harmless=FRENCH_HARMLESS),
    "es": _Kinds(prefix="Spanish: ", harmful=SPANISH_HARMFUL, harmless=SPANISH_HARMLESS),
    "zh": _Kinds(prefix="Chinese: ", harmful=CHINESE_HARMFUL, harmless=CHINESE_HARMLESS),
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
    by_language: defaultdict[str, list[str]] = defaultdict(list)
    for text in sorted(set(texts)):
        by_language[language_of(text)].append(text)
    made: list[Row] = []
    for language, kinds in _KINDS.items():
        made += _rows_of_language(by_language[language], kinds, rows=rows, seed=seed)
    return made


def _rows_of_language(texts: list[str], kinds: _Kinds, *, rows: int, seed: int) -> list[Row]:
    rng = random.Random(seed)
    rng.shuffle(texts)
    documents = {text: _sentences_of(text) for text in texts}
    made: dict[tuple[bool, str], list[Row]] = {(harmful, kind): [] for harmful, kind, _ in kinds.changes()}
    for document, material in draw_materials(documents, rng):
        for harmful, kind, change in kinds.changes():
            if len(made[harmful, kind]) >= rows:
                continue
            claim = change(material, rng)
            if claim is None or (harmful and _is_said_elsewhere(claim, document)):
                continue
            row = Row(
                kind=kinds.prefix + kind,
                harmful=harmful,
                document=document,
                claim=claim,
                origin=material.sentence,
            )
            made[harmful, kind].append(row)
    return list(chain.from_iterable(made.values()))


def written_reports(seed: int) -> list[str]:
    """The reports of this benchmark's own: German, French and Spanish."""
    rng = random.Random(seed)
    return [
        *write_reports(_REPORTS, rng),
        *write_reports(_REPORTS, rng, frames=FRENCH_FRAMES, slots=FRENCH_SLOTS),
        *write_reports(_REPORTS, rng, frames=SPANISH_FRAMES, slots=SPANISH_SLOTS),
    ]


def documents_in(folder: Path) -> Iterator[str]:
    """The documents of all data sets in a folder."""
    for path in sorted(folder.glob("*.jsonl*")):
        for row in read_json_lines(path):
            yield str(row["document"])


def _sentences_of(text: str) -> list[str]:
    """The sentences of the paragraphs of a text; "" between two of them, which are no neighbors.

    What stands in a quotation of several sentences or in a speaker's turn is somebody's: the text does not state it.
    """
    document = Document.of(text)
    others = {**dict(sentences_in_quotations(document)), **dict(sentences_by_labels(document))}
    found: list[str] = []
    for block in document.blocks:
        if block.kind == "paragraph":
            own = document.sentences[block.first : block.last]
            found += ["" if one.index in others else " ".join(one.body.of(document.text).split()) for one in own]
            found.append("")
    return found


def _is_said_elsewhere(claim: str, document: str) -> bool:
    """A changed sentence may happen to stand in the document too; then it is no corruption."""
    return claim.rstrip(".") in " ".join(document.split())


def given_rows(paths: Sequence[Path]) -> list[Row]:
    """Rows of files as they are."""
    rows = []
    for path in paths:
        for given in read_json_lines(path):
            row = Row(
                kind=str(given.get("error_type") or given.get("kind") or given.get("dataset") or path.stem),
                harmful=not given["label"],
                document=str(given["document"]),
                claim=str(given["claim"]),
            )
            rows.append(row)
    return rows


_PLAIN_SIGNS = str.maketrans("“”‘’–—\u2011", "\"\"''---", "\u00ad\u200b")


def is_in_text(claim: str, document: str) -> bool:
    """The floor: is it in the text?"""
    return claim in document


def is_in_normalized_text(claim: str, document: str) -> bool:
    """The usual next step: is it in the text once both are lower case, in plain quotes and single spaces?"""
    return _normalize(claim) in _normalize(document)


def _normalize(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN_SIGNS)
    return " ".join(text.split()).casefold().strip(" .")


class TimedRules:
    """The verifier, each document read once; reading and ruling are timed apart."""

    def __init__(self) -> None:
        self._rules: dict[str, Rules] = {}
        self.ruling_times: list[tuple[float, int]] = []
        self.reading_times: list[tuple[float, int]] = []

    def rule(self, claim: str, document: str) -> Ruling:
        """What the rules say."""
        if document not in self._rules:
            start = time.perf_counter()
            self._rules[document] = Rules.of(Index.of(Document.of(document)))
            self.reading_times.append((time.perf_counter() - start, len(document)))
        start = time.perf_counter()
        ruling = self._rules[document].rule_on(claim)
        self.ruling_times.append((time.perf_counter() - start, len(document)))
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
        texts = list(chain.from_iterable(cut_into_pieces(path) for path in options.text))
        texts += written_reports(options.seed)
        texts += documents_in(options.data) if options.data else ()
        rows += made_rows(texts, rows=options.rows, seed=options.seed)
    if not rows:
        parser.error("name a folder with --data, a text with --text or a file with --made")
    report(rows, show=options.show)


def report(rows: Sequence[Row], *, show: bool) -> None:
    """Rule on the rows and print what came of it."""
    rules = TimedRules()
    rulings = [rules.rule(row.claim, row.document) for row in rows]
    ruled = list(zip(rows, rulings, strict=True))
    print(f"{'kind':34} {'rows':>5} {'supported':>10} {'contradicted':>13} {'not_stated':>11} {'unchecked':>10}")
    print("-- harmful: none may be supported")
    print_kinds([(row, ruling) for row, ruling in ruled if row.harmful], total="ALL HARMFUL")
    print("-- harmless: all should be supported")
    print_kinds([(row, ruling) for row, ruling in ruled if not row.harmful], total="ALL HARMLESS")
    print(f"\n{'accepted by':34} {'harmful':>10} {'harmless':>10}")
    print_accepted("summarizer, no model", rows, [ruling.verdict == "supported" for ruling in rulings])
    compared: dict[str, Callable[[str, str], bool]] = {
        "quote in text": is_in_text,
        "normalize and find": is_in_normalized_text,
        **installed_peers(),
    }
    for name, accepts in compared.items():
        print_accepted(name, rows, [accepts(row.claim, row.document) for row in rows])
    print(f"\nreading a document {_speed_of(rules.reading_times)}; a claim {_speed_of(rules.ruling_times)}")
    if show:
        print_wrong(ruled)


def print_kinds(ruled: Sequence[tuple[Row, Ruling]], *, total: str) -> None:
    """A line of verdicts for each kind, and one for all of them."""
    by_kind: dict[str, Counter[str]] = {}
    for row, ruling in ruled:
        by_kind.setdefault(row.kind, Counter())[ruling.verdict] += 1
    for kind, verdicts in by_kind.items():
        print(_verdicts_line(kind, verdicts))
    print(_verdicts_line(total, sum(by_kind.values(), Counter[str]())))


def print_accepted(name: str, rows: Sequence[Row], accepted: Sequence[bool]) -> None:
    """A line of the shares of harmful and of harmless rows that somebody accepts."""
    print(f"{name:34} {_share_of(rows, accepted, harmful=True):>10} {_share_of(rows, accepted, harmful=False):>10}")


def print_wrong(ruled: Sequence[tuple[Row, Ruling]]) -> None:
    """The harmful rows that are supported, and the harmless ones that are not."""
    for row, ruling in ruled:
        if (ruling.verdict == "supported") is row.harmful:
            print(f"\n[{row.kind}] {ruling.verdict}: {ruling.reason}\n  claim  {row.claim}\n  source {row.origin}")


def _verdicts_line(kind: str, verdicts: Counter[str]) -> str:
    total = sum(verdicts.values())
    return (
        f"{kind:34} {total:>5} {verdicts['supported']:>10} {verdicts['contradicted']:>13} "
        f"{verdicts['not_stated']:>11} {verdicts['unchecked']:>10}"
    )


def _share_of(rows: Sequence[Row], accepted: Sequence[bool], *, harmful: bool) -> str:
    some = [said for row, said in zip(rows, accepted, strict=True) if row.harmful is harmful]
    return f"{100 * sum(some) / len(some):.1f} %" if some else "-"


def _speed_of(times: Sequence[tuple[float, int]]) -> str:
    taken = [1000 * seconds for seconds, _ in times]
    near = [1000 * seconds for seconds, size in times if 4000 <= size <= 6000]
    middle = ""
    if near:
        middle = f", {statistics.median(near):.2f} on documents of 4,000 to 6,000 characters"
    return f"{statistics.median(taken):.2f} ms (mean {statistics.fmean(taken):.2f}{middle})"


if __name__ == "__main__":
    main()
