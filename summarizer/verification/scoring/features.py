"""What can be counted about a claim and its document without a model: the features that the score is made from."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from typing import Final

from rapidfuzz.distance import LCSseq

from summarizer.languages.registry import alternatives, cached_by_records, together
from summarizer.text.terms import Term, claim_terms, is_function, is_hard, stem
from summarizer.verification.evidence.search import ROOT, Index
from summarizer.verification.scoring.antonyms import has_antonym_in
from summarizer.verification.scoring.new_words import new_words
from summarizer.verification.verdict import Check

_NEAR: Final = 6  # sentences looked at closely: the evidence and the best hits
_MOST_PLACES: Final = 400  # a term in more sentences than this says nothing by standing beside another


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A claim read once: its terms in order, the different content terms with their weights, and its names."""

    asked: tuple[str, ...]
    content: tuple[str, ...]
    weights: Mapping[str, float]
    clauses: tuple[tuple[str, ...], ...]
    names: frozenset[str]

    @classmethod
    def of(cls, claim: str, index: Index) -> _Claim:
        placed = claim_terms(claim)
        asked = tuple(term.text for term in placed)
        content = tuple(dict.fromkeys(term for term in asked if not is_function(term))) or tuple(dict.fromkeys(asked))
        weights = {term: index.rarity(term) for term in content}
        breaks = [match.start() for match in _clause_end().finditer(claim)]
        parts = groupby(placed, key=lambda term: bisect_left(breaks, term.start))
        clauses = tuple(tuple(term.text for term in part if term.text in weights) for _, part in parts)
        names = frozenset(_names(claim, placed))
        return cls(asked=asked, content=content, weights=weights, clauses=clauses, names=names)

    def share(self, terms: Collection[str]) -> float:
        """The weighted share of the content terms that stand among some terms."""
        total = sum(self.weights.values())
        return sum(self.weights[term] for term in self.content if term in terms) / total if total else 0.0


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
    read = _Claim.of(claim, index)
    hits = index.search(claim, limit=_NEAR)
    near = tuple(dict.fromkeys((*sentences, *(hit.sentence for hit in hits))))[: 2 * _NEAR]
    held = {number: frozenset(index.sentences[number]) for number in near}
    best = max(near, key=lambda number: (read.share(held[number]), -number), default=None)
    own = index.sentences[best] if best is not None else ()
    values = _coverage(read, index, held, sentences, best)
    values |= _order(read, own, [index.sentences[number] for number in near])
    values |= _company(read, index)
    values |= _facts(read, index, held, sentences)
    values |= _weakest(read, index, held)
    values |= _negation(read, [index.sentences[number] for number in near])
    values |= _wording(read, own, frozenset[str]().union(*held.values()), index.postings.keys())
    values |= new_words(claim, index=index, names=read.names)
    values |= _from_checks(checks)
    ideal = sum(read.weights.values())
    values["match"] = min(hits[0].score / ideal, 3.0) if hits and ideal else 0.0
    values["margin"] = (hits[0].score - hits[1].score) / hits[0].score if len(hits) > 1 else 1.0
    values["claim_length"] = math.log1p(len(read.content))
    values["document_length"] = math.log1p(len(index.sentences))
    return values


def _coverage(
    read: _Claim, index: Index, held: Mapping[int, frozenset[str]], sentences: Sequence[int], best: int | None
) -> dict[str, float]:
    """How much of the claim's content the best sentence, two, the evidence and the document hold."""
    one = held[best] if best is not None else frozenset()
    two = max((read.share(one | terms) for terms in held.values()), default=0.0)
    evidence = frozenset[str]().union(*(index.sentences[number] for number in sentences))
    everywhere = index.postings.keys()
    novel = [term for term in read.content if term not in everywhere]
    derived = sum(term[:ROOT] in index.roots for term in novel)
    count = max(1, len(read.content))
    return {
        "cover_one": read.share(one),
        "cover_two": two,
        "cover_evidence": read.share(evidence),
        "cover_document": read.share(everywhere),
        "plain_one": sum(term in one for term in read.content) / count,
        "plain_evidence": sum(term in evidence for term in read.content) / count,
        "plain_document": 1 - len(novel) / count,
        "novel": min(len(novel), 6),
        "underived": min(len(novel) - derived, 6),
        "underived_share": (len(novel) - derived) / count,
    }


