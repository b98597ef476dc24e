"""Plans a summary out of an article's own sentences, beside the key facts, which it does not say again.

Document, SentenceScores, facts (0, 7, 21)  ->  SummaryPlan
    headline: CandidateTitle(text="Ferry suspended after fire", span=Span(0, 26))
    lead: ((1, 2), (9, 20))
    sections: PlannedSection(title=…, paragraphs=((30, 31),), bullets=(35, 36, 40)), …
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from summarizer.document.document import Document
from summarizer.extractive.article_parts import ArticlePart, parts_by_heading, parts_by_topic
from summarizer.extractive.headline import NO_TITLE, CandidateTitle, Headline, find_headline
from summarizer.extractive.key_sentences import READABLE, choose_greedily, summary_candidates
from summarizer.extractive.section_layout import ParagraphIndexes, gather_sentences, lay_out_section
from summarizer.extractive.self_containedness import ENDS, INSTRUCTION, STANDS_ALONE
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores
from summarizer.text.span import Span

Length = Literal["short", "medium", "long"]

# A summary stands beside the key facts, which are up to a third of a short article: with this much more the two are
# about six tenths of it, and of three sentences nothing is left to say. Set by reading the results of
# benchmarks/articles and benchmarks/forms; read them again (benchmarks/extractive.py --read) when it moves.
_MOST_OF_ARTICLE: Final = 0.3
# Of a summary of at most three sentences all are lead; of a longer one this share, and two at least.
_NO_SECTIONS: Final = 3
_LEAD_PARTS: Final = 5
_FEWEST_IN_LEAD: Final = 2
# A lead from this size on has two paragraphs.
_TWO_PARAGRAPHS: Final = 4
# A part without a heading is a paragraph, and one of a single sentence is none.
_FEWEST_IN_PART: Final = 2
# The opening of an article that has no sections: a tenth of its sentences, and five at least.
_OPENING_PARTS: Final = 10
_FEWEST_IN_OPENING: Final = 5
# A part of an article weighs what its best sentences weigh; all of them would favor long parts.
_BEST_OF_PART: Final = 3
# "3. ", "3) ", "3.1 " before a heading that goes on; "2025 in numbers" is none.
_HEADING_NUMBER: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)[ \t]+(?=\S*[^\W\d_])")


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
class PlannedSection:
    """A part of a plan: paragraphs and bullets of sentence indexes, each in the order of the article.

    Its title is the heading of the article that stands over it, or none.
    """

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
    document: Document,
    *,
    scores: SentenceScores,
    facts: Sequence[int],
    headline: Headline | None = None,
    length: Length = "medium",
) -> SummaryPlan:
    """Plan a summary of a document out of its sentences, none of them twice.

    A lead from the opening, then sections: the article's own where it has headings, else paragraphs where its words
    change. A sentence that needs the one before comes only right behind it. What the key facts and the headline say is
    not said again, so that of a note of a few sentences no sentence is left; but where nothing else can open the lead,
    a key fact does, with what follows it in the article. The caller then lists it no more: it is in `plan.sentences()`.
    A text without a key fact has a sentence in its summary all the same.

    Args:
        document: Any document.
        scores: The scores of its sentences.
        facts: Indexes of the sentences that are its key facts.
        headline: Its headline; None looks for one among what no fact says.
        length: "short" plans about 5 sentences, "medium" 12, "long" 24; of a short article three tenths at most.

    Returns:
        The plan; the lead and the sections are left out where the article has too little for them.
    """
    headline = headline or find_headline(document, scores, taken=facts)
    said = (*facts, *headline.said())
    usable = _usable(scores, said=frozenset(said))
    size = _SIZES[length]
    total = min(size.sentences, _most_sentences(scores, usable)) or (0 if said else 1)
    parts = parts_by_heading(document)
    lead = _plan_lead(document, scores, usable, parts, said=said, facts=facts, count=_lead_size(total, size))
    in_lead = tuple(chain.from_iterable(lead))
    left = total - len(in_lead)
    if parts:
        wanted = min(size.sections, (left + 1) // 2)
    else:
        wanted = min(size.topics, left // _FEWEST_IN_PART)
        parts = parts_by_topic(document, scores, first=max(lead[0]) + 1, count=wanted) if wanted and lead else ()
    best_parts = _weightiest_parts(usable, parts, used=in_lead, count=wanted)
    filled = _fill_parts(document, scores, usable, best_parts, used=(*in_lead, *said), count=left)
    return SummaryPlan(
        headline=headline.title, lead=lead, sections=tuple(_section(document, scores, one) for one in filled)
    )


def _usable(scores: SentenceScores, *, said: frozenset[int]) -> list[ScoredSentence]:
    """The sentences that may be told and are not told elsewhere."""
    candidates = summary_candidates([one for one in scores.sentences if not one.needs_context], wanted=1)
    return [one for one in candidates if one.index not in said]


def _most_sentences(scores: SentenceScores, usable: Sequence[ScoredSentence]) -> int:
    """How many sentences a summary of this article may have."""
    readable = sum(1 for one in scores.sentences if one.terms and one.self_containedness >= READABLE)
    return int((readable or len(usable)) * _MOST_OF_ARTICLE)


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
    said: Sequence[int],
    facts: Sequence[int],
    count: int,
) -> ParagraphIndexes:
    """The opening of the article and the best of the rest, or a key fact with what follows it; else any sentence."""
    if not facts and not usable:
        return ((_first_with_terms(scores),),)
    opening = _opening_sentences(document, usable, parts)
    run: ParagraphIndexes = ()
    if facts and all(one.self_containedness < STANDS_ALONE for one in opening):
        run = _run_of_fact(document, scores, facts=facts, count=count)
        opening = [one for one in opening if one.self_containedness >= INSTRUCTION]
    return run or _paragraphs_of_lead(scores, opening, usable, said=said, count=count)


def _paragraphs_of_lead(
    scores: SentenceScores,
    opening: Sequence[ScoredSentence],
    usable: Sequence[ScoredSentence],
    *,
    said: Sequence[int],
    count: int,
) -> ParagraphIndexes:
    """One paragraph from the opening and, in longer summaries, one of the best from the rest of the article."""
    size = count if count < _TWO_PARAGRAPHS else (count + 1) // 2
    first = sorted(index for index, _ in choose_greedily(scores, opening, count=size, said=said, spread=False))
    rest = [one for one in usable if one.index > opening[-1].index] if opening else []
    further = choose_greedily(scores, rest, count=count - len(first), said=(*said, *first))
    second = sorted(index for index, _ in further)
    if min(len(first), len(second)) < _FEWEST_IN_LEAD:
        first, second = sorted((*first, *second)), []
    return tuple(tuple(paragraph) for paragraph in (first, second) if paragraph)


def _first_with_terms(scores: SentenceScores) -> int:
    """The first sentence that says something, else the first."""
    return next((one.index for one in scores.sentences if one.terms), 0)


def _run_of_fact(document: Document, scores: SentenceScores, *, facts: Sequence[int], count: int) -> ParagraphIndexes:
    """A paragraph of the first of the key facts that the next one of the article follows on, and of those that do."""
    for first in sorted(facts):
        last = first + 1
        end = min(first + count, document.block_of(first).last)
        while last < end and ENDS <= scores.sentences[last].self_containedness < STANDS_ALONE:
            last += 1
        if last > first + 1:
            return (tuple(range(first, last)),)
    return ()


def _opening_sentences(
    document: Document, usable: Sequence[ScoredSentence], parts: Sequence[ArticlePart]
) -> list[ScoredSentence]:
    """What stands before the first part, and the head of the article at least."""
    if not usable:
        return []
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
    return _without_singles(filled)


def _without_singles(filled: Sequence[_FilledPart]) -> list[_FilledPart]:
    """The same parts, where a single sentence without a heading joins the part before it; the first is left out."""
    kept: list[_FilledPart] = []
    for one in filled:
        if one.part.heading or len(one.indexes) >= _FEWEST_IN_PART:
            kept.append(one)
        elif kept:
            before = kept.pop()
            kept.append(_FilledPart(part=before.part, indexes=before.indexes + one.indexes))
    return kept


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


def _section(document: Document, scores: SentenceScores, filled: _FilledPart) -> PlannedSection:
    """A part with its sentences laid out, under its heading if it has one: any other words would be a guess."""
    layout = lay_out_section(document, scores, filled.indexes)
    title = NO_TITLE
    if filled.part.heading:
        span = _without_number(document, filled.part.heading)
        title = CandidateTitle(text=document.prose(span), span=span)
    return PlannedSection(title=title, paragraphs=layout.paragraphs, bullets=layout.bullets)


def _without_number(document: Document, heading: Span) -> Span:
    """A heading without its number: a summary holds some of the sections, so that numbers would seem to have gaps."""
    number = _HEADING_NUMBER.match(document.text, heading.start, heading.end)
    return Span(number.end(), heading.end) if number else heading
