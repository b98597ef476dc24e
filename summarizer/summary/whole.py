"""Makes a whole summary of what stands of a draft: the first fact in the lead, no section of one sentence, fit titles.

In: a `DraftedSummary` and what was found of it. Out: a `Summary`, or None where nothing of the draft stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from summarizer.document.document import Document
from summarizer.extractive.self_containedness import needs_context
from summarizer.facts.fact import CheckedFact
from summarizer.summary.claims import titles_of
from summarizer.summary.drafted import DraftedParagraph, DraftedSummary
from summarizer.summary.merged_sections import merged_sections
from summarizer.summary.standing import Checked, is_told, standing
from summarizer.summary.summary import DroppedSentence, Paragraph, Section, Summary, SummarySentence
from summarizer.summary.titles import HEADLINE, CheckedTitle, accepted_title, fallback_headline, fallback_title
from summarizer.text.fold import folded


def whole_summary(
    draft: DraftedSummary, checked: Checked, *, key_facts: Sequence[CheckedFact], document: Document
) -> Summary | None:
    """The summary that a draft comes to; None where no sentence of it holds.

    Every sentence is supported and has evidence, and the first key fact is told in the lead.

    Args:
        draft: what was written.
        checked: what was found of it.
        key_facts: the ticked facts, the most important first.
        document: the article.
    """
    stands = standing(draft, checked)
    if not stands.sentences:
        return None
    titles, refused = _titles(draft, checked)
    lead = _with_first(_paragraphs(draft.lead, stands.sentences), key_facts)
    left = _not_said_in(lead, stands.sentences, checked)
    sections: list[Section] = []
    for drafted in draft.sections:
        paragraphs = _paragraphs(drafted.paragraphs, left)
        bullets = _sentences(drafted.bullets, left)
        told = [*chain.from_iterable(paragraphs), *bullets]
        if told:
            title = titles.get(drafted.id) or fallback_title(told, document=document)
            sections.append(
                Section(title=title.text, title_evidence=title.evidence, paragraphs=paragraphs, bullets=bullets)
            )
    lead, sections = merged_sections(lead, sections)
    headline = titles.get(HEADLINE) or fallback_headline(
        list(chain.from_iterable(lead)) or list(stands.sentences.values()), document=document
    )
    return Summary(
        headline=headline.text,
        headline_evidence=headline.evidence,
        lead=lead,
        sections=tuple(sections),
        written_by="model",
        dropped=(*stands.dropped, *refused),
    )


def dropped_of(draft: DraftedSummary, checked: Checked) -> tuple[DroppedSentence, ...]:
    """Every sentence and title of a draft that may not stand."""
    return (*standing(draft, checked).dropped, *_titles(draft, checked)[1])


def _titles(draft: DraftedSummary, checked: Checked) -> tuple[dict[str, CheckedTitle], list[DroppedSentence]]:
    """The titles that may stand, by their ids, and the others with the reason."""
    accepted: dict[str, CheckedTitle] = {}
    refused: list[DroppedSentence] = []
    for title_id, (text, _) in titles_of(draft).items():
        if title_id in checked.claims.labels:
            accepted[title_id] = CheckedTitle(text=text)
            continue
        verified = checked.verified.get(title_id)
        title = accepted_title(verified) if verified is not None else None
        if title is not None:
            accepted[title_id] = title
        elif verified is None:
            reason = "no call is made for titles alone, and it is no label of what stands below it"
            refused.append(DroppedSentence(text=text, verdict="unchecked", reason=reason))
        else:
            found = verified.conclusion
            refused.append(DroppedSentence.of(verified.drafted, found))
    return accepted, refused


def _with_first(lead: tuple[Paragraph, ...], key_facts: Sequence[CheckedFact]) -> tuple[Paragraph, ...]:
    """The lead with the first key fact in it."""
    if not key_facts or is_told(key_facts[0], chain.from_iterable(lead)):
        return lead
    first = SummarySentence.of_fact(key_facts[0])
    return ((first, *lead[0]), *lead[1:]) if lead else ((first,),)


def _not_said_in(
    lead: Sequence[Paragraph], stand: Mapping[str, SummarySentence], checked: Checked
) -> dict[str, SummarySentence]:
    """The sentences that the lead does not say to the letter, and those of them that the next one leans on."""
    said = {folded(one.text) for one in chain.from_iterable(lead)}
    leaned_on = {
        before.id
        for after_id, before in checked.claims.before.items()
        if after_id in stand and needs_context(stand[after_id].text, checked.language)
    }
    return {one_id: one for one_id, one in stand.items() if one_id in leaned_on or folded(one.text) not in said}


def _paragraphs(paragraphs: Sequence[DraftedParagraph], stand: Mapping[str, SummarySentence]) -> tuple[Paragraph, ...]:
    left = [_sentences(paragraph, stand) for paragraph in paragraphs]
    return tuple(paragraph for paragraph in left if paragraph)


def _sentences(sentences: DraftedParagraph, stand: Mapping[str, SummarySentence]) -> Paragraph:
    return tuple(stand[sentence.id] for sentence in sentences if sentence.id in stand)
