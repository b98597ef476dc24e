"""Records of a document keep what a result needs of it."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.result_parts.document_record import DocumentRecord


def test_the_record_has_the_text_and_its_hash() -> None:
    """And what the document states of itself."""
    document = Document.of("# Mills\n\nThe mill closed.")
    record = DocumentRecord.of(document)
    assert (record.text, record.sha256, record.title) == (document.text, document.sha256, "Mills")
    assert record.length == len(document.text)
    assert record.sources == ()
