"""Compares the library's judge with the same model asked plainly, with answers that somebody writes by hand.

    python benchmarks/judge_forms.py write --data DIR --out FOLDER [--rows 64] [--seed 77]
    python benchmarks/judge_forms.py score --out FOLDER

No strong model can be called from a benchmark, so `write` puts each request into a file of its own: `FOLDER/plain` asks
"Is every detail of the claim supported by the document?" over the whole text, `FOLDER/library` holds what the library
asks a judge of assertions. Half of the rows are supported, all sets take part alike, short documents first. Whoever
answers reads only the requests, sees no labels, and answers one form alone; the answers go into `answers.jsonl` beside
them, a line each: `{"id": 3, "answer": 85}`, or the library's whole reply for `library`. `score` compares the two, row
by row, with intervals from 2,000 draws.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from json_lines import read_json_lines

import summarizer
from summarizer.calls.call import Call
from summarizer.verification.judging.conclusion import BELIEVED_FROM_SUPPORT

_SHORT, _LONG = 3_500, 14_000  # characters of documents that a person can read often
_DRAWS = 2_000
_PLAIN = """Document:
{document}

Claim: {claim}

Is every detail of the claim supported by the document? Answer with one integer from 0 to 100: how likely it is that \
every detail of the claim is supported."""


def draw_rows(folder: Path, *, rows: int, seed: int) -> list[dict[str, object]]:
    """As many rows of each set and label, of each one longer document."""
    rng = random.Random(seed)
    paths = sorted(folder.glob("*.jsonl*"))
    each = max(1, rows // (2 * len(paths)))
    drawn: list[dict[str, object]] = []
    for path in paths:
        given = [row for row in read_json_lines(path) if len(str(row["document"])) <= _LONG]
        rng.shuffle(given)
        for label in (0, 1):
            found = [row for row in given if row["label"] == label]
            longer = [row for row in found if len(str(row["document"])) > _SHORT][:1]
            short = [row for row in found if len(str(row["document"])) <= _SHORT]
            drawn += [dict(row, set=path.name.partition(".")[0]) for row in (longer + short)[:each]]
    rng.shuffle(drawn)
    return drawn


def write(options: argparse.Namespace) -> None:
    """Write the requests of both forms."""
    rows = draw_rows(options.data, rows=options.rows, seed=options.seed)
    for form in ("plain", "library"):
        (options.out / form).mkdir(parents=True, exist_ok=True)
    for number, row in enumerate(rows):
        name, document, claim = f"q-{number:03d}.txt", str(row["document"]), str(row["claim"])
        (options.out / "plain" / name).write_text(_PLAIN.format(document=document, claim=claim), "utf-8")
        asked = _asked_of(document, claim)
        if asked:
            (options.out / "library" / name).write_text(asked, "utf-8")
    kept = [{"label": row["label"], "set": row["set"]} for row in rows]
    (options.out / "labels.json").write_text(json.dumps(kept), "utf-8")
    print(f"{len(rows)} rows; those that code alone decides have no request of the library")


def _asked_of(document: str, claim: str) -> str:
    """The first request about a claim, "" where code alone decides."""
    seen: list[Call] = []

    def keep(call: Call) -> Mapping[str, object]:
        seen.append(call)
        return {"claims": []}

    with summarizer.Summarizer(model=summarizer.ScriptedModel(keep), verification="fast") as one:
        one.verify([claim], document)
    if not seen:
        return ""
    messages = "\n\n".join(f"##### {message.role}\n{message.content}" for message in seen[0].messages)
    return f"{messages}\n\n##### form of the reply\n{json.dumps(seen[0].schema, ensure_ascii=False)}"


def score(options: argparse.Namespace) -> None:
    """Print how both forms did on the rows that both answered."""
    labels = [bool(row["label"]) for row in json.loads((options.out / "labels.json").read_text("utf-8"))]
    plain = {row: answer >= 50 for row, answer in _answers(options.out / "plain").items()}
    library = {row: answer >= BELIEVED_FROM_SUPPORT for row, answer in _answers(options.out / "library").items()}
    rows = sorted(plain.keys() & library.keys())
    for name, says in (("plain", plain), ("library", library)):
        good = [says[row] for row in rows if labels[row]]
        bad = [says[row] for row in rows if not labels[row]]
        print(f"{name:8} good kept {sum(good)} of {len(good)}, bad caught {len(bad) - sum(bad)} of {len(bad)}", end="")
        print(f", balanced accuracy {_accuracy(says, labels, rows):.1f}")
    rng = random.Random(1)
    draws = [[rng.choice(rows) for _ in rows] for _ in range(_DRAWS)]
    gains = sorted(_accuracy(library, labels, draw) - _accuracy(plain, labels, draw) for draw in draws)
    low, high = gains[_DRAWS // 40], gains[-_DRAWS // 40]
    print(f"library minus plain: {_accuracy(library, labels, rows) - _accuracy(plain, labels, rows):+.1f}", end="")
    print(f" ({low:+.1f} to {high:+.1f})")


def _answers(folder: Path) -> dict[int, float]:
    """The support by row, of either form."""
    found: dict[int, float] = {}
    for line in read_json_lines(folder / "answers.jsonl"):
        answer = line["answer"]
        if isinstance(answer, Mapping):
            (one,) = answer["claims"]
            answer = one["support"]
        found[int(str(line["id"]))] = float(str(answer))
    return found


def _accuracy(says: Mapping[int, bool], labels: Sequence[bool], rows: Sequence[int]) -> float:
    good = [says[row] for row in rows if labels[row]]
    bad = [not says[row] for row in rows if not labels[row]]
    return 50 * (sum(good) / max(1, len(good)) + sum(bad) / max(1, len(bad)))


def main() -> None:
    """Write requests, or score answers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    writing = commands.add_parser("write")
    writing.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz with document, claim and label")
    writing.add_argument("--out", type=Path, required=True, help="folder for requests and answers")
    writing.add_argument("--rows", type=int, default=64, help="rows in all, half of them supported")
    writing.add_argument("--seed", type=int, default=77, help="seed of the draw")
    writing.set_defaults(run=write)
    scoring = commands.add_parser("score")
    scoring.add_argument("--out", type=Path, required=True, help="folder with answers.jsonl in plain and library")
    scoring.set_defaults(run=score)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
