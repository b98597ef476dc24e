"""Which sentences stand inside a quotation that opens before them: somebody says them, and the source does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizer.document.document import Document

# A quotation in single marks that closes behind the end of a sentence; apostrophes stand inside words.
_SINGLE: Final = re.compile(r"(?:(?<=[\s(:—–])|^)[‘'](?=\w)(?:[^“”\"‘’'\n]|(?<=\w)[’'](?=\w)){1,1500}[.!?…,][’'](?!\w)")
# How many paragraphs a quotation that nobody closes may run on: a stray mark is more likely than a longer one.
_PARAGRAPHS: Final = 6


def quoted(document: Document) -> Iterable[int]:
    """The sentences inside a quotation of several sentences in single marks, or of several paragraphs."""
    text = document.text
    open_for = 0
    for block in document.blocks:
        numbers = range(block.first, block.last)
        if not numbers:
            continue
        start, end = document.sentences[block.first].start, document.sentences[block.last - 1].end
        body = text[start:end]
        for match in _SINGLE.finditer(body):
            first, last = start + match.start(), start + match.end() - 1
            yield from (n for n in numbers if first < document.sentences[n].start < last)
        opened, closed = body.count("“"), body.count("”")
        opens = body[:1] == "“" and opened > closed
        if opens or open_for:
            last = start + body.index("”") if closed and not opens else end
            yield from (n for n in numbers if document.sentences[n].start < last)
        left = 0 if closed else max(0, open_for - 1)
        open_for = _PARAGRAPHS if opens else left
