"""Which sentences of a document are its key facts."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Document
from summarizer.extractive.self_containedness import ENDS, NO_STATEMENT, STANDS_ALONE
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores, score_sentences

# What is left of a score when its part of the document already has a pick, and a second time squared: a sentence must
# be worth twice those of the parts without one. Run benchmarks/extractive.py again when it moves.
_SAME_PART: Final = 0.5
# And what is left when a pick stands nearer than half a part, across the border of parts.
_NEAR: Final = 0.7
# How far repetition of what was chosen counts: at 1 a sentence all of whose weight was said before is worth nothing.
_REPETITION: Final = 0.9
# What a content term counts beside its weight, so that those used once count too when repetition is measured.
_TERM_FLOOR: Final = 0.5
# Only the best of each part are looked at while choosing, which keeps the choice cheap; for what ranks lower to be
# wanted, this many sentences of the part would have to be chosen or repeat what was.
_PART_CANDIDATES: Final = 40
# At or above this it is a sentence or a line of several words.
_LINE: Final = 0.07
# Below this a sentence is no sentence to be read: a heading, a row, a caption.
READABLE: Final = 0.05
# With fewer whole statements than this (and than asked for), sentences that lean on others are taken too.
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """A sentence chosen as a key fact: `document.sentences[pick.sentence]`, `0 < pick.importance <= 1`."""

    sentence: int
    importance: float


def pick_key_sentences(document: Document, *, count: int) -> tuple[KeySentence, ...]:
    """The sentences of a document that tell most of it, best first: `len(pick_key_sentences(d, count=n)) <= n`.

    Central, well placed sentences that can stand alone, spread over the document, none of which says what another says.
    A document with whole statements yields nothing else, even if that is fewer than asked for; one with too few yields
    those that lean on others too; one without either the best sentence that ends as one does. A heading, a row, a
    question, a lead-in or a line without a stop is never picked. The same document gives the same picks in every run.

    Args:
        document: Any document, one without sentences too.
        count: How many at most; 0 or more.

    Returns:
        Picks of distinct sentences with falling importance; empty where no sentence ends as one does.
    """
    return pick_from_scores(score_sentences(document), count=count)


def pick_from_scores(weights: SentenceScores, *, count: int) -> tuple[KeySentence, ...]:
    """`pick_key_sentences` for a document that is weighed already."""
    chosen = choose_greedily(weights, fact_candidates(weights.sentences, wanted=count), count=count)
    top = chosen[0][1] if chosen else 1.0
    return tuple(KeySentence(sentence=index, importance=round(score / top, 4) or 0.0001) for index, score in chosen)


def fact_candidates(sentences: Sequence[ScoredSentence], *, wanted: int) -> list[ScoredSentence]:
    """What may be a key fact: whole statements, then leaning ones too, else the best that ends; or none."""
    whole = [one for one in sentences if one.terms and one.self_containedness >= STANDS_ALONE]
    if len(whole) >= min(wanted, _FEWEST):
        return whole
    stating = [one for one in sentences if one.terms and one.self_containedness > NO_STATEMENT]
    if stating:
        return stating
    return heapq.nsmallest(
        1, (one for one in sentences if one.self_containedness >= ENDS), key=lambda one: (-one.score, one.index)
    )


def summary_candidates(sentences: Sequence[ScoredSentence], *, wanted: int) -> list[ScoredSentence]:
    """The sentences that a summary may show: those that stand alone or, where they are too few, the next best class."""
    readable = [one for one in sentences if one.terms] or list(sentences)
    found: list[ScoredSentence] = []
    for least in (STANDS_ALONE, _LINE, READABLE, 0.0):
        found = [one for one in readable if one.self_containedness >= least]
        if len(found) >= min(wanted, _FEWEST if least == STANDS_ALONE else 1):
            break
    return found


def choose_greedily(
    weights: SentenceScores,
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
        weights: The weights of the document.
        candidates: The sentences to choose from, in the order of the document.
        count: How many at most.
        said: Sentences that the reader has already; repeating them counts as repeating a choice.

        spread: False where the best may stand side by side, as in the lead of an article.

    Returns:
        At most `count` pairs with falling scores.
    """
    if count <= 0 or not candidates:
        return []
    parts = min(count, len(candidates)) if spread else 1
    places = {one.index: place for place, one in enumerate(candidates)}
    part_of = {index: place * parts // len(candidates) for index, place in places.items()}
    half_part = len(candidates) / (2 * parts)
    told = {frozenset(weights.sentences[index].terms) for index in said}
    covered = {term for index in said for term in weights.sentences[index].terms}
    taken = [0] * parts
    chosen_places: list[int] = []

    def now(one: ScoredSentence) -> float:
        if frozenset(one.terms) in told:
            return 0.0
        repeated = _repeated(weights, one, covered)
        crowded = _SAME_PART ** taken[part_of[one.index]] if spread else 1.0
        if spread and _distance(chosen_places, places[one.index]) < half_part:
            crowded *= _NEAR
        return one.score * (1.0 - _REPETITION * repeated**2) * crowded

    heap = [(-now(one), one.index) for one in _shortlist(candidates, part_of, parts)]
    heapq.heapify(heap)
    chosen: list[tuple[int, float]] = []
    while heap and len(chosen) < count:
        _, index = heapq.heappop(heap)
        one = weights.sentences[index]
        score = now(one)
        if score <= 0.0:
            continue
        if heap and (-score, index) > heap[0]:
            heapq.heappush(heap, (-score, index))
            continue
        chosen.append((index, score))
        told.add(frozenset(one.terms))
        covered.update(one.terms)
        taken[part_of[index]] += 1
        insort(chosen_places, places[index])
    return chosen


def _repeated(weights: SentenceScores, one: ScoredSentence, covered: AbstractSet[str]) -> float:
    """The share of a sentence's content that was said."""
    again = [term for term in one.terms if term in covered]
    whole = weights.weight_of(one.terms) + _TERM_FLOOR * len(one.terms)
    return (weights.weight_of(again) + _TERM_FLOOR * len(again)) / whole if whole else 0.0


def _distance(places: Sequence[int], place: int) -> float:
    """How far the nearest of some ascending places is."""
    right = bisect_left(places, place)
    return min((abs(place - near) for near in places[max(0, right - 1) : right + 1]), default=math.inf)


def _shortlist(candidates: Sequence[ScoredSentence], part_of: dict[int, int], parts: int) -> list[ScoredSentence]:
    rows: list[list[ScoredSentence]] = [[] for _ in range(parts)]
    for one in candidates:
        rows[part_of[one.index]].append(one)
    return [
        one for row in rows for one in heapq.nsmallest(_PART_CANDIDATES, row, key=lambda one: (-one.score, one.index))
    ]
