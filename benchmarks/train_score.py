"""Trains the support score, measures it on documents and data sets that it did not see, and writes its weights.

    python benchmarks/train_score.py --data DIR [--write] [--deals N] [--held-out FILE] [--sets-held-out FILE]

DIR holds `*.jsonl.gz` with `claim`, `document` and `label`. Needs scikit-learn, which the library does not; the
weights are plain JSON that `summarizer/verification/scoring/score.py` reads. The run is deterministic: the same data
gives the same file.

Rows of one document stay in one fold, and so do rows of one claim, over all sets: some sets share documents, and the
two of WiCE judge the same claims by a page and by its cited sentences. Each set weighs the same (but for SHARES), and
in each set supported and unsupported rows do; so 0.5 is the threshold for balanced accuracy, the same for all sets,
fixed by what was trained on. Learned from are the rows that the trees are asked about: those that the rules tick have
1, those with a conflict have IN_CONFLICT at most, and the report counts them with these scores. Features that count
against a claim may only lower the score (monotone constraints): sets differ in how their unsupported claims were made,
and an unconstrained model learns that instead.

The model is the mean of two, one of trees that combine features and one of trees that each look at one feature alone:
the first follows the large sets more closely, the second errs less on the small ones.

The line that calibrates the trees is fitted to margins with sets held out one by one, since a score is mostly asked of
text that is like none of the sets. Of a claim of more sentences the least margin counts, as in the library.

The library counts only the features that the trees read. To try another one, count it in
`summarizer/verification/scoring/`, train, and take it out again where no tree reads it.

How folds fall moves the figure of a small set by 2 points; `--deals N` reports the mean of N ways to deal them.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import itertools
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from json_lines import read_json_lines
from score import auc, balanced_accuracy, calibration_error, is_flagged, read_rows

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules, Ruling
from summarizer.verification.scoring.features import features
from summarizer.verification.scoring.score import IN_CONFLICT, LIKELY

WEIGHTS: Final = Path(__file__).parent.parent / "summarizer" / "verification" / "scoring" / "score_weights.json"
FOLDS: Final = 5
# Sets that do not weigh 1: the supported rows of uhgeval_zh are verbatim, which any weight gets right; summedits has
# the one-word changes that the score is to feel, and that lengthy paraphrase drowns; the claims of wice_cited_dev have
# the least to stand on (1 to 6 and 1 to 3 were tried, by documents).
SHARES: Final = {"summedits": 5.0, "uhgeval_zh": 0.5, "wice_cited_dev": 1.5}
SETTINGS: Final = {
    "max_iter": 150,
    "learning_rate": 0.08,
    "max_leaf_nodes": 4,
    "min_samples_leaf": 30,
    "l2_regularization": 5.0,
    "random_state": 0,
    "early_stopping": False,
}
# Features that count for a claim; those in neither list count against it.
_UP: Final = frozenset(
    "cover_one cover_two cover_evidence cover_document plain_one plain_evidence plain_document pairs triples sequence "
    "concordance together all_together match clause_least clause_mean passed".split()
)
# Features that tell where a claim stands, and may move the score either way.
_FREE: Final = frozenset(
    "claim_length document_length clauses margin general general_share reworded claim_sentences".split()
)


def _sign_of(name: str) -> int:
    """Which way a feature may move the score: 1 up, -1 down, 0 either way."""
    if name in _UP:
        return 1
    return 0 if name in _FREE else -1


class MeanModel:
    """The mean of two fitted models."""

    def __init__(self, models: Sequence[Any]) -> None:
        self.models = models

    def decision_function(self, values: Any) -> Any:
        """The mean of their margins."""
        return sum(model.decision_function(values) for model in self.models) / len(self.models)


class Table:
    """The features of all rows as arrays, with their set, fold and label."""

    def __init__(self, directory: Path) -> None:
        self.np: Any = importlib.import_module("numpy")
        values, sets, keys, flags, parts, owners, bounds = [], [], [], [], [], [], []
        labels: list[int] = []
        rules: dict[str, Rules] = {}
        for path in sorted(directory.glob("*.jsonl.gz")):
            for row in read_rows(path):
                if row.document not in rules:
                    rules[row.document] = Rules.of(Index.of(Document.of(row.document)))
                here = rules[row.document]
                ruling = here.rule_on(row.claim)
                values.append(features_of(row.claim, ruling, here.index))
                bounds.append(bounds_of(ruling))
                for part, ruled in here.rule_on_sentences(row.claim) if bounds[-1] == (0, 1) else ():
                    if bounds_of(ruled) == (0, 1):
                        parts.append(features_of(part, ruled, here.index))
                        owners.append(len(labels))
                    elif ruled.verdict != "supported":
                        bounds[-1] = bounds_of(ruled)
                labels.append(row.label)
                sets.append(path.name.removesuffix(".jsonl.gz"))
                # Copies of a document differ in their spaces and ends from set to set.
                keys.append((re.sub(r"\W", "", row.document)[:150], re.sub(r"\W", "", row.claim.casefold())))
                flags.append(1.0 - is_flagged(row.claim, row.document))
        self.names = tuple(values[0])
        self.values = self.np.array([[row[name] for name in self.names] for row in values])
        self.parts = self.np.array([[part[name] for name in self.names] for part in parts])
        self.owners = self.np.array(owners)
        self.bounds = self.np.array(bounds)
        self.open = (self.bounds == (0, 1)).all(axis=1)
        self.labels = self.np.array(labels)
        self.sets = self.np.array(sets)
        self.groups = self.np.array(groups_of(keys))
        self.flags = self.np.array(flags)
        self.deal(0)

    def deal(self, number: int) -> None:
        """Put groups into folds, in another way for each number."""
        dealt = (hashlib.sha256(f"{number}:{group}".encode()).hexdigest()[:8] for group in self.groups)
        self.folds = self.np.array([int(digits, 16) % FOLDS for digits in dealt])

    def weights(self, rows: Any, *, shares: Mapping[str, float]) -> Any:
        """The weight of each of some rows, none for those that the trees are not asked about.

        Sets are equal but for some shares, labels are within each, and the rows not asked about are part of both.
        """
        weights = self.np.zeros(len(rows))
        for name in sorted(set(self.sets[rows])):
            for label in (0, 1):
                these = (self.sets[rows] == name) & (self.labels[rows] == label)
                if these.any():
                    weights[these] = shares.get(name, 1.0) / these.sum()
        weights *= self.open[rows]
        return weights * len(rows) / weights.sum()

    def fit(self, rows: Any) -> MeanModel:
        """Boosted trees on some rows, with and without trees that combine features."""
        ensemble = importlib.import_module("sklearn.ensemble")
        rows = rows[self.open[rows]]
        signs = [_sign_of(name) for name in self.names]
        weights = self.weights(rows, shares=SHARES)
        models = []
        for combined in (None, "no_interactions"):
            model = ensemble.HistGradientBoostingClassifier(monotonic_cst=signs, interaction_cst=combined, **SETTINGS)
            models.append(model.fit(self.values[rows], self.labels[rows], sample_weight=weights))
        return MeanModel(models)

    def margins(self, train: Any, test: Any) -> Any:
        """The margins of the test rows, by a model of the others: of a claim of more sentences the least of theirs."""
        model = self.fit(train)
        found = self.np.full(len(self.labels), self.np.inf)
        mine = self.np.where(self.np.isin(self.owners, test))[0]
        if len(mine):
            self.np.minimum.at(found, self.owners[mine], model.decision_function(self.parts[mine]))
        whole = self.np.setdiff1d(test, self.owners[mine])
        found[whole] = model.decision_function(self.values[whole])
        return found[test]

    def margins_by_sets(self) -> Any:
        """Margins of every row from a model that saw neither its set nor its document."""
        found = self.np.zeros(len(self.labels))
        for name in sorted(set(self.sets)):
            test = self.np.where(self.sets == name)[0]
            strange = (self.sets != name) & ~self.np.isin(self.groups, self.groups[test])
            found[test] = self.margins(self.np.where(strange)[0], test)
        return found

    def line(self, margins: Any, rows: Any) -> tuple[float, float]:
        """The slope and offset that calibrate the margins of some rows, all sets weighing the same."""
        linear = importlib.import_module("sklearn.linear_model")
        fitted = linear.LogisticRegression(C=1e6).fit(
            margins[rows].reshape(-1, 1), self.labels[rows], sample_weight=self.weights(rows, shares={})
        )
        return float(fitted.coef_[0][0]), float(fitted.intercept_[0])

    def scores(self, margins: Any, line: tuple[float, float]) -> Any:
        """What the library says of rows with these margins: what rules tick is 1, a conflict has its bound."""
        found = 1 / (1 + self.np.exp(-(line[0] * margins + line[1])))
        return self.np.clip(found, self.bounds[:, 0], self.bounds[:, 1])


def features_of(claim: str, ruling: Ruling, index: Index) -> dict[str, float]:
    """The features of a claim that was ruled on."""
    return features(claim, index=index, sentences=index.evidence_set(claim), checks=ruling.checks)


def bounds_of(ruling: Ruling) -> tuple[float, float]:
    """Between what the score of a ruling must lie, whatever the trees say."""
    if ruling.verdict == "supported":
        return 1.0, 1.0
    return 0.0, IN_CONFLICT if any(check.conflict for check in ruling.checks) else 1.0


def groups_of(keys: Sequence[tuple[str, str]]) -> list[str]:
    """The group of each row, given its document and its claim: rows that share either, directly or not, share it."""
    parents: dict[tuple[int, str], tuple[int, str]] = {}

    def root(one: tuple[int, str]) -> tuple[int, str]:
        while parents.setdefault(one, one) != one:
            one = parents[one]
        return one

    for document, claim in keys:
        one, two = sorted((root((0, document)), root((1, claim))))
        parents[two] = one
    return [hashlib.sha256(root((0, document))[1].encode()).hexdigest() for document, _ in keys]


def report(title: str, table: Table, deals: Sequence[Any]) -> None:
    """Print a table by set, and the means: of the figures, where there are scores of several deals of folds."""
    print(
        f"\n{title}\n\n| set | rows | BAcc at {LIKELY} | AUC | ECE | plain flags BAcc |\n|---|---:|---:|---:|---:|---:|"
    )
    lines = []
    for name in sorted(set(table.sets)):
        these = table.sets == name
        labels = table.labels[these].tolist()
        each = [_figures(scores[these].tolist(), labels) for scores in deals]
        means = [sum(column) / len(each) for column in zip(*each, strict=True)]
        lines.append([*means, balanced_accuracy(table.flags[these].tolist(), labels, 0.5)])
        _print_line(name, len(labels), lines[-1])
    _print_line("**mean**", len(table.labels), [sum(column) / len(lines) for column in zip(*lines, strict=True)])


def _figures(scores: Sequence[float], labels: Sequence[int]) -> tuple[float, float, float]:
    return balanced_accuracy(scores, labels, LIKELY), auc(scores, labels), calibration_error(scores, labels)


def _print_line(name: str, rows: int, figures: Sequence[float]) -> None:
    accuracy, area, error, flags = figures
    print(f"| {name} | {rows} | {accuracy:.1f} | {area:.3f} | {error:.3f} | {flags:.1f} |")


def report_bounds(table: Table, scores: Any) -> None:
    """Print what scores below and from some bounds are worth, both labels of each set weighing the same in "all"."""
    weights = table.np.zeros(len(scores))
    for name in set(table.sets):
        for label in (0, 1):
            these = (table.sets == name) & (table.labels == label)
            weights[these] = 1 / these.sum()
    tried: list[tuple[str, Any]] = [(f"below {low}", scores < low) for low in (0.1, 0.2, 0.3)]
    tried += [(f"from {high}", scores >= high) for high in (0.7, 0.8, 0.9)]
    print("\nShare of rows, and of these supported\n\n| set | " + " | ".join(title for title, _ in tried) + " |")
    print("|---|" + "---:|" * len(tried))
    everything = table.np.ones(len(scores), dtype=bool)
    plain = table.np.ones(len(scores))
    lines = [(name, table.sets == name, plain) for name in sorted(set(table.sets))]
    for name, these, mass in [*lines, ("all", everything, plain), ("all, balanced", everything, weights)]:
        cells = []
        for _, chosen in tried:
            held = mass[these & chosen]
            good = mass[these & chosen & (table.labels == 1)].sum()
            cells.append(f"{held.sum() / mass[these].sum():.2f}, {good / held.sum():.2f}" if len(held) else "0")
        print(f"| {name} | " + " | ".join(cells) + " |")


def score_by_documents(table: Table, line: tuple[float, float]) -> Any:
    """Scores of every row from a model that saw none of its document."""
    margins = table.np.zeros(len(table.labels))
    for fold in range(FOLDS):
        test = table.np.where(table.folds == fold)[0]
        margins[test] = table.margins(table.np.where(table.folds != fold)[0], test)
    return table.scores(margins, line)


def report_tenths(title: str, table: Table, scores: Any) -> None:
    """Print the mean score and the share of supported rows of every tenth, sets and labels weighing the same."""
    weights = table.np.zeros(len(scores))
    for name, label in itertools.product(sorted(set(table.sets)), (0, 1)):
        these = (table.sets == name) & (table.labels == label)
        weights[these] = 1 / these.sum()
    print(f"\n{title}\n\n| from | rows | mean score | supported |\n|---:|---:|---:|---:|")
    for tenth in range(10):
        chosen = table.np.minimum(9, (10 * scores).astype(int)) == tenth
        if mass := weights[chosen].sum():
            mean, good = ((weights * of)[chosen].sum() / mass for of in (scores, table.labels))
            print(f"| {tenth / 10} | {chosen.sum()} | {mean:.2f} | {good:.2f} |")


def scores_of_other_lines(table: Table, margins: Any) -> Any:
    """Scores of every row by a line that was not fitted to its set either."""
    found = table.np.zeros(len(margins))
    for name in sorted(set(table.sets)):
        line = table.line(margins, table.np.where(table.sets != name)[0])
        these = table.sets == name
        found[these] = table.scores(margins, line)[these]
    return found


def plain_tree(nodes: Any, names: Sequence[str], *, share: float, at: int = 0) -> Any:
    """A fitted tree as nested lists: a leaf is a share of its value, a split [feature, threshold, low, high]."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(share * float(node["value"]), 6)
    low, high = (plain_tree(nodes, names, share=share, at=int(node[side])) for side in ("left", "right"))
    return [names[int(node["feature_idx"])], round(float(node["num_threshold"]), 6), low, high]


