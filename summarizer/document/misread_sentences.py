r"""Tells which sentences of a document are read otherwise than they are stored, so that nothing rests on them.

misread_sentences(Document.of("It rained. It cost \u202e91\u202c euros."))  ->  {1: "U+202E RIGHT-TO-LEFT OVERRIDE"}
"""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.document.document import Document
from summarizer.text.misreadings import misreadings


def misread_sentences(document: Document) -> Mapping[int, str]:
    """The sentences in which something is read otherwise than stored: index and the character that does it.

    Args:
        document: Any document.
    """
    found: dict[int, str] = {}
    for place in misreadings(document.text):
        for index in document.sentences_in(place.span):
            found.setdefault(index, place.why)
    return found