def _order(read: _Claim, own: Sequence[str], near: Sequence[Sequence[str]]) -> dict[str, float]:
    """How far the order of the claim's words is the source's."""
    asked, count = read.asked, max(1, len(read.asked))
    pairs = set(pairwise(asked))
    found = {pair for sentence in near for pair in pairwise(sentence) if pair in pairs}
    triples = set(zip(asked, asked[1:], asked[2:], strict=False))
    threes = {
        three
        for sentence in near
        for three in zip(sentence, sentence[1:], sentence[2:], strict=False)
        if three in triples
    }
    first = {term: place for place, term in reversed(list(enumerate(own)))}
    places = [first[term] for term in read.content if term in first]
    agreeing = [one < two for one, two in combinations(places, 2)]
    return {
        "pairs": len(found) / max(1, len(pairs)),
        "triples": len(threes) / max(1, len(triples)),
        "sequence": LCSseq.similarity(asked, own) / count,
        "concordance": sum(agreeing) / len(agreeing) if agreeing else 0.5,
    }


def _company(read: _Claim, index: Index) -> dict[str, float]:
    """Whether content terms that stand together in the claim stand in one sentence of the document too."""
    places = {
        term: {sentence for sentence, _ in found}
        for term in read.content
        if len(found := index.postings.get(term, ())) <= _MOST_PLACES
    }
    beside = [bool(places[one] & places[two]) for one, two in pairwise(read.content) if one in places and two in places]
    apart = [
        bool(places[one] & places[two])
        for one, two in combinations(read.content[:20], 2)
        if places.get(one) and places.get(two)
    ]
    return {
        "together": sum(beside) / len(beside) if beside else 0.5,
        "all_together": sum(apart) / len(apart) if apart else 0.5,
    }


def _weakest(read: _Claim, index: Index, held: Mapping[int, frozenset[str]]) -> dict[str, float]:
    """The part of the claim that the source backs least: one changed word is drowned in the average of a long claim."""
    content = [term for term in read.asked if term in read.weights]
    everywhere = index.postings.keys()
    clauses = [set(clause) for clause in read.clauses if len(clause) > 1]
    covered = [max((len(clause & h) / len(clause) for h in held.values()), default=0.0) for clause in clauses]
    alien, swapped = [0.0], [0.0]
    for spot, term in enumerate(content):
        around = {*content[max(0, spot - 3) : spot], *content[spot + 1 : spot + 4]}
        if not around:
            continue
        without = max((len(around & h) for h in held.values() if term not in h), default=0)
        within = max((len(around & h) for h in held.values() if term in h), default=0)
        (swapped if term in everywhere else alien).append(max(0, without - within) / len(around))
    return {
        "clause_least": min(covered, default=0.5),
        "clause_mean": sum(covered) / len(covered) if covered else 0.5,
        "clauses": float(min(len(covered), 6)),
        "alien": max(alien),
        "alien_sum": min(sum(alien), 4.0),
        "swapped": max(swapped),
        "swapped_sum": min(sum(swapped), 4.0),
    }


def _negation(read: _Claim, near: Sequence[Sequence[str]]) -> dict[str, float]:
    """Negations of the claim whose neighborhood is not denied in the source, and the other way round."""
    mine = _denied_terms(read.asked) & read.weights.keys()
    affirmed = set(read.content) - mine
    theirs, plain = set[str](), set[str]()
    for sentence in near:
        denied = _denied_terms(sentence)
        theirs |= denied
        plain |= set(sentence) - denied
    return {
        "denials": float(min(sum(_is_negation(term) for term in read.asked), 3)),
        "denied_only_here": float(min(len(mine - theirs), 4)),
        "denied_affirmed_there": float(min(len((mine & plain) - theirs), 4)),
        "affirmed_denied_there": float(min(len((affirmed & theirs) - plain), 4)),
    }


