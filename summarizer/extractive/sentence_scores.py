"""Scores every sentence of a document: how central it is, where it stands, and how well it stands alone.

Document ("The ferry stopped. It rained. …")  ->  SentenceScores
    sentences: ScoredSentence(index=0, salience=0.8, self_containedness=1.0, …), …
    term_weights: {"ferri": 2.1, …}
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Document
from summarizer.extractive.standing import rate_standing
from summarizer.languages.registry import alternatives, cached_by_records, language_of, phrases_together
from summarizer.text.span import Span
from summarizer.text.terms import is_function, is_hard, stem, terms

# A sentence is read this far and no farther: three times the longest sentence that may be a key fact, so that a text
# without stops costs what its head costs.
_READ_CHARS: Final = 2_000
# Shares of the salience. Centrality is the centroid of Radev et al. 2004 (MEAD), position its lead feature and title
# overlap that of Edmundson 1969; the shares were set on the example articles. Run benchmarks/extractive.py again when
# one moves.
_CENTRALITY, _POSITION, _TITLE_OVERLAP, _SPECIFICITY = 0.5, 0.25, 0.15, 0.1
# What a sentence that is not salient at all still scores.
_LEAST_SCORE: Final = 0.05
# The lead counts half as much at this many sentences from the top, or at this share of a long text.
_LEAD_SENTENCES: Final = 3
_LEAD_SHARE: Final = 0.02
# What other positions count where the lead at its best counts 1; set on the example articles as well.
_IN_OWN_SUMMARY: Final = 0.7
_OPENS_SECTION: Final = 0.6
_OPENS_PARAGRAPH: Final = 0.3
# What stands before and behind these lines is the license of an electronic book, not the book.
_BOOK_BOUNDARY: Final = re.compile(r"\*\*\* ?(START|END) OF TH(?:E|IS) PROJECT GUTENBERG EBOOK")
_OUTSIDE: Final = 0.01
# Added to the length of a sentence when its term weights are averaged: without it two good words would be the best
# sentence, with a much larger one the longest sentence would.
_LENGTH_SMOOTHING: Final = 12
# Figures and names make a sentence a fact; so many of them are enough.
_ENOUGH_DETAILS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredSentence:
    """One sentence: `0 <= salience <= 1`, `0 < self_containedness <= 1`.

    `terms` are its content terms; `needs_context` is True if it cannot be understood without the sentence before.
    """

    index: int
    terms: tuple[str, ...]
    self_containedness: float
    needs_context: bool
    salience: float

    @property
    def score(self) -> float:
        """How good a key fact the sentence would be, before any other is chosen; above zero."""
        return (_LEAST_SCORE + (1 - _LEAST_SCORE) * self.salience) * self.self_containedness


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceScores:
    """All sentences of a document, and what each content term counts: `sentences[i].index == i`."""

    sentences: tuple[ScoredSentence, ...]
    term_weights: Mapping[str, float]

    def weight_of(self, terms: Sequence[str]) -> float:
        """The sum of the weights of terms, in the order given, so that it is the same in every run."""
        return sum(self.term_weights.get(term, 0.0) for term in terms)


def score_sentences(document: Document) -> SentenceScores:
    """Score every sentence of a document: `len(score_sentences(d).sentences) == len(d.sentences)`.

    Linear in the length of the text: terms are counted once for the document, and each sentence is measured against the
    counts, never against each other sentence.

    Args:
        document: Any document, one without sentences too.

    Returns:
        The scores, in the order of the sentences.
    """
    heads = [_read_head(document, sentence.body) for sentence in document.sentences]
    around = frozenset(index for one in document.surroundings for index in range(one.first, one.last))
    # The words of comments and links make nothing of the article central.
    rows = [() if index in around else content_terms(head, document.language) for index, head in enumerate(heads)]
    weights = _weigh_terms(rows)
    centralities = _scale_to_one([_centrality(row, weights) for row in rows])
    positions = _position_scores(document)
    title = frozenset(content_terms(document.title or _first_heading(document), document.language))
    book = _book_span(document)
    standings = rate_standing(document, heads, title=title, longest=_READ_CHARS)
    scored = []
    for sentence, head, row, standing in zip(document.sentences, heads, rows, standings, strict=True):
        salience = _CENTRALITY * centralities[sentence.index] + _POSITION * positions[sentence.index]
        salience += _TITLE_OVERLAP * _share_in(title, row)
        salience += _SPECIFICITY * _specificity(head, row)
        worth = standing.worth
        if sentence.index in around or not book.start <= sentence.start < book.end:
            worth *= _OUTSIDE
        one = ScoredSentence(
            index=sentence.index,
            terms=row,
            self_containedness=worth,
            needs_context=standing.leans,
            salience=min(1.0, salience),
        )
        scored.append(one)
    return SentenceScores(sentences=tuple(scored), term_weights=weights)


def _read_head(document: Document, body: Span) -> str:
    end = min(body.end, body.start + _READ_CHARS)
    return document.prose(Span(body.start, end))


def _first_heading(document: Document) -> str:
    for block in document.blocks:
        if block.kind == "heading":
            return _read_head(document, block.span)
    return ""


def content_terms(text: str, language: str) -> tuple[str, ...]:
    """The distinct content terms of a text, in order of first use (a set would order them anew in each run).

    Args:
        text: The readable words of a text.
        language: ISO 639-1, or "".
    """
    function_words = _own_function_words(language)
    content = [term for term in terms(text) if not is_function(term) and term not in function_words]
    return tuple(dict.fromkeys(content))


def _weigh_terms(rows: Sequence[tuple[str, ...]]) -> dict[str, float]:
    """Terms count by how many sentences share them, damped where nearly all do; what only one has counts nothing."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(row)
    weights = {}
    for term, count in counts.items():
        if count > 1:
            rarity = math.log((len(rows) + 1) / count)
            weights[term] = math.log(count) * rarity
    return weights


