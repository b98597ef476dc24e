"""Decides which headline and section titles may stand, and takes words of the article in place of one that may not.

In: what the verifier found of a title, or the sentences below it. Out: a `CheckedTitle`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.document.document import Document
from summarizer.extractive.headline import find_title
from summarizer.extractive.keyphrases import key_phrases
from summarizer.summary.summary import SummarySentence
from summarizer.text.span import Evidence, Span
from summarizer.verification.judging.conclusion import is_label
from summarizer.verification.verifier import Verified


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTitle:
    """Words over a part: a bare label (`evidence == ()`) or something that the evidence states."""

    text: str
    evidence: tuple[Evidence, ...] = ()


def accepted_title(verified: Verified) -> CheckedTitle | None:
    """The title if it may stand: it is supported, or it is a short label in which the judge found nothing asserted."""
    conclusion = verified.conclusion
    if conclusion.verdict == "supported":
        return CheckedTitle(text=verified.statement, evidence=conclusion.evidence)
    if is_label(verified.statement, conclusion):
        return CheckedTitle(text=verified.statement)
    return None


def fallback_title(sentences: Sequence[SummarySentence], *, document: Document) -> CheckedTitle:
    """A title from the article itself: the heading above the evidence, else a key phrase of it, else a sentence."""
    indexes = [document.sentence_at(evidence.start) for sentence in sentences for evidence in sentence.evidence]
    heading = document.heading_above(indexes[0])
    if heading is not None:
        return _title_at(document.sentences[heading.first].body, document)
    for phrase in key_phrases(document, indexes, count=1):
        return CheckedTitle(text=phrase.text, evidence=(Evidence.cut(document.text, phrase.span),))
    return _title_at(sentences[0].evidence[0].span, document)


def _title_at(span: Span, document: Document) -> CheckedTitle:
    return CheckedTitle(text=document.prose(span), evidence=(Evidence.cut(document.text, span),))


def fallback_headline(sentences: Sequence[SummarySentence], *, document: Document) -> CheckedTitle:
    """The article's own title if it has one, else the first sentence that holds."""
    if not document.title:
        return CheckedTitle(text=sentences[0].text, evidence=sentences[0].evidence)
    place = find_title(document, document.title)
    if place is None:
        return CheckedTitle(text=document.title)
    return CheckedTitle(text=document.title, evidence=(Evidence.cut(document.text, place),))
