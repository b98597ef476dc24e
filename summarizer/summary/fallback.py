"""Makes summaries of the article's own sentences.

They take the place of a model's where no model writes (`extractive_summary`: in a plan of sentences, out a `Summary`),
and where nothing that a model wrote holds (`evidence_summary`: in facts, out the sentences that state them;
`statement_summary`: the facts themselves, where the article's sentences are in another language than asked for).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.document.document import Document
from summarizer.extractive.headline import CandidateTitle
from summarizer.extractive.summary_plan import SummaryPlan
from summarizer.facts.fact import CheckedFact
from summarizer.summary.merged_sections import merged_sections
from summarizer.summary.summary import DroppedSentence, Paragraph, Section, Summary, SummarySentence
from summarizer.summary.titles import CheckedTitle, fallback_headline, fallback_title
from summarizer.text.span import Evidence, Span

# The lead of the reference form: a paragraph of three sentences.
_LEAD_SENTENCES = 3
# Stands for the section of sentences that no heading stands above.
_NO_HEADING = -1


def extractive_summary(
    plan: SummaryPlan,
    *,
    facts: Mapping[int, CheckedFact],
    document: Document,
    dropped: tuple[DroppedSentence, ...] = (),
) -> Summary:
    """The summary that a plan of sentence indexes is: each sentence is the fact made of it, mostly verbatim.

    Args:
        plan: which sentences stand where.
        facts: the supported fact of each sentence; a sentence without one is left out.
        document: whose sentences they are.
        dropped: what a model wrote before, if one did.
    """
    sections = []
    for planned in plan.sections:
        title = _with_place(planned.title, document)
        paragraphs = _paragraphs_of(planned.paragraphs, facts)
        bullets = _sentences_of(planned.bullets, facts)
        if paragraphs or bullets:
            section = Section(title=title.text, title_evidence=title.evidence, paragraphs=paragraphs, bullets=bullets)
            sections.append(section)
    headline = _with_place(plan.headline, document)
    return Summary(
        headline=headline.text,
        headline_evidence=headline.evidence,
        lead=_paragraphs_of(plan.lead, facts),
        sections=tuple(sections),
        written_by="extractive",
        dropped=dropped,
    )


def _with_place(title: CandidateTitle, document: Document) -> CheckedTitle:
    if title.span is None:
        return CheckedTitle(text=title.text)
    return CheckedTitle(text=title.text, evidence=(Evidence.cut(document.text, title.span),))


def _paragraphs_of(paragraphs: Sequence[Sequence[int]], facts: Mapping[int, CheckedFact]) -> tuple[Paragraph, ...]:
    said = [_sentences_of(indexes, facts) for indexes in paragraphs]
    return tuple(paragraph for paragraph in said if paragraph)


def _sentences_of(indexes: Sequence[int], facts: Mapping[int, CheckedFact]) -> tuple[SummarySentence, ...]:
    return tuple(SummarySentence.of_fact(facts[index]) for index in indexes if index in facts)


def statement_summary(facts: Sequence[CheckedFact], *, dropped: tuple[DroppedSentence, ...]) -> Summary:
    """A summary of the facts as they are stated, which is in the language that they were asked for in.

    Args:
        facts: supported facts, at least one, the most important first.
        dropped: what was written and did not hold.
    """
    lead, rest = facts[:_LEAD_SENTENCES], facts[_LEAD_SENTENCES:]
    in_order = sorted(rest, key=lambda fact: fact.evidence[0].start)
    paragraphs = (tuple(map(SummarySentence.of_fact, in_order)),) if rest else ()
    return Summary(
        headline="",  # the lead says at once what a headline could say
        headline_evidence=(),
        lead=(tuple(map(SummarySentence.of_fact, lead)), *paragraphs),
        written_by="facts",
        dropped=dropped,
    )


def evidence_summary(
    facts: Sequence[CheckedFact], *, document: Document, dropped: tuple[DroppedSentence, ...]
) -> Summary:
    """A summary of the sentences that state the facts, in the order of the article, under its own headings.

    Args:
        facts: supported facts, at least one.
        document: whose facts they are.
        dropped: what was written and did not hold.
    """
    facts_at: dict[Span, list[CheckedFact]] = {}
    first_of_fact: list[Span] = []
    for fact in facts:
        spans: list[Span] = []
        for evidence in fact.evidence:
            spans += _sentence_spans(evidence.span, document)
        first_of_fact += spans[:1]
        for span in spans:
            facts_at.setdefault(span, []).append(fact)
    in_lead = set(first_of_fact[:_LEAD_SENTENCES])
    lead = tuple(_quote(span, facts_at[span], document) for span in sorted(in_lead))
    # Its first sentence would say what the lead says.
    headline = fallback_headline(lead, document=document) if document.title else CheckedTitle(text="")
    sections = _sections_by_heading(sorted(facts_at.keys() - in_lead), facts_at, document=document)
    paragraphs, titled = merged_sections((lead,), sections)
    return Summary(
        headline=headline.text,
        headline_evidence=headline.evidence,
        lead=paragraphs,
        sections=tuple(titled),
        written_by="evidence",
        dropped=dropped,
    )


def _sections_by_heading(
    spans: Sequence[Span], facts_at: Mapping[Span, Sequence[CheckedFact]], *, document: Document
) -> tuple[Section, ...]:
    by_heading: dict[int, list[SummarySentence]] = {}
    for span in spans:
        heading = document.heading_above(document.sentence_at(span.start))
        key = heading.index if heading else _NO_HEADING
        by_heading.setdefault(key, []).append(_quote(span, facts_at[span], document))
    sections = []
    for sentences in by_heading.values():
        title = fallback_title(sentences, document=document)
        sections.append(Section(title=title.text, title_evidence=title.evidence, paragraphs=(tuple(sentences),)))
    return tuple(sections)


def _sentence_spans(span: Span, document: Document) -> list[Span]:
    """The sentences that a span touches, each as far as the span goes."""
    found = []
    for index in document.sentences_in(span):
        body = document.sentences[index].body
        common = Span(max(body.start, span.start), min(body.end, span.end))
        if common.start < common.end:
            found.append(common)
    return found


def _quote(span: Span, facts: Sequence[CheckedFact], document: Document) -> SummarySentence:
    return SummarySentence(
        text=document.prose(span),
        fact_ids=tuple(dict.fromkeys(fact.id for fact in facts)),
        evidence=(Evidence.cut(document.text, span),),
        verdict="supported",
        decided_by="verbatim",
    )
