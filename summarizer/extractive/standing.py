"""Rates how well each sentence of a document stands alone, with regard to what stands around it.

"The effect was smaller in men."   which effect? It may be read behind another sentence, and is no fact alone
"CARVALHO: Because it is lost."    behind its label it goes on from another sentence
"Ribs of silver in the light;"     verse states nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from summarizer.document.document import Block, Document, Sentence
from summarizer.document.misread_sentences import misread_sentences
from summarizer.extractive.leaning import bare_noun, hangs, is_short_answer, is_verse
from summarizer.extractive.self_containedness import (
    BARE,
    NEEDS_CONTEXT,
    NO_PROSE,
    STANDS_ALONE,
    needs_context,
    self_containedness,
)

# "CARVALHO: ", "Ada Nwosu: ", in front of what they say.
_LABEL: Final = re.compile(r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}): (?=\S)")


class Standing(NamedTuple):
    """How well a sentence stands alone (`self_containedness`), and whether it leans on the one before it."""

    worth: float
    leans: bool


def rate_standing(
    document: Document, heads: Sequence[str], *, title: frozenset[str], longest: int
) -> Iterator[Standing]:
    """How well each sentence of a document stands alone, in their order.

    Args:
        document: Any document.
        heads: The readable words of its sentences, of the longest the head.
        title: The terms of its title, which a reader knows.
        longest: How many characters of a sentence its head has at most.
    """
    opened = False
    misread = misread_sentences(document)  # no reader is shown what a program reads in it
    verses: set[int] = set()
    for block in document.blocks:
        if is_verse(document, block, goes_on=block.index - 1 in verses):
            verses.add(block.index)
    for sentence, head in zip(document.sentences, heads, strict=True):
        block = document.blocks[sentence.block]
        if block.index in verses or sentence.index in misread:
            yield Standing(NO_PROSE, leans=False)
        else:
            more = sentence.body.end - sentence.body.start > longest
            yield _standing(document, sentence, head, block=block, known=title, opened=opened, more=more)
        opened = opened or block.kind != "heading"


def _standing(
    document: Document,
    sentence: Sentence,
    head: str,
    *,
    block: Block,
    known: frozenset[str],
    opened: bool,
    more: bool,
) -> Standing:
    language = document.language
    label = _LABEL.match(head)
    said = head[label.end() :] if label else head
    leans = needs_context(said, language)
    worth = self_containedness(said, kind=block.kind, language=language, more=more, leans=leans)
    if worth < STANDS_ALONE:
        return Standing(worth, leans=leans)
    if hangs(said, language) or is_short_answer(document, sentence, said):
        return Standing(NEEDS_CONTEXT, leans=True)
    noun = bare_noun(said, language)
    if noun and noun not in known:
        # What opens a text introduces what it names.
        return Standing(BARE if opened else worth, leans=False)
    return Standing(worth, leans=False)
