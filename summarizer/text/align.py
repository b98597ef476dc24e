"""Word alignment finds the stretch of a folded text that a folded quote is most like, with a score.

WordMap.of("the old port closes in may").nearest("the port closes in may")  ->  Aligned(start=0, end=26, score=0.91)
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from summarizer.text.words import words

# The score at which a stretch counts as the quote's place: best on quotes the method was not tuned on (see
# benchmarks/locate.py; run it again when this moves). Spliced inventions stay below it, real paraphrases above.
NEAR: Final = 0.75
# Where to look is told by votes: the rarest words of the quote (its seeds) vote for the places where they stand.
# Seeds and votes are bounded, so that a text that repeats one word costs no more than any other.
_SEEDS: Final = 12
_VOTES: Final = 48
_WINDOWS: Final = 4
# Common words vote only where there are fewer rare ones than this: sifting their places is what costs in long texts.
_ENOUGH: Final = 5
# Paraphrases change a word or three at an end of a quote; each further one costs a comparison of the whole quote.
_STRETCH: Final = 6
# What one unmatched word of the text inside a stretch costs, in units of the mean weight of a quote's word. Above
# one half, a stray match far from the others never stretches the span over what lies between.
_GAP_COST: Final = 0.3


class Aligned(NamedTuple):
    """A half-open range of the folded text and how well the quote matches it, 0..1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMap:
    """The words of a folded text with their places, and where each word stands."""

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, text: str) -> WordMap:
        """The map of an already folded text; one pass."""
        found = words(text)
        places: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(found):
            places[word.text].append(number)
        return cls(
            text=text,
            tokens=tuple(word.text for word in found),
            starts=tuple(word.start for word in found),
            ends=tuple(word.end for word in found),
            places=dict(places),
        )

    def nearest(self, quote: str, *, within: range | None = None) -> Aligned | None:
        """The stretch most like a folded quote, or None when none reaches `NEAR`.

        Score = (share of the quote's words found in order, rare words counting more + Levenshtein similarity) / 2.
        Character similarity alone gives spliced inventions the figures of real paraphrases; coverage parts them.

        Args:
            quote: Folded text with at least one word.
            within: Numbers of the words among which the stretch must lie; all by default.

        Returns:
            A range of whole words of `self.text`, with the punctuation at its ends that the quote has too.
        """
        within = within if within is not None else range(len(self.tokens))
        asked = [word.text for word in words(quote)]
        if not asked or not within:
            return None
        weights = [self._weight(token) for token in asked]
        best: Aligned | None = None
        for start in self._voted_starts(asked, weights, within):
            low = max(within.start, start - len(asked) // 2 - 4)
            high = min(within.stop, start + len(asked) + len(asked) // 2 + 5)
            match = self._aligned(quote, asked, weights, low, high)
            if match is None or match.score < NEAR:
                continue
            if best is None or match.score > best.score:
                best = match
        return best

    def _weight(self, token: str) -> float:
        return math.log(1 + (len(self.tokens) + 1) / (len(self.places.get(token, ())) + 1))

    def _voted_starts(self, asked: Sequence[str], weights: Sequence[float], within: range) -> list[int]:
        """Numbers of the words where the quote may start, most voted first.

        Each seed stands at some word of the quote, and votes for the word where the quote would then start.
        """
        order = sorted(range(len(asked)), key=lambda spot: (-weights[spot], spot))
        seeds = [spot for spot in order if asked[spot] in self.places][:_SEEDS]
        rare = sum(len(self.places[asked[spot]]) <= _VOTES for spot in seeds)
        seeds = seeds[: max(rare, _ENOUGH)]
        grain = max(3, len(asked) // 4)
        votes: defaultdict[int, float] = defaultdict(float)
        for spot in seeds:
            for place in self._some_places(asked, spot, within):
                votes[(place - spot) // grain] += weights[spot]
        # A stretch whose words are shifted by an insertion votes for two neighboring cells.
        joined = {cell: vote + votes.get(cell + 1, 0.0) for cell, vote in votes.items()}
        best = sorted(joined, key=lambda cell: (-joined[cell], cell))[:_WINDOWS]
        return [cell * grain for cell in best]

    def _some_places(self, asked: Sequence[str], spot: int, within: range) -> Iterable[int]:
        """Where a word of the quote stands; of a common word, the places where the quote's next word follows it."""
        places = self.places[asked[spot]]
        if len(places) > _VOTES and spot + 1 < len(asked):
            places = self._followed(places, asked[spot + 1]) or places
        return islice((place for place in places if place in within), _VOTES)

    def _followed(self, places: Sequence[int], follower: str) -> list[int]:
        tokens, last = self.tokens, len(self.tokens) - 1
        return [place for place in places if place < last and tokens[place + 1] == follower]

    def _aligned(
        self, quote: str, asked: Sequence[str], weights: Sequence[float], low: int, high: int
    ) -> Aligned | None:
        """The best stretch among the words `low..high`, whatever its score."""
        pairs = _pairs(asked, self.tokens[low:high])
        if not pairs:
            return None
        kept = _densest(pairs, weights)
        first, last = low + kept[0][1], low + kept[-1][1]
        first, last = self._stretched(quote, (first, last), (kept[0][0], len(asked) - 1 - kept[-1][0]), (low, high))
        start, end = self._with_punctuation(quote, self.starts[first], self.ends[last])
        covered = sum(weights[spot] for spot, _ in kept) / sum(weights)
        similar = Levenshtein.normalized_similarity(quote, self.text[start:end])
        return Aligned(start, end, (covered + similar) / 2)

    def _stretched(
        self, quote: str, span: tuple[int, int], missing: tuple[int, int], bounds: tuple[int, int]
    ) -> tuple[int, int]:
        """The span widened over as many words as the quote has unmatched at that end, while it grows more alike."""
        (first, last), (before, after), (low, high) = span, missing, bounds
        alike = Levenshtein.normalized_similarity(quote, self.text[self.starts[first] : self.ends[last]])
        for step, count in ((-1, before), (1, after)):
            tried = (first, last)
            for _ in range(min(count + 1, _STRETCH) if count else 0):
                tried = (tried[0] + min(step, 0), tried[1] + max(step, 0))
                if tried[0] < low or tried[1] >= high:
                    break
                now = Levenshtein.normalized_similarity(quote, self.text[self.starts[tried[0]] : self.ends[tried[1]]])
                if now > alike:
                    alike, (first, last) = now, tried
        return first, last

    def _with_punctuation(self, quote: str, start: int, end: int) -> tuple[int, int]:
        """The range with the signs just outside of it that open or close the quote as well."""
        for sign in _closing(quote):
            if self.text[end : end + 1] != sign:
                break
            end += 1
        for sign in _closing(quote[::-1]):
            if not start or self.text[start - 1] != sign:
                break
            start -= 1
        return start, end


def _closing(quote: str) -> str:
    """The signs after the last letter or digit of a quote, in order."""
    size = len(quote)
    while size and not quote[size - 1].isalnum():
        size -= 1
    return quote[size:]


def _pairs(asked: Sequence[str], offered: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of equal words in order, as pairs of positions."""
    pairs: list[tuple[int, int]] = []
    for block in LCSseq.opcodes(asked, offered):
        if block.tag == "equal":
            pairs += zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)
    return pairs


def _densest(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> Sequence[tuple[int, int]]:
    """The stretch of the pairs that is worth most: a pair adds its weight, each word of the text left out costs.

    This is Kadane's algorithm for the subarray with the largest sum.
    """
    loss = _GAP_COST * sum(weights) / len(weights)
    best, best_range, running, start = -1.0, (0, 0), 0.0, 0
    for number, (spot, place) in enumerate(pairs):
        if number:
            running -= loss * (place - pairs[number - 1][1] - 1)
        if running <= 0:
            running, start = 0.0, number
        running += weights[spot]
        if running > best:
            best, best_range = running, (start, number)
    return pairs[best_range[0] : best_range[1] + 1]
