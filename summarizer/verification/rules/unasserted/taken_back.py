"""Finds the sentences that a later one takes back, and those that the one before makes a mere thought.

"The mayor lied. That is not true."          ->  the first is taken back
"The mayor lied. He left. None of it is so." ->  both are
"Suppose the dam breaks. The town floods."   ->  the second is supposed
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.registry import alternatives, cached_by_records, phrases_together, together
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted
from summarizer.verification.rules.unasserted.patterns import discourse_pattern, pattern, texts_of

# What a sentence may do to the next: make it a mere thought, or deny it from behind an abbreviation.
_SUPPOSING: Final = ("supposed", "fragment", "cut_denial")
_BEFORE: Final = "\"'([*_-–—> "  # what may stand before the first word of a denial


def taken_back_sentences(document: Document, texts: Sequence[str] = ()) -> Iterable[tuple[int, NotAsserted]]:
    """The indexes of the sentences behind which one such as "That is a lie." stands, with that one."""
    texts = texts or texts_of(document)
    for number, text in enumerate(texts):
        start = text.lstrip(_BEFORE)
        starts = {start, _without_marker(start)}
        all_before = any(map(pattern("all_taken_back").match, starts))
        if not number or not (all_before or any(map(_takes_back, starts))):
            continue
        why = NotAsserted("taken_back", document.prose(document.sentences[number].body))
        yield from ((before, why) for before in (_all_before(document, number) if all_before else [number - 1]))


def _without_marker(text: str) -> str:
    """A sentence without a word such as "However," at its start, which changes nothing of what it denies."""
    marker = _marker().match(text)
    return text[marker.end() :] if marker else text


@cached_by_records
def _marker() -> re.Pattern[str]:
    bare = [(word,) for word in together("discourse.bare_markers")]
    return re.compile(rf"(?:{alternatives([*phrases_together('discourse.markers'), *bare])})(?:\s?[,，:]\s?|\s+)")


def _takes_back(start: str) -> bool:
    return any(one("taken_back").match(start) for one in (pattern, discourse_pattern))


def _all_before(document: Document, number: int) -> range:
    """The sentences before one in its paragraph, or the paragraph before it where it opens its own."""
    block = document.block_of(number)
    if block.first == number:
        block = document.block_of(number - 1)
    return range(block.first, number)


def supposed_sentences(document: Document, texts: Sequence[str] = ()) -> Iterable[tuple[int, NotAsserted]]:
    """The indexes of the sentences before which one such as "Suppose that …" or "What if …?" stands, with that one."""
    texts = texts or texts_of(document)
    for number in range(1, len(texts)):
        before = texts[number - 1]
        if texts[number] and any(discourse_pattern(field).match(before) for field in _SUPPOSING):
            yield number, NotAsserted("supposed", document.prose(document.sentences[number - 1].body))
