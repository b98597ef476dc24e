"""The support score: how probable it is that a document supports a claim, told from countable features alone."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from summarizer.errors import ConfigError
from summarizer.text.terms import claim_terms
from summarizer.verification.evidence.search import Index
from summarizer.verification.scoring.features import features
from summarizer.verification.verdict import Check

# A leaf is its value; a split is [feature name, threshold, tree if value <= threshold, tree otherwise].
Tree = float | tuple[str, float, "Tree", "Tree"]

# Above it a claim is more likely supported than not: the model is trained and calibrated on sets in which half of the
# weight is supported. benchmarks/train_score.py reports the balanced accuracy at this one threshold.
LIKELY: Final = 0.5
_WEIGHTS: Final = "score_weights.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreModel:
    """Boosted trees and the straight line that calibrates them."""

    base: float
    trees: tuple[Tree, ...]
    slope: float
    offset: float

    @classmethod
    def from_json(cls, text: str) -> ScoreModel:
        """The model that benchmarks/train_score.py wrote."""
        raw = json.loads(text)
        return cls(
            base=float(raw["base"]),
            trees=tuple(_tree(tree) for tree in raw["trees"]),
            slope=float(raw["calibration"]["slope"]),
            offset=float(raw["calibration"]["offset"]),
        )

    def probability(self, values: Mapping[str, float]) -> float:
        """The calibrated probability of a claim with these features: `0 <= p <= 1`, the same for the same values."""
        margin = self.base + sum(_leaf(tree, values) for tree in self.trees)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.slope * margin + self.offset))))


def support_score(claim: str, *, index: Index, sentences: Sequence[int], checks: Sequence[Check]) -> float:
    """The probability that the document supports a claim, told without a model.

    Promise: `0 <= support_score(c, ...) <= 1`, the same for the same input, and one failed check more never raises it.
    It never accepts a claim; it ranks what the rules left open. Trained with equal weight on supported and unsupported
    claims, so it answers for a world in which half of the claims hold: read 0.5 as "can go either way".

    Args:
        claim: The statement.
        index: The document's index.
        sentences: Indexes of the evidence sentences that the claim was compared with, as `index.evidence_set` gives.
        checks: What the typed comparison of claim and evidence found.

    Returns:
        A probability; 0.5 or more is the balanced guess "supported".
    """
    if not claim_terms(claim):
        return 0.0  # a claim without a word says nothing that could be supported
    return _model().probability(features(claim, index=index, sentences=sentences, checks=checks))


@cache
def _model() -> ScoreModel:
    # Read at the first score, not at import: importing the library opens no file.
    return ScoreModel.from_json(
        resources.files("summarizer.verification.scoring").joinpath(_WEIGHTS).read_text(encoding="utf-8")
    )


def _tree(raw: object) -> Tree:
    if isinstance(raw, list):
        name, threshold, low, high = raw
        return str(name), float(threshold), _tree(low), _tree(high)
    if isinstance(raw, int | float):
        return float(raw)
    raise ConfigError(f"{_WEIGHTS} holds {raw!r} where a tree should be; write it again with benchmarks/train_score.py")


def _leaf(tree: Tree, values: Mapping[str, float]) -> float:
    while isinstance(tree, tuple):
        tree = tree[2] if values[tree[0]] <= tree[1] else tree[3]
    return tree
