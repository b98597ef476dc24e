"""Decides which headline and section titles may stand, and takes words of the article in place of one that may not.

In: a title with the sentences below it, and what the verifier found of it. Out: a `CheckedTitle`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.extractive.headline import find_title
from summarizer.facts.fact import DraftedFact
from summarizer.languages.registry import together
from summarizer.summary.drafted import DraftedSentence
from summarizer.summary.summary import SummarySentence
from summarizer.text.span import Evidence, Span
from summarizer.text.words import words
from summarizer.verification.judging.conclusion import is_label
from summarizer.verification.judging.content_words import content_stems, is_number
from summarizer.verification.judging.source import Source
from summarizer.verification.verifier import Verified

HEADLINE: Final = "t0"
# "rises" and "closed", but not "progress", "status" or "basis".
_ENGLISH_VERB: Final = re.compile(r"(?:[^siu]s|ed)$")
# A label names a subject in a few words (the reference form's longest title has four); where verbs are not told from
# nouns, one word and its article do.
_LABEL_WORDS: Final = 6
_LABEL_WORDS_WITHOUT_VERBS: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedTitle:
    """Words over a part: a bare label (`evidence == ()`) or something that the evidence states."""

    text: str
    evidence: tuple[Evidence, ...] = ()


def names_subject(
    title: str,
    *,
    below: Sequence[DraftedSentence],
    facts: Mapping[str, DraftedFact],
    source: Source,
    language: str,
) -> bool:
    """Whether a title asserts nothing, and every word of it that says something stands in its part.

    `names_subject("Cost of the repair", …)` needs "cost" and "repair" in the sentences below, the facts that they name,
    or the headings of the article. What may hold a verb is not for code to pass, and "repairs" may be one.

    Args:
        title: what stands over the part.
        below: its sentences.
        facts: what they may name, by id.
        source: what all is checked against.
        language: the language of the title, ISO 639-1; "" for the article's own.
    """
    if _may_assert(title, language or source.document.language):
        return False
    here = [sentence.text for sentence in below]
    named = chain.from_iterable(sentence.fact_ids for sentence in below)
    here += [facts[fact_id].statement for fact_id in named if fact_id in facts]
    document = source.document
    here += [document.prose(document.body_of(document.blocks[index])) for index in document.headings]
    stems = content_stems(title)
    return bool(stems) and set(stems) <= set(content_stems("\n".join(here)))


def _may_assert(title: str, language: str) -> bool:
    """False only for a few words of which none is or may be a verb."""
    bare = together("anaphora.articles") | together("vocabulary.bare_articles")
    said = [word.text for word in words(title) if word.text not in bare]
    if any(is_number(word) for word in said) or title.rstrip().endswith((".", "!", "?", "。")):
        return True
    if language != "en":
        return len(said) > _LABEL_WORDS_WITHOUT_VERBS
    verbs = together("prose.verbs")
    return len(said) > _LABEL_WORDS or any(word in verbs or _ENGLISH_VERB.search(word) for word in said)


def accepted_title(verified: Verified) -> CheckedTitle | None:
    """The title if it may stand: it is supported, or it is a short label in which the judge found nothing asserted."""
    conclusion = verified.conclusion
    if conclusion.verdict == "supported":
        return CheckedTitle(text=verified.statement, evidence=conclusion.evidence)
    if is_label(verified.statement, conclusion):
        return CheckedTitle(text=verified.statement)
    return None


def fallback_title(sentences: Sequence[SummarySentence], *, document: Document) -> CheckedTitle:
    """The article's own heading above all that a part stands on; no title where it has none, or several.

    The title of the whole says nothing of a part, and neither does what stands around the article, such as a byline.
    """
    indexes = [document.sentence_at(evidence.start) for sentence in sentences for evidence in sentence.evidence]
    above = {heading.index: heading for index in indexes if (heading := document.heading_above(index))}
    headings = list(above.values())
    if len(headings) != 1 or _is_title(headings[0], document) or _stands_around(headings[0], document):
        return CheckedTitle(text="")
    return _title_at(document.body_of(headings[0]), document)


def _stands_around(heading: Block, document: Document) -> bool:
    span = document.body_of(heading)
    return any(one.span.start <= span.start < one.span.end for one in document.surroundings)


def _is_title(heading: Block, document: Document) -> bool:
    """Whether a heading is that of the whole article, which says nothing of a part."""
    return document.prose(document.body_of(heading)) == document.title


def _title_at(span: Span, document: Document) -> CheckedTitle:
    return CheckedTitle(text=document.prose(span), evidence=(Evidence.cut(document.text, span),))


def fallback_headline(sentences: Sequence[SummarySentence], *, document: Document) -> CheckedTitle:
    """The article's own title if it has one, else the first sentence that holds."""
    if not document.title:
        return CheckedTitle(text=sentences[0].text, evidence=sentences[0].evidence)
    place = find_title(document, document.title)
    if place is None:
        return CheckedTitle(text=document.title)
    return _title_at(place, document) if document.prose(place) == document.title else CheckedTitle(text=document.title)
