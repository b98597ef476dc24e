"""Cuts an article into the parts that a summary may have sections for: its own, or where its words change.

`ArticlePart(first=12, last=30, heading=Span(…))` are the sentences 12 to 29, under the heading that stands there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.document.sources.source_part import SourcePart
from summarizer.extractive.sentence_scores import SentenceScores
from summarizer.text.span import Span

# Sentences on each side of a place that are compared to tell whether the topic changes there (TextTiling, Hearst 1997,
# which compares blocks of six to ten).
_WINDOW: Final = 8
# "Like (4) | Quote | Report", below a post of a forum.
_LINKS: Final = re.compile(r"\s[|·•]\s.*\s[|·•]\s")
# A heading that repeats the title is the title only among the first blocks of an article.
_TITLE_BLOCKS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePart:
    """A part of an article: sentences `first` up to, not including, `last`; `heading` is its title's place, if any."""

    first: int
    last: int
    heading: Span | None = None


def parts_by_heading(document: Document) -> tuple[ArticlePart, ...]:
    """The top-level sections of an article, in order: disjoint, each under a heading of the article.

    Of several sources each is one, under its title where that is a heading. The heading that is the title of the whole
    is none of them. An article with fewer than two such headings has no parts of its own.

    Args:
        document: Any document.

    Returns:
        No part, or two or more that hold at least one sentence.
    """
    if len(document.parts) > 1:
        return tuple(_part_of_source(document, part) for part in document.parts)
    return _sections(document)


def _sections(document: Document) -> tuple[ArticlePart, ...]:
    """The top-level sections of a lone article."""
    headings = [block for block in document.blocks if block.kind == "heading" and not _is_no_part(document, block)]
    top = _top_level(headings)
    if top is None:
        return ()
    # A section ends at the next heading of its own level or of a higher one.
    boundaries = [block for block in headings if block.level <= top]
    ends = [block.first for block in boundaries[1:]]
    ends.append(len(document.sentences))
    parts = []
    for block, end in zip(boundaries, ends, strict=True):
        if block.level == top and block.last < end:
            parts.append(ArticlePart(first=block.last, last=end, heading=document.body_of(block)))
    return tuple(parts) if len(parts) > 1 else ()


def _part_of_source(document: Document, part: SourcePart) -> ArticlePart:
    """The part that a source is: all of it behind the heading that it opens with."""
    top = document.blocks[part.first_block]
    if top.kind != "heading" or top.last == part.last:
        return ArticlePart(first=part.first, last=part.last)
    return ArticlePart(first=top.last, last=part.last, heading=document.body_of(top))


def _is_no_part(document: Document, block: Block) -> bool:
    """True for the title of the whole, and for a line of links."""
    words = document.prose(block.span)
    return _LINKS.search(words) is not None or (block.index < _TITLE_BLOCKS and words == document.title)


def _top_level(headings: Sequence[Block]) -> int | None:
    """The highest level that has more than one heading."""
    counts = Counter(block.level for block in headings)
    return min((level for level, count in counts.items() if count > 1), default=None)


def parts_by_topic(document: Document, scores: SentenceScores, *, first: int, count: int) -> tuple[ArticlePart, ...]:
    """Cut the sentences from `first` on into about equal parts, each cut where the words change most near its place.

    Args:
        document: Any document.
        scores: Its scores.
        first: The first sentence to divide.
        count: How many parts at most; 1 or more.

    Returns:
        At most `count` parts that lie side by side and cover everything from `first`; cuts fall between paragraphs.
    """
    last = len(document.sentences)
    if first >= last:
        return ()
    paragraphs = [block.first for block in document.blocks if block.first > first]
    reach = (last - first) / (3 * count)
    starts = [first]
    for number in range(1, count):
        ideal = first + (last - first) * number / count
        # A part has two sentences at least.
        least = starts[-1] + 2
        near = [start for start in paragraphs if start >= least and abs(start - ideal) <= reach]
        if near:
            starts.append(_best_cut(scores, near, ideal=ideal, first=first, last=last))
    parts = []
    for start, end in pairwise([*starts, last]):
        parts.append(ArticlePart(first=start, last=end))
    return tuple(parts)


def _best_cut(scores: SentenceScores, cuts: Sequence[int], *, ideal: float, first: int, last: int) -> int:
    """The place where the two sides share least; of equal ones the nearest to the ideal."""
    return min(cuts, key=lambda cut: (_shared_weight(scores, cut, first, last), abs(cut - ideal)))


def _shared_weight(scores: SentenceScores, cut: int, first: int, last: int) -> float:
    """The weight of the terms that both sides of a place share; rounded, so that equal places stay equal."""
    before = _distinct_terms(scores, range(max(first, cut - _WINDOW), cut))
    after = frozenset(_distinct_terms(scores, range(cut, min(last, cut + _WINDOW))))
    return round(scores.weight_of([term for term in before if term in after]), 9)


def _distinct_terms(scores: SentenceScores, indexes: Sequence[int]) -> list[str]:
    found: dict[str, None] = {}
    for index in indexes:
        found.update(dict.fromkeys(scores.sentences[index].terms))
    return list(found)
