"""Decides which headline and section titles may stand, and what stands in for one that may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.extractive.keyphrases import key_phrases
from summarizer.summary.summary import SummarySentence
from summarizer.text.document import Document
from summarizer.text.span import Evidence, Span
from summarizer.text.words import words
from summarizer.verify.verifier import Verified

# A label names a subject; more words than this say something about it. The reference form's longest title has four.
_LABEL_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words over a part: a bare label (`evidence == ()`) or something that the evidence states."""

    text: str
    evidence: tuple[Evidence, ...] = ()


def title_of(verified: Verified) -> Title | None:
    """The title if it may stand: it is supported, or it is a short label in which the judge found nothing asserted."""
    conclusion = verified.conclusion
    if conclusion.verdict == "supported":
        return Title(text=verified.statement, evidence=conclusion.evidence)
    asserts_nothing = conclusion.decided_by == "judge" and not conclusion.assertions
    short = len(words(verified.statement)) <= _LABEL_WORDS
    if asserts_nothing and short and all(check.passed for check in conclusion.checks):
        return Title(text=verified.statement)
    return None


def stand_in_title(sentences: Sequence[SummarySentence], *, document: Document) -> Title:
    """A title from the article itself: the heading above the evidence, else a key phrase of it, else its first words."""
    found = [document.sentence_at(e.start) for s in sentences for e in s.evidence]
    heading = document.heading_above(found[0])
    if heading is not None:
        span = document.sentences[heading.first].body
        return Title(text=document.prose(span), evidence=(Evidence.cut(document.text, span),))
    for phrase in key_phrases(document, found, count=1):
        return Title(text=phrase.text, evidence=(Evidence.cut(document.text, phrase.span),))
    span = sentences[0].evidence[0].span
    return Title(text=document.prose(span), evidence=(Evidence.cut(document.text, span),))


def stand_in_headline(sentences: Sequence[SummarySentence], *, document: Document) -> Title:
    """The article's own title if it has one, else the first sentence that holds."""
    if document.title:
        start = document.text.find(document.title)
        evidence = (Evidence.cut(document.text, Span(start, start + len(document.title))),) if start >= 0 else ()
        return Title(text=document.title, evidence=evidence)
    return Title(text=sentences[0].text, evidence=sentences[0].evidence)
