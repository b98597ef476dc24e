"""The plan of a summary out of an article's own sentences."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from summarizer.document.document import Document
from summarizer.extractive.article_parts import ArticlePart, parts_by_heading, parts_by_topic
from summarizer.extractive.key_sentences import READABLE, choose_greedily, summary_candidates
from summarizer.extractive.keyphrases import KeyPhrase, key_phrases, phrases_by_group
from summarizer.extractive.section_layout import gather_sentences, lay_out_section
from summarizer.extractive.self_containedness import count_words
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores
from summarizer.text.span import Span

Length = Literal["short", "medium", "long"]

# A summary longer than this share of an article is no summary.
_MOST_OF_ARTICLE: Final = 0.4
# A fact of the result is worth this much more than its score: the summary is to tell the key facts before others.
_FACT_BONUS: Final = 1.5
# A sentence no longer than this can stand as a headline; what is longer is cut there.
_TITLE_WORDS: Final = 16
_TITLE_CHARS: Final = 120
# "3. ", "3) ", "3.1 " before a heading that goes on; "2025 in numbers" is none.
_NUMBER: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)[ \t]+(?=\S*[^\W\d_])")
# How many phrases of a part are looked at for its title, and how little one counts that the headline has already.
_PHRASES: Final = 12
_IN_HEADLINE: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    total: int
    lead: int
    sections: int
    topics: int


# Sentences in all, those in the lead, sections where the article has its own, and where it has none.
_SIZES: Final[dict[Length, _Size]] = {
    "short": _Size(total=5, lead=2, sections=2, topics=2),
    "medium": _Size(total=12, lead=4, sections=4, topics=3),
    "long": _Size(total=24, lead=5, sections=8, topics=4),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateTitle:
    """A headline or section title and its place; no `span` only where a title was given that the text lacks.

    With a span, `folded(text) == folded(document.prose(span))`.
    """

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSection:
    """A titled part of a plan: paragraphs and bullets of sentence indexes, each in the order of the article."""

    title: CandidateTitle
    paragraphs: tuple[tuple[int, ...], ...]
    bullets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPlan:
    """A summary as indexes into `document.sentences`: no sentence twice, sections in the order of the article."""

    headline: CandidateTitle
    lead: tuple[tuple[int, ...], ...]
    sections: tuple[PlannedSection, ...]

    def sentences(self) -> Iterator[int]:
        """Every sentence in reading order: `len(set(plan.sentences())) == len(tuple(plan.sentences()))`."""
        for paragraph in self.lead:
            yield from paragraph
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph
            yield from section.bullets


def plan_summary(
    document: Document, *, weights: SentenceScores, facts: Sequence[int], length: Length = "medium"
) -> SummaryPlan:
    """Plan a summary of a document out of its sentences: `len(tuple(plan.sentences())) >= 1`.

    A lead from the opening and the key facts, then sections: the article's own where it has headings, else parts where
    its words change, under key phrases. A sentence that leans on the one before comes only right behind it.

    Args:
        document: Any document.
        weights: What its sentences weigh.
        facts: Indexes of the sentences that are its key facts, best first; they go in before others.
        length: "short" plans about 5 sentences, "medium" 12, "long" 24; of a short article 40 % at most, but
            always one.

    Returns:
        The plan; sections are left out where the article has too little for them.
    """
    weights = _favoring(weights, facts)
    usable = summary_candidates([one for one in weights.sentences if not one.needs_context], wanted=1)
    readable = sum(1 for one in weights.sentences if one.terms and one.self_containedness >= READABLE) or len(usable)
    size = _SIZES[length]
    total = min(size.total, max(1, int(readable * _MOST_OF_ARTICLE)))
    parts = parts_by_heading(document)
    lead_count = min(size.lead, max(2, 2 * total // 5)) if total > 3 else total
    lead = _lead(document, weights, usable, parts, facts=facts, count=lead_count)
    used = tuple(index for paragraph in lead for index in paragraph)
    left = total - len(used)
    wanted = min(size.sections if parts else size.topics, (left + 1) // 2)
    if not parts and wanted:
        parts = parts_by_topic(document, weights, first=max(lead[0]) + 1, count=wanted)
    best = _weightiest(usable, parts, used=used, count=wanted)
    headline = _headline(document, [*facts, *used][0])
    chosen = _shared_out(document, weights, usable, best, used=used, count=left)
    titles = _titles(document, chosen, headline)
    sections: list[PlannedSection] = []
    for title, (_, indexes) in zip(titles, chosen, strict=True):
        if title is not None:
            layout = lay_out_section(document, weights, indexes)
            sections.append(PlannedSection(title=title, paragraphs=layout.paragraphs, bullets=layout.bullets))
    return SummaryPlan(headline=headline, lead=lead, sections=tuple(sections))


def _favoring(weights: SentenceScores, facts: Sequence[int]) -> SentenceScores:
    """The same weights with the key facts ahead of their equals."""
    favored = frozenset(facts)
    return replace(
        weights,
        sentences=tuple(
            replace(one, salience=min(1.0, one.salience * _FACT_BONUS)) if one.index in favored else one
            for one in weights.sentences
        ),
    )


def _lead(
    document: Document,
    weights: SentenceScores,
    usable: Sequence[ScoredSentence],
    parts: Sequence[ArticlePart],
    *,
    facts: Sequence[int],
    count: int,
) -> tuple[tuple[int, ...], ...]:
    """One paragraph from the opening of the article and, in longer summaries, one of key facts from the rest of it."""
    if not usable:
        return ((next((one.index for one in weights.sentences if one.terms), 0),),)
    end = max(parts[0].first if parts else 0, usable[0].index + max(5, len(document.sentences) // 10))
    opening = [one for one in usable if one.index < end]
    size = count if count < 4 else (count + 1) // 2
    first = sorted(index for index, _ in choose_greedily(weights, opening, count=size, spread=False))
    alone = frozenset(one.index for one in usable)
    others = [index for index in dict.fromkeys(facts) if index in alone and index not in first]
    second = sorted(others[: count - len(first)])
    return tuple(tuple(paragraph) for paragraph in (first, second) if paragraph)


def _weightiest(
    usable: Sequence[ScoredSentence], parts: Sequence[ArticlePart], *, used: Sequence[int], count: int
) -> list[ArticlePart]:
    """The parts whose best three sentences weigh most, in the order of the article."""
    found: list[tuple[float, int]] = []
    for place, part in enumerate(parts):
        scores = heapq.nlargest(3, (one.score for one in _inside(usable, part, used)))
        if scores:
            found.append((-sum(scores), place))
    return [parts[place] for place in sorted(place for _, place in sorted(found)[:count])]


def _inside(usable: Sequence[ScoredSentence], part: ArticlePart, used: Sequence[int]) -> list[ScoredSentence]:
    first = bisect_left(usable, part.first, key=lambda one: one.index)
    last = bisect_left(usable, part.last, key=lambda one: one.index)
    return [one for one in usable[first:last] if one.index not in used]


def _shared_out(
    document: Document,
    weights: SentenceScores,
    usable: Sequence[ScoredSentence],
    parts: Sequence[ArticlePart],
    *,
    used: Sequence[int],
    count: int,
) -> list[tuple[ArticlePart, tuple[int, ...]]]:
    """The sentences of each part: as many for each, the parts with more to choose from taking what is left over."""
    rows = [_inside(usable, part, used) for part in parts]
    quotas = [0] * len(parts)
    order = sorted(range(len(parts)), key=lambda place: (-len(rows[place]), place))
    while sum(quotas) < count and any(quotas[place] < len(rows[place]) for place in order):
        for place in order:
            if quotas[place] < len(rows[place]) and sum(quotas) < count:
                quotas[place] += 1
    said = list(used)
    found: list[tuple[ArticlePart, tuple[int, ...]]] = []
    for part, row, quota in zip(parts, rows, quotas, strict=True):
        indexes = gather_sentences(document, weights, row, count=quota, said=said)
        said.extend(indexes)
        if indexes:
            found.append((part, indexes))
    return found


def _headline(document: Document, best: int) -> CandidateTitle:
    """The article's title; else a short best sentence, the best phrase of several words, the head of a sentence."""
    if document.title:
        return CandidateTitle(text=document.title, span=find_title(document, document.title))
    body = document.sentences[best].body
    text = document.prose(body)
    if count_words(text) <= _TITLE_WORDS and len(text) <= _TITLE_CHARS:
        return CandidateTitle(text=text, span=body)
    phrases = key_phrases(document, range(len(document.sentences)), count=5)
    long = [phrase for phrase in phrases if " " in phrase.text] or phrases
    if long:
        return CandidateTitle(text=long[0].text, span=long[0].span)
    head = document.text[body.start : min(body.end, body.start + _TITLE_CHARS)]
    cut = head.rfind(" ") if len(head) == _TITLE_CHARS and " " in head else len(head)
    span = Span(body.start, body.start + cut)
    return CandidateTitle(text=document.prose(span), span=span)


