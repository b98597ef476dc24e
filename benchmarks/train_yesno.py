"""Trains the calibration of one-word judgements: from a model's log-odds of Yes and the score that needs no model.

    python benchmarks/train_yesno.py --data DIR --answers FILE [--model NAME --base-url URL] [--held-out FILE]
                                     [--write]

DIR holds `<set>.jsonl.gz` with `id`, `dataset`, `document`, `claim` and `label`. FILE keeps the model's answers, so
that each is asked for once: it is made by benchmarks/judge.py or here. `--held-out` names scores of the rows by models
that did not see their documents (`train_score.py --held-out`); without it the shipped score is used, which has seen
them, and what is learnt trusts it too much. Plain logistic regression by Newton's method; no dependency; deterministic.

The thresholds come from held-out probabilities: `tick` is the least at which nine of ten claims above it are supported,
`refuse` is 0.5.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from judge_rows import AnsweredRow, answer_rows, sample_rows

from summarizer.models.openai.chat import OpenAIChat
from summarizer.verification.judging.yes_no import Calibration, logit

FILE: Final = Path(__file__).parent.parent / "summarizer" / "verification" / "judging" / "yes_no.json"
PRECISION: Final = 0.9
FEWEST: Final = 20  # claims above the tick threshold, below which a precision says nothing
# A ridge of one pseudo-row keeps Newton's steps finite where the classes can be told apart.
RIDGE: Final = 1.0

Example: TypeAlias = "tuple[float, float, int]"


def held_out_scores(path: Path | None) -> Mapping[str, float]:
    """Scores by row id from a file, or none."""
    if path is None:
        return {}
    scores = json.loads(path.read_text("utf-8"))
    return {str(row_id): float(score) for row_id, score in scores.items()}


def examples_of(rows: Sequence[AnsweredRow], *, scores: Mapping[str, float]) -> list[Example]:
    """Log-odds of Yes, log-odds of the score, label."""
    return [(one.odds, logit(scores.get(one.row.id, one.ruling.score)), one.row.label) for one in rows]


def fit_logistic(examples: Sequence[Example]) -> tuple[float, float, float]:
    """Intercept and the two weights of a logistic regression."""
    weights = [0.0, 0.0, 0.0]
    for _ in range(50):
        step = _newton_step(weights, examples)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return weights[0], weights[1], weights[2]


def _newton_step(weights: Sequence[float], examples: Sequence[Example]) -> list[float]:
    # The intercept is not held back by the ridge.
    slope = [0.0, -RIDGE * weights[1], -RIDGE * weights[2]]
    curvature = [[0.0, 0.0, 0.0], [0.0, RIDGE, 0.0], [0.0, 0.0, RIDGE]]
    for yes, support, label in examples:
        row = (1.0, yes, support)
        probability = _logistic(sum(weight * value for weight, value in zip(weights, row, strict=True)))
        for i, value in enumerate(row):
            slope[i] += (label - probability) * value
            for j, other in enumerate(row):
                curvature[i][j] += probability * (1 - probability) * value * other
    return _solve(curvature, slope)


def _logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _solve(matrix: list[list[float]], right: Sequence[float]) -> list[float]:
    """The solution of three linear equations, by elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(3):
        pivot = max(range(i, 3), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(3):
            if k != i:
                share = rows[k][i] / rows[i][i]
                rows[k] = [a - share * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [rows[i][3] / rows[i][i] for i in range(3)]


def held_out_probabilities(
    rows: Sequence[AnsweredRow], examples: Sequence[Example], *, sets: bool = False
) -> list[float]:
    """The probability of each row, from a calibration that saw none of its fold's documents, or none of its set."""
    groups = [one.row.dataset if sets else str(one.row.fold) for one in rows]
    fitted = {}
    for group in set(groups):
        others = [example for other, example in zip(groups, examples, strict=True) if other != group]
        fitted[group] = fit_logistic(others)
    found = []
    for group, (yes, support, _) in zip(groups, examples, strict=True):
        intercept, yes_weight, support_weight = fitted[group]
        found.append(_logistic(intercept + yes_weight * yes + support_weight * support))
    return found


def tick_threshold(probabilities: Sequence[float], labels: Sequence[int]) -> float:
    """The least probability at and above which enough claims are supported; the highest tried, if none is."""
    tried = [step / 100 for step in range(50, 100)]
    for threshold in tried:
        above = [label for p, label in zip(probabilities, labels, strict=True) if p >= threshold]
        if len(above) >= FEWEST and sum(above) >= PRECISION * len(above):
            return threshold
    return tried[-1]


def main() -> None:
    """Train, report, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--answers", type=Path, required=True)
    parser.add_argument("--model", default="qwen")
    parser.add_argument("--base-url", default="http://127.0.0.1:8731/v1")
    parser.add_argument("--each", type=int, default=40, help="rows of a set")
    parser.add_argument("--held-out", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the calibration of the library")
    options = parser.parse_args()
    model = OpenAIChat(options.model, base_url=options.base_url, api_key="none", timeout=900)
    rows = list(answer_rows(sample_rows(options.data, each=options.each), model=model, answers=options.answers))
    model.close()
    examples = examples_of(rows, scores=held_out_scores(options.held_out))
    intercept, yes, support = fit_logistic(examples)
    tick = tick_threshold(held_out_probabilities(rows, examples), [label for *_, label in examples])
    made = Calibration(
        intercept=round(intercept, 4), yes=round(yes, 4), support=round(support, 4), tick=tick, refuse=0.5
    )
    print(f"{len(rows)} rows: {made}")
    if options.write:
        names = ("intercept", "yes", "support", "tick", "refuse")
        FILE.write_text(json.dumps({name: getattr(made, name) for name in names}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
