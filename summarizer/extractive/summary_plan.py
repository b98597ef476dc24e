"""Plans a summary out of an article's own sentences.

Document, SentenceScores, facts (0, 7, 21)  ->  SummaryPlan
    headline: CandidateTitle(text="Ferry suspended after fire", span=Span(0, 26))
    lead: ((0, 1), (7, 21))
    sections: PlannedSection(title=…, paragraphs=((30, 31),), bullets=(35, 36, 40)), …
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, Literal

from summarizer.document.document import Document
from summarizer.extractive.article_parts import ArticlePart, parts_by_heading, parts_by_topic
from summarizer.extractive.key_sentences import READABLE, choose_greedily, summary_candidates
from summarizer.extractive.keyphrases import KeyPhrase, key_phrases, phrases_by_group
from summarizer.extractive.section_layout import ParagraphIndexes, gather_sentences, lay_out_section
from summarizer.extractive.self_containedness import count_words
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores
from summarizer.text.span import Span

Length = Literal["short", "medium", "long"]

# A summary longer than this share of an article is no summary.
_MOST_OF_ARTICLE: Final = 0.4
# Of a summary of at most three sentences all are lead; of a longer one this share, and two at least.
_NO_SECTIONS: Final = 3
_LEAD_PARTS: Final = 5
_FEWEST_IN_LEAD: Final = 2
# A lead from this size on has two paragraphs.
_TWO_PARAGRAPHS: Final = 4
# The opening of an article that has no sections: a tenth of its sentences, and five at least.
_OPENING_PARTS: Final = 10
_FEWEST_IN_OPENING: Final = 5
# A part of an article weighs what its best sentences weigh; all of them would favor long parts.
_BEST_OF_PART: Final = 3
# A fact of the result is worth this much more than its salience: the summary is to tell the key facts before others.
_FACT_BONUS: Final = 1.5
# A sentence no longer than this can stand as a headline; what is longer is cut there.
_TITLE_WORDS: Final = 16
_TITLE_CHARS: Final = 120
# "3. ", "3) ", "3.1 " before a heading that goes on; "2025 in numbers" is none.
_HEADING_NUMBER: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)[ \t]+(?=\S*[^\W\d_])")
# How many phrases of the whole are looked at for its headline, how many of a part for its title, and how little one
# counts that the headline has already.
_HEADLINE_PHRASES: Final = 5
_TITLE_PHRASES: Final = 12
_IN_HEADLINE: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlanSize:
    """How much a plan holds at most: sentences in all and in the lead, sections by headings and by topics."""

    sentences: int
    lead: int
    sections: int
    topics: int


_SIZES: Final[dict[Length, _PlanSize]] = {
    "short": _PlanSize(sentences=5, lead=2, sections=2, topics=2),
    "medium": _PlanSize(sentences=12, lead=4, sections=4, topics=3),
    "long": _PlanSize(sentences=24, lead=5, sections=8, topics=4),
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
    paragraphs: ParagraphIndexes
    bullets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPlan:
    """A summary as indexes into `document.sentences`: no sentence twice, sections in the order of the article."""

    headline: CandidateTitle
    lead: ParagraphIndexes
    sections: tuple[PlannedSection, ...]

    def sentences(self) -> Iterator[int]:
        """Every sentence in reading order: `len(set(plan.sentences())) == len(tuple(plan.sentences()))`."""
        for paragraph in self.lead:
            yield from paragraph
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph
            yield from section.bullets


@dataclass(frozen=True, slots=True, kw_only=True)
class _FilledPart:
    """A part of the article and the sentences of it that the summary shows."""

    part: ArticlePart
    indexes: tuple[int, ...]


def plan_summary(
    document: Document, *, scores: SentenceScores, facts: Sequence[int], length: Length = "medium"
) -> SummaryPlan:
    """Plan a summary of a document out of its sentences: `len(tuple(plan.sentences())) >= 1`.

    A lead from the opening and the key facts, then sections: the article's own where it has headings, else parts where
    its words change, under key phrases. A sentence that needs the one before comes only right behind it.

    Args:
        document: Any document.
        scores: The scores of its sentences.
        facts: Indexes of the sentences that are its key facts, best first; they go in before others.
        length: "short" plans about 5 sentences, "medium" 12, "long" 24; of a short article 40 % at most, but
            always one.

    Returns:
        The plan; sections are left out where the article has too little for them.
    """
    scores = _favor_facts(scores, facts)
    usable = summary_candidates([one for one in scores.sentences if not one.needs_context], wanted=1)
    size = _SIZES[length]
    total = min(size.sentences, _most_sentences(scores, usable))
    parts = parts_by_heading(document)
    lead = _plan_lead(document, scores, usable, parts, facts=facts, count=_lead_size(total, size))
    in_lead = tuple(chain.from_iterable(lead))
    left = total - len(in_lead)
    wanted = min(size.sections if parts else size.topics, (left + 1) // 2)
    if not parts and wanted:
        parts = parts_by_topic(document, scores, first=max(lead[0]) + 1, count=wanted)
    best_parts = _weightiest_parts(usable, parts, used=in_lead, count=wanted)
    filled = _fill_parts(document, scores, usable, best_parts, used=in_lead, count=left)
    headline = _headline(document, facts[0] if facts else in_lead[0])
    sections = []
    for title, one in zip(_section_titles(document, filled, headline), filled, strict=True):
        if title is not None:
            layout = lay_out_section(document, scores, one.indexes)
            sections.append(PlannedSection(title=title, paragraphs=layout.paragraphs, bullets=layout.bullets))
    return SummaryPlan(headline=headline, lead=lead, sections=tuple(sections))


def _favor_facts(scores: SentenceScores, facts: Sequence[int]) -> SentenceScores:
    """The same scores with the key facts ahead of their equals."""
    favored = list(scores.sentences)
    for index in frozenset(facts):
        one = favored[index]
        favored[index] = replace(one, salience=min(1.0, one.salience * _FACT_BONUS))
    return replace(scores, sentences=tuple(favored))


def _most_sentences(scores: SentenceScores, usable: Sequence[ScoredSentence]) -> int:
    """How many sentences a summary of this article may have; at least one."""
    readable = sum(1 for one in scores.sentences if one.terms and one.self_containedness >= READABLE)
    return max(1, int((readable or len(usable)) * _MOST_OF_ARTICLE))


def _lead_size(total: int, size: _PlanSize) -> int:
    if total <= _NO_SECTIONS:
        return total
    return min(size.lead, max(_FEWEST_IN_LEAD, 2 * total // _LEAD_PARTS))


def _plan_lead(
    document: Document,
    scores: SentenceScores,
    usable: Sequence[ScoredSentence],
    parts: Sequence[ArticlePart],
    *,
    facts: Sequence[int],
    count: int,
) -> ParagraphIndexes:
    """One paragraph from the opening of the article and, in longer summaries, one of key facts from the rest of it."""
    if not usable:
        return ((_first_with_terms(scores),),)
    opening = _opening_sentences(document, usable, parts)
    size = count if count < _TWO_PARAGRAPHS else (count + 1) // 2
    first = sorted(index for index, _ in choose_greedily(scores, opening, count=size, spread=False))
    may_stand = frozenset(one.index for one in usable).difference(first)
    others = [index for index in dict.fromkeys(facts) if index in may_stand]
    second = sorted(others[: count - len(first)])
    if not second:
        return (tuple(first),)
    return tuple(first), tuple(second)


def _first_with_terms(scores: SentenceScores) -> int:
    """The first sentence that says something, else the first."""
    return next((one.index for one in scores.sentences if one.terms), 0)


def _opening_sentences(
    document: Document, usable: Sequence[ScoredSentence], parts: Sequence[ArticlePart]
) -> list[ScoredSentence]:
    """What stands before the first part, and the head of the article at least."""
    end = usable[0].index + max(_FEWEST_IN_OPENING, len(document.sentences) // _OPENING_PARTS)
    if parts:
        end = max(end, parts[0].first)
    return [one for one in usable if one.index < end]


def _weightiest_parts(
    usable: Sequence[ScoredSentence], parts: Sequence[ArticlePart], *, used: Sequence[int], count: int
) -> list[ArticlePart]:
    """The parts whose best sentences weigh most, in the order of the article."""
    weights: dict[int, float] = {}
    for place, part in enumerate(parts):
        best = heapq.nlargest(_BEST_OF_PART, (one.score for one in _left_in(part, usable, used)))
        if best:
            weights[place] = sum(best)
    heaviest = sorted(weights, key=lambda place: (-weights[place], place))
    return [parts[place] for place in sorted(heaviest[:count])]


def _left_in(part: ArticlePart, usable: Sequence[ScoredSentence], used: Sequence[int]) -> list[ScoredSentence]:
    """The usable sentences of a part that are not in the summary yet."""
    first = bisect_left(usable, part.first, key=lambda one: one.index)
    last = bisect_left(usable, part.last, key=lambda one: one.index)
    return [one for one in usable[first:last] if one.index not in used]


def _fill_parts(
    document: Document,
    scores: SentenceScores,
    usable: Sequence[ScoredSentence],
    parts: Sequence[ArticlePart],
    *,
    used: Sequence[int],
    count: int,
) -> list[_FilledPart]:
    """The sentences of each part; a part that has none to show is left out."""
    rows = [_left_in(part, usable, used) for part in parts]
    quotas = _share_out(count, [len(row) for row in rows])
    said = list(used)
    filled = []
    for part, row, quota in zip(parts, rows, quotas, strict=True):
        indexes = gather_sentences(document, scores, row, count=quota, said=said)
        said.extend(indexes)
        if indexes:
            filled.append(_FilledPart(part=part, indexes=indexes))
    return filled


def _share_out(count: int, sizes: Sequence[int]) -> list[int]:
    """As many for each of several rows, at most what it has; the longer rows take what is left over.

    `_share_out(7, [1, 9, 4]) == [1, 3, 3]`
    """
    quotas = [0] * len(sizes)
    longest_first = sorted(range(len(sizes)), key=lambda place: (-sizes[place], place))
    left = min(count, sum(sizes))
    while left > 0:
        for place in longest_first:
            if left > 0 and quotas[place] < sizes[place]:
                quotas[place] += 1
                left -= 1
    return quotas


def _headline(document: Document, best: int) -> CandidateTitle:
    """The article's title; else a short best sentence, the best phrase of several words, the head of a sentence."""
    if document.title:
        return CandidateTitle(text=document.title, span=find_title(document, document.title))
    body = document.sentences[best].body
    text = document.prose(body)
    if count_words(text) <= _TITLE_WORDS and len(text) <= _TITLE_CHARS:
        return CandidateTitle(text=text, span=body)
    phrases = key_phrases(document, range(len(document.sentences)), count=_HEADLINE_PHRASES)
    longer = [phrase for phrase in phrases if " " in phrase.text]
    if phrases:
        phrase = longer[0] if longer else phrases[0]
        return CandidateTitle(text=phrase.text, span=phrase.span)
    head = body.of(document.text)[:_TITLE_CHARS]
    length = len(head)
    if length == _TITLE_CHARS and " " in head:
        length = head.rfind(" ")
    span = Span(body.start, body.start + length)
    return CandidateTitle(text=document.prose(span), span=span)


