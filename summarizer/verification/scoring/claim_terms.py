"""Reads a claim once into its terms: which carry content and what they weigh, its clauses, and its names.

ClaimTerms.of("Sales rose, but Acme fired 40.", index).clauses  ->  (("sal", "ros"), (), ("acm", "fir", "40"))
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.languages.registry import alternatives, cached_by_records, together
from summarizer.text.terms import Term, claim_terms, is_function
from summarizer.verification.evidence.search import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTerms:
    """The terms of a claim.

    Attributes:
        every: All its terms in order.
        content: The different terms that carry content; all different terms where none does.
        weights: How rare each content term is in the document.
        clauses: The content terms of each clause.
        names: Terms written with a capital inside a sentence.
    """

    every: tuple[str, ...]
    content: tuple[str, ...]
    weights: Mapping[str, float]
    clauses: tuple[tuple[str, ...], ...]
    names: frozenset[str]

    @classmethod
    def of(cls, claim: str, index: Index) -> ClaimTerms:
        """The terms of a claim about a document."""
        placed = claim_terms(claim)
        every = tuple(term.text for term in placed)
        content = tuple(dict.fromkeys(term for term in every if not is_function(term)))
        content = content or tuple(dict.fromkeys(every))
        weights = {term: index.rarity(term) for term in content}
        return cls(
            every=every,
            content=content,
            weights=weights,
            clauses=tuple(_clauses(claim, placed, weights)),
            names=frozenset(_names(claim, placed)),
        )

    def share_in(self, terms: Collection[str]) -> float:
        """The weighted share of the content terms that stand among some terms: `0 <= share <= 1`."""
        total = sum(self.weights.values())
        if not total:
            return 0.0
        return sum(self.weights[term] for term in self.content if term in terms) / total


def _clauses(claim: str, placed: Sequence[Term], weights: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    breaks = [match.start() for match in _clause_end().finditer(claim)]
    for _, clause in groupby(placed, key=lambda term: bisect_left(breaks, term.start)):
        yield tuple(term.text for term in clause if term.text in weights)


def _names(claim: str, placed: Sequence[Term]) -> Iterator[str]:
    for term in placed:
        before = claim[: term.start].rstrip(" \"'“”‘’(")
        inside = bool(before) and before[-1] not in ".!?:"
        if inside and claim[term.start].isupper() and not is_function(term.text):
            yield term.text


@cached_by_records
def _clause_end() -> re.Pattern[str]:
    """Where a clause may end: at a mark, or before a conjunction of any language."""
    conjunctions = alternatives([word] for word in together("vocabulary.conjunctions"))
    return re.compile(rf"[,;:!?()。，；：！？、]|\.(?!\d)|\b(?:{conjunctions})\b")
