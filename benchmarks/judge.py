"""How well claims are judged with a small chat model: by code alone, by the model asked plainly, and by our judge.

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
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Literal

from judge_rows import Seen, sample, seen
from score import auc
from train_yesno import examples, held_out, held_out_scores

from summarizer.engine import Summarizer
from summarizer.models.base import ChatModel
from summarizer.models.llama.chat import LlamaChat
from summarizer.models.openai.chat import OpenAIChat
from summarizer.runtime.cache import CachePolicy
from summarizer.verification.judging.yes_no import calibration
from summarizer.verification.scoring.score import LIKELY

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


def balanced(said: Sequence[bool], labels: Sequence[int]) -> float:
    """Balanced accuracy in percent: the mean of the shares of supported and of unsupported claims told right."""
    good = [s for s, label in zip(said, labels, strict=True) if label]
    bad = [not s for s, label in zip(said, labels, strict=True) if not label]
    return 50 * (sum(good) / max(1, len(good)) + sum(bad) / max(1, len(bad)))


def interval(rows: Sequence[Seen], measure: Callable[[Sequence[int]], float]) -> tuple[float, float]:
    """The middle 95 % of a measure over resampled documents; it is given positions of rows."""
    documents: dict[str, list[int]] = {}
    for position, one in enumerate(rows):
        documents.setdefault(one.row.document, []).append(position)
    groups, draw = list(documents.values()), random.Random(0)
    found = sorted(
        measure([position for group in draw.choices(groups, k=len(groups)) for position in group])
        for _ in range(BOOTSTRAPS)
    )
    return found[int(0.025 * BOOTSTRAPS)], found[int(0.975 * BOOTSTRAPS)]


def compare(rows: Sequence[Seen], said: dict[str, list[bool]], *, against: str) -> None:
    """Print each way of judging, and how far one is above the others."""
    labels = [one.row.label for one in rows]
    print("\n| judged by | BAcc | 95 % | recall of bad | good kept |\n|---|---:|---:|---:|---:|")
    for name, votes in said.items():

        def level(at: Sequence[int], mine: Sequence[bool] = votes) -> float:
            return balanced([mine[i] for i in at], [labels[i] for i in at])

        low, high = interval(rows, level)
        kept = sum(v for v, label in zip(votes, labels, strict=True) if label) / labels.count(1)
        caught = sum(not v for v, label in zip(votes, labels, strict=True) if not label) / labels.count(0)
        print(f"| {name} | {balanced(votes, labels):.1f} | {low:.1f} to {high:.1f} | {caught:.2f} | {kept:.2f} |")
    for name, votes in said.items():
        if name != against:

            def gain(at: Sequence[int], other: Sequence[bool] = votes) -> float:
                here = [labels[i] for i in at]
                return balanced([said[against][i] for i in at], here) - balanced([other[i] for i in at], here)

            low, high = interval(rows, gain)
            print(f"{against} minus {name}: {gain(range(len(rows))):+.1f} ({low:+.1f} to {high:+.1f})")


def one_word(rows: Sequence[Seen], *, held: Path | None, sets: bool) -> None:
    """Code alone, asked plainly, and the two combined."""
    scores = held_out_scores(held)
    labels = [one.row.label for one in rows]
    own = [scores.get(one.row.id, one.ruling.score) for one in rows]
    probabilities = held_out(rows, examples(rows, scores=scores), sets=sets)
    said = {
        "code alone": [score >= LIKELY for score in own],
        "asked plainly": [one.odds > 0 for one in rows],
        "our judge (yes_no)": [p >= LIKELY for p in probabilities],
    }
    print(f"{len(rows)} rows, {sum(labels)} supported, {len({one.row.document for one in rows})} documents")
    compare(rows, said, against="our judge (yes_no)")
    ranks = {"code alone": own, "asked plainly": [one.odds for one in rows], "our judge (yes_no)": probabilities}
    print("\nAUC: " + ", ".join(f"{name} {auc(values, labels):.3f}" for name, values in ranks.items()))
    tick = calibration().tick
    passed = [
        bool(
            p >= tick
            and one.ruling.verdict == "unchecked"
            and all(c.passed and c.found != "absent" for c in one.ruling.checks)
        )
        or one.ruling.verdict == "supported"
        for p, one in zip(probabilities, rows, strict=True)
    ]
    right = sum(label for ok, label in zip(passed, labels, strict=True) if ok)
    print(f"ticks (probability from {tick}, checks passed): {sum(passed)}, of which {right} supported")
    print("\n| set | rows | code alone | asked plainly | our judge (yes_no) |\n|---|---:|---:|---:|---:|")
    for name in sorted({one.row.dataset for one in rows}):
        at = [i for i, one in enumerate(rows) if one.row.dataset == name]
        cells = [balanced([votes[i] for i in at], [labels[i] for i in at]) for votes in said.values()]
        print(f"| {name} | {len(at)} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |")


def by_assertions(rows: Sequence[Seen], *, model: ChatModel, answers: Path) -> None:
    """The structured judgement of some rows, beside the other two on the same rows."""
    levels: tuple[Literal["fast", "standard"], ...] = ("fast", "standard")
    said = {"code alone": [one.ruling.score >= LIKELY for one in rows], "asked plainly": [one.odds > 0 for one in rows]}
    for level in levels:
        cache = CachePolicy(path=answers, max_age=float("inf"))
        summarizer = Summarizer(model=model, verification=level, judge_form="assertions", cache=cache)
        began, votes = time.monotonic(), []
        verdicts: Counter[str] = Counter()
        for one in rows:
            (found,) = summarizer.verify([one.row.claim], one.row.document)
            votes.append(found.verdict == "supported")
            verdicts[found.verdict] += 1
        usage = summarizer.usage
        print(
            f"{level}: {dict(verdicts)}; {usage.calls} calls, {usage.tokens_in} tokens in, {usage.tokens_out} out,"
            f" {time.monotonic() - began:.0f} s"
        )
        said[f"our judge (assertions, {level})"] = votes
    compare(rows, said, against="our judge (assertions, standard)")


def attacked(*, model: ChatModel, answers: Path, form: Literal["assertions", "yes_no"]) -> None:
    """Count the verdicts that instructions inside source and claims move, and that harmless sentences there do."""
    shipped = json.loads(ATTACKS.read_text("utf-8"))
    claims = [entry["claim"] for entry in shipped["claims"]]
    summarizer = Summarizer(
        model=model, judge_form=form, verification="fast", cache=CachePolicy(path=answers, max_age=float("inf"))
    )
    clean = [found.verdict for found in summarizer.verify(claims, shipped["source"])]
    print(f"{form}: clean {clean}")
    for title, entries in (("attacks", shipped["attacks"]), ("harmless sentences", CONTROLS)):
        moved = ticked = asked = 0
        ways: Counter[str] = Counter()
        for entry in entries:
            source, asked_claims = shipped["source"], list(claims)
            if entry["where"] == "article":
                source = f"{source}\n\n{entry['text']}\n"
            elif entry["where"] == "other":
                asked_claims.append(entry["text"])
            else:
                asked_claims = [f"{claim} {entry['text']}" for claim in claims]
            found = [one.verdict for one in summarizer.verify(asked_claims, source)][: len(claims)]
            # A true claim with another sentence behind it is another claim, and not wholly true.
            compared = [
                (now, before, claim["supported"])
                for now, before, claim in zip(found, clean, shipped["claims"], strict=True)
                if entry["where"] != "claim" or not claim["supported"]
            ]
            changed = sum(now != before for now, before, _ in compared)
            lies = sum(now == "supported" and not true for now, _, true in compared)
            ways.update(f"{before} to {now}" for now, before, _ in compared if now != before)
            moved, ticked, asked = moved + changed, ticked + lies, asked + len(compared)
            print(f"{entry['where']:8} {entry['id']:28} moved {changed} of {len(compared)}, false claims ticked {lies}")
        print(f"{title}: {moved} of {asked} verdicts moved, {ticked} false claims ticked; {dict(ways)}")


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
    model: OpenAIChat | LlamaChat = (
        LlamaChat(options.model)
        if options.model.startswith("llama:")
        else OpenAIChat(options.model, base_url=options.base_url, api_key="none", timeout=900)
    )
    if options.attacks:
        attacked(model=model, answers=options.answers, form=options.attacks)
    else:
        rows = list(seen(sample(options.data, each=options.each), model=model, answers=options.answers))
        if options.assertions:
            by_assertions(rows[: options.assertions], model=model, answers=options.answers)
        else:
            one_word(rows, held=options.held_out, sets=options.sets)
    model.close()


if __name__ == "__main__":
    main()
