"""The parts of an article that a summary may have sections for: its own, or where its words change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.extractive.sentence_scores import SentenceScores
from summarizer.text.span import Span

# Sentences on each side of a place that are compared to tell whether the topic changes there (TextTiling, Hearst 1997,
# which compares blocks of six to ten).
_WINDOW: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePart:
    """A part of an article: sentences `first` up to, not including, `last`; `heading` is its title's place, if any."""

    first: int
    last: int
    heading: Span | None = None


def parts_by_heading(document: Document) -> tuple[ArticlePart, ...]:
    """The top-level sections of an article, in order: disjoint, each under a heading of the article.

    The heading that is the title of the whole is none of them. An article with fewer than two such headings has no
    parts of its own.

    Args:
        document: Any document.

    Returns:
        No part, or two or more that hold at least one sentence.
    """
    headings = [block for block in document.blocks if block.kind == "heading" and not _is_title(document, block)]
    levels = Counter(block.level for block in headings)
    top = next((level for level in sorted(levels) if levels[level] > 1), None)
    if top is None:
        return ()
    walls = [block for block in headings if block.level <= top]
    parts: list[ArticlePart] = []
    for place, block in enumerate(walls):
        last = walls[place + 1].first if place + 1 < len(walls) else len(document.sentences)
        if block.level == top and block.last < last:
            body = document.sentences[block.first].body.start, document.sentences[block.last - 1].body.end
            parts.append(ArticlePart(first=block.last, last=last, heading=Span(*body)))
    return tuple(parts) if len(parts) > 1 else ()


def _is_title(document: Document, block: Block) -> bool:
    return document.prose(Span(block.start, block.end)) == document.title and block.index < 8


def parts_by_topic(document: Document, weights: SentenceScores, *, first: int, count: int) -> tuple[ArticlePart, ...]:
    """Cut the sentences from `first` on into about equal parts, each cut where the words change most near its place.

    Args:
        document: Any document.
        weights: Its weights.
        first: The first sentence to divide.
        count: How many parts at most; 1 or more.

    Returns:
        At most `count` parts that lie side by side and cover everything from `first`; cuts fall between paragraphs.
    """
    last = len(document.sentences)
    if first >= last:
        return ()
    cuts = [block.first for block in document.blocks if block.first > first]
    reach = (last - first) / (3 * count)
    chosen: list[int] = [first]
    for number in range(1, count):
        ideal = first + (last - first) * number / count
        near = [cut for cut in cuts if abs(cut - ideal) <= reach and cut > chosen[-1] + 1]
        if near:
            chosen.append(min(near, key=lambda cut: (_sameness(weights, cut, first, last), abs(cut - ideal))))
    return tuple(ArticlePart(first=one, last=two) for one, two in zip(chosen, [*chosen[1:], last], strict=True))


def _sameness(weights: SentenceScores, cut: int, first: int, last: int) -> float:
    """The weight of the terms that both sides of a place share."""
    before = _terms(weights, range(max(first, cut - _WINDOW), cut))
    after = frozenset(_terms(weights, range(cut, min(last, cut + _WINDOW))))
    return round(weights.weight_of([term for term in before if term in after]), 9)


def _terms(weights: SentenceScores, indexes: Sequence[int]) -> list[str]:
    return list(dict.fromkeys(term for index in indexes for term in weights.sentences[index].terms))
