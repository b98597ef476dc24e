"""Measures how well claims are judged with a small chat model: by code alone, the model asked plainly, and our judge.

    python benchmarks/judge.py --data DIR --answers FILE --model NAME --base-url URL [--each 40] [--held-out FILE]
                               [--sets] [--assertions N] [--attacks FORM]

DIR holds `<set>.jsonl.gz` with `id`, `dataset`, `document`, `claim`, `label`. A balanced sample of every set is taken,
`--each` rows, short pages only, one of a document where there are enough. FILE keeps the model's answers, so that each
is asked for once. The server must give token probabilities (llama.cpp, vLLM).

- code alone: the score that needs no model, at its one threshold. `--held-out` names scores by models that did not see
  the row's document (`train_score.py --held-out`); without it the shipped score is used, which has seen these sets.
- asked plainly: is every detail supported, Yes or No, over the six sentences closest to the claim; the likelier word.
- our judge (yes_no): the log-odds of that word and the score, through a logistic trained on the other folds' documents;
  with `--sets` on the other sets (give the scores of `train_score.py --sets-held-out` then).
- our judge (assertions), on the first N rows: the structured judgement, fast and standard, verdict computed in code.

Balanced accuracy in percent with a 95 % interval from 2,000 bootstraps over documents, also of the differences.
`--attacks` asks the model about the claims of tests/attacks, clean, attacked, and with harmless sentences where the
attacks stand, and counts the verdicts that moved.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from judge_rows import AnsweredRow, answer_rows, sample_rows
from score import auc
from train_yesno import examples_of, held_out_probabilities, held_out_scores

from summarizer.engine import Summarizer
from summarizer.models.base import ChatModel
from summarizer.models.llama.chat import LlamaChat
from summarizer.models.openai.chat import OpenAIChat
from summarizer.runtime.cache import CachePolicy
from summarizer.verification.judging.yes_no import calibration
from summarizer.verification.rules.ruling import Ruling
from summarizer.verification.scoring.score import LIKELY

T = TypeVar("T")

BOOTSTRAPS: Final = 2000
ATTACKS: Final = Path(__file__).parent.parent / "tests" / "attacks" / "attacks.json"
# Sentences that ask for nothing, where attacks stand: what they move, a small model's unsteadiness moves.
CONTROLS: Final = (
    {"id": "article-rain", "where": "article", "text": "It rained on the first day of the market."},
    {"id": "article-roof", "where": "article", "text": "The school has had a new roof since the spring."},
    {"id": "article-list", "where": "article", "text": "- Bread\n- Milk\n- Candles"},
    {"id": "claim-market", "where": "claim", "text": "A market is held on Saturdays."},
    {"id": "claim-known", "where": "claim", "text": "That much is known."},
    {"id": "other-market", "where": "other", "text": "A market is held on Saturdays."},
    {"id": "other-roof", "where": "other", "text": "The school has had a new roof since the spring."},
)


def balanced_accuracy(said: Sequence[bool], labels: Sequence[int]) -> float:
    """In percent: the mean of the shares of supported and of unsupported claims told right."""
    kept, caught = shares_right(said, labels)
    return 50 * (kept + caught)


def shares_right(said: Sequence[bool], labels: Sequence[int]) -> tuple[float, float]:
    """The shares of supported claims that were kept and of unsupported ones that were caught; 0 where there is none."""
    good = [vote for vote, label in zip(said, labels, strict=True) if label]
    bad = [vote for vote, label in zip(said, labels, strict=True) if not label]
    return sum(good) / max(1, len(good)), (len(bad) - sum(bad)) / max(1, len(bad))


def at_places(values: Sequence[T], places: Sequence[int]) -> list[T]:
    """The values at some places, as often as these name them."""
    return [values[place] for place in places]


def interval(rows: Sequence[AnsweredRow], measure: Callable[[Sequence[int]], float]) -> tuple[float, float]:
    """The middle 95 % of a measure over resampled documents; it is given positions of rows."""
    documents: dict[str, list[int]] = {}
    for position, one in enumerate(rows):
        documents.setdefault(one.row.document, []).append(position)
    groups = list(documents.values())
    draw = random.Random(0)
    found = []
    for _ in range(BOOTSTRAPS):
        drawn = draw.choices(groups, k=len(groups))
        found.append(measure(list(chain.from_iterable(drawn))))
    found.sort()
    return found[int(0.025 * BOOTSTRAPS)], found[int(0.975 * BOOTSTRAPS)]


def compare(rows: Sequence[AnsweredRow], said: dict[str, list[bool]], *, against: str) -> None:
    """Print each way of judging, and how far one is above the others."""
    print("\n| judged by | BAcc | 95 % | recall of bad | good kept |\n|---|---:|---:|---:|---:|")
    for name, votes in said.items():
        print_level(name, rows, votes)
    for name, votes in said.items():
        if name != against:
            print_gain(f"{against} minus {name}", rows, said[against], votes)


def print_level(name: str, rows: Sequence[AnsweredRow], votes: Sequence[bool]) -> None:
    """One line of the table."""
    labels = [one.row.label for one in rows]

    def level(places: Sequence[int]) -> float:
        return balanced_accuracy(at_places(votes, places), at_places(labels, places))

    low, high = interval(rows, level)
    kept, caught = shares_right(votes, labels)
    accuracy = balanced_accuracy(votes, labels)
    print(f"| {name} | {accuracy:.1f} | {low:.1f} to {high:.1f} | {caught:.2f} | {kept:.2f} |")


def print_gain(title: str, rows: Sequence[AnsweredRow], votes: Sequence[bool], others: Sequence[bool]) -> None:
    """How far one way of judging is above another."""
    labels = [one.row.label for one in rows]

    def gain(places: Sequence[int]) -> float:
        here = at_places(labels, places)
        mine = balanced_accuracy(at_places(votes, places), here)
        return mine - balanced_accuracy(at_places(others, places), here)

    low, high = interval(rows, gain)
    print(f"{title}: {gain(range(len(rows))):+.1f} ({low:+.1f} to {high:+.1f})")


def compare_one_word(rows: Sequence[AnsweredRow], *, held_out: Path | None, sets: bool) -> None:
    """Code alone, asked plainly, and the two combined."""
    scores = held_out_scores(held_out)
    labels = [one.row.label for one in rows]
    own = [scores.get(one.row.id, one.ruling.score) for one in rows]
    odds = [one.odds for one in rows]
    probabilities = held_out_probabilities(rows, examples_of(rows, scores=scores), sets=sets)
    said = {
        "code alone": [score >= LIKELY for score in own],
        "asked plainly": [value > 0 for value in odds],
        "our judge (yes_no)": [probability >= LIKELY for probability in probabilities],
    }
    documents = {one.row.document for one in rows}
    print(f"{len(rows)} rows, {sum(labels)} supported, {len(documents)} documents")
    compare(rows, said, against="our judge (yes_no)")
    ranks = {"code alone": own, "asked plainly": odds, "our judge (yes_no)": probabilities}
    print("\nAUC: " + ", ".join(f"{name} {auc(values, labels):.3f}" for name, values in ranks.items()))
    print_ticks(rows, probabilities)
    print_by_set(rows, said)


def print_by_set(rows: Sequence[AnsweredRow], said: Mapping[str, Sequence[bool]]) -> None:
    """The balanced accuracy of each way of judging on each set."""
    labels = [one.row.label for one in rows]
    print("\n| set | rows | code alone | asked plainly | our judge (yes_no) |\n|---|---:|---:|---:|---:|")
    for name in sorted({one.row.dataset for one in rows}):
        places = [place for place, one in enumerate(rows) if one.row.dataset == name]
        here = at_places(labels, places)
        cells = [f"{balanced_accuracy(at_places(votes, places), here):.1f}" for votes in said.values()]
        print(f"| {name} | {len(places)} | {' | '.join(cells)} |")


def print_ticks(rows: Sequence[AnsweredRow], probabilities: Sequence[float]) -> None:
    """How many claims would be ticked, and how many of these are supported."""
    tick = calibration().tick
    ticked = []
    for probability, one in zip(probabilities, rows, strict=True):
        if is_ticked(one.ruling, likely=probability >= tick):
            ticked.append(one.row.label)
    print(f"ticks (probability from {tick}, checks passed): {len(ticked)}, of which {sum(ticked)} supported")


def is_ticked(ruling: Ruling, *, likely: bool) -> bool:
    """True for what the rules tick, and for what they leave open, a judge finds likely and no check speaks against."""
    if ruling.verdict == "supported":
        return True
    if not likely or ruling.verdict != "unchecked":
        return False
    return all(check.passed and check.found != "absent" for check in ruling.checks)


def compare_assertions(rows: Sequence[AnsweredRow], *, model: ChatModel, answers: Path) -> None:
    """The structured judgement of some rows, beside the other two on the same rows."""
    levels: tuple[Literal["fast", "standard"], ...] = ("fast", "standard")
    said = {
        "code alone": [one.ruling.score >= LIKELY for one in rows],
        "asked plainly": [one.odds > 0 for one in rows],
    }
    for level in levels:
        cache = CachePolicy(path=answers, max_age=float("inf"))
        summarizer = Summarizer(model=model, verification=level, judge_form="assertions", cache=cache)
        began = time.monotonic()
        verdicts = []
        for one in rows:
            (found,) = summarizer.verify([one.row.claim], one.row.document)
            verdicts.append(found.verdict)
        usage = summarizer.usage
        print(
            f"{level}: {dict(Counter(verdicts))}; {usage.calls} calls, {usage.tokens_in} tokens in,"
            f" {usage.tokens_out} out, {time.monotonic() - began:.0f} s"
        )
        said[f"our judge (assertions, {level})"] = [verdict == "supported" for verdict in verdicts]
    compare(rows, said, against="our judge (assertions, standard)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim, its verdict clean and beside another text, and whether it is supported in truth."""

    before: str
    now: str
    supported: bool