def write_weights(table: Table, line: tuple[float, float]) -> None:
    """Train on everything and write the weights."""
    model = table.fit(table.np.arange(len(table.labels)))
    each = model.models
    trees = []
    for one in each:
        steps = one._predictors  # noqa: SLF001 - no public export
        trees += [plain_tree(step[0].nodes, table.names, share=1 / len(each)) for step in steps]
    base = sum(float(one._baseline_prediction[0][0]) for one in each) / len(each)  # noqa: SLF001
    calibration = {"slope": round(line[0], 5), "offset": round(line[1], 5)}
    head = json.dumps({"base": round(base, 5), "calibration": calibration})[:-1]
    body = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    WEIGHTS.write_text(f'{head}, "trees": [\n{body}\n]}}\n', encoding="utf-8")
    print(f"wrote {len(trees)} trees to {WEIGHTS.name}")


def row_ids(directory: Path) -> list[str]:
    """The ids of all rows, in the order of a table's."""
    found: list[str] = []
    for path in sorted(directory.glob("*.jsonl.gz")):
        found += [row["id"] for row in read_json_lines(path)]
    return found


def main() -> None:
    """Write if asked, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="train on all rows and replace the weights of the library")
    parser.add_argument(
        "--deals", type=int, default=1, help="ways to put documents into folds; the report is their mean"
    )
    parser.add_argument("--held-out", type=Path, help="write the scores of held-out documents here, by the ids of rows")
    parser.add_argument("--sets-held-out", type=Path, help="the same, of models that did not see the row's set")
    options = parser.parse_args()
    # One thread: the fits are small, and on a busy machine threads that wait for each other take ten times as long.
    # Only libraries that are loaded are limited.
    importlib.import_module("sklearn.ensemble")
    importlib.import_module("threadpoolctl").threadpool_limits(limits=1)
    table = Table(options.data)
    margins = table.margins_by_sets()
    line = table.line(margins, table.np.arange(len(table.labels)))
    if options.write:
        write_weights(table, line)
    names = row_ids(options.data)
    deals: list[Any] = []
    for number in reversed(range(options.deals)):
        table.deal(number)
        deals.insert(0, score_by_documents(table, line))
    for title, scores, file in (
        (f"Documents held out ({FOLDS} folds)", deals, options.held_out),
        ("Data sets held out, with their documents and claims", [table.scores(margins, line)], options.sets_held_out),
    ):
        report(title, table, scores)
        report_bounds(table, scores[0])
        report_tenths("By tenths", table, scores[0])
        if file:
            file.write_text(json.dumps(dict(zip(names, scores[0].tolist(), strict=True))), "utf-8")
    others = scores_of_other_lines(table, margins)
    report_tenths("By tenths, data sets held out from the line that calibrates, too", table, others)


if __name__ == "__main__":
    main()
