"""Plans the parts of a summary of a long text: the lead from what matters most, sections from headings or from groups.

outline(facts, arrangement=…, document=…, size=SummarySize(sentences=19, sections=4))
    ->  [SummaryPart(kind="lead", …), SummaryPart(kind="section", title="The flood", …), …]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.facts.arrange import Arrangement, FactGroup
from summarizer.facts.fact import DraftedFact
from summarizer.summary.parts import SummaryPart
from summarizer.summary.size import SummarySize

# A lead takes a quarter of the sentences, as in the reference form (3 to 4 of 14), and no more than is read at once.
_LEAD_SHARE: Final = 4
_LEAD_SENTENCES: Final = range(3, 7)
_SECTION_SENTENCES: Final = range(2, 7)
# Three facts for two sentences leave a choice to who writes, and no need to pad.
_FACTS_A_SENTENCE: Final = 1.5
# A section has two facts or more.
_FEWEST_FACTS: Final = 2
# More headings than this for each section that is wanted are finer than sections are.
_HEADINGS_A_SECTION: Final = 2
_NUMBER: Final = re.compile(r"[\W\d_]+|\b[ivxlc]+\b", re.IGNORECASE)


def outline(
    facts: Sequence[DraftedFact], *, arrangement: Arrangement, document: Document, size: SummarySize
) -> list[SummaryPart]:
    """The parts to write, the lead first: each from at least one fact, `sum(p.sentences) <= about size.sentences`.

    Sections come from the text's own headings where it has about as many as are wanted, else from the groups of the
    arrangement; a section has two facts or more.

    Args:
        facts: supported facts in the order of the text, at least one.
        arrangement: what matters, and what belongs together.
        document: the text.
        size: how much to write at most.
    """
    known = {fact.id: fact for fact in facts}
    ordered = _by_importance(facts, arrangement)
    groups = _by_heading(facts, document=document, most=size.sections) or _of_model(arrangement, known)
    groups = _weightiest(groups, ordered, most=size.sections)
    share = size.sentences // _LEAD_SHARE if groups else size.sentences
    lead_sentences = min(size.sentences, _within(_LEAD_SENTENCES, share))
    in_lead = ordered[: round(lead_sentences * _FACTS_A_SENTENCE)]
    parts = [
        SummaryPart(
            kind="lead",
            title="",
            facts=_in_text_order(in_lead),
            sentences=lead_sentences,
            first=ordered[0].id,
        )
    ]
    left = max(0, size.sentences - lead_sentences)
    for group in groups:
        sentences = _within(_SECTION_SENTENCES, round(left / len(groups)))
        rank = {fact.id: place for place, fact in enumerate(ordered)}
        best = sorted(group.fact_ids, key=lambda fact_id: rank[fact_id])[: round(sentences * _FACTS_A_SENTENCE)]
        told = [known[fact_id] for fact_id in group.fact_ids if fact_id in best]
        parts.append(SummaryPart(kind="section", title=group.title, facts=tuple(told), sentences=sentences))
    return parts


def _by_importance(facts: Sequence[DraftedFact], arrangement: Arrangement) -> list[DraftedFact]:
    """What must be known first, in the arrangement's order, then the others by their own importance."""
    place = {fact_id: number for number, fact_id in enumerate(arrangement.order)}
    return sorted(facts, key=lambda fact: (place.get(fact.id, len(place)), -fact.importance))


def _of_model(arrangement: Arrangement, known: Mapping[str, DraftedFact]) -> list[FactGroup]:
    groups = (
        FactGroup(title=one.title, fact_ids=tuple(fact_id for fact_id in one.fact_ids if fact_id in known))
        for one in arrangement.groups
    )
    return [one for one in groups if len(one.fact_ids) >= _FEWEST_FACTS]


def _by_heading(facts: Sequence[DraftedFact], *, document: Document, most: int) -> list[FactGroup]:
    """The facts under each heading of the highest level that several have; none where those say little, or are many."""
    starts = _highest_headings(document)
    titles = [document.prose(document.body_of(block)) for block in starts]
    if len({_NUMBER.sub(" ", title).casefold().strip() for title in titles}) < len(titles):
        return []  # "Chapter 1" and "Chapter 2" say nothing of what they hold
    under: dict[int, list[str]] = {}
    for fact in facts:
        above = [number for number, block in enumerate(starts) if fact.cited and block.start <= fact.cited[0].start]
        if above:
            under.setdefault(above[-1], []).append(fact.id)
    groups = [
        FactGroup(title=titles[number], fact_ids=tuple(ids))
        for number, ids in sorted(under.items())
        if len(ids) >= _FEWEST_FACTS
    ]
    return groups if _FEWEST_FACTS <= len(groups) <= most * _HEADINGS_A_SECTION else []


def _highest_headings(document: Document) -> list[Block]:
    """The headings of the highest level that has several."""
    headings = [document.blocks[index] for index in document.headings]
    levels = Counter(block.level for block in headings)
    top = min((level for level, count in levels.items() if count > 1), default=0)
    return [block for block in headings if block.level == top]


def _weightiest(groups: Sequence[FactGroup], ordered: Sequence[DraftedFact], *, most: int) -> list[FactGroup]:
    """At most so many groups, those with the facts that matter most, in the order in which they are told."""
    worth = {fact.id: 1 / (1 + place) for place, fact in enumerate(ordered)}
    best = sorted(groups, key=lambda group: -sum(worth[fact_id] for fact_id in group.fact_ids))[:most]
    return [group for group in groups if group in best]


def _in_text_order(facts: Sequence[DraftedFact]) -> tuple[DraftedFact, ...]:
    return tuple(sorted(facts, key=lambda fact: fact.cited[0].start if fact.cited else 0))


def _within(bounds: range, number: int) -> int:
    return min(bounds[-1], max(bounds[0], number))
