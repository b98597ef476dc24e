"""Trains the support score, says how good it is on documents and data sets that it did not see, and writes its weights.

    python benchmarks/train_score.py --data DIR [--write] [--held-out FILE] [--sets-held-out FILE]

DIR holds `*.jsonl.gz` with `claim`, `document` and `label`. Needs scikit-learn, which the library does not; the
weights are plain JSON that `summarizer/verification/score.py` reads. The run is deterministic: the same data gives
the same file.

Rows of one document stay in one fold, over all sets, since several sets share documents. Each set weighs the same, and
in each set supported and unsupported rows do; so 0.5 is the threshold for balanced accuracy, the same for all sets,
fixed by what was trained on. Features that count against a claim may only lower the score (monotone constraints): sets
differ in how their unsupported claims were made, and an unconstrained model learns that instead.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from score import auc, balanced_accuracy, calibration_error, flagged, read

from summarizer.text.document import Document
from summarizer.verification.features import features
from summarizer.verification.rules import Ruler
from summarizer.verification.score import LIKELY
from summarizer.verification.search import Index

WEIGHTS: Final = Path(__file__).parent.parent / "summarizer" / "verification" / "score_weights.json"
FOLDS: Final = 5
# Sets that do not weigh 1: the supported rows of uhgeval_zh are verbatim, which any weight gets right; summedits has
# the one-word changes that the score is to feel, and that lengthy paraphrase drowns (1 to 5 were tried, by documents).
SHARES: Final = {"summedits": 4.0, "uhgeval_zh": 0.5}
SETTINGS: Final = {
    "max_iter": 250,
    "learning_rate": 0.06,
    "max_leaf_nodes": 4,
    "min_samples_leaf": 30,
    "l2_regularization": 5.0,
    "random_state": 0,
    "early_stopping": False,
}
_UP: Final = frozenset(
    "cover_one cover_two cover_evidence cover_document plain_one plain_evidence plain_document pairs triples sequence "
    "concordance together all_together match clause_least clause_mean passed".split()
)
_FREE: Final = frozenset("claim_length document_length clauses margin pronoun hedge_added hedge_lost denials".split())


class Table:
    """The features of all rows as arrays, with their set, fold and label."""

    def __init__(self, directory: Path) -> None:
        self.np: Any = importlib.import_module("numpy")
        values, labels, sets, groups, flags = [], [], [], [], []
        rulers: dict[str, Ruler] = {}
        for path in sorted(directory.glob("*.jsonl.gz")):
            for row in read(path):
                if row.document not in rulers:
                    rulers[row.document] = Ruler.of(Index.of(Document.of(row.document)))
                ruler = rulers[row.document]
                checks, sentences = ruler.rule(row.claim).checks, ruler.index.evidence_set(row.claim)
                values.append(features(row.claim, index=ruler.index, sentences=sentences, checks=checks))
                labels.append(row.label)
                sets.append(path.name.removesuffix(".jsonl.gz"))
                # Copies of a document differ in their spaces and ends from set to set.
                opening = re.sub(r"\W", "", row.document)[:150]
                groups.append(hashlib.sha256(opening.encode()).hexdigest())
                flags.append(1.0 - flagged(row.claim, row.document))
        self.names = tuple(values[0])
        self.values = self.np.array([[row[name] for name in self.names] for row in values])
        self.labels = self.np.array(labels)
        self.sets = self.np.array(sets)
        self.groups = self.np.array(groups)
        self.flags = self.np.array(flags)
        self.folds = self.np.array([int(group[:8], 16) % FOLDS for group in groups])

    def weights(self, rows: Any) -> Any:
        """The weight of each of some rows: sets equal (but for SHARES), labels equal within each."""
        weights = self.np.zeros(len(rows))
        for name in sorted(set(self.sets[rows])):
            for label in (0, 1):
                these = (self.sets[rows] == name) & (self.labels[rows] == label)
                if these.any():
                    weights[these] = SHARES.get(name, 1.0) / these.sum()
        return weights * len(rows) / weights.sum()

    def fit(self, rows: Any) -> Any:
        """Boosted trees on some rows."""
        ensemble = importlib.import_module("sklearn.ensemble")
        signs = [1 if name in _UP else 0 if name in _FREE else -1 for name in self.names]
        model = ensemble.HistGradientBoostingClassifier(monotonic_cst=signs, **SETTINGS)
        return model.fit(self.values[rows], self.labels[rows], sample_weight=self.weights(rows))

    def calibrated(self, rows: Any) -> tuple[Any, float, float]:
        """Trees on some rows with the line (slope, offset) that calibrates them, fitted on folds they did not see."""
        linear = importlib.import_module("sklearn.linear_model")
        margins = self.np.zeros(len(rows))
        for fold in range(FOLDS):
            inside = self.folds[rows] == fold
            if inside.any():
                margins[inside] = self.fit(rows[~inside]).decision_function(self.values[rows[inside]])
        line = linear.LogisticRegression(C=1e6).fit(
            margins.reshape(-1, 1), self.labels[rows], sample_weight=self.weights(rows)
        )
        return self.fit(rows), float(line.coef_[0][0]), float(line.intercept_[0])

    def held_out(self, train: Any, test: Any) -> Any:
        """Calibrated scores of the test rows from a model of the train rows."""
        model, slope, offset = self.calibrated(train)
        return 1 / (1 + self.np.exp(-(slope * model.decision_function(self.values[test]) + offset)))


def report(title: str, table: Table, scores: Any) -> None:
    """Print a table by set, and the means."""
    print(
        f"\n{title}\n\n| set | rows | BAcc at {LIKELY} | AUC | ECE | plain flags BAcc |\n|---|---:|---:|---:|---:|---:|"
    )
    lines = []
    for name in sorted(set(table.sets)):
        these = table.sets == name
        mine, labels = scores[these].tolist(), table.labels[these].tolist()
        line = (
            balanced_accuracy(mine, labels, LIKELY),
            auc(mine, labels),
            calibration_error(mine, labels),
            balanced_accuracy(table.flags[these].tolist(), labels, 0.5),
        )
        lines.append(line)
        print(f"| {name} | {len(labels)} | {line[0]:.1f} | {line[1]:.3f} | {line[2]:.3f} | {line[3]:.1f} |")
    mean = [sum(column) / len(lines) for column in zip(*lines, strict=True)]
    print(f"| **mean** | {len(scores)} | {mean[0]:.1f} | {mean[1]:.3f} | {mean[2]:.3f} | {mean[3]:.1f} |")


def by_documents(table: Table) -> Any:
    """Scores of every row from a model that saw none of its document."""
    scores = table.np.zeros(len(table.labels))
    for fold in range(FOLDS):
        test = table.np.where(table.folds == fold)[0]
        scores[test] = table.held_out(table.np.where(table.folds != fold)[0], test)
    return scores


def by_sets(table: Table) -> Any:
    """Scores of every row from a model that saw neither its set nor its document."""
    scores = table.np.zeros(len(table.labels))
    for name in sorted(set(table.sets)):
        test = table.np.where(table.sets == name)[0]
        strange = (table.sets != name) & ~table.np.isin(table.groups, table.groups[test])
        scores[test] = table.held_out(table.np.where(strange)[0], test)
    return scores


def plain_tree(nodes: Any, names: Sequence[str], at: int = 0) -> Any:
    """A fitted tree as nested lists: a leaf is its value, a split [feature, threshold, low, high]."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 5)
    low, high = (plain_tree(nodes, names, int(node[side])) for side in ("left", "right"))
    return [names[int(node["feature_idx"])], round(float(node["num_threshold"]), 6), low, high]


