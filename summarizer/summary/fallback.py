"""Summaries made of the article's own sentences: where no model writes, and where nothing that a model wrote holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.document.document import Document
from summarizer.extractive.summary_plan import CandidateTitle, SummaryPlan
from summarizer.facts.fact import CheckedFact
from summarizer.summary.summary import DroppedSentence, Section, Summary, SummarySentence
from summarizer.summary.titles import fallback_headline, fallback_title
from summarizer.text.span import Evidence, Span

# The lead of the reference form: a paragraph of three sentences.
_LEAD_SENTENCES = 3


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

    def titled(title: CandidateTitle) -> tuple[str, tuple[Evidence, ...]]:
        return title.text, (Evidence.cut(document.text, title.span),) if title.span else ()

    def spoken(indexes: Sequence[int]) -> tuple[SummarySentence, ...]:
        return tuple(_said(facts[i]) for i in indexes if i in facts)

    sections = []
    for section in plan.sections:
        title, evidence = titled(section.title)
        paragraphs = tuple(filter(None, map(spoken, section.paragraphs)))
        bullets = spoken(section.bullets)
        if paragraphs or bullets:
            sections.append(Section(title=title, title_evidence=evidence, paragraphs=paragraphs, bullets=bullets))
    headline, headline_evidence = titled(plan.headline)
    return Summary(
        headline=headline,
        headline_evidence=headline_evidence,
        lead=tuple(filter(None, map(spoken, plan.lead))),
        sections=tuple(sections),
        written_by="extractive",
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
    by_span: dict[Span, list[CheckedFact]] = {}
    first: list[Span] = []
    for fact in facts:
        spans = [span for evidence in fact.evidence for span in _sentences(evidence.span, document)]
        first += spans[:1]
        for span in spans:
            by_span.setdefault(span, []).append(fact)
    first = first[:_LEAD_SENTENCES]
    lead = tuple(_quoted(span, by_span[span], document) for span in sorted(set(first)))
    groups: dict[int, list[SummarySentence]] = {}
    for span in sorted(by_span.keys() - set(first)):
        heading = document.heading_above(document.sentence_at(span.start))
        groups.setdefault(heading.index if heading else -1, []).append(_quoted(span, by_span[span], document))
    sections = []
    for sentences in groups.values():
        title = fallback_title(sentences, document=document)
        sections.append(Section(title=title.text, title_evidence=title.evidence, paragraphs=(tuple(sentences),)))
    headline = fallback_headline(lead, document=document)
    return Summary(
        headline=headline.text,
        headline_evidence=headline.evidence,
        lead=(lead,),
        sections=tuple(sections),
        written_by="evidence",
        dropped=dropped,
    )


def _said(fact: CheckedFact) -> SummarySentence:
    return SummarySentence(
        text=fact.statement,
        fact_ids=(fact.id,),
        evidence=fact.evidence,
        verdict="supported",
        decided_by=fact.decided_by or "verbatim",
        checks=fact.checks,
    )


def _sentences(span: Span, document: Document) -> list[Span]:
    """The sentences that a span touches, each as far as the span goes."""
    bodies = [document.sentences[index].body for index in document.sentences_in(span)]
    cut = [Span(max(body.start, span.start), min(body.end, span.end)) for body in bodies]
    return [part for part in cut if part.start < part.end]


def _quoted(span: Span, facts: Sequence[CheckedFact], document: Document) -> SummarySentence:
    evidence = Evidence.cut(document.text, span)
    return SummarySentence(
        text=document.prose(span),
        fact_ids=tuple(dict.fromkeys(fact.id for fact in facts)),
        evidence=(evidence,),
        verdict="supported",
        decided_by="verbatim",
    )
