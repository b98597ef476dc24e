"""Where in a document a claim is spoken of: the sentences that share its rare words, names and figures."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import Final, NamedTuple

from summarizer.document.document import Document
from summarizer.text.line_hyphens import is_cut
from summarizer.text.terms import claim_terms, is_function, is_hard, placed_terms, terms

# BM25 (Robertson and Zaragoza 2009). k1 is the usual 1.2; b is below the usual .75 since sentences differ in length
# far less than documents do. Run benchmarks/evidence.py again when any number here moves.
_K1: Final = 1.2
_B: Final = 0.4
# A figure picks a sentence more surely than its rarity alone tells.
_HARD_WEIGHT: Final = 1.5
_FUNCTION_WEIGHT: Final = 0.05
# Two terms that follow each other in the claim and in the sentence count once more, by half their mean weight.
_PAIR_WEIGHT: Final = 0.5
# Evidence comes in neighborhoods: a sentence gets this share of the mean score of the two around it.
_NEIGHBOR_WEIGHT: Final = 0.2
# Candidates for the evidence set: beyond the thirty best sentences a gain in coverage is a stray word.
_CANDIDATES: Final = 30
# Two long words with the same first letters are taken as forms of one word ("Jamaican", "Jamaica").
ROOT: Final = 5
# How many more sentences than asked are looked at closely for pairs and neighbors.
_SPARE: Final = 16
# A further sentence must bring this share of the claim's weight: less is a stray word, more misses second halves.
_LEAST_GAIN: Final = 0.06
# Between sentences that bring about as much, the one that matches the claim better as a whole is taken.
_MATCH_SHARE: Final = 0.2


class Hit(NamedTuple):
    """A sentence of the document (its index) and how well it matches, higher is better, never below zero."""

    sentence: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The sentences of one document by their terms, built once and asked for every claim.

    `index.search(claim)` only names sentences of `index.document`. Building reads the text once (about a second a
    megabyte or less); a search looks only at the sentences that share a content term with the claim.

    Attributes:
        document: What is indexed.
        sentences: The terms of each of its sentences, in order.
        postings: Where each term stands: sentence indexes with counts.
        norms: The length part of BM25 of each sentence.
        roots: The first letters of all long terms, for words that the document has in another form.
    """

    document: Document
    sentences: tuple[tuple[str, ...], ...]
    postings: Mapping[str, tuple[tuple[int, int], ...]]
    norms: tuple[float, ...]
    roots: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Index:
        """The index of a document.

        Args:
            document: Any document; one without sentences gives an index that finds nothing.

        Returns:
            An index whose `sentences[i]` holds the terms of `document.sentences[i]` in order.
        """
        rows = tuple(_sentence_terms(document))
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, row in enumerate(rows):
            for term, count in Counter(row).items():
                found[term].append((number, count))
        mean = sum(map(len, rows)) / len(rows) if rows and any(rows) else 1.0
        norms = tuple(_K1 * (1 - _B + _B * len(row) / mean) for row in rows)
        return cls(
            document=document,
            sentences=rows,
            postings={term: tuple(places) for term, places in found.items()},
            norms=norms,
            roots=frozenset(term[:ROOT] for term in found if len(term) >= ROOT),
        )

    def rarity(self, term: str) -> float:
        """How much a term tells, `> 0`: its BM25 inverse document frequency, next to nothing for function words.

        A term that stands nowhere in the document weighs as much as one that stands in a single sentence, so that
        what the document lacks counts fully against a claim.
        """
        count, total = max(1, len(self.postings.get(term, ()))), max(1, len(self.sentences))
        weight = math.log(1 + (total - count + 0.5) / (count + 0.5))
        if is_function(term):
            return _FUNCTION_WEIGHT * weight
        return _HARD_WEIGHT * weight if is_hard(term) else weight

    def search(self, claim: str, *, limit: int = 4) -> tuple[Hit, ...]:
        """The sentences that speak of a claim, best first: `len(index.search(c, limit=n)) <= n`.

        Args:
            claim: Any text; one without words finds nothing.
            limit: How many sentences at most; 1 or more. Four is the largest evidence set that is built.

        Returns:
            Hits with a score above zero, best first, earlier sentences first among equals.
        """
        return self._rank(_asked(claim), limit)

    def _rank(self, asked: Sequence[str], limit: int) -> tuple[Hit, ...]:
        weights = {term: self.rarity(term) for term in _content(asked) if term in self.postings}
        scores: defaultdict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for sentence, count in self.postings[term]:
                scores[sentence] += weight * count * (_K1 + 1) / (count + self.norms[sentence])
        pairs = set(pairwise(asked))
        close = [
            Hit(sentence, score + self._context(sentence, scores, pairs, weights))
            for sentence, score in nsmallest(limit + _SPARE, scores.items(), key=lambda item: (-item[1], item[0]))
        ]
        return tuple(nsmallest(limit, close, key=lambda hit: (-hit.score, hit.sentence)))

    def _context(
        self, sentence: int, scores: Mapping[int, float], pairs: set[tuple[str, str]], weights: Mapping[str, float]
    ) -> float:
        """What the order of the words and the sentences around add to a sentence's own score."""
        shared = dict.fromkeys(pair for pair in pairwise(self.sentences[sentence]) if pair in pairs)
        order = sum(weights.get(one, 0.0) + weights.get(two, 0.0) for one, two in shared) / 2
        around = (scores.get(sentence - 1, 0.0) + scores.get(sentence + 1, 0.0)) / 2
        return _PAIR_WEIGHT * order + _NEIGHBOR_WEIGHT * around

    def evidence_set(self, claim: str, *, limit: int = 4) -> tuple[int, ...]:
        """The fewest sentences that together cover what a claim speaks of, in document order.

        One sentence if it already covers all that the document has of the claim's content words and figures; else
        further sentences are added, the largest gain in covered weight first, while each brings a real share.

        Args:
            claim: Any text; one without words gives no sentence.
            limit: How many sentences at most, 1 to 4 in use. Gold evidence in WiCE has four sentences or fewer in
                nine of ten claims.

        Returns:
            `0 <= len(result) <= limit` sentence indexes, ascending; empty only when no content word is found.
        """
        asked = _asked(claim)
        hits = self._rank(asked, _CANDIDATES)
        if not hits:
            return ()
        content = set(_content(asked))
        weights = {term: self.rarity(term) for term in content}
        least = _LEAST_GAIN * sum(weights.values())
        covers = {hit.sentence: content.intersection(self.sentences[hit.sentence]) for hit in hits}
        chosen: list[int] = []
        missing = set(content)
        while len(chosen) < limit:
            gains = {hit: _weight(covers[hit.sentence] & missing, weights) for hit in hits}
            useful = [hit for hit in hits if not chosen or (gains[hit] >= least and hit.sentence not in chosen)]
            if not useful:
                break
            share = _MATCH_SHARE * sum(weights.values()) / hits[0].score
            best = max(useful, key=lambda hit: (round(gains[hit] + share * hit.score, 9), -hit.sentence))
            chosen.append(best.sentence)
            missing -= covers[best.sentence]
        return tuple(sorted(_needed(chosen, covers)))