def write(table: Table) -> None:
    """Train on everything and write the weights."""
    model, slope, offset = table.calibrated(table.np.arange(len(table.labels)))
    trees = [plain_tree(step[0].nodes, table.names) for step in model._predictors]  # noqa: SLF001 - no public export
    calibration = {"slope": round(slope, 5), "offset": round(offset, 5)}
    head = json.dumps({"base": round(float(model._baseline_prediction[0][0]), 5), "calibration": calibration})[:-1]  # noqa: SLF001
    body = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    WEIGHTS.write_text(f'{head}, "trees": [\n{body}\n]}}\n', encoding="utf-8")
    print(f"wrote {len(trees)} trees to {WEIGHTS.name}")


def identities(directory: Path) -> list[str]:
    """The ids of all rows, in the order of a table's."""
    lines = (
        line
        for path in sorted(directory.glob("*.jsonl.gz"))
        for line in gzip.decompress(path.read_bytes()).decode().splitlines()
        if line.strip()
    )
    return [json.loads(line)["id"] for line in lines]


def main() -> None:
    """Write if asked, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="train on all rows and replace the weights of the library")
    parser.add_argument("--held-out", type=Path, help="write the scores of held-out documents here, by the ids of rows")
    parser.add_argument("--sets-held-out", type=Path, help="the same, of models that did not see the row's set")
    options = parser.parse_args()
    # One thread: the fits are small, and on a busy machine threads that wait for each other take ten times as long.
    importlib.import_module("threadpoolctl").threadpool_limits(limits=1)
    table = Table(options.data)
    if options.write:
        write(table)
    names = identities(options.data)
    for title, scores, file in (
        (f"Documents held out ({FOLDS} folds)", by_documents(table), options.held_out),
        ("Data sets held out, with their documents", by_sets(table), options.sets_held_out),
    ):
        report(title, table, scores)
        if file:
            file.write_text(json.dumps(dict(zip(names, scores.tolist(), strict=True))), "utf-8")


if __name__ == "__main__":
    main()
