"""Counts how much of a claim its document has, and how far in the claim's own order and company.

coverage(claim, near)  ->  {"cover_one": 0.8, "cover_document": 1.0, …, "pairs": 0.5, …, "together": 1.0, …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from rapidfuzz.distance import LCSseq

from summarizer.verification.evidence.search import ROOT, Index
from summarizer.verification.scoring.claim_terms import ClaimTerms

_MOST_PLACES: Final = 400  # a term in more sentences than this says nothing by standing beside another
_MOST_PAIRED: Final = 20  # terms of a long claim that are paired with each other
_MOST_NEW: Final = 6  # new terms counted, so that one long claim does not outweigh all others
_UNKNOWN: Final = 0.5  # where a share has nothing to be a share of


@dataclass(frozen=True, slots=True, kw_only=True)
class NearSentences:
    """The sentences of a document that are looked at closely for one claim.

    Attributes:
        index: The document's index.
        terms: The terms of each sentence, by its number in the document; the order is that of the search.
        evidence: The numbers of those that are its evidence.
        best: The terms of the sentence that has most of the claim, in order; empty where no sentence is near.
    """

    index: Index
    terms: dict[int, frozenset[str]]
    evidence: tuple[int, ...]
    best: tuple[str, ...]

    def rows(self) -> list[Sequence[str]]:
        """The terms of each near sentence in their order."""
        return [self.index.sentences[number] for number in self.terms]


def coverage(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """The features of coverage, order and company; the same names in the same order for every claim."""
    return _covered(claim, near) | _in_order(claim, near) | _in_company(claim, near.index)


def _covered(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """How much of the claim's content the best sentence, two, the evidence and the document hold."""
    best = frozenset(near.best)
    evidence = frozenset[str]().union(*(near.index.sentences[number] for number in near.evidence))
    everywhere = near.index.postings.keys()
    new = [term for term in claim.content if term not in everywhere]
    derived = sum(term[:ROOT] in near.index.roots for term in new)
    count = max(1, len(claim.content))
    return {
        "cover_one": claim.share_in(best),
        "cover_two": max((claim.share_in(best | terms) for terms in near.terms.values()), default=0.0),
        "cover_evidence": claim.share_in(evidence),
        "cover_document": claim.share_in(everywhere),
        "plain_one": sum(term in best for term in claim.content) / count,
        "plain_evidence": sum(term in evidence for term in claim.content) / count,
        "plain_document": 1 - len(new) / count,
        "novel": min(len(new), _MOST_NEW),
        "underived": min(len(new) - derived, _MOST_NEW),
        "underived_share": (len(new) - derived) / count,
    }


def _in_order(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """How far the order of the claim's words is the source's."""
    pairs, triples = set(pairwise(claim.every)), set(_triples(claim.every))
    found_pairs: set[tuple[str, str]] = set()
    found_triples: set[tuple[str, str, str]] = set()
    for row in near.rows():
        found_pairs.update(pairs.intersection(pairwise(row)))
        found_triples.update(triples.intersection(_triples(row)))
    return {
        "pairs": len(found_pairs) / max(1, len(pairs)),
        "triples": len(found_triples) / max(1, len(triples)),
        "sequence": LCSseq.similarity(claim.every, near.best) / max(1, len(claim.every)),
        "concordance": _concordance(claim.content, near.best),
    }


def _triples(row: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(row, row[1:], row[2:], strict=False)


def _concordance(content: Sequence[str], best: Sequence[str]) -> float:
    """The share of the pairs of content terms that stand in the best sentence in the order of the claim."""
    first: dict[str, int] = {}
    for place, term in enumerate(best):
        first.setdefault(term, place)
    places = [first[term] for term in content if term in first]
    agreeing = [one < two for one, two in combinations(places, 2)]
    return sum(agreeing) / len(agreeing) if agreeing else _UNKNOWN


def _in_company(claim: ClaimTerms, index: Index) -> dict[str, float]:
    """Whether content terms that stand together in the claim stand in one sentence of the document too."""
    places: dict[str, set[int]] = {}
    for term in claim.content:
        found = index.postings.get(term, ())
        if len(found) <= _MOST_PLACES:
            places[term] = {sentence for sentence, _ in found}
    neighbors = [(one, two) for one, two in pairwise(claim.content) if one in places and two in places]
    paired = [
        (one, two) for one, two in combinations(claim.content[:_MOST_PAIRED], 2) if places.get(one) and places.get(two)
    ]
    return {"together": _share_meeting(neighbors, places), "all_together": _share_meeting(paired, places)}


def _share_meeting(pairs: Sequence[tuple[str, str]], places: dict[str, set[int]]) -> float:
    """The share of the pairs whose terms stand in one sentence."""
    if not pairs:
        return _UNKNOWN
    return sum(not places[one].isdisjoint(places[two]) for one, two in pairs) / len(pairs)
