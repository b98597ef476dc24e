"""Finds the sentences that are somebody's words, though no quotation mark stands at them.

"Smith said: ‘It’s sad. The mayor lied. We lost.’"    ->  the second and third, inside the quotation
"“It is sad.", "“Nobody cared. We lost,” said Smith."  ->  what stands inside the quotation of two paragraphs
"Smith: It is sad. The mayor lied."                    ->  the second, behind the speaker's label
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from summarizer.document.document import Block, Document

# A quotation in single marks that closes behind the end of a sentence; apostrophes stand inside words.
_SINGLE: Final = re.compile(r"(?:(?<=[\s(:—–])|^)[‘'](?=\w)(?:[^“”\"‘’'\n]|(?<=\w)[’'](?=\w)){1,1500}[.!?…,][’'](?!\w)")
# How many paragraphs a quotation that nobody closes may run on: a stray mark is more likely than a longer one.
_PARAGRAPHS: Final = 6
_LABEL: Final = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ .'’-]{1,30}: ")


def sentences_in_quotations(document: Document) -> Iterable[int]:
    """The indexes of the sentences inside a quotation in single marks, or inside one of several paragraphs."""
    open_for = 0  # how many further paragraphs an open quotation may run on
    for block in document.blocks:
        start, end = document.sentences[block.first].start, document.sentences[block.last - 1].end
        body = document.text[start:end]
        yield from _in_single_marks(document, block, body, start)
        opens = body[:1] == "“" and body.count("“") > body.count("”")
        closes = "”" in body
        if opens or open_for:
            last = start + body.index("”") if closes and not opens else end
            yield from _between(document, block, start - 1, last)
        left = 0 if closes else max(0, open_for - 1)
        open_for = _PARAGRAPHS if opens else left


def _in_single_marks(document: Document, block: Block, body: str, start: int) -> Iterable[int]:
    for match in _SINGLE.finditer(body):
        yield from _between(document, block, start + match.start(), start + match.end() - 1)


def _between(document: Document, block: Block, first: int, last: int) -> Iterable[int]:
    """The sentences of a block that begin behind one offset and before another."""
    for number in range(block.first, block.last):
        if first < document.sentences[number].start < last:
            yield number


def sentences_by_labels(document: Document) -> Iterable[int]:
    """The indexes of the sentences behind one that begins with a speaker's name in capitals and a colon."""
    for before, sentence in pairwise(document.sentences):
        if sentence.block == before.block and _LABEL.match(document.text, before.body.start):
            yield sentence.index
