"""What each sentence of a document weighs: how central it is, where it stands, and how well it stands alone."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Document
from summarizer.extractive.lexicon import FUNCTION
from summarizer.extractive.self_containedness import needs_context, self_containedness
from summarizer.text.span import Span
from summarizer.text.terms import is_function, is_hard, stem, terms

# A sentence is read this far and no farther: three times the longest sentence that may be a key fact, so that a text
# without stops costs what its head costs.
_READ_CHARS: Final = 2_000
# Shares of the score. Centrality is the centroid of Radev et al. 2004 (MEAD), position its lead feature and title
# overlap that of Edmundson 1969; the shares were set on the example articles. Run benchmarks/extractive.py again when
# one moves.
_CENTRAL, _PLACE, _TITLE, _SPECIFIC = 0.5, 0.25, 0.15, 0.1
# The lead counts half as much at this many sentences from the top, or at this share of a long text.
_LEAD_SENTENCES: Final = 3
_LEAD_SHARE: Final = 0.02
# Headings of the article's own summary, whose sentences were written to be key facts (cue words, Edmundson 1969).
_SUMMARIES: Final = re.compile(
    r"(?i)\b(?:summary|abstract|key (?:findings|facts|points)|highlights|conclusions?|at a glance|zusammenfassung|"
    r"fazit|auf einen blick|résumé|en bref|resumen|conclusiones)\b"
)
# What stands before and behind these lines is the licence of an electronic book, not the book.
_BOOK: Final = re.compile(r"\*\*\* ?(START|END) OF TH(?:E|IS) PROJECT GUTENBERG EBOOK")
_OUTSIDE: Final = 0.01
# Added to the length of a sentence when its term weights are averaged: without it two good words would be the best
# sentence, with a much larger one the longest sentence would.
_SHRINK: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredSentence:
    """One sentence: `0 < standing <= 1`, `0 <= salience <= 1`, `needs_context` if it needs the sentence before."""

    index: int
    terms: tuple[str, ...]
    self_containedness: float
    needs_context: bool
    salience: float

    @property
    def score(self) -> float:
        """How good a key fact the sentence would be, before any other is chosen; above zero."""
        return (0.05 + 0.95 * self.salience) * self.self_containedness


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceScores:
    """All sentences of a document, and what each content term counts: `sentences[i].index == i`."""

    sentences: tuple[ScoredSentence, ...]
    term_weights: Mapping[str, float]

    def weight_of(self, some: Sequence[str]) -> float:
        """The sum of the weights of terms, in the order given, so that it is the same in every run."""
        return sum(self.term_weights.get(term, 0.0) for term in some)


def score_sentences(document: Document) -> SentenceScores:
    """Weigh every sentence of a document: `len(score_sentences(d).sentences) == len(d.sentences)`.

    Linear in the length of the text: terms are counted once for the document, and each sentence is measured against the
    counts, never against each other sentence.

    Args:
        document: Any document, one without sentences too.

    Returns:
        The weights, in the order of the sentences.
    """
    heads = [_head(document, sentence.body) for sentence in document.sentences]
    idle = frozenset(map(stem, FUNCTION.get(document.language, ())))
    rows = [_content(head, idle) for head in heads]
    weights = _term_weights(rows)
    central = _scaled([_centrality(row, weights) for row in rows])
    places = _places(document)
    title = frozenset(_content(document.title or _first_heading(document), idle))
    work = _work(document)
    found: list[ScoredSentence] = []
    for sentence, head, row in zip(document.sentences, heads, rows, strict=True):
        index = sentence.index
        shared = sum(term in title for term in row) / len(title) if title else 0.0
        worth = _CENTRAL * central[index] + _PLACE * places[index] + _TITLE * shared + _SPECIFIC * _specific(head, row)
        alone = self_containedness(
            head,
            kind=document.blocks[sentence.block].kind,
            language=document.language,
            more=sentence.body.end - sentence.body.start > _READ_CHARS,
        )
        if not work.start <= sentence.start < work.end:
            alone *= _OUTSIDE
        back = needs_context(head, document.language)
        found.append(
            ScoredSentence(
                index=index, terms=row, self_containedness=alone, needs_context=back, salience=min(1.0, worth)
            )
        )
    return SentenceScores(sentences=tuple(found), term_weights=weights)


def _head(document: Document, body: Span) -> str:
    return document.prose(Span(body.start, min(body.end, body.start + _READ_CHARS)))


def _content(text: str, idle: frozenset[str]) -> tuple[str, ...]:
    """The distinct content terms of a text, in order of first use (a set would order them anew in each run)."""
    return tuple(dict.fromkeys(term for term in terms(text) if not is_function(term) and term not in idle))


def _first_heading(document: Document) -> str:
    heading = next((block for block in document.blocks if block.kind == "heading"), None)
    return _head(document, Span(heading.start, heading.end)) if heading else ""


def _term_weights(rows: Sequence[tuple[str, ...]]) -> dict[str, float]:
    """Terms count by how many sentences share them, damped where nearly all do: one use says nothing of the whole."""
    found = Counter(term for row in rows for term in row)
    total = len(rows)
    return {term: math.log(count) * math.log((total + 1) / count) for term, count in found.items() if count > 1}


def _centrality(row: Sequence[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(term, 0.0) for term in row) / (len(row) + _SHRINK)


def _scaled(values: Sequence[float]) -> list[float]:
    largest = max(values, default=0.0)
    return [value / largest for value in values] if largest > 0 else [0.0] * len(values)


def _specific(head: str, row: Sequence[str]) -> float:
    """Figures and names make a sentence a fact; three of them are enough."""
    names = sum(word[:1].isupper() and not word.isupper() for word in head.split()[1:])
    return min(1.0, (sum(map(is_hard, row)) + names) / 3)


def _places(document: Document) -> list[float]:
    """The lead of the article first, then its own summary, openings of sections and of paragraphs; 0 for no prose."""
    found = [0.0] * len(document.sentences)
    lead = max(_LEAD_SENTENCES, _LEAD_SHARE * len(document.sentences))
    read = 0
    opening = summary = False
    for block in document.blocks:
        if block.kind == "heading":
            opening = True
            summary = _SUMMARIES.search(_head(document, Span(block.start, block.end))) is not None
        elif block.kind not in {"table", "code"}:
            for index in range(block.first, block.last):
                place = (0.6 if opening else 0.3) if index == block.first else 0.0
                found[index] = max(place, 0.7 if summary else 0.0, lead / (lead + read))
                read += 1
            opening = False
    return found


def _work(document: Document) -> Span:
    """The part of the text that is the work: all of it, unless lines say where an electronic book begins and ends."""
    span = Span(0, len(document.text))
    for line in _BOOK.finditer(document.text):
        span = Span(line.end(), span.end) if line[1] == "START" else Span(span.start, line.start())
    return span
