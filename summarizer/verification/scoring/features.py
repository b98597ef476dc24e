"""Counts what can be counted about a claim and its document without a model: the features of the support score.

    features("Sales rose.", index=index, sentences=(3,), checks=())  ->  {"cover_one": 1.0, …, "document_length": 2.4}

Only features that the trees in `score_weights.json` read are counted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from summarizer.verification.evidence.search import Hit, Index
from summarizer.verification.scoring.claim_terms import ClaimTerms
from summarizer.verification.scoring.coverage import NearSentences, coverage
from summarizer.verification.scoring.new_words import new_words
from summarizer.verification.scoring.weak_places import weak_places
from summarizer.verification.verdict import Check

_NEAR: Final = 6  # sentences looked at closely: the evidence and the best hits
# Counts are capped so that one long claim does not outweigh all others.
_MOST_FAILED_NAMES, _MOST_ABSENT, _MOST_PASSED, _MOST_MATCH = 3, 4, 8, 3.0


def features(claim: str, *, index: Index, sentences: Sequence[int], checks: Sequence[Check]) -> dict[str, float]:
    """The features of a claim by name, each a finite number; the same names in the same order for every claim.

    Args:
        claim: The statement.
        index: The document's index.
        sentences: Indexes of the evidence sentences; empty if nothing was found.
        checks: The typed comparisons that the rules made.

    Returns:
        Shares lie in 0..1, counts are capped so that one long claim does not outweigh all others.
    """
    read = ClaimTerms.of(claim, index)
    hits = index.search(claim, limit=_NEAR)
    near = _near(read, index, sentences, hits)
    return (
        coverage(read, near)
        | weak_places(read, near)
        | new_words(claim, index=index, names=read.names)
        | _from_checks(checks)
        | _from_search(read, hits)
        | {"claim_length": math.log1p(len(read.content)), "document_length": math.log1p(len(index.sentences))}
    )


def _near(read: ClaimTerms, index: Index, sentences: Sequence[int], hits: Sequence[Hit]) -> NearSentences:
    numbers = tuple(dict.fromkeys((*sentences, *(hit.sentence for hit in hits))))[: 2 * _NEAR]
    terms = {number: frozenset(index.sentences[number]) for number in numbers}
    best = max(numbers, key=lambda number: (read.share_in(terms[number]), -number), default=None)
    own = () if best is None else tuple(index.sentences[best])
    return NearSentences(index=index, terms=terms, evidence=tuple(sentences), best=own)


def _from_checks(checks: Sequence[Check]) -> dict[str, float]:
    """How many of the typed comparisons failed, and how many passed."""
    failed = [check for check in checks if not check.passed]
    return {
        "failed_name": float(min(sum(check.kind == "name" for check in failed), _MOST_FAILED_NAMES)),
        "failed_absent": float(min(sum(check.found == "absent" for check in failed), _MOST_ABSENT)),
        "passed": float(min(len(checks) - len(failed), _MOST_PASSED)),
    }


def _from_search(read: ClaimTerms, hits: Sequence[Hit]) -> dict[str, float]:
    """How well the best hit matches, and by how much it leads the next."""
    ideal = sum(read.weights.values())
    match = min(hits[0].score / ideal, _MOST_MATCH) if hits and ideal else 0.0
    margin = (hits[0].score - hits[1].score) / hits[0].score if len(hits) > 1 else 1.0
    return {"match": match, "margin": margin}
