"""All sentences that a document does not assert, for whatever reason.

"He denied the following:", "- The bridge is unsafe."  ->  the index of the item
"The mayor lied.", "That is not true."                 ->  the index of the first
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.document.document import Document
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.unasserted.lead_ins import sentences_under_lead_ins
from summarizer.verification.rules.unasserted.speech import sentences_by_labels, sentences_in_quotations
from summarizer.verification.rules.unasserted.taken_back import supposed_sentences, taken_back_sentences


def unasserted_sentences(document: Document, sentences: Sequence[CanonicalText]) -> frozenset[int]:
    """The indexes of the sentences that stand in a document and are not said by it.

    Args:
        document: The source.
        sentences: Its sentences in canonical form, `sentences[i]` for `document.sentences[i]`.
    """
    return frozenset().union(
        sentences_under_lead_ins(document, sentences),
        taken_back_sentences(document),
        supposed_sentences(document),
        sentences_in_quotations(document),
        sentences_by_labels(document),
    )
