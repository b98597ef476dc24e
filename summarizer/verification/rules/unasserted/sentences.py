"""All sentences that a document does not assert, each with why.

"He denied the following:", "- The bridge is unsafe."  ->  the index of the item, and the lead-in
"The mayor lied.", "That is not true."                 ->  the index of the first, and the denial
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.document.document import Document
from summarizer.document.sources.join import alone
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.unasserted.dialogue import sentences_by_labels
from summarizer.verification.rules.unasserted.headings import sentences_under_headings
from summarizer.verification.rules.unasserted.lead_ins import sentences_under_lead_ins
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted
from summarizer.verification.rules.unasserted.patterns import texts_of
from summarizer.verification.rules.unasserted.quotations import sentences_in_quotations
from summarizer.verification.rules.unasserted.taken_back import supposed_sentences, taken_back_sentences


def unasserted_sentences(document: Document, sentences: Sequence[CanonicalText]) -> Mapping[int, NotAsserted]:
    """The indexes of the sentences that stand in a document and are not said by it, with the nearest reason for each.

    What one source says of another's sentences is not looked for: each of several is read alone.

    Args:
        document: The source.
        sentences: Its sentences in canonical form, `sentences[i]` for `document.sentences[i]`.
    """
    found: dict[int, NotAsserted] = {}
    for part in document.parts:
        of_part = _of_one_source(alone(document, part), sentences[part.first : part.last])
        found.update((part.first + index, why) for index, why in of_part.items())
    return found if document.parts else _of_one_source(document, sentences)


def _of_one_source(document: Document, sentences: Sequence[CanonicalText]) -> Mapping[int, NotAsserted]:
    texts = texts_of(document)
    found: dict[int, NotAsserted] = {}
    # What is nearest to a sentence comes last, and stays.
    found.update((index, _unmarked(document, index)) for index in sorted(document.unmarked))
    found.update(sentences_under_headings(document, texts))
    found.update(sentences_under_lead_ins(document, sentences, texts))
    found.update(sentences_by_labels(document))
    found.update(sentences_in_quotations(document))
    found.update(supposed_sentences(document, texts))
    found.update(taken_back_sentences(document, texts))
    return found


def _unmarked(document: Document, index: int) -> NotAsserted:
    """Why a piece of a stretch without punctuation is not said as it stands: what was cut off may deny it."""
    return NotAsserted("unmarked", document.sentences[index].span.of(document.text))
