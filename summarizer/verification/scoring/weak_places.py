"""Counts where a claim is backed least: one changed word is drowned in the average of a long claim.

weak_places(claim, near)  ->  {"clause_least": 0.4, …, "alien": 1.0, …, "denied_only_here": 0.0, …}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summarizer.languages.registry import together
from summarizer.text.terms import is_function, is_hard
from summarizer.verification.scoring.antonyms import has_antonym_in
from summarizer.verification.scoring.claim_terms import ClaimTerms
from summarizer.verification.scoring.coverage import NearSentences

_REACH: Final = 3  # terms on either side that are a term's neighborhood, and terms that a negation reaches
# Counts are capped so that one long claim does not outweigh all others.
_MOST_CLAUSES, _MOST_FIGURES, _MOST_TURNED, _MOST_DENIED = 6, 3, 3, 4
_MOST_IN_SUM: Final = 4.0
_UNKNOWN: Final = 0.5


def weak_places(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """The features of the weakest places; the same names in the same order for every claim."""
    figures = [term for term in claim.content if is_hard(term)]
    absent = sum(term not in near.index.postings for term in figures)
    return (
        {"figures_absent": min(absent, _MOST_FIGURES)}
        | _clauses(claim, near)
        | _strangers(claim, near)
        | _negations(claim, near)
        | _turned_words(claim, near)
    )


def _clauses(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """How much of each clause one near sentence has: of the least backed one, and on average."""
    clauses = [set(clause) for clause in claim.clauses if len(clause) > 1]
    covered = [_best_share(clause, near) for clause in clauses]
    return {
        "clause_least": min(covered, default=_UNKNOWN),
        "clause_mean": sum(covered) / len(covered) if covered else _UNKNOWN,
        "clauses": float(min(len(covered), _MOST_CLAUSES)),
    }


def _best_share(clause: set[str], near: NearSentences) -> float:
    return max((len(clause & terms) / len(clause) for terms in near.terms.values()), default=0.0)


def _strangers(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """Terms whose neighbors stand together in a sentence that lacks the term itself.

    Alien ones stand nowhere in the document, swapped ones elsewhere in it.
    """
    content = [term for term in claim.every if term in claim.weights]
    everywhere = near.index.postings
    alien, swapped = [0.0], [0.0]
    for spot, term in enumerate(content):
        neighbors = {*content[max(0, spot - _REACH) : spot], *content[spot + 1 : spot + 1 + _REACH]}
        if neighbors:
            strangeness = _strangeness(term, neighbors, near)
            (swapped if term in everywhere else alien).append(strangeness)
    return {
        "alien": max(alien),
        "alien_sum": min(sum(alien), _MOST_IN_SUM),
        "swapped_sum": min(sum(swapped), _MOST_IN_SUM),
    }


def _strangeness(term: str, neighbors: set[str], near: NearSentences) -> float:
    """By how much more of its neighbors a sentence without the term has than any sentence with it."""
    without, within = 0, 0
    for terms in near.terms.values():
        shared = len(neighbors & terms)
        if term in terms:
            within = max(within, shared)
        else:
            without = max(without, shared)
    return max(0, without - within) / len(neighbors)


def _negations(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """Negations of the claim whose neighborhood is not denied in the source, and the other way round."""
    denied_here = _denied_terms(claim.every) & claim.weights.keys()
    affirmed_here = set(claim.content) - denied_here
    denied_there, affirmed_there = set[str](), set[str]()
    for row in near.rows():
        denied = _denied_terms(row)
        denied_there |= denied
        affirmed_there |= set(row) - denied
    only_here = denied_here - denied_there
    turned = (affirmed_here & denied_there) - affirmed_there
    return {
        "denied_only_here": float(min(len(only_here), _MOST_DENIED)),
        "denied_affirmed_there": float(min(len(only_here & affirmed_there), _MOST_DENIED)),
        "affirmed_denied_there": float(min(len(turned), _MOST_DENIED)),
    }


def _denied_terms(row: Sequence[str]) -> set[str]:
    """The content terms within reach after a negation."""
    return set(_within_reach(row))


def _within_reach(row: Sequence[str]) -> Iterator[str]:
    for spot, word in enumerate(row):
        if _is_negation(word):
            yield from (term for term in row[spot + 1 : spot + 1 + _REACH] if not is_function(term))


def _is_negation(term: str) -> bool:
    return term in together("vocabulary.denial_terms") or term.endswith("n't")


def _turned_words(claim: ClaimTerms, near: NearSentences) -> dict[str, float]:
    """Words whose contrary the source has."""
    asked = set(claim.every)
    around = frozenset[str]().union(*near.terms.values())
    return {
        "turned_near": _turned(asked, around),
        "turned_document": _turned(asked, near.index.postings.keys()),
    }


def _turned(asked: Iterable[str], held: Iterable[str]) -> float:
    there = frozenset(held)
    return float(min(sum(has_antonym_in(term, there) for term in asked), _MOST_TURNED))