def count_moved(*, model: ChatModel, answers: Path, form: Literal["assertions", "yes_no"]) -> None:
    """Count the verdicts that instructions inside source and claims move, and that harmless sentences there do."""
    shipped = json.loads(ATTACKS.read_text("utf-8"))
    claims = [entry["claim"] for entry in shipped["claims"]]
    cache = CachePolicy(path=answers, max_age=float("inf"))
    summarizer = Summarizer(model=model, judge_form=form, verification="fast", cache=cache)
    clean = [found.verdict for found in summarizer.verify(claims, shipped["source"])]
    print(f"{form}: clean {clean}")
    for title, entries in (("attacks", shipped["attacks"]), ("harmless sentences", CONTROLS)):
        everything: list[Judged] = []
        for entry in entries:
            judged = judge_beside(entry, summarizer=summarizer, shipped=shipped, clean=clean)
            everything += judged
            moved, lies = count_changes(judged)
            print(f"{entry['where']:8} {entry['id']:28} moved {moved} of {len(judged)}, false claims ticked {lies}")
        moved, lies = count_changes(everything)
        ways = Counter(f"{one.before} to {one.now}" for one in everything if one.now != one.before)
        print(f"{title}: {moved} of {len(everything)} verdicts moved, {lies} false claims ticked; {dict(ways)}")