def find_title(document: Document, title: str) -> Span | None:
    """Where a title stands in a document: a heading that reads so, else its first occurrence as whole words."""
    for index in document.headings:
        block = document.blocks[index]
        span = Span(document.sentences[block.first].body.start, document.sentences[block.last - 1].body.end)
        if document.prose(span) == title:
            return span
    found = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", document.text)
    return Span(*found.span()) if found else None


def _titles(
    document: Document, chosen: Sequence[tuple[ArticlePart, tuple[int, ...]]], headline: CandidateTitle
) -> list[CandidateTitle | None]:
    """The heading of each part; else the phrase that is most its own, none twice; None where nothing reads so."""
    groups = [() if part.heading else range(part.first, part.last) for part, _ in chosen]
    phrases = phrases_by_group(document, groups, within=[picked for _, picked in chosen], count=_PHRASES)
    told = headline.text.casefold()
    taken: set[str] = set()
    found: list[CandidateTitle | None] = []
    for (part, _), row in zip(chosen, phrases, strict=True):
        if part.heading:
            span = _unnumbered(document, part.heading)
            found.append(CandidateTitle(text=document.prose(span), span=span))
            continue

        def fits(phrase: KeyPhrase) -> float:
            return phrase.score * (_IN_HEADLINE if phrase.text.casefold() in told else 1.0)

        free = [phrase for phrase in row if phrase.text.casefold() not in taken]
        best = max(free, key=lambda phrase: (fits(phrase), -phrase.span.start), default=None)
        found.append(None if best is None else CandidateTitle(text=best.text, span=best.span))
        taken.add(best.text.casefold() if best else "")
    return found


def _unnumbered(document: Document, heading: Span) -> Span:
    """A heading without its number: a summary holds some of the sections, so that numbers would seem to have gaps."""
    number = _NUMBER.match(document.text, heading.start, heading.end)
    return Span(number.end(), heading.end) if number else heading
