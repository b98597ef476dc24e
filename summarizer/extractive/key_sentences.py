"""Picks the sentences of a document that are its key facts.

`pick_key_sentences(document, count=2)` is `(KeySentence(sentence=0, importance=1.0), KeySentence(sentence=7,
importance=0.81))`: sentences with high scores, spread over the document, none of which says what another says.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Document
from summarizer.extractive.self_containedness import BARE, ENDS, INSTRUCTION, STANDS_ALONE
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores, score_sentences

# What is left of a score when its stretch of the document already has a pick, and a second time squared: a sentence
# must be worth twice those of the stretches without one. Run benchmarks/extractive.py again when it moves.
_SAME_STRETCH: Final = 0.5
# And what is left when a pick stands nearer than half a stretch, across the border of stretches.
_NEAR_PICK: Final = 0.7
# How far repetition of what was chosen counts: at 1 a sentence all of whose weight was said before is worth nothing.
_REPETITION: Final = 0.9
# What a content term counts beside its weight, so that those used once count too when repetition is measured.
_TERM_FLOOR: Final = 0.5
# Only the best of each stretch are looked at while choosing, which keeps the choice cheap; for what ranks lower to be
# wanted, this many sentences of the stretch would have to be chosen or repeat what was.
_MOST_IN_STRETCH: Final = 40
# At or above this it is a sentence or a line of several words.
_LINE: Final = 0.07
# Below this a sentence is no sentence to be read: a heading, a row, a caption.
READABLE: Final = 0.05
# With fewer whole statements than this (and than asked for), sentences that need context are taken too.
_FEWEST_STATEMENTS: Final = 3
# Of so many sentences one is a key fact at most: a text has few sentences that matter more than the others.
_KEY_SHARE: Final = 3
# Importance is rounded to four digits, and is above zero.
_LEAST_IMPORTANCE: Final = 0.0001


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """A sentence chosen as a key fact: `document.sentences[one.sentence]`, `0 < one.importance <= 1`."""

    sentence: int
    importance: float


def pick_key_sentences(document: Document, *, count: int) -> tuple[KeySentence, ...]:
    """The sentences of a document that tell most of it, best first: `len(pick_key_sentences(d, count=n)) <= n`.

    Central, well placed sentences that can stand alone, spread over the document, none of which says what another says.
    A document with whole statements yields nothing else, even if that is fewer than asked for; one with too few yields
    those that need context too; one without either the best sentence that ends as one does. A heading, a row, a
    question, a lead-in or a line without a stop is never picked. The same document gives the same picks in every run.

    Args:
        document: Any document, one without sentences too.
        count: How many at most; 0 or more.

    Returns:
        Distinct sentences with falling importance; empty where no sentence ends as one does.
    """
    return pick_from_scores(score_sentences(document), count=count)


def pick_from_scores(scores: SentenceScores, *, count: int, said: Sequence[int] = ()) -> tuple[KeySentence, ...]:
    """`pick_key_sentences` for a document whose sentences have their scores already.

    Args:
        scores: The scores of the document.
        count: How many at most.
        said: Sentences that are told elsewhere, such as in a headline; none of them is picked.
    """
    told = frozenset(said)
    candidates = fact_candidates([one for one in scores.sentences if one.index not in told])
    wanted = min(count, _most_facts(scores))
    chosen = choose_greedily(scores, candidates, count=wanted, said=said)
    picked = []
    for index, score in chosen:
        share = round(score / chosen[0][1], 4)
        picked.append(KeySentence(sentence=index, importance=max(share, _LEAST_IMPORTANCE)))
    return tuple(picked)


def _most_facts(scores: SentenceScores) -> int:
    """How many key facts a document has at most: a third of its readable sentences, and three."""
    readable = sum(one.self_containedness >= READABLE for one in scores.sentences)
    return max(_FEWEST_STATEMENTS, math.ceil(readable / _KEY_SHARE))


def fact_candidates(sentences: Sequence[ScoredSentence]) -> list[ScoredSentence]:
    """What may be a key fact: whole statements; without any the best sentence that ends and leans on none."""
    alone = [one for one in sentences if not one.needs_context]
    whole = _statements(alone, least=STANDS_ALONE)
    if len(whole) < _FEWEST_STATEMENTS:
        whole = _statements(alone, least=BARE)
    ended = [one for one in alone if one.self_containedness >= ENDS]
    return whole or heapq.nsmallest(1, ended, key=_best_first)


def _statements(sentences: Sequence[ScoredSentence], *, least: float) -> list[ScoredSentence]:
    """Those that stand alone so well and say something; what asks for something says nothing."""
    stating = [one for one in sentences if one.terms and one.self_containedness != INSTRUCTION]
    return [one for one in stating if one.self_containedness >= least]


def summary_candidates(sentences: Sequence[ScoredSentence], *, wanted: int) -> list[ScoredSentence]:
    """The sentences that a summary may show: those that stand alone or, where they are too few, the next best class."""
    with_terms = [one for one in sentences if one.terms] or list(sentences)
    found: list[ScoredSentence] = []
    for least in (INSTRUCTION, _LINE, READABLE, 0.0):
        found = [one for one in with_terms if one.self_containedness >= least]
        enough = _FEWEST_STATEMENTS if least == INSTRUCTION else 1
        if len(found) >= min(wanted, enough):
            break
    return found


def choose_greedily(
    scores: SentenceScores,
    candidates: Sequence[ScoredSentence],
    *,
    count: int,
    said: Iterable[int] = (),
    spread: bool = True,
) -> list[tuple[int, float]]:
    """Choose sentences greedily for score, spread and no repetition: `(index, score when chosen)`, best first.

    Scores only fall while sentences are chosen, so that a heap finds the next best without looking at all of them (the
    lazy greedy of Minoux 1978). A sentence with the same content as one that was told is never chosen.

    Args:
        scores: The scores of the document.
        candidates: The sentences to choose from, in the order of the document.
        count: How many at most.
        said: Sentences that the reader has already; repeating them counts as repeating a choice.
        spread: False where the best may stand side by side, as in the lead of an article.

    Returns:
        At most `count` pairs with falling scores.
    """
    if count <= 0 or not candidates:
        return []
    stretches = min(count, len(candidates)) if spread else 1
    choice = _Choice(scores, candidates, stretches=stretches, spread=spread)
    for index in said:
        choice.tell(scores.sentences[index])
    heap = [(-choice.score_now(one), one.index) for one in choice.shortlist()]
    heapq.heapify(heap)
    chosen: list[tuple[int, float]] = []
    while heap and len(chosen) < count:
        _, index = heapq.heappop(heap)
        one = scores.sentences[index]
        score = choice.score_now(one)
        if score <= 0.0:
            continue
        if heap and (-score, index) > heap[0]:
            # It fell behind another since it was put there; it may come up again.
            heapq.heappush(heap, (-score, index))
            continue
        chosen.append((index, score))
        choice.take(one)
    return chosen


class _Choice:
    """What was said and taken so far, and what each candidate scores beside it."""

    def __init__(
        self, scores: SentenceScores, candidates: Sequence[ScoredSentence], *, stretches: int, spread: bool
    ) -> None:
        self._scores = scores
        self._candidates = candidates
        self._spread = spread
        self._stretches = stretches
        self._places = {one.index: place for place, one in enumerate(candidates)}
        self._taken_from = [0] * stretches
        self._taken_places: list[int] = []
        self._told: set[frozenset[str]] = set()
        self._told_terms: set[str] = set()

    def tell(self, one: ScoredSentence) -> None:
        """Note that the reader has a sentence."""
        self._told.add(frozenset(one.terms))
        self._told_terms.update(one.terms)

    def take(self, one: ScoredSentence) -> None:
        """Note that a candidate was chosen."""
        self.tell(one)
        self._taken_from[self._stretch_of(one)] += 1
        insort(self._taken_places, self._places[one.index])

    def shortlist(self) -> list[ScoredSentence]:
        """The best candidates of each stretch."""
        rows: list[list[ScoredSentence]] = [[] for _ in range(self._stretches)]
        for one in self._candidates:
            rows[self._stretch_of(one)].append(one)
        found = []
        for row in rows:
            found += heapq.nsmallest(_MOST_IN_STRETCH, row, key=_best_first)
        return found

    def score_now(self, one: ScoredSentence) -> float:
        """The score of a candidate less what it repeats and what was taken near it; it never rises."""
        if frozenset(one.terms) in self._told:
            return 0.0
        fresh = 1.0 - _REPETITION * self._repetition(one) ** 2
        return one.score * fresh * self._room_for(one)

    def _repetition(self, one: ScoredSentence) -> float:
        """The share of a sentence's content that was said."""
        again = [term for term in one.terms if term in self._told_terms]
        whole = self._scores.weight_of(one.terms) + _TERM_FLOOR * len(one.terms)
        if not whole:
            return 0.0
        return (self._scores.weight_of(again) + _TERM_FLOOR * len(again)) / whole

    def _room_for(self, one: ScoredSentence) -> float:
        """What is left of a score beside the sentences taken from the same stretch and near it."""
        if not self._spread:
            return 1.0
        room = _SAME_STRETCH ** self._taken_from[self._stretch_of(one)]
        half_stretch = len(self._candidates) / (2 * self._stretches)
        if _distance(self._taken_places, self._places[one.index]) < half_stretch:
            room *= _NEAR_PICK
        return room

    def _stretch_of(self, one: ScoredSentence) -> int:
        return self._places[one.index] * self._stretches // len(self._candidates)


def _distance(places: Sequence[int], place: int) -> float:
    """How far the nearest of some ascending places is."""
    right = bisect_left(places, place)
    neighbors = places[max(0, right - 1) : right + 1]
    return min((abs(place - near) for near in neighbors), default=math.inf)


def _best_first(one: ScoredSentence) -> tuple[float, int]:
    """The order of falling scores, ties by what stands first."""
    return -one.score, one.index
