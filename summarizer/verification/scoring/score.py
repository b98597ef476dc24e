"""The support score: how probable it is that a document supports a claim, told from countable features alone."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from summarizer.document.sentences import split
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
# A claim with a conflict has at most this. Of the sentences that benchmarks/corruption.py makes (--rows 15), 2,661 of
# 2,784 changed ones have a conflict and 2 of 1,640 rewritten ones; on the labeled sets 53 conflicts of 62 are in
# rows that people refused, and those too few for the trees to learn from: they gave the changed sentences .77. What is
# kept of doubt is a reader's: the labels, and what code may have read wrongly. Run both again when a check moves.
IN_CONFLICT: Final = 0.1
_LEAST_TERMS: Final = 3  # of a sentence of a claim; one of fewer ("Really?", "No.") is judged with the others alone
_LEADS_ON: Final = (":", "\uff1a")
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

    Promise: `0 <= support_score(c, ...) <= 1`, the same for the same input, and one failed check more never raises it;
    `any(c.conflict for c in checks)` implies `support_score(...) <= IN_CONFLICT`. It never accepts a claim; it ranks
    what the rules left open. Trained with equal weight on supported and unsupported claims, so it answers for a world
    in which half of the claims hold: read 0.5 as "can go either way". That is what a lead-in such as "The plants are:"
    has, which says nothing yet.

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
    conflict = any(check.conflict for check in checks)
    if claim.rstrip().endswith(_LEADS_ON) and not conflict:
        return LIKELY
    probability = _model().probability(features(claim, index=index, sentences=sentences, checks=checks))
    return min(probability, IN_CONFLICT) if conflict else probability


def asserting_sentences(claim: str, *, language: str) -> list[str]:
    """The sentences of a claim that say something of their own: no lead-in, and none as short as "Really?".

    Args:
        claim: The statement.
        language: ISO 639-1 code; "" for no known one.
    """
    parts = (claim[start:end] for start, end in split(claim, language=language))
    return [part for part in parts if len(claim_terms(part)) >= _LEAST_TERMS and not part.endswith(_LEADS_ON)]


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