def _denied_terms(sentence: Sequence[str]) -> set[str]:
    """The terms within reach after a negation."""
    return {
        term
        for spot, word in enumerate(sentence)
        if _is_negation(word)
        for term in sentence[spot + 1 : spot + 4]
        if not is_function(term)
    }


def _is_negation(term: str) -> bool:
    return term in together("vocabulary.denial_terms") or term.endswith("n't")


def _facts(
    read: _Claim, index: Index, held: Mapping[int, frozenset[str]], sentences: Sequence[int]
) -> dict[str, float]:
    """Figures and names of the claim that the evidence or the document lacks."""
    evidence = frozenset[str]().union(*(held[number] for number in sentences if number in held))
    figures = [term for term in read.content if is_hard(term)]
    names = [term for term in read.content if term in read.names]
    everywhere = index.postings
    return {
        "figures_absent": min(sum(term not in everywhere for term in figures), 3),
        "figures_elsewhere": min(sum(term in everywhere and term not in evidence for term in figures), 3),
        "names_absent": min(sum(term not in everywhere for term in names), 3),
        "names_elsewhere": min(sum(term in everywhere and term not in evidence for term in names), 3),
    }


def _names(claim: str, placed: Iterable[Term]) -> Iterable[str]:
    """Terms written with a capital letter other than at the start of a sentence."""
    for term in placed:
        before = claim[: term.start].rstrip(" \"'“”‘’(")
        if claim[term.start].isupper() and before and before[-1] not in ".!?:" and not is_function(term.text):
            yield term.text


def _wording(
    read: _Claim, own: Sequence[str], around: Collection[str], everywhere: Collection[str]
) -> dict[str, float]:
    """Small words that turn a sentence around, compared with the best sentence."""
    asked, there = set(read.asked), set(own)
    denies, denied = _denies(asked), _denies(there)
    words = _hedge_stems()
    hedges = len(asked & words), len(there & words)
    return {
        "turned_one": float(min(sum(has_antonym_in(term, there) for term in asked), 3)),
        "turned_near": float(min(sum(has_antonym_in(term, around) for term in asked), 3)),
        "turned_document": float(min(sum(has_antonym_in(term, everywhere) for term in asked), 3)),
        "negation_added": float(denies and not denied),
        "negation_lost": float(denied and not denies),
        "hedge_added": float(hedges[0] > hedges[1]),
        "hedge_lost": float(hedges[1] > hedges[0]),
        "pronoun": float(bool(read.asked) and read.asked[0] in together("vocabulary.pronoun_terms")),
    }


def _denies(terms: Iterable[str]) -> bool:
    denials = together("vocabulary.denial_terms")
    return any(term in denials or term.endswith("n't") or term[:1] in denials for term in terms)


@cached_by_records
def _hedge_stems() -> frozenset[str]:
    """The stems of hedges; a claim that lacks the source's hedge, or has one of its own, is another claim."""
    return frozenset(stem(word) for word in together("vocabulary.hedge_terms"))


@cached_by_records
def _clause_end() -> re.Pattern[str]:
    """Where a clause may end: at a mark, or before a conjunction of any language."""
    conjunctions = alternatives([word] for word in together("vocabulary.conjunctions"))
    return re.compile(rf"[,;:!?()。，；：！？、]|\.(?!\d)|\b(?:{conjunctions})\b")


def _from_checks(checks: Sequence[Check]) -> dict[str, float]:
    """How the typed comparisons ended, by kind and by where the value stands."""
    failed = [check for check in checks if not check.passed]
    kinds = (
        "number",
        "date",
        "name",
        "quotation",
        "negation",
        "quantifier",
        "modality",
        "attribution",
        "direction",
        "order",
    )
    values = {f"failed_{kind}": float(min(sum(check.kind == kind for check in failed), 3)) for kind in kinds}
    values["failed_absent"] = float(min(sum(check.found == "absent" for check in failed), 4))
    values["failed_elsewhere"] = float(min(sum(check.found == "in_document" for check in failed), 4))
    values["failed_in_span"] = float(min(sum(check.found == "in_span" for check in failed), 4))
    values["passed"] = float(min(len(checks) - len(failed), 8))
    return values