def find_title(document: Document, title: str) -> Span | None:
    """Where a title stands in a document: a heading that reads so, else its first occurrence as whole words."""
    for index in document.headings:
        span = document.body_of(document.blocks[index])
        if document.prose(span) == title:
            return span
    found = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", document.text)
    return Span(*found.span()) if found else None


def _section_titles(
    document: Document, filled: Sequence[_FilledPart], headline: CandidateTitle
) -> list[CandidateTitle | None]:
    """The heading of each part; else the phrase that is most its own, none twice; None where nothing reads so."""
    # A part under a heading needs no phrases.
    groups = [range(0) if one.part.heading else range(one.part.first, one.part.last) for one in filled]
    shown = [one.indexes for one in filled]
    phrases = phrases_by_group(document, groups, within=shown, count=_TITLE_PHRASES)
    taken: set[str] = set()
    titles: list[CandidateTitle | None] = []
    for one, row in zip(filled, phrases, strict=True):
        if one.part.heading:
            span = _without_number(document, one.part.heading)
            titles.append(CandidateTitle(text=document.prose(span), span=span))
            continue
        free = [phrase for phrase in row if phrase.text.casefold() not in taken]
        if not free:
            titles.append(None)
            continue
        best = _most_fitting(free, headline)
        taken.add(best.text.casefold())
        titles.append(CandidateTitle(text=best.text, span=best.span))
    return titles


def _most_fitting(phrases: Sequence[KeyPhrase], headline: CandidateTitle) -> KeyPhrase:
    """The phrase with the highest score, where one that the headline has already counts less."""
    told = headline.text.casefold()

    def rank(phrase: KeyPhrase) -> tuple[float, int]:
        score = phrase.score * (_IN_HEADLINE if phrase.text.casefold() in told else 1.0)
        return score, -phrase.span.start

    return max(phrases, key=rank)


def _without_number(document: Document, heading: Span) -> Span:
    """A heading without its number: a summary holds some of the sections, so that numbers would seem to have gaps."""
    number = _HEADING_NUMBER.match(document.text, heading.start, heading.end)
    return Span(number.end(), heading.end) if number else heading