def _sentence_terms(document: Document) -> Iterable[tuple[str, ...]]:
    """The terms of every sentence; where the text carries markup, of its readable words only."""
    if document.markdown:
        yield from (terms(document.prose(sentence.body)) for sentence in document.sentences)
        return
    everything = placed_terms(document.text)
    position = 0
    for sentence in document.sentences:
        row: list[str] = []
        while position < len(everything) and everything[position].start < sentence.end:
            if everything[position].start >= sentence.start:
                row.append(everything[position].text)
            position += 1
        # A word that a line's end cuts is found under what it reads as.
        cut = is_cut(sentence.body.of(document.text))
        yield terms(document.prose(sentence.body)) if cut else tuple(row)


def _asked(claim: str) -> tuple[str, ...]:
    return tuple(term.text for term in claim_terms(claim))


def _content(asked: Sequence[str]) -> tuple[str, ...]:
    """The different terms that say what a claim is about, in order; all of them where none does."""
    different = tuple(dict.fromkeys(asked))
    return tuple(term for term in different if not is_function(term)) or different


def _weight(some: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[term] for term in sorted(some))


def _needed(chosen: list[int], covers: Mapping[int, set[str]]) -> list[int]:
    """The chosen sentences without those whose words the others cover anyway; the first chosen goes last."""
    kept = list(chosen)
    for sentence in chosen:
        others: set[str] = set().union(*(covers[other] for other in kept if other != sentence))
        if len(kept) > 1 and covers[sentence] <= others:
            kept.remove(sentence)
    return kept
