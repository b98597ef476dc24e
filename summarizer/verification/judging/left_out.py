"""Tells what of a claim a judge passed over: a judge that leaves out half of a claim has judged another one.

of "The detour adds 17 kilometers."  asserted "Detours add 17 km"          ->  ""
                                     asserted "Something adds kilometers"  ->  "detour, 17"
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.languages.claim_language import claim_language
from summarizer.languages.scripts import is_unspaced
from summarizer.text.words import words
from summarizer.verification.judging.content_words import is_content, is_number, stem_of
from summarizer.verification.reading.cues import negations
from summarizer.verification.rules.statements.document_reading import DocumentReading
from summarizer.verification.rules.translated.comparison import Held
from summarizer.verification.verdict import Assertion

# Peers that divide by the verdicts returned score 1.0 for a judge that skips 4 of 5 statements. Numbers may never be
# left out. Chosen so that ordinary rewording of assertions passes; run benchmarks/judge.py again when it moves.
_COVERED: Final = 0.5


def left_out(
    statement: str, assertions: Sequence[Assertion], *, reading: DocumentReading, language: str | None = None
) -> str:
    """What of a statement its assertions leave out, in words; "" if they cover it.

    A judge may list in another language what a statement asserts, mostly in that of the source: then their values are
    compared, and how much they say.

    Args:
        statement: What was judged.
        assertions: What the judge found asserted in it.
        reading: How claims about the document are read.
        language: The language of the statement; None for that of the document.
    """
    spoken = reading.document.language if language is None else language
    said = "\n".join(assertion.text for assertion in assertions)
    own_words = {word.text for word in words(statement)}
    told = claim_language(said, source=spoken, in_source=own_words.__contains__)
    if told != spoken:
        return _values_left_out(statement, said, reading=reading, languages=(spoken, told)) or _too_short(
            statement, said
        )
    return _words_left_out(statement, assertions) or _negation_left_out(statement, assertions, reading, spoken)


def _values_left_out(statement: str, said: str, *, reading: DocumentReading, languages: tuple[str, str]) -> str:
    """The values of a statement that assertions in another language do not state."""
    mine, theirs = (
        Held.read([(reading.read(text, language=language), language)], published=reading.document.date)
        for text, language in zip((statement, said), languages, strict=True)
    )
    return ", ".join(fact.item for fact in mine.facts if not theirs.has(fact))


def _too_short(statement: str, said: str) -> str:
    """Names the share that assertions in another language leave out, "" if they say as much as the statement."""
    return "more than half of it" if _length(said) < _COVERED * _length(statement) else ""


def _length(text: str) -> float:
    """How many words of a text say something; where they are written without blanks, two characters are a word."""
    content = [word.text for word in words(text) if is_content(word.text)]
    return sum(1.0 if not is_unspaced(word[0]) else 0.5 for word in content)


def _words_left_out(statement: str, assertions: Sequence[Assertion]) -> str:
    """The words of the statement that no assertion repeats, "" if few enough are missing and no number is.

    Where no word of it is long enough to say something, each counts; a statement without words is passed over whole.
    """
    every = [word.text for word in words(statement)]
    content = [word for word in every if is_content(word)] or every
    if not content:
        return f"“{statement}”, which holds no word"
    said = {stem_of(word.text) for assertion in assertions for word in words(assertion.text)}
    missing = [word for word in content if stem_of(word) not in said]
    too_many = len(missing) > (1 - _COVERED) * len(content)
    return ", ".join(missing) if too_many or any(map(is_number, missing)) else ""


def _negation_left_out(statement: str, assertions: Sequence[Assertion], reading: DocumentReading, language: str) -> str:
    """Names the negation that the assertions do without, "" if they have as many as the statement."""

    def count(text: str) -> int:
        return negations(reading.read(text, language=language).keys, language)

    return "a negation" if count(statement) > sum(count(assertion.text) for assertion in assertions) else ""
