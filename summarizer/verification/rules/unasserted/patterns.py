"""What all languages say of one kind of sentence, as one regular expression.

pattern("taken_back").match("that is a lie.")      ->  a match
own_pattern("suppositions", "en").fullmatch("if the plan fails")  ->  a match
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.registry import cached_by_records, language_of, languages
from summarizer.text.fold import folded

_NEVER: Final = r"(?!)"
# A longer sentence is no heading, lead-in, task or denial, and its tail need not be read for one.
_LONGEST: Final = 240
_NUMBER: Final = re.compile(r"(?:\(?\d{1,2}[.):]|[ivx]{1,4}[.)])\s+")


@cached_by_records
def pattern(field: str) -> re.Pattern[str]:
    """One field of the group `unasserted`, of all languages together."""
    return _joined([getattr(language.unasserted, field) for language in languages()])


@cached_by_records
def discourse_pattern(field: str) -> re.Pattern[str]:
    """The same of the group `discourse`."""
    return _joined([getattr(language.discourse, field) for language in languages()])


@cached_by_records
def own_pattern(field: str, language: str) -> re.Pattern[str]:
    """One field of the group `unasserted` in one language, in all for "": "als" is "if" in Dutch, a name in English."""
    if not language:
        return pattern(field)
    return _joined([getattr(language_of(language).unasserted, field)])


def _joined(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns if pattern) or _NEVER)


def texts_of(document: Document) -> list[str]:
    """The sentences of a document, folded, and only their beginnings where they are long."""
    bodies = (sentence.body for sentence in document.sentences)
    return [folded(document.text[body.start : min(body.end, body.start + _LONGEST)]) for body in bodies]


def as_title(text: str) -> str:
    """A folded heading or lead-in without its number, its marks and the stop behind it."""
    number = _NUMBER.match(text)
    return text[number.end() if number else 0 :].strip(" \t*_#\"'“”:：.。!?？…")