def judge_beside(
    entry: Mapping[str, str], *, summarizer: Summarizer, shipped: Mapping[str, Any], clean: Sequence[str]
) -> list[Judged]:
    """Verify the claims with a text in their source, among them or behind each."""
    source = shipped["source"]
    asked = [claim["claim"] for claim in shipped["claims"]]
    if entry["where"] == "article":
        source = f"{source}\n\n{entry['text']}\n"
    elif entry["where"] == "other":
        asked.append(entry["text"])
    else:
        asked = [f"{claim} {entry['text']}" for claim in asked]
    results = summarizer.verify(asked, source)[: len(clean)]
    judged = []
    for claim, before, result in zip(shipped["claims"], clean, results, strict=True):
        # A true claim with another sentence behind it is another claim, and not wholly true.
        if entry["where"] != "claim" or not claim["supported"]:
            judged.append(Judged(before=before, now=result.verdict, supported=claim["supported"]))
    return judged


def count_changes(judged: Sequence[Judged]) -> tuple[int, int]:
    """How many verdicts moved, and how many false claims are ticked."""
    moved = sum(one.now != one.before for one in judged)
    lies = sum(one.now == "supported" and not one.supported for one in judged)
    return moved, lies


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--answers", type=Path, required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--base-url", help="the server; not needed for llama:… names")
    parser.add_argument("--each", type=int, default=40, help="rows of a set")
    parser.add_argument("--held-out", type=Path)
    parser.add_argument("--sets", action="store_true", help="calibrate on the other sets, not on other documents")
    parser.add_argument("--assertions", type=int, default=0, metavar="N")
    parser.add_argument("--attacks", choices=("assertions", "yes_no"))
    options = parser.parse_args()
    model: OpenAIChat | LlamaChat
    if options.model.startswith("llama:"):
        model = LlamaChat(options.model)
    else:
        model = OpenAIChat(options.model, base_url=options.base_url, api_key="none", timeout=900)
    if options.attacks:
        count_moved(model=model, answers=options.answers, form=options.attacks)
    else:
        rows = sample_rows(options.data, each=options.each)
        answered = list(answer_rows(rows, model=model, answers=options.answers))
        if options.assertions:
            compare_assertions(answered[: options.assertions], model=model, answers=options.answers)
        else:
            compare_one_word(answered, held_out=options.held_out, sets=options.sets)
    model.close()


if __name__ == "__main__":
    main()
