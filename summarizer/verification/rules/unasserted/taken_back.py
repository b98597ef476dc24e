"""Finds the sentences that the next one takes back, and those that the one before makes a mere thought.

"The mayor lied. That is not true."          ->  the first is taken back
"Suppose the dam breaks. The town floods."   ->  the second is supposed
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.registry import cached_by_records, languages
from summarizer.text.fold import folded

# What a sentence may do to the next: make it a mere thought, or deny it from behind an abbreviation.
_SUPPOSING: Final = ("supposed", "fragment", "cut_denial")


def taken_back_sentences(document: Document) -> Iterable[int]:
    """The indexes of the sentences behind which one such as "That is a lie." stands."""
    for number, text in enumerate(_texts(document)):
        if number and _pattern("taken_back").match(text):
            yield number - 1


def supposed_sentences(document: Document) -> Iterable[int]:
    """The indexes of the sentences before which one such as "Suppose that …" or "What if …?" stands."""
    texts = _texts(document)
    for number in range(1, len(texts)):
        before = texts[number - 1]
        if texts[number] and any(_pattern(field).match(before) for field in _SUPPOSING):
            yield number


def _texts(document: Document) -> list[str]:
    return [folded(sentence.body.of(document.text)) for sentence in document.sentences]


@cached_by_records
def _pattern(field: str) -> re.Pattern[str]:
    """What all languages say of such sentences, as one regular expression that matches at their start."""
    patterns = [getattr(language.discourse, field) for language in languages()]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns if pattern))
