"""What of a file could not be made text of is told in one quiet notice."""

from __future__ import annotations

from summarizer.document.readers.unused import Unused
from summarizer.notices.notice import Notice
from summarizer.notices.unused import unused_notices


def test_all_that_was_not_read_is_in_one_notice() -> None:
    """Each with its place, and every advice once; nothing where all was read."""
    pages = Unused(what="2 pages without text", where="pages 3 and 4", advice="Read them by OCR.")
    more = Unused(what="a scan", advice="Read them by OCR.")
    message = "Not used: 2 pages without text (pages 3 and 4); a scan; a chart."
    found = unused_notices((pages, more, Unused(what="a chart")))
    assert found == (Notice(kind="unused", message=message, advice="Read them by OCR.", quiet=True),)
    assert unused_notices(()) == ()