def _centrality(row: Sequence[str], weights: Mapping[str, float]) -> float:
    weight = sum(weights.get(term, 0.0) for term in row)
    return weight / (len(row) + _LENGTH_SMOOTHING)


def _scale_to_one(values: Sequence[float]) -> list[float]:
    largest = max(values, default=0.0)
    if largest <= 0:
        return [0.0] * len(values)
    return [value / largest for value in values]


def _share_in(title: frozenset[str], row: Sequence[str]) -> float:
    """How much of the title a sentence has."""
    if not title:
        return 0.0
    return sum(term in title for term in row) / len(title)


def _specificity(head: str, row: Sequence[str]) -> float:
    """How much of a fact a sentence is by its figures and names; its first word has a capital anyway."""
    figures = sum(map(is_hard, row))
    further_words = head.split()[1:]
    names = sum(word[:1].isupper() and not word.isupper() for word in further_words)
    return min(1.0, (figures + names) / _ENOUGH_DETAILS)


def _position_scores(document: Document) -> list[float]:
    """The lead of the article first, then its own summary, openings of sections and of paragraphs; 0 for no prose."""
    scores = [0.0] * len(document.sentences)
    lead = max(_LEAD_SENTENCES, _LEAD_SHARE * len(document.sentences))
    read = 0
    opens_section = in_summary = False
    for block in document.blocks:
        if block.kind == "heading":
            heading = _read_head(document, block.span)
            opens_section = True
            in_summary = _summary_heading().search(heading) is not None
            continue
        if block.kind in {"table", "code"}:
            continue
        for index in range(block.first, block.last):
            opening = _OPENS_SECTION if opens_section else _OPENS_PARAGRAPH
            scores[index] = max(
                opening if index == block.first else 0.0,
                _IN_OWN_SUMMARY if in_summary else 0.0,
                lead / (lead + read),
            )
            read += 1
        opens_section = False
    return scores


def _book_span(document: Document) -> Span:
    """All of the text, unless lines say where an electronic book begins and ends: then what lies between them."""
    start, end = 0, len(document.text)
    for boundary in _BOOK_BOUNDARY.finditer(document.text):
        if boundary[1] == "START":
            start = boundary.end()
        else:
            end = boundary.start()
    return Span(start, end)


@cached_by_records
def _own_function_words(language: str) -> frozenset[str]:
    return frozenset(stem(word) for word in language_of(language).vocabulary.own_function_words)


@cached_by_records
def _summary_heading() -> re.Pattern[str]:
    """The headings of an article's own summary: its sentences were written to be key facts (Edmundson 1969)."""
    return re.compile(rf"(?i)\b(?:{alternatives(phrases_together('prose.summary_headings'))})\b")
